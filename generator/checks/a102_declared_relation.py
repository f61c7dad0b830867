"""A102: a declared relation between figures that does not hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.comparing import judge
from generator.checks.formula import FormulaFault, comparable, relation
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule
from generator.quantity import Verdict

if TYPE_CHECKING:
    from fractions import Fraction

    from generator.checks.formula import Comparison
    from generator.checks.frame import Findings
    from generator.model.figures import Relation
    from generator.resolve import ResolvedPlan

RULE = Rule("A102", "declared-relation", "申明的关系不成立")
_HINTS = {
    "name": "写indicators里的名称；运算符两边各空一格",
    "period": "在名称后写“@时期”，例如“骨干教师@到2025年”",
    "unit": "核对单位；人数与人数、学时与学时才能相加减和比较；每批、每县多少的指标，写“per”（每）",
    "vague": "给指标写上数，或去掉这条关系",
    "zero": "核对作除数的数",
    "syntax": "写成“甲 = 乙 + 丙”一类的式子",
}


def find(resolved: ResolvedPlan) -> Findings:
    """Evaluate every declared relation."""
    for declared in resolved.plan.relations:
        outcome = relation(str(declared.holds), resolved)
        if isinstance(outcome, FormulaFault):
            yield _fault(resolved, declared, outcome)
        else:
            for comparison in outcome:
                yield from _compare(declared, comparison, tolerance_of(resolved))


def _fault(resolved: ResolvedPlan, declared: Relation, fault: FormulaFault) -> Diagnostic:
    span = declared.holds.span_of(fault.start, min(fault.end, len(declared.holds)))
    message = f"关系“{declared.name}”算不出：{fault.message}"
    written = str(declared.holds)[fault.start : fault.end]
    nearest = resolved.indicators.nearest(written) if fault.kind == "name" else ""
    cure = f"是不是“{nearest}”？" if nearest else ""
    return Diagnostic(RULE, message, Label(span), hint=f"{cure}{_HINTS[fault.kind]}")


def _compare(declared: Relation, comparison: Comparison, tolerance: Fraction) -> Findings:
    if not comparable(comparison):
        sides = f"“{comparison.left.text}”与“{comparison.right.text}”"
        message = f"关系“{declared.name}”两边单位不同：{sides}"
        figures = (*comparison.left.figures, *comparison.right.figures)
        related = tuple(Label(figure.span, figure.label) for figure in figures)
        yield Diagnostic(RULE, message, Label(declared.holds.span), related, _HINTS["unit"])
        return
    judged = judge(comparison, tolerance)
    places = (declared.holds.span, *(figure.span for figure in judged.figures))
    yield Reconciliation(
        RULE,
        str(declared.name),
        judged.stated,
        judged.computed,
        f"{judged.working}（{declared.note}）" if declared.note else judged.working,
        judged.verdict,
        places,
        judged.difference,
    )
    if judged.verdict is Verdict.FAILS:
        distance = f"，相差{judged.difference}" if judged.difference else ""
        message = (
            f"关系“{declared.name}”不成立：左边{judged.stated}，"
            f"右边{judged.computed}{distance}（{judged.working}）"
        )
        related = tuple(Label(figure.span, figure.label) for figure in judged.figures)
        hint = "核对式中各数；关系写错的，改“holds”（成立）"
        yield Diagnostic(RULE, message, Label(declared.holds.span, "关系"), related, hint)


CHECK = Check(RULE, find, by_firmness=True)
