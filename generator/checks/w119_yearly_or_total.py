"""W119: an amount that may be meant for each year or for all years (每年25天、研修60学时)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.quantity import find_quantities

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.quantity import Mention
    from generator.resolve import ResolvedPlan

RULE = Rule("W119", "yearly-or-total", "没有写明是每年还是合计", Severity.WARNING)
_YEARLY: Final = re.compile("每学?年|年均")
_SEVERAL_YEARS: Final = re.compile(
    "(?:周期|为期|历时|学制|期限|时间|用)(?:为|约)?(?:[2-9]|1[0-9]|[二两三四五六七八九十])年"
    "|(?:[2-9]|1[0-9]|[二两三四五六七八九十])年(?:内|期间|时间|制|一?周期|为一?个?周期)"
)
_ENDS: Final = "。；;\n"
_END: Final = re.compile(f"[{_ENDS}]")
# words that say how an amount is counted
_SAID: Final = re.compile("每|共|计|总|累|均|年|期内|期间|全程")
_JOINED: Final = re.compile("[ 、和及与或＋+]*")
_HOURS: Final = frozenset(("天", "日", "周", "小时", "学时", "课时", "学分"))


def find(resolved: ResolvedPlan) -> Findings:
    """Look at sentences about several years in which one amount is said to be yearly."""
    writing = resolved.writing
    for start, sentence in _yearly_sentences(writing.text):
        several = _SEVERAL_YEARS.search(sentence)
        if several is None:
            continue
        for yearly, other in _pairs(sentence, resolved.extra_units):
            place = writing.part(start + other.start, start + other.end)
            amount = sentence[yearly.start : yearly.end]
            message = f"“{place}”没有写明是每年还是合计：同一句有“{several[0]}”和每年“{amount}”"
            hint = f"核对后写作“每年{place}”，或“共{place}”"
            yield Diagnostic(RULE, message, Label(place.place), hint=hint)


def _yearly_sentences(text: str) -> Iterator[tuple[int, str]]:
    """Give the sentences that say that something is yearly, and where they begin."""
    end = 0
    for match in _YEARLY.finditer(text):
        if match.start() >= end:
            start = max(text.rfind(mark, end, match.start()) + 1 for mark in _ENDS)
            found = _END.search(text, match.end())
            end = found.start() if found else len(text)
            yield start, text[start:end]


def _pairs(sentence: str, extra_units: frozenset[str]) -> Iterator[tuple[Mention, Mention]]:
    """Give each amount of one kind with a yearly one before it that does not say how it counts."""
    yearly: Mention | None = None
    end = 0
    for mention in find_quantities(sentence, extra_units):
        between = sentence[end : mention.start]
        if _YEARLY.search(between):
            yearly = mention
        elif yearly and _is_alike(yearly, mention) and not _is_said(between):
            yield yearly, mention
        end = mention.end


def _is_said(between: str) -> bool:
    """Whether an amount says how it counts, or shares the word of the one right before it."""
    return bool(_JOINED.fullmatch(between) or _SAID.search(between))


def _is_alike(one: Mention, other: Mention) -> bool:
    units = {one.quantity.unit.name, other.quantity.unit.name}
    return len(units) == 1 or units <= _HOURS


CHECK = Check(RULE, find)
