"""Finding every period in prose."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from generator.quantity.period_forms import EVENT_START, any_form, forms
from generator.quantity.period_parse import remarks_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.quantity.period import Period

# A run of figures is tried at its first only, and only before what may follow it in a period.
_CHINESE = "[〇○零一二两三四五六七八九十]"
_FIGURES = f"(?:(?<![0-9０-９])[0-9０-９]{{1,4}}|(?<!{_CHINESE})(?![〇○零]){_CHINESE}{{1,4}})"
_FOLLOWING = r"(?=[ 年月日天周季小工期末规以时—–\-－~～─至到.．/／]|学[年期]|个[月学季工])"
# Where a period may begin. The set of characters at the front changes nothing but the time: most
# characters are passed over by it alone.
START = re.compile(
    '(?=[0-9０-９一二两三四五六七八九十到至截从自以每在第“"「规本现目当培开结项研聘任试验考报入评公服见])(?:'
    f"{_FIGURES}{_FOLLOWING}|[到至截每]|"
    '[从自以在第“"「](?=[0-9０-９一二两三四五六七八九十])|本?规划期|现状|现阶段|目前|当前|'
    f"{EVENT_START})"
)
_SENDING = frozenset("传送报交发")


class PeriodMention(NamedTuple):
    """A period in prose: index of its first character, index after its last, what it means."""

    start: int
    end: int
    period: Period


def find_periods(text: str) -> tuple[PeriodMention, ...]:
    """Return every period in a sentence or paragraph, in order, in linear time.

    Years, dates, deadlines, spans, 每年, 第一年, 五年一周期, 三年内, “十四五”期间; a bare length
    of time (为期3年) is a quantity, not a period.
    """
    return tuple(_scan(text))


def _scan(text: str) -> Iterator[PeriodMention]:
    """Yield the periods from left to right; where several forms match, the longest counts."""
    position = 0
    while (candidate := START.search(text, position)) is not None:
        start = candidate.start()
        best = None if _ends_verb(text, start) else _longest(text, start)
        if best is None:
            position = start + 1
        else:
            yield best
            position = best.end


def _ends_verb(text: str, start: int) -> bool:
    """Whether 至 or 到 belongs to the verb before it: 上传至2021年的平台."""
    return text[start] in "至到" and start > 0 and text[start - 1] in _SENDING


def _longest(text: str, start: int) -> PeriodMention | None:
    """Return the longest period that begins at `start`."""
    if any_form().match(text, start) is None:
        return None
    best: PeriodMention | None = None
    for pattern, build in forms():
        match = pattern.match(text, start)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        period = build(match)
        if period is not None:
            spelled = match.group()
            period = replace(period, text=spelled, remarks=remarks_of(spelled))
            best = PeriodMention(start, match.end(), period)
    return best
