"""Text that means nothing under its key is found where it stands, with a cure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest

from generator.model.document import DocumentContent, Plan
from generator.model.units import UnitRegistry
from generator.schema import Form, keys_of, records_of
from generator.source import Span
from tests.format.bad_meanings import BAD, BadMeaning
from tests.rules.workspace import analyzed, words_at

if TYPE_CHECKING:
    from pathlib import Path

# text that is printed as it stands, or only tells one record from another
_PRINTED: Final = """
    Plan.title Plan.short_title Plan.signatory Plan.banner Plan.region Plan.drafted_by
    Signer.post Signer.name
    AttendanceList.attended AttendanceList.excused AttendanceList.observed
    Printing.organ Printing.open
    Publication.index_number Publication.subject Publication.validity Publication.source
    Publication.publisher Publication.url
    Consultation.contact Consultation.channel
    Contact.organ Contact.person Contact.phone Contact.email Contact.address
    Reference.title Reference.by Reference.state
    Term.use Term.note
    Indicator.per Indicator.base Indicator.group Indicator.mark Indicator.source Indicator.note
    FigureEntry.source FigureEntry.note
    Relation.name Relation.note
    Table.title Table.source Table.notes Column.heading
    Claim.open
    Block.heading Block.number Level.aim Attachment.number
    Goal.text Defaults.note
    Unit.level Unit.region UnitRegistry.region
    Waiver.reason Waiver.approved_by
"""
PRINTED: Final = frozenset(_PRINTED.split())
# a figure's identity: any word makes another one, so none is wrong
IDENTITY: Final = frozenset(
    f"{record}.{key}"
    for record in ("Indicator", "FigureEntry", "Table", "Column")
    for key in ("scope", "counting", "indicator")
)
# names of records that may be elsewhere; of two alike, the other key is at fault
NAMES: Final = frozenset(("Table.id", "UnitRegistry.format", "Plan.implemented_by"))
# built by others, or tested where they are
PENDING: Final = frozenset(("Goal.after", "Indicator.takes"))

TEXTS: Final = (Form.LINE, Form.NAMES, Form.LINES)
KEYS: Final = frozenset(
    f"{record.__name__}.{key.name}"
    for record in (*records_of(Plan), *records_of(UnitRegistry))
    if record is not DocumentContent
    for key in keys_of(record)
    if key.shape in TEXTS
)


def test_every_key_with_text_is_either_tested_or_said_to_be_free() -> None:
    tested = frozenset(bad.key for bad in BAD)
    assert KEYS - tested - PRINTED - IDENTITY - NAMES == PENDING
    assert (tested | PRINTED | NAMES | PENDING) - KEYS == frozenset()
    assert tested & (PRINTED | IDENTITY | NAMES | PENDING) == frozenset()


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.key)
def test_it_is_found_where_it_stands(bad: BadMeaning, tmp_path: Path) -> None:
    analysis = analyzed(tmp_path, bad.piece)
    at_fault = [item for item in analysis.report.diagnostics if item.rule.code != "D101"]
    found = [item for item in at_fault if item.rule.code == bad.code]
    assert found, at_fault
    place = found[0].primary.place
    assert isinstance(place, Span)
    assert words_at(analysis.corpus.sources[place.source].text, place) == bad.words
    assert all(item.hint for item in at_fault)
