"""C102: a number in a text that disagrees with the indicator that the text names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.alignment import alignments
from generator.checks.comparing import distance
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of, tolerance_used
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import Verdict

if TYPE_CHECKING:
    from fractions import Fraction

    from generator.checks.alignment import Alignment, Bound
    from generator.checks.frame import Findings
    from generator.checks.text_numbers import Number
    from generator.model.figures import Figure
    from generator.resolve import ResolvedPlan, TextPlace
    from generator.text import Text

RULE = Rule("C102", "text-against-indicator", "正文数字与指标不符")
_HINT = "核对原始依据后改成一致；若说的不是这个指标，改“targets”（指标）"


def find(resolved: ResolvedPlan) -> Findings:
    """Compare every bound number with its figure, all statements of one figure together."""
    statements: dict[int, list[tuple[TextPlace, Bound]]] = {}
    for alignment in alignments(resolved):
        for mark in alignment.unknown:
            yield _unknown(resolved, alignment.place, mark)
        for bound in alignment.bound:
            if bound.number is None:
                yield _not_stated(alignment, bound)
            elif not bound.number.quantity.vague or bound.agrees:
                key = id(bound.figure.stated)
                statements.setdefault(key, []).append((alignment.place, bound))
    tolerance = tolerance_of(resolved)
    for stated in statements.values():
        yield from _compare(stated, tolerance)


def _unknown(resolved: ResolvedPlan, place: TextPlace, mark: Text) -> Diagnostic:
    nearest = resolved.indicators.nearest(mark.partition("@")[0])
    cure = f"是不是“{nearest}”？" if nearest else ""
    hint = f"{cure}括号里写indicators里的名称，有几个时期的再写“@时期”"
    message = f"“{place.owner}”中的数字标给了“{mark}”，没有这样的指标"
    return Diagnostic(RULE, message, Label(mark.span, "标记"), hint=hint)


def _compare(statements: list[tuple[TextPlace, Bound]], tolerance: Fraction) -> Findings:
    figure = statements[0][1].figure
    yield _reconciliation(figure, statements, tolerance)
    found = [(place, b.number) for place, b in statements if b.number and not b.agrees]
    if not found:
        return
    right = [bound.number for _, bound in statements if bound.agrees and bound.number]
    if len(found) > 1 and not right:
        yield _figure_alone(figure, found)
        return
    for place, number in found:
        yield _disagreement(place, figure, number, right)


def _figure_alone(figure: Figure, found: list[tuple[TextPlace, Number]]) -> Diagnostic:
    """Fold: every text agrees against the indicator, so the indicator is the place to look."""
    written = "、".join(dict.fromkeys(str(number.text) for _, number in found))
    gaps = dict.fromkeys(distance(figure.stated.quantity, number.quantity) for _, number in found)
    apart = "、".join(gap for gap in gaps if gap)
    message = (
        f"指标“{figure.label}”为{figure.stated.text}，正文{len(found)}处写的是{written}"
        f"{f'，相差{apart}' if apart else ''}"
    )
    related = tuple(Label(number.text.span, place.owner) for place, number in found)
    return Diagnostic(RULE, message, Label(figure.span, "指标"), related, _HINT)


def _disagreement(
    place: TextPlace, figure: Figure, number: Number, right: list[Number]
) -> Diagnostic:
    if number.quantity.in_unit(figure.stated.quantity.unit) is None:
        fault = f"单位不同：此处为{number.text}，指标为{figure.stated.text}"
    else:
        apart = distance(figure.stated.quantity, number.quantity)
        gap = f"，相差{apart}" if apart else ""
        fault = f"此处为{number.text}，指标为{figure.stated.text}{gap}"
    message = f"“{place.owner}”中指标“{figure.label}”的数字不一致，{fault}"
    related = (Label(figure.span, "指标"), *(Label(same.text.span, "另一处") for same in right))
    return Diagnostic(RULE, message, Label(number.text.span, "此处"), related, _HINT)


def _not_stated(alignment: Alignment, bound: Bound) -> Diagnostic:
    figure, owner = bound.figure, alignment.place.owner
    unit = figure.stated.quantity.unit
    left_over = [n for n in alignment.unbound if n.quantity.unit.same_kind(unit)]
    same = [n for n in left_over if n.quantity.states_same(figure.stated.quantity)]
    if same:
        return _out_of_order(owner, figure, same[0], bound.target.written)
    message = f"“{owner}”列了指标“{figure.label}”（{figure.stated.text}），文中没有写出这个数"
    hint = "在文中写出这个数，或从“targets”（指标）中去掉它"
    related = (
        Label(figure.span, "指标"),
        *(Label(number.text.span, "没有对应的指标") for number in left_over),
    )
    return Diagnostic(RULE, message, Label(bound.target.written.span), related, hint)


def _out_of_order(owner: str, figure: Figure, number: Number, written: Text) -> Diagnostic:
    message = (
        f"“{owner}”中{number.text}的次序与“targets”（指标）不同，"
        f"没有对应到指标“{figure.label}”（{figure.stated.text}）"
    )
    related = (Label(figure.span, "指标"), Label(written.span, "次序"))
    hint = "按文中次序列出“targets”（指标）；文中数字互换了的，改正文"
    return Diagnostic(RULE, message, Label(number.text.span, "此处"), related, hint)


def _reconciliation(
    figure: Figure, statements: list[tuple[TextPlace, Bound]], tolerance: Fraction
) -> Reconciliation:
    stated = figure.stated.quantity
    numbers = [bound.number for _, bound in statements if bound.number]
    wrong = [bound.number.quantity for _, bound in statements if bound.number and not bound.agrees]
    near = () if stated.approximate else [number.quantity for number in numbers]
    owners = "，".join([place.owner for place, _ in statements])
    gaps = dict.fromkeys([distance(stated, one) for one in wrong])
    return Reconciliation(
        RULE,
        f"{figure.label}与正文一致",
        figure.stated.text,
        "、".join(dict.fromkeys([str(number.text) for number in numbers])),
        f"{len(numbers)}处：{owners}{tolerance_used(near, tolerance)}",
        Verdict.FAILS if wrong else Verdict.HOLDS,
        (figure.span, *[number.text.span for number in numbers]),
        "、".join([gap for gap in gaps if gap]),
    )


CHECK = Check(RULE, find, by_firmness=True)
