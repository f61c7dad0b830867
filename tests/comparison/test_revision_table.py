"""The 修订对照表 as DOCX: what changed is marked, and rows may be longer than a page."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from docx import Document
from docx.oxml.ns import qn

from generator.comparison import compose_revision
from generator.readback.verify import verified_list
from generator.reporters.changes import changes_html, changes_text
from generator.writers.gb9704 import READING_A
from tests.comparison.versions import PLAN, compared

if TYPE_CHECKING:
    from pathlib import Path

    from docx.table import Table, _Cell

CHANGED = (
    PLAN.replace("到2027年: 1000米", "到2027年: 1200米")
    .replace("建成绿道1000米", "建成绿道1200米")
    .replace("及时修补", "按月修补")
)


def tables(root: Path, old: str, new: str) -> list[Table]:
    composed = compose_revision(compared(root, old, new))
    return list(Document(io.BytesIO(verified_list(composed, READING_A))).tables)


def marked(cell: _Cell, mark: str) -> str:
    """Give the text of a cell that bears a mark: strike, or the Chinese font 黑体."""
    found = []
    for run in cell.paragraphs[0].runs:
        properties = run._r.rPr  # noqa: SLF001  # the mark itself, as it is written
        fonts = properties.find(qn("w:rFonts")) if properties is not None else None
        if (
            mark == "strike"
            and properties is not None
            and properties.find(qn("w:strike")) is not None
        ):
            found.append(run.text)
        if mark == "黑体" and fonts is not None and fonts.get(qn("w:eastAsia")) == mark:
            found.append(run.text)
    return "".join(found)


def test_figures_and_clauses_stand_side_by_side(tmp_path: Path) -> None:
    figures, clauses = tables(tmp_path, PLAN, CHANGED)
    assert [cell.text for cell in figures.rows[1].cells] == [
        *("1", "绿道长度，到2027年", "1000米", "1200米", "增加200米"),
    ]
    places = [row.cells[1].text for row in clauses.rows[1:]]
    assert places == ["一、主要目标", "二、（二）加强管护", "任务分工：绿道建设工程，目标2"]


def test_what_went_is_struck_and_what_came_is_in_another_font(tmp_path: Path) -> None:
    _, clauses = tables(tmp_path, PLAN, CHANGED)
    old, new = clauses.rows[2].cells[2:4]
    assert (marked(old, "strike"), marked(new, "黑体")) == ("及时", "按月")
    assert (marked(old, "黑体"), marked(new, "strike")) == ("", "")


def test_only_a_row_that_may_be_longer_than_a_page_breaks(tmp_path: Path) -> None:
    text = "及时修补破损的路面。"
    long = PLAN.replace(text, "按月修补破损的路面，" + "逐段登记、逐段销号，" * 40 + "不留死角。")
    _, clauses = tables(tmp_path, PLAN, long.replace("1000米", "1200米"))
    for row in clauses.rows:
        is_long = any(len(cell.text) > 150 for cell in row.cells)
        is_whole = bool(row._tr.findall(f".//{qn('w:cantSplit')}"))  # noqa: SLF001  # python-docx has no word for it
        assert is_whole is not is_long
    assert sum(any(len(cell.text) > 150 for cell in row.cells) for row in clauses.rows) == 1


def test_what_moved_can_be_read_with_both_its_places(tmp_path: Path) -> None:
    care = PLAN[PLAN.index("      - title: 加强管护") : PLAN.index("      - title: 加强宣传")]
    spreading = PLAN[PLAN.index("      - title: 加强宣传") : PLAN.index("    show: 里程表")]
    new = PLAN.replace(care + spreading, spreading + care)
    (clauses,) = tables(tmp_path / "docx", PLAN, new)
    _, place, old, after, remark = (cell.text for cell in clauses.rows[1].cells)
    assert place == "二、（二）加强宣传\n（原为“二、（三）加强宣传”）"
    assert old == after == "通过各种渠道宣传绿道，引导市民爱护设施，文明出行。"
    assert remark == "移动"
    on_screen = changes_text(compared(tmp_path / "screen", PLAN, new))
    assert "移动  二、（二）加强宣传（原为“二、（三）加强宣传”）\n" in on_screen
    assert "        通过各种渠道宣传" in on_screen


def test_of_a_long_text_that_moved_the_beginning_is_enough(tmp_path: Path) -> None:
    first = PLAN[PLAN.index("      - title: 加强组织") : PLAN.index("      - title: 加强管护")]
    long = first.replace("建立联席", "逐级落实，" * 30 + "建立联席")
    plan = PLAN.replace(first, long)
    (clauses,) = tables(
        tmp_path, plan, plan.replace(long, "").replace("    show: 里", long + "    show: 里")
    )
    assert len(clauses.rows[1].cells[2].text) < 70
    assert clauses.rows[1].cells[2].text.endswith("…")


def test_the_higher_secrecy_of_both_stands_on_it(tmp_path: Path) -> None:
    old, new = (
        PLAN.replace("period:", f"secrecy_level: {level}\nperiod:")
        for level in ("机密★10年", "秘密★1年")
    )
    found = compared(tmp_path, old, new)
    (part,) = compose_revision(found).parts
    assert part.label == "机密★10年"
    assert changes_text(found).startswith("机密★10年\n")
    assert "<strong>机密★10年</strong>" in changes_html(found)


def test_a_version_without_changes_says_so(tmp_path: Path) -> None:
    composed = compose_revision(compared(tmp_path, PLAN, PLAN))
    content = Document(io.BytesIO(verified_list(composed, READING_A)))
    assert not content.tables
    assert "两个版本印出来的基本信息、数值和条文相同。" in [one.text for one in content.paragraphs]
