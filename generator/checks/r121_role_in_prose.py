"""R121: a unit that the text gives a part in the work, and the roles beside the text do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.content import ROLE_WORDS, ROLES, with_clauses
from generator.resolve.anchors import all_anchored_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.checks.frame import Findings
    from generator.model.content import Block, Duties, Goal
    from generator.model.units import Unit
    from generator.model.values import Prose
    from generator.resolve import ResolvedPlan
    from generator.resolve.registry import Registry
    from generator.text import Text

RULE = Rule("R121", "role-in-prose", "正文写明的责任单位没有列入", Severity.WARNING)
_ROLE_OF: Final = {word: role for role, word in ROLE_WORDS.items()} | {"协助": "support"}
_WORDS: Final = "牵头|配合|协助|参与|负责"
# 由甲、乙等部门共同配合; what qualifies something else (牵头的领导, 负责人) gives no part
_AFTER_UNITS: Final = re.compile(
    # the set of first signs changes nothing but the time
    "(?=[等共具统分积主牵配协参负])"
    "(?:等(?:有关|相关)?(?:部门|单位)?)?(?:共同|具体|统一|分别|积极|主要)?"
    f"({_WORDS})(?![的人制])"
)
# 会同甲、乙等有关部门, 参与的有甲、乙
_BEFORE_UNITS: Final = re.compile(f"(?=[会牵配协参负])(?:(会同)|({_WORDS})的有)")
# a text without any of these words gives nobody a part
_PARTS: Final = re.compile(f"会同|{_WORDS}")
_STOPS: Final = "，。；：！？（）\n由"
_JOINTS: Final = "、和与及"
# 市教育局 is no name where 市教育局人事科 stands
_GOES_ON: Final = re.compile("[^，。；：、和与及等]{0,6}(?:科|处|室|办|局|院|中心)")
_SUFFIXES: Final = ("部门", "单位")


class _Work(NamedTuple):
    """A text and the units that are named for it.

    Attributes:
        owner: what the text belongs to, in Chinese.
        texts: those of its paragraphs that may give a part to someone.
        units: every unit with a part in it.
        place: where its roles are written, or the name of the record.
    """

    owner: str
    texts: tuple[Text, ...]
    units: tuple[Unit, ...]
    place: Text


def find(resolved: ResolvedPlan) -> Findings:
    """Look at the texts of rows and blocks that name units by role."""
    names = _Names(resolved.registry)
    for work in (*_rows(resolved), *_blocks(resolved)):
        told: set[str] = set()
        for text in work.texts:
            for word, start, end, unit in names.parts_in(str(text)):
                is_there = any(resolved.registry.overlap(unit, other) for other in work.units)
                if not is_there and str(unit.name) not in told:
                    told.add(str(unit.name))
                    yield _finding(work, text.part(start, end), word, unit)


def _finding(work: _Work, written: Text, word: str, unit: Unit) -> Diagnostic:
    said = f"{word}“{written}”" if word == "会同" else f"“{written}”{word}"
    message = f"“{work.owner}”的正文写{said}，责任单位里没有“{unit.label}”"
    role = _ROLE_OF[word]
    hint = f"把它写进“{role}”（{ROLE_WORDS[role]}），或者改正文"
    related = (Label(work.place.place, "责任单位"),)
    return Diagnostic(RULE, message, Label(written.place, "此处"), related, hint)


def _rows(resolved: ResolvedPlan) -> Iterator[_Work]:
    for task in resolved.tasks:
        texts = _telling(task.task.content, task.task.goals)
        roles = [goal.roles for goal in task.goals] if texts else []
        units = tuple(unit for one in roles for named in one.values() for unit in named)
        if units:
            place = _where((task.task, *task.task.goals)) or task.task.of
            yield _Work(task.task.printed_title, texts, units, place)


def _blocks(resolved: ResolvedPlan) -> Iterator[_Work]:
    """Give the blocks that name units themselves; those around and inside name theirs too."""
    above: dict[int, tuple[Block, ...]] = {}
    for anchor, block in all_anchored_blocks(resolved.plan):
        around = (*above.get(id(block), ()), block)
        above |= {id(clause): around for clause in block.clauses}
        texts = _telling(block.text, block.goals)
        place = _where((block, *block.goals)) if texts else None
        if place:
            clauses = with_clauses((block,))
            inside = [written for one in clauses for written in (one, *one.goals)]
            named = (*around, *inside, *resolved.defaults[anchor])
            units = tuple(unit for one in named for unit in _named(resolved, one))
            yield _Work(block.title, texts, units, place)


def _telling(prose: Prose, goals: Iterable[Goal]) -> tuple[Text, ...]:
    """Give the texts that may give a part to someone."""
    texts = (*(paragraph.text for paragraph in prose), *(goal.text for goal in goals))
    return tuple(text for text in texts if _PARTS.search(text))


def _named(resolved: ResolvedPlan, duties: Duties) -> tuple[Unit, ...]:
    names = [name for role in ROLES for name in _all_names(duties, role)]
    found = [resolved.registry.find(name) for name in names]
    return tuple(match.value for match in found if match)


def _all_names(duties: Duties, role: str) -> tuple[Text, ...]:
    names = duties.role(role)
    whole = (names.whole,) if names and names.whole else ()
    return (*names, *whole) if names else ()


def _where(written: Iterable[Duties]) -> Text | None:
    """Give the first name of the first role that is written."""
    names = (one.role(role) for one in written for role in ROLES)
    return next((name for found in names if found for name in found), None)


class _Names:
    """The units of a registry, found in a text by any of their names."""

    def __init__(self, registry: Registry) -> None:
        self._units: dict[str, Unit] = {}
        for unit in registry.units:
            for name in unit.names:
                self._units.setdefault(str(name), unit)
        self._longest = max(map(len, self._units), default=0)
        # several may share the last word of a list: 财政、人社等部门
        registered = tuple(self._units.items())
        for suffix in _SUFFIXES:
            for known, unit in registered:
                if known.endswith(suffix):
                    self._units.setdefault(known.removesuffix(suffix), unit)

    def parts_in(self, text: str) -> Iterator[tuple[str, int, int, Unit]]:
        """Give each unit that has a part: the word for it, where it stands, the unit."""
        for match in _AFTER_UNITS.finditer(text):
            for start, end, unit in self._before(text, match.start()):
                yield match.group(1), start, end, unit
        for match in _BEFORE_UNITS.finditer(text):
            for start, end, unit in self._after(text, match.end()):
                yield match.group(1) or match.group(2), start, end, unit

    def _after(self, text: str, start: int) -> Iterator[tuple[int, int, Unit]]:
        """Go on through a list of units that starts at an index, as far as its names are known."""
        while named := self._starting(text, start):
            end, unit = named
            if _GOES_ON.match(text, end):
                return
            yield start, end, unit
            if text[end : end + 1] not in _JOINTS or end == len(text):
                return
            start = end + 1

    def _starting(self, text: str, start: int) -> tuple[int, Unit] | None:
        for length in range(min(self._longest, len(text) - start), 0, -1):
            unit = self._units.get(text[start : start + length])
            if unit:
                return start + length, unit
        return None

    def _before(self, text: str, end: int) -> Iterator[tuple[int, int, Unit]]:
        """Go back through a list of units that ends at an index, as far as its names are known."""
        found: list[tuple[int, int, Unit]] = []
        while named := self._ending(text, end):
            start, unit = named
            found.append((start, end, unit))
            before = text[start - 1 : start] if start else ""
            if before not in _JOINTS or not before:
                # part of a longer word is no name
                found = found if not before or before in _STOPS else found[:-1]
                break
            end = start - 1
        yield from reversed(found)

    def _ending(self, text: str, end: int) -> tuple[int, Unit] | None:
        for length in range(min(self._longest, end), 0, -1):
            unit = self._units.get(text[end - length : end])
            if unit:
                return end - length, unit
        return None


CHECK = Check(RULE, find)
