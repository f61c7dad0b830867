"""W122: full-width digits and letters (GB/T 15835-2011 prints Arabic digits half-width)."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import chain
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.checks.printed_periods import printed_periods
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan
    from generator.resolve.writing import Writing
    from generator.text import Text

RULE = Rule("W122", "full-width-digit", "用了全角的数字或字母", Severity.WARNING)
_DIGITS: Final = "\uff10-\uff19"
_LETTERS: Final = "\uff21-\uff3a\uff41-\uff5a"
_SIGN: Final = f"[{_DIGITS}{_LETTERS}]"
# a search for one sign and then more is faster than one for signs, and finds the same
_RUN: Final = re.compile(f"{_SIGN}{_SIGN}*(?:[．][{_DIGITS}]+)*")
_DIGIT: Final = re.compile(f"[{_DIGITS}]")
_LETTER: Final = re.compile(f"[{_LETTERS}]")
# 二Ｏ二五年 has a wrong zero, which is W111
_ZERO: Final = "Ｏ"  # the letter itself
_NUMERALS: Final = "〇○零一二三四五六七八九十"
_HALF_WIDTH: Final = {
    ord("．"): ".",
    **{code: chr(code - 0xFEE0) for code in (*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF5B))},
}
_WIDTH: Final = 6


def find(resolved: ResolvedPlan) -> Findings:
    """Report those of one text together, then the figures and periods, which are no texts."""
    writing = resolved.writing
    found: dict[int, list[re.Match[str]]] = defaultdict(list)
    for match in _RUN.finditer(writing.text):
        if not _is_zero(match):
            found[writing.number(match.start())].append(match)
    reported = set()
    for number, matches in found.items():
        reported.add(writing.parts[number].place)
        yield _in_text(writing, matches)
    for text in _stated(resolved):
        # a cell may be a figure too, and several columns have one period
        if _RUN.search(text) and text.place not in reported:
            reported.add(text.place)
            yield _finding(text, [text])


def _is_zero(match: re.Match[str]) -> bool:
    around = match.string[max(0, match.start() - 1)] + match.string[match.end() : match.end() + 1]
    return match.group() == _ZERO and any(sign in _NUMERALS for sign in around)


def _stated(resolved: ResolvedPlan) -> Iterator[Text]:
    figures = (
        entry.value.text for indicator in resolved.plan.indicators for entry in indicator.figures
    )
    return chain(figures, (stated.text for stated in printed_periods(resolved)))


def _in_text(writing: Writing, matches: Sequence[re.Match[str]]) -> Diagnostic:
    first = matches[0]
    before, after = writing.before(first.start(), _WIDTH), writing.after(first.end(), _WIDTH)
    excerpt = f"{before}{first.group()}{after}"
    return _finding(excerpt, [writing.part(*match.span()) for match in matches])


def _finding(excerpt: str, faults: Sequence[Text]) -> Diagnostic:
    kinds = (("数字", _DIGIT), ("字母", _LETTER))
    what = "和".join(name for name, pattern in kinds if any(map(pattern.search, faults)))
    more = f"（这段文字共{len(faults)}处）" if len(faults) > 1 else ""
    message = f"“{excerpt}”里用了全角的{what}{more}"
    hint = f"写作“{_RUN.sub(_half_width, excerpt)}”"
    primary, *others = (fault.place for fault in faults)
    related = tuple(Label(place, "又一处") for place in others)
    return Diagnostic(RULE, message, Label(primary), related, hint)


def _half_width(match: re.Match[str]) -> str:
    return match.group().translate(_HALF_WIDTH)


CHECK = Check(RULE, find)
