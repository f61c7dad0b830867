"""What a document says of itself, in two versions: stage, period, issuer, number, basis."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from generator.model.document import DocumentContent
    from generator.resolve import ResolvedPlan

_TEXTS: Final = (
    *("kind", "title", "stage", "region", "document_number", "copy_number", "secrecy_level"),
    *("urgency", "annotation"),
)
_PERIODS: Final = ("period", "baseline", "date_of_issue")
_NAMES: Final = ("issuer", "drafted_by", "signatory", "addressees", "cc")
_OTHER_PLANS: Final = ("implements", "implemented_by")
_REFERENCES: Final = ("basis", "mentions", "supersedes")


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
        found[name] = "；".join(
            f"《{one.title}》{one.document_number or ''}" for one in getattr(plan, name)
        )
    found["printing"] = _printing(plan)
    names = plan.keys()
    return {names[name]: found[name] for name in names if name in found}


def _printing(plan: DocumentContent) -> str:
    printing = plan.printing
    if printing is None:
        return ""
    date = str(printing.date.text) if printing.date else ""
    return "，".join(str(one) for one in (printing.organ, date, printing.open) if one)
