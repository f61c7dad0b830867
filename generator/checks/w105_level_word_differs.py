"""W105: a word for a level that differs between a text and the row that takes it up.

国家级试点项目 in the text and 国家试点项目 in the row; 骨干教师 where the row says 卓越教师.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.model.content import with_clauses

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.checks.frame import Findings
    from generator.model.content import Block, Level
    from generator.resolve import ResolvedPlan, ResolvedTask
    from generator.text import Text

RULE = Rule("W105", "level-word-differs", "正文与分工表的层级用词不同", Severity.WARNING)
_RANKS: Final = ("国家级", "自治区级", "省级", "市级", "县级", "区级", "乡级", "校级")
# with and without 级, the longer first
_RANK_WORDS: Final = (*_RANKS, *(rank.removesuffix("级") for rank in _RANKS))
_QUOTED: Final = re.compile("[“”‘’《》（）()「」]")
_STOPS: Final = re.compile("[，。；：！？、“”《》（）\n]")
_BEFORE: Final = 2
_AFTER: Final = 2
_LONGEST_NAME: Final = 8


class _Use(NamedTuple):
    """A level word in a row, with the words around it in the same clause.

    Attributes:
        before: the last characters before it, at least two.
        word: the word.
        after: the first characters after it, at least two.
        text: the text of the row that it stands in.
        start: index of its first character there.
    """

    before: str
    word: str
    after: str
    text: Text
    start: int

    def phrase(self, word: str) -> str:
        """Give a word between the words around this one."""
        return f"{self.before}{word}{self.after}"

    @property
    def place(self) -> Text:
        """The word and what follows it, as it stands in the row."""
        return self.text.part(self.start, self.start + len(self.word) + len(self.after))


def find(resolved: ResolvedPlan) -> Findings:
    """Compare each row of the responsibility table with the text of what it is about."""
    levels = _level_words(resolved.plan.levels)
    for task in resolved.tasks:
        if task.subject is None:
            continue
        row = tuple(_row_texts(task))
        body = tuple(_block_texts(task.subject))
        # a phrase crosses no line end
        in_row, in_body = "\n".join(row), "\n".join(body)
        for words in (_RANK_WORDS, levels):
            used = [word for word in words if word in in_row]
            for text in row if used else ():
                for use in _uses(text, used, in_body):
                    others = [word for word in words if use.phrase(word) in in_body]
                    yield from _compare(use, others, row, body)


def _compare(
    use: _Use, others: Sequence[str], row: tuple[Text, ...], body: tuple[Text, ...]
) -> Findings:
    """Report a use that the text has with another word, and with that word only."""
    for other in others:
        place = _place_of(use.phrase(other), body)
        if place and not _place_of(use.phrase(other), row):
            message = f"分工表写“{use.word}{use.after}”，正文写“{other}{use.after}”，层级用词不同"
            related = (Label(place.span, "正文"),)
            hint = "核对是不是同一回事，统一用词"
            yield Diagnostic(RULE, message, Label(use.place.span, "分工表"), related, hint)
            return


def _level_words(levels: Iterable[Level]) -> tuple[str, ...]:
    """Give what tells the plan's own levels apart: 骨干 of 骨干教师, 卓越 of “卓越计划”."""
    names = [(level, part) for level in levels for part in _QUOTED.split(str(level.title)) if part]
    found = []
    for level, name in names:
        others = [other for owner, other in names if owner is not level]
        word = name
        for length in range(len(name) - 2, 1, -1):
            if any(other.endswith(name[-length:]) for other in others):
                word = name[:-length]
                break
        found.append(word)
    return tuple(dict.fromkeys(word for word in found if 1 < len(word) <= _LONGEST_NAME))


def _row_texts(task: ResolvedTask) -> Iterator[Text]:
    yield from (paragraph.text for paragraph in task.task.content)
    yield from (goal.goal.text for goal in task.goals)


def _block_texts(block: Block) -> Iterator[Text]:
    for inner in with_clauses([block]):
        yield from (paragraph.text for paragraph in inner.text)
        yield from (goal.text for goal in inner.goals)


def _uses(text: Text, words: Sequence[str], in_body: str) -> Iterator[_Use]:
    """Give the words of a row that do not stand between the same words in the body."""
    plain = str(text)
    for start, word in _found(plain, words):
        end = start + len(word)
        first = max(0, start - _BEFORE)
        if plain[first : end + _AFTER] in in_body:
            continue
        before, after = plain[first:start], plain[end : end + _AFTER]
        is_whole = len(before) == _BEFORE and len(after) == _AFTER
        if is_whole and not _STOPS.search(f"{before}{after}"):
            yield _Use(before, word, after, text, start)


def _found(plain: str, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Give where words stand; of two that overlap the first, of two at one place the earlier."""
    found = []
    for rank, word in enumerate(words):
        at = plain.find(word)
        while at >= 0:
            found.append((at, rank, word))
            at = plain.find(word, at + 1)
    position = 0
    for at, _, word in sorted(found):
        if at >= position:
            yield at, word
            position = at + len(word)


def _place_of(phrase: str, texts: Iterable[Text]) -> Text | None:
    for text in texts:
        at = text.find(phrase)
        if at >= 0:
            return text.part(at, at + len(phrase))
    return None


CHECK = Check(RULE, find)
