"""All that a document's author wrote to be read, as one text that knows its places.

Rules about the wording look through it once with one expression, instead of through hundreds
of short texts.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from generator.model.base import Record
from generator.model.content import ROLES, Level
from generator.model.tables import Table
from generator.model.values import Names, Prose
from generator.text import Text

if TYPE_CHECKING:
    from generator.model.document import DocumentContent

# names that are looked up elsewhere are read where they are defined
_REFERENCES: Final = ("of", "targets", "show", "after", "parts", "subset_of", "takes", "norm")
# codes, formulas, and what quotes other places
_CODES: Final = (
    *("id", "format", "kind", "stage", "number", "document_number", "index_number", "url", "file"),
    *("phone", "email", "person", "signatory", "formula", "holds", "claims", "terms", "waivers"),
)
# the texts of other documents, and the registry of units
_ELSEWHERE: Final = ("units", "document", "encloses", "responsibility")
_TABLE_MEANS: Final = (
    *("rows", "data", "total_row", "total_column"),
    *("splits", "each_group", "checks", "defines"),
)
_UNREAD: Final = frozenset((*_REFERENCES, *_CODES, *_ELSEWHERE, *_TABLE_MEANS, *ROLES))
# the projects of a level are names, those of a document its texts
_UNREAD_OF_LEVELS: Final = _UNREAD | {"projects"}


@dataclass(frozen=True, slots=True)
class Writing:
    """The texts of a document, joined by line ends.

    Attributes:
        text: all of them.
        parts: each of them, with its place.
        starts: where each of them begins in `text`.
    """

    text: str
    parts: tuple[Text, ...]
    starts: tuple[int, ...]

    def part(self, start: int, end: int) -> Text:
        """Cut out the characters from `start` up to `end`, which lie in one of the texts."""
        number = self.number(start)
        first = self.starts[number]
        return self.parts[number].part(start - first, end - first)

    def number(self, position: int) -> int:
        """Say which of the texts a position lies in, from 0."""
        return bisect_right(self.starts, position) - 1

    def before(self, position: int, width: int) -> str:
        """Give the characters before a position, as many as its text has, `width` at most."""
        start = max(self.starts[self.number(position)], position - width)
        return self.text[start:position]

    def after(self, position: int, width: int) -> str:
        """Give the characters from a position on, as many as its text has, `width` at most."""
        number = self.number(max(position - 1, 0))
        end = self.starts[number] + len(self.parts[number])
        return self.text[position : min(end, position + width)]


def writing_of(document: DocumentContent) -> Writing:
    """Collect a document's texts; those of the documents in it are their own."""
    parts: list[Text] = []
    _read(document, parts)
    starts: list[int] = []
    position = 0
    for part in parts:
        starts.append(position)
        position += len(part) + 1
    return Writing("\n".join(parts), tuple(parts), tuple(starts))


def _read(value: object, parts: list[Text]) -> None:
    if isinstance(value, Text):
        parts.append(value)
    elif isinstance(value, tuple):
        for item in value:
            _read(item, parts)
    elif isinstance(value, Prose):
        parts += (paragraph.text for paragraph in value.paragraphs)
    elif isinstance(value, Names):
        parts += value.items if value.whole is None else (value.whole,)
    elif isinstance(value, Record):
        # last, for pydantic looks closely
        _read_record(value, parts)


def _read_record(record: Record, parts: list[Text]) -> None:
    unread = _UNREAD_OF_LEVELS if isinstance(record, Level) else _UNREAD
    for name, value in vars(record).items():
        if value is None or name in unread:
            continue
        if type(value) is Text:
            parts.append(value)
        else:
            _read(value, parts)
    if isinstance(record, Table):
        parts += (cell.text for row in record.body.rows for cell in row.cells if not cell.ditto)
