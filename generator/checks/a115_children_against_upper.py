"""A115: figures of the plans below that do not add up to the upper plan's, or miss its quota."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.comparing import judge_sum
from generator.checks.counterparts import counterpart
from generator.checks.frame import CorpusCheck
from generator.checks.nearness import tolerance_of
from generator.checks.upper_plans import adds_up, indicator_of, names_of
from generator.checks.wording import apart
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.quantity import Bound, Verdict
from generator.resolve.names import loose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.comparing import Judgement
    from generator.checks.frame import Findings
    from generator.checks.upper_plans import UpperPlans
    from generator.model.figures import Figure, Indicator
    from generator.resolve import ResolvedPlan
    from generator.source import Place

RULE = Rule("A115", "children-against-upper", "下级规划与上位规划的总数或名额不符")
_UNIT_HINT: Final = "两份规划用同一个量词；说的不是同一样东西的，改其中一个指标的名称"
_SUM_HINT: Final = "与上位规划和其他下级规划核对；口径、时期不同的，写明“counting”（口径）和时期"
_QUOTA_HINT: Final = "改成分配的名额；确需不同的，先改上位规划的名额表"


class _Family(NamedTuple):
    """An upper plan and the plans below it.

    Attributes:
        upper: the upper plan.
        children: the plans below, in the order of the corpus.
        absent: names in `implemented_by` that no plan stands for.
        complete: whether `implemented_by` lists all that there are.
    """

    upper: ResolvedPlan
    children: tuple[ResolvedPlan, ...]
    absent: tuple[str, ...]
    complete: bool


def find(uppers: UpperPlans) -> Findings:
    """Add up the plans below every upper plan, and hold each against its quota."""
    for family in _families(uppers):
        for document in family.upper.documents:
            for indicator in document.plan.indicators:
                if adds_up(indicator):
                    for total in indicator.stated:
                        yield from _roll_up(family, indicator, total)
        yield from _quotas(family)


def _families(uppers: UpperPlans) -> Iterator[_Family]:
    for upper in dict.fromkeys((*uppers.children, *uppers.below)):
        children = uppers.children.get(upper, {})
        below = uppers.below.get(upper)
        if below is None:
            yield _Family(upper, tuple(children), (), complete=False)
            continue
        found = dict.fromkeys(plan for _, plan in below.listed if plan)
        absent = tuple(str(name) for name, plan in below.listed if plan is None)
        # a plan that implements the upper one without being listed takes part all the same
        yield _Family(upper, tuple({**found, **children}), absent, complete=not below.open)


def _title(plan: ResolvedPlan) -> str:
    return str(plan.plan.region or plan.plan.short_title or plan.plan.title)


def _roll_up(family: _Family, indicator: Indicator, total: Figure) -> Findings:
    if total.stated.quantity.vague:
        return
    found = {
        child: figure
        for child in family.children
        if (own := indicator_of(child, *names_of(indicator)))
        and (figure := counterpart(own, total))
    }
    if not found:
        return
    missing = [_title(child) for child in family.children if child not in found]
    missing += family.absent
    upper = family.upper
    quantities = [figure.stated.quantity for figure in found.values()]
    judged = judge_sum(total.stated.quantity, quantities, tolerance_of(upper))
    # those without a figure are named too, which the site must know: they may not be public
    titles = (upper.plan.title.place, *(child.plan.title.place for child in family.children))
    spans = tuple(figure.span for figure in found.values())
    if judged is None:
        yield from _other_units(upper, total, found)
        return
    verdict = _verdict(judged, total, tuple(found.values()), rest=bool(missing))
    if not family.complete and verdict is Verdict.FAILS and judged.falls_short:
        verdict = Verdict.UNDETERMINED
    lacking = f"；{'、'.join(missing)}没有可加的数" if missing else ""
    listed = " + ".join(f"{_title(child)}{f.stated.text}" for child, f in found.items())
    working = f"{listed} = {judged.computed}{lacking}"
    subject = f"各下级规划“{total.label}”之和 = 上位规划“{upper.plan.title}”"
    yield Reconciliation(
        RULE,
        subject,
        judged.computed,
        total.stated.text,
        working,
        verdict,
        (*spans, total.span, *titles),
        judged.difference if verdict is Verdict.FAILS else "",
    )
    if verdict is Verdict.FAILS:
        yield _sum_finding(family, judged, total, found)


def _other_units(upper: ResolvedPlan, total: Figure, found: dict[ResolvedPlan, Figure]) -> Findings:
    """Report figures that cannot be added up because of what they are counted in."""
    title = upper.plan.title
    for child, figure in found.items():
        quantity = figure.stated.quantity
        if quantity.vague or quantity.in_unit(total.stated.quantity.unit):
            continue
        message = (
            f"“{figure.label}”{figure.stated.text}，上位规划“{title}”为{total.stated.text}，"
            "单位不同，不能相加"
        )
        related = (
            Label(total.span, "上位规划的总数"),
            *(Label(plan.plan.title.place, "规划") for plan in (upper, child)),
        )
        place = Label(figure.span, _title(child))
        yield Diagnostic(RULE, message, place, related, _UNIT_HINT, Severity.WARNING)


def _verdict(judged: Judgement, total: Figure, parts: tuple[Figure, ...], *, rest: bool) -> Verdict:
    """Judge a sum that others may still add to."""
    quantity = total.stated.quantity
    if judged.verdict is Verdict.FAILS and not judged.falls_short:
        # the same figure everywhere is rather one that is meant for each place
        same = all(part.stated.quantity.states_same(quantity) for part in parts)
        return Verdict.UNDETERMINED if same else Verdict.FAILS
    is_reached = judged.verdict is Verdict.HOLDS and quantity.bound in _LOWER
    return judged.verdict if is_reached or not rest else Verdict.UNDETERMINED


_LOWER: Final = (Bound.AT_LEAST, Bound.MORE_THAN)


def _sum_finding(
    family: _Family, judged: Judgement, total: Figure, found: dict[ResolvedPlan, Figure]
) -> Diagnostic:
    upper = family.upper
    *others, (last, figure) = found.items()
    listed = "、".join(f"{_title(child)}{one.stated.text}" for child, one in found.items())
    message = (
        f"{len(found)}份下级规划的“{total.label}”合计{judged.computed}（{listed}），"
        f"上位规划“{upper.plan.title}”为{total.stated.text}{apart(judged.difference)}"
    )
    related = (
        *(Label(one.span, _title(child)) for child, one in others),
        Label(total.span, "上位规划的总数"),
        *(Label(child.plan.title.place, "规划") for child in (upper, *found)),
    )
    level = None if judged.falls_short else Severity.WARNING
    return Diagnostic(RULE, message, Label(figure.span, _title(last)), related, _SUM_HINT, level)


def _quotas(family: _Family) -> Findings:
    """Hold each plan below against the row of its place in the tables of the upper plan."""
    rows: dict[str, list[tuple[str, Figure]]] = {}
    for document in family.upper.documents:
        for table in document.plan.tables:
            for _, _, figure in table.body.figures:
                if figure.key.scope:
                    name = str(table.name)
                    rows.setdefault(loose(figure.key.scope), []).append((name, figure))
    for child in family.children:
        for table_name, quota in rows.get(loose(child.plan.region or ""), ()):
            indicator = indicator_of(child, quota.key.indicator)
            own = counterpart(indicator, quota) if indicator else None
            if own:
                yield from _quota(family.upper, table_name, quota, own)


def _quota(upper: ResolvedPlan, table: str, quota: Figure, figure: Figure) -> Findings:
    judged = judge_sum(quota.stated.quantity, [figure.stated.quantity], tolerance_of(upper))
    if judged is None:
        return
    title = upper.plan.title
    places: tuple[Place, ...] = (figure.span, quota.span, title.place)
    subject = f"{figure.label} = 上位规划“{title}”表“{table}”分给{quota.key.scope}的数"
    working = f"{figure.stated.text} = {quota.stated.text}"
    stated, computed = str(figure.stated.text), str(quota.stated.text)
    gap = judged.difference
    yield Reconciliation(RULE, subject, stated, computed, working, judged.verdict, places, gap)
    if judged.verdict is Verdict.FAILS:
        message = (
            f"“{figure.label}”{figure.stated.text}，上位规划“{title}”表“{table}”"
            f"分给{quota.key.scope}{quota.stated.text}{apart(gap)}"
        )
        related = (Label(quota.span, "名额"), Label(title.place, "上位规划"))
        yield Diagnostic(RULE, message, Label(figure.span, "此处"), related, _QUOTA_HINT)


CHECK = CorpusCheck(RULE, find, by_firmness=True)
