"""What a document says of itself, in two versions: stage, period, issuer, number, basis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.model.values import StatedPeriod

if TYPE_CHECKING:
    from generator.model.base import Record
    from generator.model.document import DocumentContent, Reference
    from generator.resolve import ResolvedPlan

_TEXTS: Final = (
    *("kind", "title", "short_title", "stage", "region", "banner", "document_number"),
    *("copy_number", "secrecy_level", "urgency", "annotation"),
)
_PERIODS: Final = ("period", "baseline", "date_of_issue")
_NAMES: Final = ("issuer", "drafted_by", "signatory", "addressees", "cc")
_OTHER_PLANS: Final = ("implements", "implemented_by")
_REFERENCES: Final = ("basis", "mentions", "supersedes")
_RECORDS: Final = ("printing", "publication", "consultation")


class FactChange(NamedTuple):
    """A fact that is not the same in two versions; "" where it is not given."""

    name: str
    old: str
    new: str


def fact_changes(
    old: ResolvedPlan, new: ResolvedPlan, *, is_public: bool = False
) -> tuple[FactChange, ...]:
    """Compare what two versions say of themselves; for the public without other plans' names."""
    before, after = _facts(old.plan, is_public=is_public), _facts(new.plan, is_public=is_public)
    return tuple(
        FactChange(name, before[name], after[name]) for name in after if before[name] != after[name]
    )


def _facts(plan: DocumentContent, *, is_public: bool) -> dict[str, str]:
    """Give the facts by the names that drafters know them by, in the order of the keys."""
    found = {name: str(getattr(plan, name) or "") for name in _TEXTS}
    tolerance = plan.tolerance
    found["tolerance"] = str(tolerance.text) if tolerance else ""
    for name in _PERIODS:
        period = getattr(plan, name)
        found[name] = str(period.text) if period else ""
    found["milestones"] = "、".join(str(one.text) for one in plan.milestones)
    # an upper plan may be one of which the public must not know
    for name in _NAMES if is_public else (*_NAMES, *_OTHER_PLANS):
        found[name] = "、".join(getattr(plan, name))
    for name in _REFERENCES:
        found[name] = "；".join(map(_reference, getattr(plan, name)))
    for name in _RECORDS:
        found[name] = _record(getattr(plan, name))
    found["contact"] = "；".join(map(_record, plan.contact))
    found["layout"] = plan.printed_layout
    found["seal"] = "不盖章" if plan.seal is False else "盖章"
    found["sample"] = "是" if plan.sample else ""
    names = plan.keys()
    return {names[name]: found[name] for name in names if name in found}


def _reference(one: Reference) -> str:
    date = str(one.date.text) if one.date else ""
    remark = "，".join(text for text in (date, str(one.state or "")) if text)
    name = f"{'、'.join(one.by)}《{one.title}》{one.document_number or ''}"
    return f"{name}（{remark}）" if remark else name


def _record(record: Record | None) -> str:
    """Give what a record says, in the order of its keys."""
    if record is None:
        return ""
    values = (getattr(record, name) for name in type(record).model_fields)
    return "，".join(text for value in values if (text := _value(value)))


def _value(value: object) -> str:
    if isinstance(value, StatedPeriod):
        return str(value.text)
    if isinstance(value, tuple):
        return "、".join(map(_record, value))
    return str(value or "")
