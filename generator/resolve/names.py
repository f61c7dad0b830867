"""Looking names up: exactly, or but for quotation marks, spaces and the width of brackets."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import TYPE_CHECKING, Final, Generic, NamedTuple, TypeVar

from generator.model.spelling import LOOSE_SIGNS, loose

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

Value = TypeVar("Value")

_SHORTEST_SLIP: Final = 4
_LONG_NAME: Final = 7
_ALIKE: Final = 0.4
_MUCH_ALIKE: Final = 0.6
_TELLING: Final = frozenset(
    "国省市县区乡镇村校园级类非新老男女大小高初中上下前后总人均年月0123456789一二三四五六七八九十"
)

__all__ = ["LOOSE_SIGNS", "Match", "NameIndex", "by_beginning", "loose", "slip_of"]


def by_beginning(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Group names by the first character that tells them apart, the longest first."""
    groups: dict[str, list[str]] = {}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        groups.setdefault(loose(name)[:1], []).append(name)
    return {first: tuple(group) for first, group in groups.items()}


class Match(NamedTuple, Generic[Value]):
    """What a name leads to.

    Attributes:
        value: the thing named.
        spelling: the registered spelling, when only a loose comparison led there; else "".
    """

    value: Value
    spelling: str = ""


def slip_of(name: str, known: Iterable[str]) -> str:
    """Give the known name that differs from this one by a slip of the pen, or "".

    A slip is a character more, less or other, two of them in seven or more. Characters that tell
    names apart, such as 市 and 县 or numerals, are none.
    """
    if len(name) < _SHORTEST_SLIP:
        return ""
    most = 1 if len(name) < _LONG_NAME else 2
    names, characters = [str(one) for one in known], set(name)
    if all(len(characters.difference(one)) > most for one in names):
        # every character that a known name lacks is a slip
        return ""
    close = get_close_matches(name, names, n=3, cutoff=0.7)
    return next((one for one in close if 0 < _slips(name, one) <= most), "")


def _slips(one: str, other: str) -> int:
    """Count the characters in which two names differ; many if one of them tells names apart."""
    count = 0
    for kind, start, end, first, last in SequenceMatcher(None, one, other).get_opcodes():
        if kind != "equal":
            if _TELLING & {*one[start:end], *other[first:last]}:
                return _LONG_NAME
            count += max(end - start, last - first)
    return count


class NameIndex(Generic[Value]):
    """Names to things; the first thing registered under a name wins."""

    def __init__(
        self, entries: Iterable[tuple[str, Value]], taken: Container[str] = frozenset()
    ) -> None:
        """Register names; those that are taken are the less likely to be meant by a wrong one."""
        self._taken = taken
        self._exact: dict[str, Match[Value]] = {}
        for name, value in entries:
            if name not in self._exact:
                self._exact[str(name)] = Match(value)

    @cached_property
    def _loose(self) -> dict[str, Match[Value]]:
        """What names lead to loosely, made when first a name is not as registered."""
        matches: dict[str, Match[Value]] = {}
        for name, match in self._exact.items():
            matches.setdefault(loose(name), Match(match.value, name))
        return matches

    def find(self, name: str) -> Match[Value] | None:
        """Look a name up."""
        return self._exact.get(name) or self._loose.get(loose(name))

    @property
    def entries(self) -> tuple[tuple[str, Value], ...]:
        """Every registered name with what it stands for, in the order of registration."""
        return tuple((name, match.value) for name, match in self._exact.items())

    @cached_property
    def by_beginning(self) -> dict[str, tuple[str, ...]]:
        """Every registered name by its first character, as a reader of formulas tries them."""
        return by_beginning(self._exact)

    def nearest(self, name: str) -> str:
        """Give the registered name that is most like this one, if possible one not taken, or ""."""
        close = get_close_matches(str(name), list(self._exact), n=3, cutoff=_ALIKE)
        likely = [one for one in close if _is_much_like(name, one) and one not in self._taken]
        return next(iter([*likely, *close]), "")


def _is_much_like(one: str, other: str) -> bool:
    return SequenceMatcher(None, other, one).ratio() >= _MUCH_ALIKE
