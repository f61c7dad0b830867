"""Small builders for WordprocessingML and DrawingML elements."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
GRAPHICS = "http://schemas.openxmlformats.org/drawingml/2006/main"
SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
VML = "urn:schemas-microsoft-com:vml"

NAMESPACES = {
    "w": WORD,
    "r": RELATIONSHIPS,
    "mc": COMPATIBILITY,
    "wp": DRAWING,
    "a": GRAPHICS,
    "wps": SHAPE,
    "v": VML,
}

W = f"{{{WORD}}}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# What XML cannot hold, and what it holds but no program prints (a line break, a tab).
_UNPRINTABLE = re.compile("[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]")

AttributeValue = str | int


def w(tag: str, /, *children: Element, **attributes: AttributeValue) -> Element:
    """Make a WordprocessingML element; attributes are of the same namespace."""
    element = etree.Element(W + tag)
    for name, value in attributes.items():
        element.set(W + name, str(value))
    element.extend(children)
    return element


def node(name: str, /, *children: Element, **attributes: AttributeValue) -> Element:
    """Make an element of any known namespace, "wp:extent"; attributes have no namespace."""
    prefix, _, tag = name.partition(":")
    element = etree.Element(f"{{{NAMESPACES[prefix]}}}{tag}")
    for key, value in attributes.items():
        element.set(key, str(value))
    element.extend(children)
    return element


def part(tag: str, /, *children: Element) -> Element:
    """Make the root of a part, which declares the prefixes for all that it holds."""
    root = etree.Element(W + tag, nsmap=NAMESPACES)
    root.extend(children)
    return root


def flag(tag: str, *, on: bool) -> Element:
    """Make an on/off element: <w:kinsoku w:val="1"/>."""
    return w(tag, val=int(on))


def checked_text(text: str) -> str:
    """Give the text back if all of it will print.

    Raises:
        ValueError: a control character came through; the reader should have refused it.
    """
    if bad := _UNPRINTABLE.search(text):
        message = f"U+{ord(bad.group()):04X} cannot be printed: {text[:40]!r}"
        raise ValueError(message)
    return text


def serialized(root: Element) -> bytes:
    """Write a part: UTF-8 with an XML declaration, without unused namespaces."""
    etree.cleanup_namespaces(root, keep_ns_prefixes=["w", "wps"])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
