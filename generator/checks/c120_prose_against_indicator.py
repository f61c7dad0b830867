"""C120: a number that clearly speaks of an indicator and says something else, without `targets`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.checks.alignment import kind_of
from generator.checks.comparing import distance
from generator.checks.figure_audit import ties
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of, tolerance_used
from generator.checks.readings import readings
from generator.checks.text_numbers import mentions_in
from generator.checks.wording import gap, manner_of
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.quantity import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator
    from fractions import Fraction

    from generator.checks.frame import Findings
    from generator.checks.readings import Reading
    from generator.checks.speaking import Tie
    from generator.checks.text_numbers import Number
    from generator.model.figures import Figure
    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan
    from generator.text import Text

RULE = Rule("C120", "prose-against-indicator", "正文数字与所说的指标不符")
_HINT = "核对原始依据后改成一致；说的不是这个指标的，写明是哪一部分、哪个时期、哪个地方"
_SENTENCE_ENDS = "。；！？"


class _Statement(NamedTuple):
    """A number of prose and the figure that it is held to."""

    reading: Reading
    number: Number
    figure: Figure
    agrees: bool


def find(resolved: ResolvedPlan) -> Findings:
    """Hold every number that names its indicator to it, all statements of one figure together."""
    statements: dict[int, list[_Statement]] = {}
    tolerance = tolerance_of(resolved)
    for reading, number, tie in ties(resolved):
        statement = _statement(reading, number, tie, tolerance)
        statements.setdefault(id(statement.figure.stated), []).append(statement)
    for stated in statements.values():
        yield from _compare(stated, tolerance)
    for reading in readings(resolved):
        if any(reading.bound):
            yield from _names(reading)


def _statement(reading: Reading, number: Number, tie: Tie, tolerance: Fraction) -> _Statement:
    for figure in tie.figures:
        if _fits(figure.stated.quantity, number.quantity, tolerance):
            return _Statement(reading, number, figure, agrees=True)
    return _Statement(reading, number, tie.figures[0], agrees=False)


def _fits(stated: Quantity, written: Quantity, tolerance: Fraction) -> bool:
    """Whether both say the same; of 约 and rounded numbers, that they may be the same."""
    if stated.states_same(written):
        return True
    converted = written.in_unit(stated.unit)
    if converted is None or stated.bound is not written.bound or not stated.numbers:
        return False
    if written.approximate:
        # 近5万 and 5万余 may well be a loose word for 5万
        near = converted.interval.widened(abs(converted.numbers[-1]) * tolerance)
    elif written.is_exact_count or converted.printed_step <= stated.printed_step:
        return False
    else:
        near = converted.interval.widened(converted.printed_step / 2)
    return near.intersection(stated.interval) is not None


def _compare(statements: list[_Statement], tolerance: Fraction) -> Findings:
    figure = statements[0].figure
    wrong = [statement for statement in statements if not statement.agrees]
    written = "、".join(dict.fromkeys(str(one.number.text) for one in statements))
    stated = figure.stated.quantity
    near = [
        one.number.quantity
        for one in statements
        if one.number.quantity.approximate and not stated.approximate
    ]
    owners = "，".join(one.reading.owner for one in statements)
    working = f"{len(statements)}处：{owners}{tolerance_used(near, tolerance)}"
    gaps = dict.fromkeys(distance(stated, one.number.quantity) for one in wrong)
    yield Reconciliation(
        RULE,
        f"{figure.label}与正文一致",
        str(figure.stated.text),
        written,
        working,
        Verdict.FAILS if wrong else Verdict.HOLDS,
        (figure.span, *(one.number.text.place for one in statements)),
        "、".join(apart for apart in gaps if apart),
    )
    if len(wrong) > 1 and len(wrong) == len(statements):
        yield _figure_alone(figure, wrong)
        return
    for statement in wrong:
        yield _disagreement(statement)


def _figure_alone(figure: Figure, wrong: list[_Statement]) -> Diagnostic:
    """Fold: every text agrees against the indicator, so the indicator is the place to look."""
    written = "、".join(dict.fromkeys(str(one.number.text) for one in wrong))
    stated = figure.stated.quantity
    gaps = dict.fromkeys(distance(stated, one.number.quantity) for one in wrong)
    apart = "、".join(gap for gap in gaps if gap)
    told = f"，相差{apart}" if apart else ""
    message = f"指标“{figure.label}”为{figure.stated.text}，正文{len(wrong)}处写的是{written}{told}"
    related = tuple(Label(one.number.text.place, one.reading.owner) for one in wrong)
    return Diagnostic(RULE, message, Label(figure.span, "指标"), related, _HINT)


def _disagreement(statement: _Statement) -> Diagnostic:
    number, figure = statement.number, statement.figure
    stated, written = figure.stated.quantity, number.quantity.in_unit(figure.stated.quantity.unit)
    same_value = written is not None and written.numbers == stated.numbers
    apart = "" if same_value or not written else _gap(stated, written)
    told = f"，相差{apart}" if apart else ""
    message = (
        f"“{statement.reading.owner}”写“{number.text}”，"
        f"指标“{figure.label}”为{figure.stated.text}{told}"
    )
    level = Severity.WARNING if same_value else None
    related = (Label(figure.span, "指标"),)
    return Diagnostic(RULE, message, Label(number.text.place, "此处"), related, _HINT, level)


def _gap(stated: Quantity, written: Quantity) -> str:
    return gap(stated.interval, written.interval, manner_of(stated))


def _names(reading: Reading) -> Iterator[Diagnostic]:
    """Hold a number to the one in the name of the indicator that its sentence states."""
    for position, bound in enumerate(reading.bound):
        if bound is None:
            continue
        name = bound.target.indicator.name
        held = [mention.quantity for mention in mentions_in(str(name), reading.extra_units)]
        if held:
            free = _sentence(reading, position)
            for quantity in held:
                yield from _held(reading, name, quantity, free)


def _sentence(reading: Reading, position: int) -> list[Number]:
    """Give the numbers of a sentence that state no target."""
    plain, own = reading.plain, reading.numbers[position]
    first = max(plain.rfind(mark, 0, own.start) for mark in _SENTENCE_ENDS)
    ends = [at for mark in _SENTENCE_ENDS if (at := plain.find(mark, own.end)) >= 0]
    last = min(ends, default=len(plain))
    return [
        number
        for number, bound in zip(reading.numbers, reading.bound, strict=True)
        if bound is None and first < number.start < last
    ]


def _held(
    reading: Reading, name: Text, quantity: Quantity, free: list[Number]
) -> Iterator[Diagnostic]:
    alike = [one for one in free if kind_of(one.quantity) == kind_of(quantity)]
    if len(alike) == 1 and not quantity.states_same(alike[0].quantity):
        written = alike[0].text
        message = f"“{reading.owner}”写“{written}”，所说的指标是“{name}”"
        related = (Label(name.place, "指标"),)
        yield Diagnostic(RULE, message, Label(written.place, "此处"), related, _HINT)


CHECK = Check(RULE, find, by_firmness=True)
