"""Opening a DOCX that an office brings along; nothing in it is trusted."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple

from lxml import etree

from generator.writers.oxml import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_LARGEST_PART: Final = 20_000_000
"""Bytes of a part; a small file can unpack to any size."""

# an old .doc, and any file with a password, begin so
_COMPOUND_FILE: Final = b"\xd0\xcf\x11\xe0"
_STYLES, _DOCUMENT, _TYPES = "word/styles.xml", "word/document.xml", "[Content_Types].xml"


class OfficePackage(NamedTuple):
    """The two parts of a DOCX that are read."""

    styles: Element
    document: Element


def open_package(content: bytes) -> OfficePackage | str:
    """Open a DOCX, or say in Chinese why it cannot be used and what cures that."""
    if content.startswith(_COMPOUND_FILE):
        return "是旧的.doc文件，或者加了密码。请去掉密码，另存为“Word文档（*.docx）”"
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return _opened(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        return "不是DOCX文件，或者文件坏了。请用WPS或Word打开，另存为“Word文档（*.docx）”"


def _opened(archive: zipfile.ZipFile) -> OfficePackage | str:
    names = set(archive.namelist())
    if not {_STYLES, _DOCUMENT, _TYPES} <= names:
        return "不是DOCX文件。请用WPS或Word打开，另存为“Word文档（*.docx）”"
    if any(archive.getinfo(name).file_size > _LARGEST_PART for name in (_STYLES, _DOCUMENT)):
        return "太大了，不像模板。请删去正文里多余的内容"
    has_macro_type = b"macroEnabled" in archive.read(_TYPES)
    if has_macro_type or any(name.endswith("vbaProject.bin") for name in names):
        return "带有宏。请另存为不带宏的“Word文档（*.docx）”"
    try:
        package = OfficePackage(*(_parsed(archive.read(name)) for name in (_STYLES, _DOCUMENT)))
    except etree.XMLSyntaxError:
        return "坏了，读不出来。请用WPS或Word打开，另存一份"
    if any(etree.QName(root).namespace != WORD for root in package):
        return "是“Strict Open XML”格式。请另存为普通的“Word文档（*.docx）”"
    return package


def _parsed(content: bytes) -> Element:
    """Parse a part without looking anything up elsewhere."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(content, parser)
