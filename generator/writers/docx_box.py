"""Text boxes at a fixed place of the page: what neither a margin nor a tab can place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.writers.oxml import SHAPE, node, w

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element as Element

    from generator.writers.lengths import Length


@dataclass(frozen=True, slots=True)
class Box:
    """A text box at a fixed place of the page.

    Attributes:
        number: number of the drawing, unique in the document.
        left: page edge to box.
        top: page edge to box.
        width: its width.
        height: its height.
        vertical: text runs downwards, turned by a quarter.
    """

    number: int
    left: Length
    top: Length
    width: Length
    height: Length
    vertical: bool = False


def text_box(box: Box, content: Callable[[], list[Element]]) -> Element:
    """Make a run that holds a text box, with a VML twin for programs older than Word 2010.

    Args:
        box: where it stands.
        content: makes its paragraphs; called once for each form.
    """
    return w(
        "r",
        node(
            "mc:AlternateContent",
            node("mc:Choice", w("drawing", _anchor(box, content())), Requires="wps"),
            node("mc:Fallback", w("pict", _vml(box, content()))),
        ),
    )


def _anchor(box: Box, content: list[Element]) -> Element:
    extent = {"cx": box.width.emu, "cy": box.height.emu}
    return node(
        "wp:anchor",
        node("wp:simplePos", x=0, y=0),
        _position("wp:positionH", box.left),
        _position("wp:positionV", box.top),
        node("wp:extent", **extent),
        node("wp:effectExtent", l=0, t=0, r=0, b=0),
        # LibreOffice misplaces a turned box without wrapping on the only page of its section; it
        # stands clear of the type area, so no text wraps around it
        node("wp:wrapSquare", wrapText="bothSides") if box.vertical else node("wp:wrapNone"),
        node("wp:docPr", id=box.number, name=f"文本框{box.number}"),
        node("wp:cNvGraphicFramePr"),
        node("a:graphic", _graphic(box, extent, content)),
        distT=0,
        distB=0,
        distL=0,
        distR=0,
        simplePos=0,
        relativeHeight=box.number,
        behindDoc=0,
        locked=0,
        layoutInCell=1,
        allowOverlap=1,
    )


def _position(name: str, offset: Length) -> Element:
    place = node("wp:posOffset")
    place.text = str(offset.emu)
    return node(name, place, relativeFrom="page")


def _graphic(box: Box, extent: dict[str, int], content: list[Element]) -> Element:
    shape = node(
        "wps:spPr",
        node("a:xfrm", node("a:off", x=0, y=0), node("a:ext", **extent)),
        node("a:prstGeom", node("a:avLst"), prst="rect"),
        node("a:noFill"),
        node("a:ln", node("a:noFill")),
    )
    inside = node(
        "wps:bodyPr",
        node("a:noAutofit"),
        vert="vert" if box.vertical else "horz",
        wrap="square",
        lIns=0,
        tIns=0,
        rIns=0,
        bIns=0,
        anchor="t" if box.vertical else "b",
    )
    return node(
        "a:graphicData",
        node(
            "wps:wsp",
            node("wps:cNvSpPr", txBox=1),
            shape,
            node("wps:txbx", w("txbxContent", *content)),
            inside,
        ),
        uri=SHAPE,
    )


def _vml(box: Box, content: list[Element]) -> Element:
    places = (
        ("position", "absolute"),
        ("margin-left", _points(box.left)),
        ("margin-top", _points(box.top)),
        ("width", _points(box.width)),
        ("height", _points(box.height)),
        ("mso-position-horizontal-relative", "page"),
        ("mso-position-vertical-relative", "page"),
        ("v-text-anchor", "top" if box.vertical else "bottom"),
    )
    textbox = node("v:textbox", w("txbxContent", *content), inset="0,0,0,0")
    if box.vertical:
        textbox.set("style", "layout-flow:vertical")
    style = ";".join(f"{name}:{value}" for name, value in places)
    return node("v:rect", textbox, style=style, stroked="f", filled="f")


def _points(length: Length) -> str:
    return f"{length.twips // 20}.{length.twips % 20 * 5:02d}pt"
