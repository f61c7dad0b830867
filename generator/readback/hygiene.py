"""What an issued file must not carry: traces of editing, of persons, of the day, of a theme."""

from __future__ import annotations

import re
import zipfile
from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING, Final

from lxml import etree

from generator.readback.difference import Difference
from generator.writers.docx_package import FIXED_DATE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from generator.blocks import Properties

_TRACES: Final = (
    ("内容控件", re.compile("sdt")),
    ("书签", re.compile("bookmark(?:Start|End)")),
    ("批注", re.compile("comment.*|annotationRef")),
    ("修订", re.compile("ins|del|move(?:From|To).*|.*Change|trackRevisions|cellIns|cellDel")),
    ("编辑记录", re.compile("rsids?|rsidRoot|proofErr|perm(?:Start|End)")),
    ("所用模板的位置", re.compile("attachedTemplate|mailMerge|dataSource")),
    ("嵌入的对象或宏", re.compile("object|OLEObject|control|vbaSuppData")),
)
_PARTS: Final = (
    ("批注", re.compile(r"word/(?:comments|people).*")),
    ("自定义的属性或数据", re.compile(r"docProps/custom\.xml|customXml/.*")),
    ("宏或嵌入的文件", re.compile(r".*vba.*|word/embeddings/.*|.*\.bin")),
    ("缩略图", re.compile(r"docProps/thumbnail.*")),
)
_EDITING_ATTRIBUTE: Final = re.compile("rsid.*|paraId|textId")
_THEME_ATTRIBUTE: Final = re.compile(".*[Tt]heme(?:Color|Tint|Shade)?")
_WORD: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_CORE: Final = "docProps/core.xml"
_STATED: Final = ("title", "subject", "creator", "identifier")
_DATES: Final = ("created", "modified")
_FIXED: Final = "1980-01-01T00:00:00Z"


def hygiene(content: bytes, properties: Properties) -> tuple[Difference, ...]:
    """Find what an issued DOCX must not carry.

    Args:
        content: the file.
        properties: what it may say of itself; nothing else.
    """
    with zipfile.ZipFile(BytesIO(content)) as package:
        entries = package.infolist()
        parts = {entry.filename: package.read(entry) for entry in entries}
    found = [
        Difference("文件", "", f"{name}（{part}）")
        for part in parts
        for name, pattern in _PARTS
        if pattern.fullmatch(part)
    ]
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            root = etree.fromstring(part)
            found += _core(root, properties) if name == _CORE else _traces(name, root)
    found += (
        Difference(f"压缩包里“{entry.filename}”的时间", _date(FIXED_DATE), _date(entry.date_time))
        for entry in entries
        if entry.date_time != FIXED_DATE
    )
    return tuple(found)


def _date(date: tuple[int, ...]) -> str:
    return "-".join(map(str, date))


def _traces(part: str, root: Element) -> Iterator[Difference]:
    for element in root.iter(etree.Element):
        yield from (Difference(part, "", trace) for trace in _trace_of_element(element.tag))
        for key in element.attrib:
            if trace := _trace_of_attribute(str(key)):
                yield Difference(part, "", trace)
        if element.get("TargetMode") == "External":
            yield Difference(part, "", f"外部链接（{element.get('Target', '')}）")


# a package has thousands of elements and a hundred names
@lru_cache(maxsize=1024)
def _trace_of_element(tag: str) -> tuple[str, ...]:
    name = etree.QName(tag)
    if name.namespace != _WORD:
        return ()
    traces = (trace for trace, pattern in _TRACES if pattern.fullmatch(name.localname))
    return tuple(f"{trace}（{name.localname}）" for trace in traces)


@lru_cache(maxsize=1024)
def _trace_of_attribute(key: str) -> str:
    name = etree.QName(key).localname
    if _EDITING_ATTRIBUTE.fullmatch(name):
        return f"编辑记录（{name}）"
    return f"主题字体或颜色（{name}）" if _THEME_ATTRIBUTE.fullmatch(name) else ""


def _core(root: Element, properties: Properties) -> Iterator[Difference]:
    """See that the properties are those of the plan, with a date that is no real day."""
    read = {etree.QName(element).localname: element.text or "" for element in root}
    wanted = {name: getattr(properties, name) for name in _STATED if getattr(properties, name)}
    wanted |= dict.fromkeys(_DATES, _FIXED)
    for name in dict.fromkeys((*wanted, *read)):
        if wanted.get(name, "") != read.get(name, ""):
            place = f"文件属性{name}"
            yield Difference(place, wanted.get(name, ""), read.get(name, ""))
