"""Places and findings in words, for reports that show no excerpt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.reporters.line import printable
from generator.source import Cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.diagnostics import Diagnostic, Waived
    from generator.source import Place

_LETTERS: Final = 26


def place_words(place: Place) -> str:
    """Name a place: file:line:column, or the cell of a table as spreadsheets name it."""
    if not isinstance(place, Cell):
        return str(place)
    sheet = f"工作表“{place.sheet}”" if place.sheet else ""
    return f"{place.source} {sheet}{cell_name(place)}格"


def cell_name(cell: Cell) -> str:
    """Name a cell as spreadsheets do: B3, AA10."""
    letters, column = "", cell.column
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{cell.row}"


def finding_lines(diagnostic: Diagnostic) -> Iterator[str]:
    """Tell a finding without its own place: the sentence, the other places, the cure."""
    yield printable(diagnostic.message)
    for label in diagnostic.related:
        yield f"{place_words(label.place)} {printable(label.text)}".rstrip()
    if diagnostic.hint:
        yield f"建议: {printable(diagnostic.hint)}"


def reason_of(waived: Waived) -> str:
    """Say why a finding is kept, who decided so, and until when."""
    said = (("批准", waived.approved_by), ("期限", waived.until))
    listed = "，".join(f"{word}：{value}" for word, value in said if value)
    return printable(f"{waived.reason}（{listed}）" if listed else waived.reason)
