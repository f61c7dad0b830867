"""Looking names up: exactly, or but for quotation marks, spaces and the width of brackets."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = TypeVar("Value")

_LOOSE = str.maketrans({"(": "（", ")": "）", **dict.fromkeys("“”‘’\"'「」 \u3000")})


def loose(name: str) -> str:
    """Strip a name of what does not tell two names apart."""
    return _without_marks(str(name))


@lru_cache(maxsize=4096)
def _without_marks(name: str) -> str:
    return name.translate(_LOOSE)


def by_beginning(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Group names by the first character that tells them apart, the longest first."""
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        groups.setdefault(loose(name)[:1], []).append(name)
    return {first: tuple(group) for first, group in groups.items()}


@dataclass(frozen=True, slots=True)
class Match(Generic[Value]):
    """What a name leads to.

    Attributes:
        value: the thing named.
        spelling: the registered spelling, when only a loose comparison led there; else "".
    """

    value: Value
    spelling: str = ""


class NameIndex(Generic[Value]):
    """Names to things; the first thing registered under a name wins."""

    def __init__(self, entries: Iterable[tuple[str, Value]]) -> None:
        self._exact: dict[str, Value] = {}
        self._loose: dict[str, tuple[str, Value]] = {}
        for name, value in entries:
            self._exact.setdefault(str(name), value)
            self._loose.setdefault(loose(name), (str(name), value))

    def find(self, name: str) -> Match[Value] | None:
        """Look a name up."""
        if str(name) in self._exact:
            return Match(self._exact[str(name)])
        entry = self._loose.get(loose(name))
        return Match(entry[1], entry[0]) if entry else None

    @property
    def entries(self) -> tuple[tuple[str, Value], ...]:
        """Every registered name with what it stands for, in the order of registration."""
        return tuple(self._exact.items())

    @cached_property
    def by_beginning(self) -> dict[str, tuple[str, ...]]:
        """Every registered name by its first character, as a reader of formulas tries them."""
        return by_beginning(self._exact)

    def nearest(self, name: str) -> str:
        """Give the registered name that is most like this one, or ""."""
        close = get_close_matches(str(name), list(self._exact), n=1, cutoff=0.4)
        return close[0] if close else ""
