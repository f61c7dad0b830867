"""What to write for a key that stands further left than the mapping that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.model.base import Located
from generator.model.figures import Indicator
from generator.quantity import parse_quantity

if TYPE_CHECKING:
    from generator.model.base import KeyProblem

FIGURE_KEYS: Final = tuple(word for pair in Indicator.keys().items() for word in pair)


def outdented_hint(problem: KeyProblem) -> str:
    """Give the cure if an unknown key looks like one more entry of the mapping above it, or ""."""
    name, above = problem.above or ("", None)
    if not isinstance(above, Located) or not above:
        return ""
    # the last entry stands for all: a look at each, for every unknown key, would be slow
    last = next(reversed(above.values()))
    if not _alike(problem.value, last):
        return ""
    return f"是不是少缩进了？“{name}”里的一项要缩进，与上面各项左端对齐"


def _alike(one: object, other: object) -> bool:
    if _is_indicator(one) and _is_indicator(other):
        return True
    return isinstance(one, Located) and isinstance(other, Located) and bool({*one} & {*other})


def _is_indicator(value: object) -> bool:
    if isinstance(value, Located):
        return any(key in FIGURE_KEYS for key in value)
    return isinstance(value, str) and parse_quantity(value) is not None
