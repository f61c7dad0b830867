"""Where everything stands in 一图读懂: lines broken by their width, boxes as high as their text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.site.lettering import lines_of

if TYPE_CHECKING:
    from generator.site.picture import Box, Picture

WIDTH: Final = 720
"""Width of the view box: two units a pixel on a phone, so that 28 is 14 pixels there."""
_MARGIN: Final = 32
_INNER: Final = WIDTH - 2 * _MARGIN
_PAD: Final = 24
_GAP: Final = 28
_COLUMNS: Final = 2
_DOT: Final = 34


class Style(NamedTuple):
    """How text is set: its class in the style sheet, and the size of its letters."""

    name: str
    size: int


_TITLE: Final = Style("title", 44)
_SUBTITLE: Final = Style("subtitle", 28)
_VALUE: Final = Style("value", 46)
_SMALL: Final = Style("small", 28)
_HEAD: Final = Style("head", 34)
_REMARK: Final = Style("remark", 28)
_BODY: Final = Style("body", 30)


class Lines(NamedTuple):
    """Lines of text.

    Attributes:
        style: how they are set.
        x: where they begin.
        y: base line of the first.
        step: from one base line to the next.
        lines: the text.
    """

    style: Style
    x: int
    y: int
    step: int
    lines: tuple[str, ...]


class Panel(NamedTuple):
    """A coloured ground or a dot: band, box, head or dot."""

    style: str
    x: int
    y: int
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture laid out.

    Attributes:
        width: of the view box.
        height: the same.
        panels: the grounds, the lowest first.
        texts: the text upon them.
    """

    width: int
    height: int
    panels: tuple[Panel, ...]
    texts: tuple[Lines, ...]


class _Canvas:
    """Collects what is drawn."""

    def __init__(self) -> None:
        self.panels: list[Panel] = []
        self.texts: list[Lines] = []

    def write(self, style: Style, text: str, x: int, y: int, width: int) -> int:
        """Write text below a height; give the height below it."""
        lines = lines_of(text, style.size, width)
        step = style.size * 3 // 2
        self.texts.append(Lines(style, x, y + style.size + style.size // 8, step, lines))
        return y + step * len(lines)


def draw(picture: Picture) -> Drawing:
    """Lay out a picture from the top to the bottom."""
    canvas = _Canvas()
    top = _heading(canvas, picture)
    top = _figures(canvas, picture, top)
    for box in picture.boxes:
        top = _box(canvas, box, top)
    if picture.banner:
        top = canvas.write(_REMARK, picture.banner, _MARGIN, top, _INNER) + _GAP
    return Drawing(WIDTH, top, tuple(canvas.panels), tuple(canvas.texts))


def _heading(canvas: _Canvas, picture: Picture) -> int:
    canvas.panels.append(Panel("band", 0, 0, WIDTH, 0))
    top = canvas.write(_TITLE, picture.title, _MARGIN, _GAP, _INNER) + 8
    for fact in picture.facts:
        top = canvas.write(_SUBTITLE, fact, _MARGIN, top, _INNER)
    bottom = top + _PAD
    canvas.panels[0] = Panel("band", 0, 0, WIDTH, bottom)
    return bottom + _GAP


def _figures(canvas: _Canvas, picture: Picture, top: int) -> int:
    """Set the key figures in two columns, those of a row equally high."""
    width = (_INNER - _PAD) // _COLUMNS
    for start in range(0, len(picture.figures), _COLUMNS):
        row = picture.figures[start : start + _COLUMNS]
        first = len(canvas.panels)
        bottoms = []
        for column, figure in enumerate(row):
            x = _MARGIN + column * (width + _PAD)
            canvas.panels.append(Panel("box", x, top, width, 0))
            below = canvas.write(_VALUE, figure.value, x + 20, top + 12, width - 40)
            bottoms.append(canvas.write(_SMALL, figure.label, x + 20, below, width - 40))
        height = max(bottoms) + 16 - top
        canvas.panels[first:] = [one._replace(height=height) for one in canvas.panels[first:]]
        top += height + _PAD
    return top + (_GAP - _PAD if picture.figures else 0)


def _box(canvas: _Canvas, box: Box, top: int) -> int:
    """Set a box: its title on a ground of its own, its note, its items with a dot each."""
    ground, head = len(canvas.panels), len(canvas.panels) + 1
    canvas.panels += [
        Panel("box", _MARGIN, top, _INNER, 0),
        Panel("head", _MARGIN, top, _INNER, 0),
    ]
    x, width = _MARGIN + _PAD, _INNER - 2 * _PAD
    below = canvas.write(_HEAD, box.title, x, top + 10, width) + 10
    canvas.panels[head] = canvas.panels[head]._replace(height=below - top)
    if box.note or box.items:
        below += 12
    if box.note:
        below = canvas.write(_REMARK, box.note, x, below, width) + 4
    for item in box.items:
        canvas.panels.append(Panel("dot", x, below + 18, 12, 12))
        below = canvas.write(_BODY, item.text, x + _DOT, below, width - _DOT) + 4
    bottom = below + (14 if box.note or box.items else 0)
    canvas.panels[ground] = canvas.panels[ground]._replace(height=bottom - top)
    return bottom + _GAP
