"""A source line with its place marked, cut to the width of a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.reporters.line import Line, Role, Stretch, printable
from generator.source import SourceFile, Span, display_width

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELLIPSIS: Final = "…"
_SHORTEST: Final = 20


class _Window(NamedTuple):
    """A stretch of a line: its text, and the columns before and under the marked span."""

    text: str
    before: int
    under: int


def excerpt(
    source: SourceFile, span: Span, label: str, marker: Stretch, width: int
) -> Iterator[Line]:
    """Show the first line of a span, a marker under it, and its label.

    Args:
        source: the file that the span stands in.
        span: what to mark.
        label: the word that stands at the marker, or "".
        marker: the character to underline with, in its role.
        width: terminal columns to stay within.

    Yields:
        The source line and the marked line, or nothing if the file has no such line.
    """
    if span.line > len(source.lines):
        return
    number = f"{span.line:>5} | "
    gutter = Stretch(" " * (len(number) - 2) + "| ", Role.GUTTER)
    window = _window(source.lines[span.line - 1], span, max(width - len(number), _SHORTEST))
    yield (Stretch(number, Role.GUTTER), Stretch(window.text))
    marks = Stretch(" " * window.before + marker.text * window.under, marker.role)
    words = printable(_with_last_line(label, span))
    taken = len(number) + window.before + window.under + 1 + display_width(words)
    if not words:
        yield (gutter, marks)
    elif taken <= width:
        yield (gutter, marks, Stretch(f" {words}", marker.role))
    else:
        yield (gutter, marks)
        yield (gutter, Stretch(words, marker.role))


def _with_last_line(label: str, span: Span) -> str:
    if span.end_line == span.line:
        return label
    return f"{label}（至第{span.end_line}行）"


def _window(line: str, span: Span, room: int) -> _Window:
    """Cut a line around a span so that it takes at most `room` columns."""
    start = min(span.column - 1, len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line)
    widths = [display_width(character) for character in line]
    low, high = 0, len(line)
    if sum(widths) > room:
        low, high = _grown(widths, start, end, room - 2 * display_width(_ELLIPSIS))
    cut = line[:low]
    head = "" if not cut else " " if cut.isspace() else _ELLIPSIS
    tail = _ELLIPSIS if high < len(line) else ""
    return _Window(
        text=f"{head}{printable(line[low:high])}{tail}",
        before=display_width(head) + sum(widths[low:start]),
        under=max(sum(widths[start : min(end, high)]), 1),
    )


def _grown(widths: list[int], start: int, end: int, room: int) -> tuple[int, int]:
    """Take the span as far as it fits, then grow to both sides by turns."""
    low = high = start
    while high < end and sum(widths[low : high + 1]) <= room:
        high += 1
    left = room - sum(widths[low:high])
    growing = True
    while growing:
        growing = False
        if low > 0 and widths[low - 1] <= left:
            low -= 1
            left -= widths[low]
            growing = True
        if high < len(widths) and widths[high] <= left:
            left -= widths[high]
            high += 1
            growing = True
    return low, high
