"""Changes to stretches of a text file; everything else stays as it is, byte for byte."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.source import Span

_LINE_END: Final = re.compile("\r\n|\r|\n")


class Edit(NamedTuple):
    """New words for a stretch of a file.

    Attributes:
        span: the stretch; lines and columns as `SourceFile` counts them.
        text: what is to stand there.
    """

    span: Span
    text: str


def edited(text: str, edits: Iterable[Edit]) -> str:
    """Make changes to a file's text, whose line ends may be of any kind and stay.

    Args:
        text: the text, without a byte order mark.
        edits: the changes, in any order.

    Raises:
        ValueError: two of them overlap, or one lies outside the text.
    """
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    placed = sorted(_placed(starts, len(text), edit) for edit in edits)
    pieces: list[str] = []
    position = 0
    for start, end, words in placed:
        if start < position:
            message = f"edits overlap at offset {start}"
            raise ValueError(message)
        pieces += [text[position:start], words]
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _placed(starts: list[int], length: int, edit: Edit) -> tuple[int, int, str]:
    """Turn lines and columns into offsets."""
    span = edit.span
    if not 1 <= span.line <= span.end_line <= len(starts):
        message = f"no such lines: {span}"
        raise ValueError(message)
    start = starts[span.line - 1] + span.column - 1
    end = starts[span.end_line - 1] + span.end_column - 1
    if not start <= end <= length:
        message = f"outside the text: {span}"
        raise ValueError(message)
    return start, end, edit.text
