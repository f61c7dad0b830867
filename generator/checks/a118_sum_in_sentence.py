"""A118: a total and its parts in one sentence that do not go together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.checks.comparing import Judgement, distance, judge_sum
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.checks.readings import readings
from generator.checks.shares_in_text import shares_in
from generator.checks.sums_in_text import Sum, Term, sums_in
from generator.checks.wording import number
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.quantity import Verdict, compare

if TYPE_CHECKING:
    from fractions import Fraction

    from generator.checks.frame import Findings
    from generator.checks.readings import Reading
    from generator.checks.shares_in_text import Shares
    from generator.resolve import ResolvedPlan

RULE = Rule("A118", "sum-in-sentence", "一句话里合计与各项不符", Severity.WARNING)
_HINT: Final = "核对合计与各项；各项有交叉或没有列全的，换个说法"
_SEVERAL: Final = 2
_FEWEST_SHARES: Final = 3
# people, land and roads count in several shares, money hardly ever
_MONEY: Final = "元"


def find(resolved: ResolvedPlan) -> Findings:
    """Add up what sentences say; where indicators declare the parts, A101 and A108 do so."""
    tolerance = tolerance_of(resolved)
    for reading in readings(resolved):
        for found in sums_in(reading):
            if not _is_declared(resolved, found):
                yield from _judge(found, tolerance)
        for shares in shares_in(reading.plain):
            if min(len(shares.values), len(shares.amounts)) >= _FEWEST_SHARES:
                yield from _judge_shares(reading, shares)


def _is_declared(resolved: ResolvedPlan, found: Sum) -> bool:
    names = [term.bound.figure.key.indicator for term in found.parts if term.bound]
    total = found.total.bound.target.indicator if found.total.bound else None
    if total is None:
        return False
    known = {str(name) for split in total.parts for name in split.parts}
    parts = (resolved.indicators.find(name) for name in names)
    known |= {str(p.value.name) for p in parts if p and p.value.subset_of == total.name}
    return any(name in known for name in names)


def _judge(found: Sum, tolerance: Fraction) -> Findings:
    for part in found.parts:
        if _is_above(part, found.total, tolerance):
            yield _above(found, part)
            return
    if len(found.parts) < _SEVERAL:
        return
    total = found.total.number
    quantities = [part.number.quantity for part in found.parts]
    judged = judge_sum(total.quantity, quantities, tolerance)
    if judged is None:
        return
    if judged.verdict is Verdict.HOLDS:
        yield Reconciliation(
            RULE,
            f"“{found.reading.owner}”一句中的合计{total.text}",
            judged.stated,
            judged.computed,
            judged.working,
            judged.verdict,
            (total.text.place, *(part.number.text.place for part in found.parts)),
        )
    elif judged.verdict is Verdict.FAILS and _tells(found, judged, tolerance):
        yield _differs(found, judged)


def _is_above(part: Term, total: Term, tolerance: Fraction) -> bool:
    one = part.number.quantity.in_unit(total.number.quantity.unit)
    if one is None:
        return False
    whole = total.number.quantity.for_computation(tolerance)
    return compare(one.for_computation(tolerance), "<=", whole) is Verdict.FAILS


def _tells(found: Sum, judged: Judgement, tolerance: Fraction) -> bool:
    """Say whether a difference means anything: after 其中, parts may be left out or overlap."""
    if found.is_behind:
        return True
    if not judged.falls_short:
        return found.adds_up
    # less is left than the least part named: hardly another part
    if not found.is_whole:
        return False
    total = found.total.number.quantity
    parts = [part.number.quantity for part in found.parts]
    with_least = [judge_sum(total, [*parts, part], tolerance) for part in parts]
    return all(one and one.verdict is Verdict.FAILS and not one.falls_short for one in with_least)


def _above(found: Sum, part: Term) -> Diagnostic:
    total = found.total.number
    apart = distance(total.quantity, part.number.quantity)
    more = f"，多{apart}" if apart else ""
    message = f"“{found.reading.owner}”写其中{part.number.text}，多于总数{total.text}{more}"
    related = (Label(total.text.place, "总数"),)
    return Diagnostic(RULE, message, Label(part.number.text.place, "其中"), related, _HINT)


def _differs(found: Sum, judged: Judgement) -> Diagnostic:
    total = found.total.number
    message = (
        f"“{found.reading.owner}”写总数{total.text}，各项之和{judged.computed}，"
        f"相差{judged.difference}（{judged.working}）"
    )
    related = tuple(Label(part.number.text.place, "分项") for part in found.parts)
    sure = found.is_behind or (found.is_by_year and not judged.falls_short)
    level = None if sure else Severity.NOTE
    return Diagnostic(RULE, message, Label(total.text.place, "总数"), related, _HINT, level)


def _judge_shares(reading: Reading, shares: Shares) -> Findings:
    """Hold shares against the amounts before them, and their sum against the whole."""
    written = reading.text.part(shares.start, shares.end)
    amounts, values = len(shares.amounts), len(shares.values)
    # amounts further ahead may have a share too
    is_one_each = amounts == values or (amounts < values and shares.may_follow_others)
    if not is_one_each:
        message = (
            f"“{reading.owner}”里“{shares.listed}”是{amounts}个数，"
            f"“分别占”后面是{values}个占比：{written}"
        )
        yield Diagnostic(RULE, message, Label(written.place), hint="一个数对一个占比，核对后补齐")
    elif shares.exceed_whole and shares.unit.endswith(_MONEY):
        total = number(shares.sum)
        message = f"“{reading.owner}”里分别占{written}，加起来是{total}%，超过100%"
        hint = "核对各个占比；各项有交叉的、不是占同一个总数的，换个说法"
        yield Diagnostic(RULE, message, Label(written.place), hint=hint)


CHECK = Check(RULE, find, by_firmness=True)
