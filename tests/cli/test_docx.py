"""planpress docx: one plan, one document."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docx import Document

from generator.cli import main
from tests.workspaces import PLAN, WRONG_SUM, write, write_workspace

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "示例市绿道建设规划"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a workspace with a good and a wrong plan that is the current folder."""
    root = write_workspace(tmp_path, {"lvdao": PLAN, "wrong": WRONG_SUM})
    monkeypatch.chdir(root)
    return root


def words(path: Path) -> str:
    return "".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


@pytest.mark.parametrize("plan", ["lvdao", "plans/lvdao", "plans/lvdao/plan.yaml"])
def test_a_plan_is_found_by_identifier_folder_and_file(workspace: Path, plan: str) -> None:
    assert main(["docx", plan, "-o", "out.docx"]) == 0
    assert TITLE in words(workspace / "out.docx")


def test_type_and_file_name_have_defaults(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docx", "lvdao"]) == 0
    assert main(["docx", "lvdao", "--type", "正文"]) == 0
    assert main(["docx", "lvdao", "--as", "tasks"]) == 0
    assert capsys.readouterr().out == (
        "已写入lvdao-notice.docx（印发通知）\n"
        "已写入lvdao-text.docx（正文）\n"
        "已写入lvdao-tasks.docx（分工表）\n"
    )
    assert "示水发〔2023〕4号" not in words(workspace / "lvdao-text.docx")
    assert "示水发〔2023〕4号" in words(workspace / "lvdao-notice.docx")


def test_a_formal_document_goes_out_as_itself(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    formal = PLAN.replace("kind: 规划", "kind: 通知").replace("规划（2023—2027年）", "通知")
    write(workspace / "plans" / "tongzhi" / "plan.yaml", formal)
    assert main(["docx", "tongzhi"]) == 0
    assert main(["docx", "tongzhi", "--type", "征求意见稿"]) == 2
    output = capsys.readouterr()
    assert output.out == "已写入tongzhi-official.docx（正式公文）\n"
    assert output.err == (
        "错误：这份通知导不出征求意见稿，阶段是已印发。可以导出正式公文、分工表、指标表\n"
    )


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        ("正式公文", "它不是通知、意见一类的公文，自己不带版头，由印发通知印发"),
        ("附载文件", "它不是附载了规划、方案的公文"),
        ("另装附件", "它没有写了“另装”的附件"),
        ("附件", "它没有同正文装在一起的附件"),
        ("数据表", "它没有表格"),
        ("送审稿", "阶段是已印发"),
    ],
)
@pytest.mark.usefixtures("workspace")
def test_the_real_reason_is_told_why_a_form_is_not_there(
    capsys: pytest.CaptureFixture[str], form: str, reason: str
) -> None:
    assert main(["docx", "lvdao", "--type", form]) == 2
    assert f"错误：这份规划导不出{form}，{reason}。可以导出" in capsys.readouterr().err


def test_without_a_stage_there_is_no_notice_and_that_is_the_reason(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "plans" / "lvdao" / "plan.yaml", PLAN.replace("stage: 已印发\n", ""))
    assert main(["docx", "lvdao", "--type", "印发通知"]) == 2
    assert "错误：这份规划导不出印发通知，没有写阶段。可以导出" in capsys.readouterr().err


def test_an_existing_file_is_replaced_and_that_is_said(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "out.docx", "旧")
    assert main(["docx", "lvdao", "-o", "out.docx"]) == 0
    assert capsys.readouterr().out == "已覆盖out.docx（印发通知）\n"
    assert TITLE in words(workspace / "out.docx")


def test_errors_of_the_plan_stop_it_and_those_of_others_do_not(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "out.docx", "旧")
    assert main(["docx", "wrong", "-o", "out.docx"]) == 1
    output = capsys.readouterr()
    assert "plans/wrong/plan.yaml:18:15: 错误 A101" in output.out
    assert output.err == "没有导出。请先改正上面的错误\n"
    assert (workspace / "out.docx").read_text(encoding="utf-8") == "旧"


def test_a_plan_that_cannot_be_read_is_found_by_its_folder(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(workspace / "plans" / "broken" / "plan.yaml", "format: 1\n")
    assert main(["docx", "broken"]) == 1
    assert "plans/broken/plan.yaml:" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["缺"], "没有“缺”这份规划。已有：lvdao、wrong"),
        (["plans"], "“plans”指的不是一份规划，而是2份。请写明其中一份"),
        (["lvdao", "-o", "plans"], "“plans”是文件夹。请在“-o”后写文件名，例如“规划.docx”"),
        (["lvdao", "-o", "无/a.docx"], "没有“无”这个文件夹。请先建好，或换一个位置"),
    ],
)
def test_what_cannot_be_done_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert main(["docx", *arguments]) == 2
    assert capsys.readouterr().err == f"错误：{message}\n"
    assert not list(workspace.glob("*.docx"))


def top_margin(path: Path) -> float:
    length = Document(str(path)).sections[0].top_margin
    assert length is not None
    return float(round(length.mm, 1))


def test_the_reading_of_37_mm_is_the_office_s_and_may_be_chosen_once(workspace: Path) -> None:
    assert main(["docx", "lvdao", "-o", "usual.docx"]) == 0
    settings = "theme: {name: material}\nplugins:\n  - planpress:\n      profile: B\n"
    write(workspace / "mkdocs.yml", f"site_name: 规划\ndocs_dir: plans\n{settings}")
    assert main(["docx", "lvdao", "-o", "office.docx"]) == 0
    assert main(["docx", "lvdao", "--profile", "A", "-o", "once.docx"]) == 0
    names = ("usual", "office", "once")
    assert [top_margin(workspace / f"{name}.docx") for name in names] == [37.0, 34.2, 37.0]


def test_a_reading_that_nobody_knows_is_refused(
    workspace: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["docx", "lvdao", "--profile", "C"]) == 2
    assert "只能写A、B" in capsys.readouterr().err
    settings = "theme: {name: material}\nplugins:\n  - planpress:\n      profile: C\n"
    write(workspace / "mkdocs.yml", f"site_name: 规划\ndocs_dir: plans\n{settings}")
    assert main(["docx", "lvdao"]) == 2
    assert "mkdocs.yml的“profile”写着“C”，没有这种读法。请写A、B中的一个" in capsys.readouterr().err
