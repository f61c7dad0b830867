"""W112: a span of years, ages or months whose dash was lost (20232027年)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan

RULE = Rule("W112", "lost-dash", "起止之间的横线丢失", Severity.WARNING)
# what must not stand before a number is asked after its first digit: so the search skips ahead
_PATTERN: Final = re.compile(
    "[1-9](?:"
    "(?<![0-9].)(?P<from>(?<=[12])[09][0-9]{2})(?P<to>(?:19|20)[0-9]{2})(?P<of>学?年)"
    "|(?<![0-9.].)(?P<younger>[0-9])(?P<older>[1-9][0-9])(?P<age>周?岁)"
    # no year has a thirteenth month; 24月龄 is an age
    "|(?<=年.)(?P<first>)(?P<last>1[0-2]|[3-9])(?P<month>月)(?!龄)"
    ")"
)


def find(resolved: ResolvedPlan) -> Findings:
    """Look for two numbers run together before 年, 岁 or 月, the second the greater."""
    writing = resolved.writing
    for match in _PATTERN.finditer(writing.text):
        low, high, unit = (group for group in match.groups() if group is not None)
        low = match.group()[0] + low
        if int(low) < int(high) and not _is_month(match):
            place = writing.part(*match.span())
            message = f"“{place}”像是丢了中间的横线"
            hint = f"核对原件，写作“{low}—{high}{unit}”"
            yield Diagnostic(RULE, message, Label(place.place), hint=hint)


def _is_month(match: re.Match[str]) -> bool:
    """Whether the digits are a month as they stand: 年11月, 年12月."""
    return match.group() in ("10月", "11月", "12月")


CHECK = Check(RULE, find)
