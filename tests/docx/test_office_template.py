"""An office's own DOCX: what is taken from it, and what is refused with place and cure."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest

from generator.blocks import Document, Masthead, Paragraph, Part, Properties, runs
from generator.documents.template_sample import template_sample
from generator.writers.docx import write_docx
from generator.writers.docx_styles import styles
from generator.writers.gb9704 import READING_A
from generator.writers.lengths import pt
from generator.writers.office_template import OfficeTemplate, read_template
from tests.docx.mutation import mutated, parts
from tests.docx.sample_document import sample_document

TEMPLATE = write_docx(template_sample())
STYLES, DOCUMENT = "word/styles.xml", "word/document.xml"


def style(name: str, pattern: str) -> str:
    """Make a pattern that finds something inside the style of a name."""
    return rf'(<w:style [^>]*><w:name w:val="{name}"/>(?:(?!</w:style>).)*?){pattern}'


def with_style(name: str, pattern: str, replacement: str) -> bytes:
    return mutated(TEMPLATE, STYLES, style(name, pattern), rf"\g<1>{replacement}")


def read(content: bytes) -> OfficeTemplate:
    return read_template(content, "office.docx", READING_A)


def test_the_template_as_it_is_written_changes_nothing() -> None:
    office = read(TEMPLATE)
    assert office.problems == ()
    sample = sample_document()
    assert write_docx(sample, office.profile) == write_docx(sample)


def test_fonts_bold_and_the_size_of_tables_and_banner_are_taken_over() -> None:
    content = with_style("heading 1", 'w:eastAsia="黑体"', 'w:eastAsia="方正黑体_GBK"')
    content = mutated(
        content, STYLES, style("heading 1", "<w:color"), r"\g<1><w:b/><w:bCs/><w:color"
    )
    content = mutated(
        content, STYLES, style("表文", '<w:sz w:val="24"/>'), r'\g<1><w:sz w:val="20"/>'
    )
    content = mutated(
        content, STYLES, style("发文机关标志", '<w:sz w:val="88"/>'), r'\g<1><w:sz w:val="104"/>'
    )
    office = read(content)
    assert office.problems == ()
    changed = {one.identifier: one for one in styles(office.profile)}
    assert changed["Heading1"].face.font == "方正黑体_GBK"
    assert changed["Heading1"].face.bold
    assert changed["TableCell"].face.size == pt(10)
    assert changed["TableCell"].line == pt(15)
    assert office.profile.banner_size == pt(52)
    written = parts(write_docx(sample_document(), office.profile))
    assert "方正黑体_GBK" in written[STYLES]
    assert "方正黑体_GBK" in written["word/fontTable.xml"]


@pytest.mark.parametrize("size", [26, 30, 36, 44, 60, 72])
def test_the_banner_is_printed_in_the_size_of_the_template(size: int) -> None:
    half_points = f'<w:sz w:val="{2 * size}"/>'
    office = read(with_style("发文机关标志", '<w:sz w:val="88"/>', half_points))
    masthead = Masthead(("示例局文件",), runs("示发〔2023〕1号"))
    document = Document(Properties("标题"), (Part("标题", (Paragraph(runs("正文。")),)),), masthead)
    written = parts(write_docx(document, office.profile))
    assert re.search(style("发文机关标志", half_points), written[STYLES])
    (banner,) = re.findall(r'<w:p><w:pPr><w:pStyle w:val="Banner"/>.*?</w:p>', written[DOCUMENT])
    assert f'w:line="{22 * size}"' in banner
    assert "<w:sz " not in banner


def test_digits_of_the_body_take_the_latin_font_of_the_template() -> None:
    office = read(with_style("Normal", 'w:ascii="Times New Roman"', 'w:ascii="仿宋_GB2312"'))
    assert office.profile.latin_font == "仿宋_GB2312"


def test_a_style_takes_over_what_it_is_based_on() -> None:
    bare = with_style("Body Text", "<w:rPr>.*?</w:rPr>", "")
    assert read(bare).problems == ()
    larger = mutated(
        bare, STYLES, style("Normal", '<w:sz w:val="32"/>'), r'\g<1><w:sz w:val="30"/>'
    )
    told = " ".join(read(larger).problems)
    assert "样式“正文文本”（Body Text）的字号是15，应当是16磅" in told


def test_the_names_of_styles_may_differ_in_case_as_wps_writes_them() -> None:
    assert read(with_style("heading 1", "", "")).problems == ()
    content = mutated(TEMPLATE, STYLES, 'w:val="heading 1"', 'w:val="Heading 1"')
    assert read(content).problems == ()


def test_a_template_that_another_program_saved_changes_nothing() -> None:
    """LibreOffice 7.4 writes styles anew and leaves out what they take over from others."""
    file = Path(__file__).parent / "files" / "template_saved_by_libreoffice.docx"
    office = read(file.read_bytes())
    assert office.problems == ()
    assert styles(office.profile) == styles(READING_A)


def test_the_banner_is_worded_as_in_the_template() -> None:
    office = read(mutated(TEMPLATE, DOCUMENT, "发文机关文件", "中共发文机关委员会文件"))
    assert office.problems == ()
    masthead = Masthead(("示例市文件",), runs("示发〔2023〕1号"))
    letter = Masthead(("示例市教育局",), runs("示函〔2023〕1号"))
    part = Part("标题", (Paragraph(runs("正文。")),))
    for one, banner in ((masthead, "中共示例市委员会文件"), (letter, "示例市教育局")):
        document = Document(Properties("标题"), (part,), one)
        assert f">{banner}<" in parts(write_docx(document, office.profile))[DOCUMENT]


def test_landscape_pages_are_held_to_the_margins_of_the_turned_sheet() -> None:
    content = mutated(write_docx(sample_document()), DOCUMENT, "示例市教育局文件", "发文机关文件")
    assert read(content).problems == ()
    moved = mutated(content, DOCUMENT, 'w:top="1587"', 'w:top="2098"')
    assert read(moved).problems == ("office.docx：第2节的上边距是37毫米，应当是28毫米（5.2.1）",)


def test_nothing_personal_of_the_template_gets_into_a_document() -> None:
    content = mutated(
        TEMPLATE, "docProps/core.xml", "</cp:coreProperties>",
        "<cp:lastModifiedBy>某甲</cp:lastModifiedBy></cp:coreProperties>",
    )  # fmt: skip
    content = mutated(content, DOCUMENT, "附注", "某甲的话")
    office = read(content)
    assert office.problems == ()
    written = write_docx(sample_document(), office.profile)
    assert "某甲" not in "".join(parts(written).values())


def remade(content: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in content.items():
            archive.writestr(name, text)
    return buffer.getvalue()


NOT_USABLE = {
    "no zip": (b"PK\x03\x04 broken", "office.docx不是DOCX文件，或者文件坏了。"),
    "empty": (b"", "office.docx不是DOCX文件，或者文件坏了。"),
    "old format": (b"\xd0\xcf\x11\xe0 rest", "office.docx是旧的.doc文件，或者加了密码。"),
    "another zip": (remade({"a.txt": "a"}), "office.docx不是DOCX文件。"),
    "macros": (
        remade({**parts(TEMPLATE), "word/vbaProject.bin": "x"}),
        "office.docx带有宏。请另存为不带宏的",
    ),
    "macro type": (
        mutated(
            TEMPLATE, "[Content_Types].xml", "wordprocessingml.document.main", "macroEnabled.main"
        ),
        "office.docx带有宏。",
    ),
    "broken XML": (
        remade({**parts(TEMPLATE), STYLES: "<w:styles"}),
        "office.docx坏了，读不出来。",
    ),
    "other names": (
        remade({**parts(TEMPLATE), STYLES: "<styles/>"}),
        "office.docx是“Strict Open XML”格式。",
    ),
    "too large": (
        remade({**parts(TEMPLATE), STYLES: "<a>" + " " * 20_000_001}),
        "office.docx太大了，不像模板。",
    ),
    "missing style": (
        mutated(TEMPLATE, STYLES, '<w:name w:val="表头"/>', '<w:name w:val="甲"/>'),
        "office.docx：缺样式“表头”。请用“planpress template”写出的模板来改，",
    ),
    "missing heading": (
        mutated(TEMPLATE, STYLES, '<w:name w:val="heading 2"/>', '<w:name w:val="甲"/>'),
        "office.docx：缺样式“标题 2”（heading 2）。",
    ),
    "theme font": (
        with_style("heading 1", 'w:eastAsia="黑体"', 'w:eastAsiaTheme="minorEastAsia"'),
        "office.docx：样式“标题 1”（heading 1）用了主题字体",
    ),
    "size of a heading": (
        with_style("heading 1", '<w:sz w:val="32"/>', '<w:sz w:val="36"/>'),
        "office.docx：样式“标题 1”（heading 1）的字号是18，应当是16磅（GB/T 9704—2012，5.2.2）",
    ),
    "size of the banner": (
        with_style("发文机关标志", '<w:sz w:val="88"/>', '<w:sz w:val="20"/>'),
        "office.docx：样式“发文机关标志”的字号是10，应当是26至72磅",
    ),
    "blue text": (
        with_style("Body Text", 'w:val="000000"', 'w:val="0000FF"'),
        "office.docx：样式“正文文本”（Body Text）的颜色是0000FF，公文的文字应当用黑色",
    ),
    "black banner": (
        with_style("发文机关标志", 'w:val="FF0000"', 'w:val="000000"'),
        "office.docx：样式“发文机关标志”的颜色是000000，发文机关标志应当用红色",
    ),
    "line pitch": (
        with_style("Body Text", 'w:line="579"', 'w:line="560"'),
        "office.docx：样式“正文文本”（Body Text）的行距固定值28磅，应当是固定值28.95磅",
    ),
    "margin": (
        mutated(TEMPLATE, DOCUMENT, 'w:left="1587"', 'w:left="1800"'),
        "office.docx：页面设置的左边距是31.8毫米，应当是28毫米（5.2.1）",
    ),
    "paper": (
        mutated(TEMPLATE, DOCUMENT, 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),
        "office.docx：页面设置的纸张是215.9×279.4毫米，应当是A4：210×297毫米（5.1）",
    ),
    "content control": (
        mutated(TEMPLATE, DOCUMENT, "<w:body>", "<w:body><w:sdt><w:t>甲</w:t></w:sdt>"),
        "office.docx：“甲”处有内容控件。",
    ),
    "another organ": (
        mutated(TEMPLATE, DOCUMENT, "发文机关文件", "示例市水务局文件"),
        "office.docx：发文机关标志写着“示例市水务局文件”。请在机关名称的位置写“发文机关”四个字",
    ),
}


@pytest.mark.parametrize("name", NOT_USABLE)
def test_what_cannot_be_used_is_named_with_its_cure(name: str) -> None:
    content, message = NOT_USABLE[name]
    office = read(content)
    assert office.problems
    assert office.problems[0].startswith(message)
    assert office.profile == READING_A
