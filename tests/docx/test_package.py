"""The file: always the same bytes, nothing personal, properties and order that Word accepts."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from lxml import etree

from generator.blocks import Masthead, Part, Properties, runs
from generator.writers.docx import write_docx
from generator.writers.docx_banner import banner_size
from generator.writers.gb9704 import READING_A, READING_B
from generator.writers.lengths import pt
from generator.writers.oxml import W
from tests.docx.cases import CASES
from tests.docx.forms import FORMS
from tests.docx.long_inputs import LONG_INPUTS
from tests.docx.mutation import mutated, parts
from tests.docx.plan_cases import plan_documents
from tests.docx.sample_document import NOTICE_LINE, TASKS, compact_document, sample_document
from tests.docx.schema_order import misplaced

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.blocks import Document
    from generator.writers.gb9704 import Profile


def test_the_same_document_gives_the_same_bytes() -> None:
    assert write_docx(sample_document()) == write_docx(sample_document())


def test_neither_the_day_nor_the_place_changes_a_byte(tmp_path: Path) -> None:
    code = (
        "import time; time.time = lambda: {day}; time.localtime = lambda *_: time.gmtime({day});"
        "import hashlib; from generator.writers.docx import write_docx;"
        "from tests.docx.sample_document import sample_document;"
        "print(hashlib.sha256(write_docx(sample_document())).hexdigest())"
    )
    root = str(Path(__file__).parents[2])
    sums = {
        subprocess.run(
            [sys.executable, "-c", code.format(day=day)],
            env={**os.environ, "TZ": zone, "LC_ALL": locale, "PYTHONHASHSEED": seed,
                 "PYTHONPATH": root, "USER": user},
            cwd=folder,
            capture_output=True,
            check=True,
        ).stdout
        for zone, locale, seed, user, day, folder in (
            ("Asia/Shanghai", "C.UTF-8", "1", "zhang", 1_700_000_000, root),
            ("America/New_York", "C", "2", "li", 1_900_000_000, tmp_path),
        )
    }  # fmt: skip
    assert len(sums) == 1
    assert sums == {f"{hashlib.sha256(write_docx(sample_document())).hexdigest()}\n".encode()}


def test_files_in_the_zip_have_the_earliest_date_and_stand_in_order() -> None:
    with zipfile.ZipFile(BytesIO(write_docx(sample_document()))) as archive:
        names = archive.namelist()
        assert names[0] == "[Content_Types].xml"
        assert names[1:] == sorted(names[1:])
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_part_has_its_content_type_and_every_relationship_its_part() -> None:
    content = parts(write_docx(sample_document()))
    declared = set(re.findall('PartName="/([^"]+)"', content["[Content_Types].xml"]))
    assert declared == {name for name in content if name.endswith(".xml")} - {"[Content_Types].xml"}
    targets = re.findall(
        'Id="([^"]+)"[^>]*Target="([^"]+)"', content["word/_rels/document.xml.rels"]
    )
    assert {f"word/{target}" for _, target in targets} <= set(content)
    used = set(re.findall('r:id="([^"]+)"', content["word/document.xml"]))
    assert used <= {identifier for identifier, _ in targets}


def test_properties_are_those_of_the_document() -> None:
    stated = replace(
        compact_document(), properties=Properties("题名", "主题", "示例市教育局", "x-1")
    )
    properties = docx.Document(BytesIO(write_docx(stated))).core_properties
    assert (properties.title, properties.subject, properties.author, properties.identifier) == (
        "题名",
        "主题",
        "示例市教育局",
        "x-1",
    )
    assert properties.created.year == 1980
    assert properties.last_modified_by == ""


def documents() -> Mapping[str, Document]:
    return CASES | FORMS | LONG_INPUTS | plan_documents()


def misplaced_in(docx: bytes) -> list[str]:
    content = parts(docx)
    names = [name for name in content if re.fullmatch(r"word/[^/]*\.xml", name)]
    return [
        f"{name}: {told}"
        for name in names
        for told in misplaced(etree.fromstring(content[name].encode()))
    ]


@pytest.mark.parametrize("profile", [READING_A, READING_B], ids=lambda profile: profile.name)
def test_elements_stand_in_the_order_of_the_schema(profile: Profile) -> None:
    for name, document in documents().items():
        assert misplaced_in(write_docx(document, profile)) == [], name


@pytest.mark.parametrize(
    ("part", "pattern", "replacement"),
    [
        ("document", "(<w:pStyle [^>]*/>)(<w:keepNext/>)", r"\2\1"),
        ("document", "(<w:pPr>.*?</w:pPr>)(<w:r>.*?</w:r>)", r"\2\1"),
        ("document", "(<w:rFonts[^>]*/>)(<w:u [^>]*/>)", r"\2\1"),
        ("document", "(<w:tcW [^>]*/>)(<w:vMerge[^>]*/>)", r"\2\1"),
        ("document", "(<w:tblW [^>]*/>)(<w:jc [^>]*/>)", r"\2\1"),
        ("document", "(<w:pgSz [^>]*/>)(<w:pgMar [^>]*/>)", r"\2\1"),
        ("document", "(<wp:extent [^>]*/>)(<wp:effectExtent [^>]*/>)", r"\2\1"),
        ("document", "<w:p><w:pPr>(?:(?!</w:pPr>).)*</w:pPr></w:p></w:tc>", "</w:tc>"),
        ("document", "(<w:jc [^>]*/>)", r"\1\1"),
        ("styles", "(<w:basedOn [^>]*/>)(<w:qFormat/>)", r"\2\1"),
        ("styles", "(<w:spacing [^>]*/>)(<w:kern [^>]*/>)", r"\2\1"),
        ("settings", "(<w:evenAndOddHeaders/>)(<w:characterSpacingControl [^>]*/>)", r"\2\1"),
        ("settings", "<w:zoom", "<w:unheardOf/><w:zoom"),
    ],
)
def test_an_element_out_of_its_order_is_noticed(part: str, pattern: str, replacement: str) -> None:
    docx = write_docx(sample_document())
    assert misplaced_in(docx) == []
    assert misplaced_in(mutated(docx, f"word/{part}.xml", pattern, replacement))


def test_every_font_is_named_for_all_four_scripts() -> None:
    root = etree.fromstring(parts(write_docx(sample_document()))["word/styles.xml"].encode())
    fonts = list(root.iter(W + "rFonts"))
    assert len(fonts) > 15
    for font in fonts:
        named = {etree.QName(key).localname for key in font.attrib}
        assert named == {"ascii", "hAnsi", "eastAsia", "cs", "hint"}


def test_styles_in_use_are_defined() -> None:
    for document in CASES.values():
        content = parts(write_docx(document))
        defined = set(re.findall('w:styleId="([^"]+)"', content["word/styles.xml"]))
        body = "".join(text for name, text in content.items() if name.startswith("word/"))
        assert set(re.findall('w:(?:pStyle|rStyle) w:val="([^"]+)"', body)) <= defined


def test_python_docx_reads_the_text_back() -> None:
    read = docx.Document(BytesIO(write_docx(sample_document())))
    texts = [paragraph.text for paragraph in read.paragraphs]
    assert "一、总体要求" in texts
    assert "附件：1.示例市中小学教师培训发展规划重点任务分工表" in texts
    assert [section.orientation for section in read.sections] == [0, 1, 0]
    responsibilities = read.tables[-1]
    assert len(responsibilities.rows) == 1 + sum(len(goals) for _, goals in TASKS) == 35
    assert responsibilities.cell(2, 1).text == "师德师风建设"


def test_only_wide_parts_are_landscape() -> None:
    upright = tuple(replace(part, wide=False) for part in sample_document().parts)
    content = parts(write_docx(replace(sample_document(), parts=upright)))["word/document.xml"]
    assert "landscape" not in content
    assert content.count("<w:sectPr") == 1
    assert content.count("<w:pageBreakBefore") == 3


def test_the_notice_line_is_only_there_when_it_is_asked_for() -> None:
    marked, unmarked = (
        parts(write_docx(replace(compact_document(), banner_line=line)))
        for line in (NOTICE_LINE, "")
    )
    assert NOTICE_LINE in marked["word/header1.xml"]
    assert "word/header1.xml" not in unmarked
    assert "headerReference" not in unmarked["word/document.xml"]


def test_a_draft_has_neither_masthead_nor_colophon() -> None:
    draft = replace(compact_document(), masthead=None, colophon=None)
    content = parts(write_docx(draft))["word/document.xml"]
    assert "FF0000" not in content
    assert "抄送" not in content


def test_a_document_number_may_be_blank() -> None:
    masthead = Masthead(("示例市教育局文件",), runs("示教发〔2023〕4号"))
    content = parts(write_docx(replace(compact_document(), masthead=masthead)))["word/document.xml"]
    assert "示教发〔2023〕4号" in content
    assert "抄送" in content


@pytest.mark.parametrize(("characters", "size"), [(8, 44), (10, 44), (11, 40), (18, 24)])
def test_a_long_banner_shrinks_to_one_line(characters: int, size: int) -> None:
    assert banner_size(("长" * characters,), READING_A) == pt(size)


def test_the_text_of_every_part_is_written() -> None:
    part = Part("甲", (), subtitles=("（乙）",), label="附件3", annotation="丙")
    content = parts(write_docx(replace(compact_document(), parts=(part,))))["word/document.xml"]
    for text in ("甲", "（乙）", "附件3", "（丙）"):
        assert f">{text}<" in content
