"""A DOCX as a package: parts, relationships, properties, and a zip that never varies."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from generator.writers.oxml import RELATIONSHIPS, checked_text, serialized

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element as Element

    from generator.blocks import Properties

FIXED_DATE = (1980, 1, 1, 0, 0, 0)
"""Date of every file in the zip and of the document: the earliest that a zip can hold."""

_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_TERMS = "http://purl.org/dc/terms/"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def word_type(kind: str) -> str:
    """Name the content type of a part such as styles."""
    return f"{_WORD_TYPE}.{kind}+xml"


def content_types(parts: Mapping[str, str]) -> bytes:
    """Make [Content_Types].xml.

    Args:
        parts: content type by part name, without a leading slash.
    """
    root = _root(_CONTENT_TYPES, "Types")
    for extension, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(
            root, f"{{{_CONTENT_TYPES}}}Default", Extension=extension, ContentType=kind
        )
    for name, kind in sorted(parts.items()):
        etree.SubElement(
            root, f"{{{_CONTENT_TYPES}}}Override", PartName=f"/{name}", ContentType=kind
        )
    return _written(root)


def relationships(targets: Iterable[tuple[str, str, str]]) -> bytes:
    """Make a .rels part of (id, kind, target); kind is a full URI or a word such as styles."""
    root = _root(_PACKAGE_RELATIONSHIPS, "Relationships")
    for identifier, kind, target in targets:
        uri = kind if ":" in kind else f"{RELATIONSHIPS}/{kind}"
        etree.SubElement(
            root,
            f"{{{_PACKAGE_RELATIONSHIPS}}}Relationship",
            Id=identifier,
            Type=uri,
            Target=target,
        )
    return _written(root)


def package_relationships() -> bytes:
    """Make _rels/.rels."""
    core = f"{_PACKAGE_RELATIONSHIPS}/metadata/core-properties"
    return relationships(
        (("rId1", "officeDocument", "word/document.xml"), ("rId2", core, "docProps/core.xml"))
    )


def core_properties(properties: Properties) -> bytes:
    """Make docProps/core.xml: what the document states of itself, and a fixed date."""
    root = etree.Element(
        f"{{{_CORE}}}coreProperties",
        nsmap={"cp": _CORE, "dc": _DUBLIN_CORE, "dcterms": _TERMS, "xsi": _INSTANCE},
    )
    for name in ("title", "subject", "creator", "identifier"):
        if value := getattr(properties, name):
            etree.SubElement(root, f"{{{_DUBLIN_CORE}}}{name}").text = checked_text(value)
    year, month, day, *_ = FIXED_DATE
    for name in ("created", "modified"):
        element = etree.SubElement(root, f"{{{_TERMS}}}{name}")
        element.set(f"{{{_INSTANCE}}}type", "dcterms:W3CDTF")
        element.text = f"{year:04d}-{month:02d}-{day:02d}T00:00:00Z"
    return _written(root)


def zipped(parts: Mapping[str, bytes | Element]) -> bytes:
    """Pack parts, the content types first and the others sorted, with a fixed date."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in sorted(parts, key=lambda name: (name != "[Content_Types].xml", name)):
            content = parts[name]
            entry = zipfile.ZipInfo(name, FIXED_DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content if isinstance(content, bytes) else serialized(content))
    return buffer.getvalue()


def _root(namespace: str, tag: str) -> Element:
    return etree.fromstring(f'<{tag} xmlns="{namespace}"/>')


def _written(root: Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
