"""Judge how many characters lines stand in from an edge of the type area: 左空二字, 右空四字."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.rendering.seen import INSET, Pages, mm
from generator.rendering.verdict import judged, listed, not_applicable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.rendering.measured import Line
    from generator.rendering.verdict import Judgement
    from generator.writers.gb9704 import Norm


def left_inset(
    seen: Pages, name: str, norm: Norm[int], required: str, lines: Iterable[Line]
) -> Judgement:
    """Judge how many characters lines of upright pages begin from the left edge."""
    character = mm(seen.profile.character)
    insets = [(line.left - seen.area.left) / character for line in lines]
    if not insets:
        return not_applicable(name, norm, required)
    wrong = [inset for inset in insets if abs(inset - norm.value) > INSET]
    return judged(
        name,
        norm,
        required,
        listed(f"空{inset:.1f}字" for inset in wrong or insets[:1]),
        holds=not wrong,
    )


def right_inset(
    seen: Pages, name: str, norm: Norm[int], required: str, line: Line | None
) -> Judgement:
    """Judge how many characters a line of an upright page ends from the right edge."""
    if line is None:
        return not_applicable(name, norm, required)
    inset = (seen.area.right - line.right) / mm(seen.profile.character)
    holds = abs(inset - norm.value) <= INSET
    return judged(name, norm, required, f"右空{inset:.1f}字", holds=holds)
