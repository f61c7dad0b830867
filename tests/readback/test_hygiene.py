"""What an issued file must not carry is found: each mutant carries one thing."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import pytest

from generator.blocks import Properties
from generator.readback.hygiene import hygiene
from generator.writers.docx import write_docx
from tests.docx.cases import CASES
from tests.docx.mutation import parts
from tests.docx.sample_document import compact_document

if TYPE_CHECKING:
    from tests.readback.conftest import Issued

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
CORE = "docProps/core.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
PROPERTIES = Properties("题名", "规划", "示例市教育局", "x-1")


def packed(content: dict[str, str], date: tuple[int, int, int, int, int, int]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for part, text in content.items():
            archive.writestr(zipfile.ZipInfo(part, date), text)
    return buffer.getvalue()


def changed(part: str, old: str, new: str) -> bytes:
    """Change the first place of a part, or add a part."""
    content = parts(write_docx(replace(compact_document(), properties=PROPERTIES)))
    if old:
        assert old in content[part]
        content[part] = content[part].replace(old, new, 1)
    else:
        content[part] = new
    return packed(content, (1980, 1, 1, 0, 0, 0))


@pytest.mark.parametrize("name", CASES)
def test_what_the_writer_makes_is_clean(name: str) -> None:
    assert hygiene(write_docx(CASES[name]), CASES[name].properties) == ()


def test_every_sample_states_its_own_properties(issued: dict[str, Issued]) -> None:
    for one in issued.values():
        plan = one.resolved.plan
        wanted = Properties(
            str(plan.title), str(plan.kind), "、".join(plan.issuer), one.resolved.identifier
        )
        assert hygiene(one.docx, wanted) == ()


@pytest.mark.parametrize(
    ("part", "old", "new", "told"),
    [
        (DOCUMENT, "<w:body>", "<w:body><w:sdt/>", "内容控件"),
        (DOCUMENT, "<w:body>", '<w:body><w:bookmarkStart w:id="0" w:name="甲"/>', "书签"),
        (DOCUMENT, "<w:body>", '<w:body><w:commentRangeStart w:id="0"/>', "批注"),
        (DOCUMENT, "<w:r>", '<w:ins w:id="1" w:author="张三"/><w:r>', "修订"),
        (DOCUMENT, "</w:pPr>", '<w:pPrChange w:author="张三"/></w:pPr>', "修订"),
        (DOCUMENT, "<w:p>", '<w:p w:rsidR="00AA00BB">', "编辑记录"),
        (DOCUMENT, "<w:body>", "<w:body><w:proofErr/>", "编辑记录"),
        (DOCUMENT, "<w:body>", "<w:body><w:object/>", "嵌入的对象"),
        (STYLES, "<w:rFonts ", '<w:rFonts w:eastAsiaTheme="minorEastAsia" ', "主题字体"),
        (STYLES, "<w:rFonts ", '<w:rFonts w:themeColor="accent1" ', "主题字体或颜色"),
        (SETTINGS, "</w:settings>", "<w:trackRevisions/></w:settings>", "修订"),
        (SETTINGS, "</w:settings>", "<w:rsids/></w:settings>", "编辑记录"),
        (SETTINGS, "</w:settings>", "<w:attachedTemplate/></w:settings>", "模板的位置"),
        (RELATIONSHIPS, "/>", ' TargetMode="External"/>', "外部链接"),
        ("word/comments.xml", "", "<comments/>", "批注"),
        ("docProps/custom.xml", "", "<Properties/>", "自定义的属性"),
        ("customXml/item1.xml", "", "<item/>", "自定义的属性"),
        ("word/vbaProject.bin", "", "甲", "宏"),
        (CORE, "题名", "另一个题名", "文件属性title：应为“题名”，读到“另一个题名”"),
        (CORE, "</cp:core", "<cp:lastModifiedBy>张三</cp:lastModifiedBy></cp:core", "张三"),
        (CORE, "</cp:core", "<cp:revision>2</cp:revision></cp:core", "revision"),
        (CORE, "示例市教育局", "张三", "文件属性creator：应为“示例市教育局”，读到“张三”"),
        (CORE, "1980-01-01", "2024-05-06", "文件属性created"),
    ],
)
def test_a_trace_is_found(part: str, old: str, new: str, told: str) -> None:
    found = [str(one) for one in hygiene(changed(part, old, new), PROPERTIES)]
    assert any(told in one for one in found), found
    assert len(found) == 1


def test_the_day_of_packing_is_found() -> None:
    content = parts(write_docx(replace(compact_document(), properties=PROPERTIES)))
    found = hygiene(packed(content, (2024, 5, 6, 7, 8, 10)), PROPERTIES)
    assert len(found) == len(content)
    assert str(found[0]).endswith("应为“1980-1-1-0-0-0”，读到“2024-5-6-7-8-10”")
