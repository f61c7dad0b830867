"""W113: half-width punctuation inside Chinese text (GB/T 15834-2011, 5.1)."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W113", "half-width-mark", "中文里用了半角标点", Severity.WARNING)
_PATTERN: Final = re.compile(
    # the set of first signs changes nothing but the time
    "(?=[(（\"',;:!?.])(?:"
    # a pair of brackets or quotation marks
    r"\((?:[^()（）\n]|[(（][^()（）\n]*[)）])*\)|\([^()（）\n]*）|（[^()（）\n]*\)"
    "|\"(?<![0-9]\")[^\"\n]*\"|'(?<![0-9A-Za-z]')[^'\n]*'"
    # after Chinese text, before more of it, a number or an opening mark
    r"|[,;:!?](?<=[\u4e00-\u9fff”’》）】〕)\"][,;:!?])(?=[\u4e00-\u9fff“‘《（【(\"0-9\n]|$)"
    # after a number, before Chinese text
    r"|[,;!?](?<=[0-9%％‰)][,;!?])(?=[\u4e00-\u9fff“‘《])"
    r"|\.(?<=[\u4e00-\u9fff]\.)(?<![一二三四五六七八九十]\.)(?=[\u4e00-\u9fff]|\n|$))"
)
_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_FULL_WIDTH: Final = str.maketrans(",;:!?().", "，；：！？（）。")
_HALVES: Final = {'"': ("“", "”"), "'": ("‘", "’")}
_WIDTH: Final = 6


class Mark(NamedTuple):
    """A mark, or a pair with what stands in it, and the cure of each character at fault."""

    start: int
    end: int
    cures: dict[int, str]


def find(resolved: ResolvedPlan) -> Findings:
    """Report the marks of one text together: they are cured in one go."""
    writing = resolved.writing
    found: dict[int, list[Mark]] = defaultdict(list)
    for mark in _marks(writing.text, 0, len(writing.text)):
        found[writing.number(mark.start)].append(mark)
    for marks in found.values():
        first = marks[0]
        before, after = writing.before(first.start, _WIDTH), writing.after(first.end, _WIDTH)
        start, end = first.start - len(before), first.end + len(after)
        excerpt = writing.text[start:end]
        cures = {at: cure for mark in marks for at, cure in mark.cures.items()}
        repaired = "".join(cures.get(at, sign) for at, sign in enumerate(excerpt, start))
        labels = [Label(writing.part(mark.start, mark.end).place, "又一处") for mark in marks]
        more = f"（这段文字共{len(marks)}处）" if len(marks) > 1 else ""
        message = f"“{excerpt}”里用了半角标点{more}"
        hint = f"写作“{repaired}”"
        yield Diagnostic(RULE, message, Label(labels[0].place), tuple(labels[1:]), hint)


def _marks(text: str, start: int, end: int) -> Iterator[Mark]:
    for match in _PATTERN.finditer(text, start, end):
        if match.end() == match.start() + 1:
            yield Mark(*match.span(), {match.start(): match.group().translate(_FULL_WIDTH)})
        # 人工智能(AI), f(x) and 5'10" are written so in Chinese text too
        elif _CHINESE.search(match.group()):
            first, last = match.start(), match.end() - 1
            opening, closing = _HALVES.get(text[first], ("（", "）"))
            yield Mark(*match.span(), {first: opening, last: closing})
            yield from _marks(text, first + 1, last)


CHECK = Check(RULE, find)
