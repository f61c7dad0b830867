"""C101: a count that differs from the list that it counts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.alignment import alignments
from generator.checks.announced import announced, before_chains
from generator.checks.enumerations import enumerations, overfull, possible_counts
from generator.checks.frame import Check
from generator.checks.nearness import tolerance_of
from generator.checks.ordinals import chains_by_text
from generator.checks.selectors import KNOWN, not_selected, select
from generator.checks.stated_count import Stated, stated_count
from generator.diagnostics import Diagnostic, Label, Reconciliation, Rule, Severity
from generator.quantity import Verdict, read_integer

if TYPE_CHECKING:
    from generator.checks.announced import Announced
    from generator.checks.frame import Findings
    from generator.model.content import Claim
    from generator.resolve import ClaimPlace, ResolvedPlan
    from generator.text import Text

RULE = Rule("C101", "counted-claim", "报的项数与所列不符")
_IDLE_HINT: Final = (
    "写“items”（各项）、“counts”（计数）或“spells”（拼成）中的一种；无法计数的写“open”（不计）"
)
_DIGITS: Final = re.compile(r"\d+(?:[+＋]\d+)*")
_NOUN: Final = re.compile(
    "方面|环节|阶段|维度|层次|层面|问题|原则|领域|板块|模块|渠道|途径|工程|项目|任务|行动|计划"
    "|[\u4e00-\u9fff]{2}(?=[，。；：！？、（）]|$)"
)
_LEADING_NUMERAL: Final = re.compile("[0-9零一二两三四五六七八九十]+")


def find(resolved: ResolvedPlan) -> Findings:
    """Count declared claims, then the lists that stand before their count in the text."""
    for place in resolved.claims:
        idle = _counts_nothing(place.claim)
        if idle:
            yield Diagnostic(RULE, idle, Label(place.claim.claim.span), hint=_IDLE_HINT)
        elif place.claim.spells:
            yield from _spelled(place)
        else:
            yield from _declared(resolved, place)
    for alignment, chains in zip(alignments(resolved), chains_by_text(resolved), strict=True):
        if not alignment.bound and not alignment.unbound:
            # a text without numbers counts nothing
            continue
        text = alignment.place
        paragraphs = [paragraph.text for paragraph in text.paragraphs]
        for paragraph in paragraphs:
            yield from _in_text(text.owner, paragraph, resolved.extra_units)
        for announcing, found in before_chains(chains, paragraphs, resolved.extra_units):
            yield from _announced(text.owner, announcing, found)


def _counts_nothing(claim: Claim) -> str:
    """Say why a claim cannot be counted, or "": it counts nothing, or in ways that exclude."""
    lists = (("items", "各项", claim.items), ("spells", "拼成", claim.spells))
    empty = [
        f"“{key}”（{alias}）" for key, alias, names in lists if names is not None and not names
    ]
    if empty:
        return f"“{claim.claim}”的{'、'.join(empty)}里一项也没有"
    aliases = claim.keys()
    ways = [key for key in ("items", "counts", "spells", "open") if getattr(claim, key)]
    if len(ways) > 1 and ways != ["items", "counts"]:
        named = "和".join(f"“{key}”（{aliases[key]}）" for key in ways)
        return f"“{claim.claim}”同时写了{named}，只能写一种"
    if not (claim.items or claim.spells or claim.counts or claim.matches or claim.open):
        return f"“{claim.claim}”没有写数的是什么"
    return ""


def _declared(resolved: ResolvedPlan, place: ClaimPlace) -> Findings:
    claim = place.claim
    tolerance = tolerance_of(resolved)
    stated = stated_count(claim.claim, resolved.extra_units, tolerance=tolerance)
    # items without a number are a named list
    if claim.items and stated:
        items = claim.items.items
        yield from _declared_count(claim.claim, stated, items, possible_counts(items))
    if claim.counts:
        selected = select(resolved, place, str(claim.counts))
        if selected is None:
            message = not_selected(claim.counts, "计数")
            hint = f"可用：{KNOWN}"
            yield Diagnostic(RULE, message, Label(claim.counts.span), hint=hint)
        elif stated is None:
            message = f"“{claim.claim}”里没有项数，“{claim.counts}”数出{len(selected)}项，无从核对"
            hint = "照原文写上带项数的话，例如“十项重点工程”“附件1—6”；没有项数的，删去这条列举"
            yield Diagnostic(RULE, message, Label(claim.claim.span), hint=hint)
        else:
            yield from _declared_count(claim.claim, stated, selected, (len(selected),))


class _Count(NamedTuple):
    """A count and what was counted.

    Attributes:
        subject: what makes the claim, in Chinese.
        stated: the count claimed.
        items: the items counted.
        possible: the counts that the items allow.
        level: how sure it is that the items are all of what is counted; None for the rule's own.
    """

    subject: str
    stated: Stated
    items: tuple[str, ...]
    possible: tuple[int, ...]
    level: Severity | None = None


def _declared_count(
    claim: Text, stated: Stated, terms: tuple[Text, ...], possible: tuple[int, ...]
) -> Findings:
    count = _Count(f"“{claim}”", stated, tuple(str(term) for term in terms), possible)
    related = tuple(Label(term.place, f"第{n}项") for n, term in enumerate(terms, start=1))
    yield from _compare(count, Label(claim.span), related)


def _in_text(owner: str, text: Text, extra_units: frozenset[str]) -> Findings:
    for found in enumerations(text, extra_units):
        counted = f"{text[found.count_start : found.end]}{_noun(text, found.end)}"
        stated = Stated.exactly(found.stated)
        count = _Count(f"“{owner}”中“{counted}”", stated, found.items, found.possible)
        yield from _compare(count, Label(text.span_of(found.start, found.end)), ())
    for found in overfull(str(text), extra_units):
        counted = f"{text[found.count_start : found.end]}{_noun(text, found.end)}"
        subject = f"“{owner}”中“等{counted}”"
        stated = Stated.exactly(found.stated)
        count = _Count(subject, stated, found.items, found.possible, Severity.WARNING)
        yield from _compare(count, Label(text.span_of(found.start, found.end)), ())
    for behind in announced(text, extra_units):
        yield from _announced(owner, text, behind)


def _announced(owner: str, text: Text, found: Announced) -> Findings:
    counted = f"{text[found.start : found.count_end]}{_noun(text, found.count_end)}"
    stated = Stated.exactly(found.stated)
    subject = f"“{owner}”中“{counted}”"
    count = _Count(subject, stated, found.items, found.possible, Severity.WARNING)
    yield from _compare(count, Label(text.span_of(found.start, found.end)), ())


def _noun(text: str, start: int) -> str:
    """Give the two characters that name what is counted: 五个 | 模块.

    They are a word where it is a known one or a sign follows, else perhaps half of one.
    """
    match = _NOUN.match(text, start)
    return match.group() if match else ""


def _compare(count: _Count, primary: Label, related: tuple[Label, ...]) -> Findings:
    holds = any(count.stated.interval.contains(possible) for possible in count.possible)
    counted = len(count.items)
    gap = "" if holds else count.stated.gap(counted)
    listed = "、".join(count.items)
    yield Reconciliation(
        RULE,
        f"{count.subject}的项数",
        count.stated.text,
        f"{counted}项",
        listed,
        Verdict.HOLDS if holds else Verdict.FAILS,
        (primary.place, *(label.place for label in related)),
        gap[1:],
    )
    if not holds:
        shown = f"：{listed}" if listed else ""
        message = f"{count.subject}报{count.stated.text}，实列{counted}项，{gap}{shown}"
        hint = "改项数，或增删所列各项"
        yield Diagnostic(RULE, message, primary, related, hint, count.level)


def _spelled(place: ClaimPlace) -> Findings:
    """Compare the digits of a name (“5323”, “1+10”) with the numerals that its parts begin with."""
    claim = place.claim
    parts = claim.spells.items if claim.spells else ()
    match = _DIGITS.search(claim.claim)
    if match is None:
        message = f"“{claim.claim}”里没有“5323”“1+10”这样由几个数拼成的数字"
        hint = "“spells”（拼成）只用于这样的名称；一项一项数的，改写“items”（各项）"
        yield Diagnostic(RULE, message, Label(claim.claim.span), hint=hint)
        return
    stated = match.group().replace("＋", "+")
    # “1+10” keeps its numbers apart, “5323” does not
    sign = "+" if "+" in stated else ""
    spelled = sign.join(_leading_number(part) for part in parts)
    verdict = Verdict.HOLDS if stated == spelled else Verdict.FAILS
    working = "、".join(parts)
    places = (claim.claim.span, *(part.span for part in parts))
    yield Reconciliation(RULE, f"“{claim.claim}”", stated, spelled, working, verdict, places)
    if verdict is Verdict.FAILS:
        message = f"“{claim.claim}”中的“{stated}”与各部分拼成的“{spelled}”不符：{working}"
        related = tuple(Label(part.span) for part in parts)
        hint = "核对名称里的数字和各部分开头的数"
        yield Diagnostic(RULE, message, Label(claim.claim.span), related, hint)


def _leading_number(part: Text) -> str:
    match = _LEADING_NUMERAL.match(part)
    number = read_integer(match.group()) if match else None
    return "？" if number is None else str(number)


CHECK = Check(RULE, find)
