"""planpress diff: two versions on the screen, as a page and as the 修订对照表."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from generator.cli import main
from tests.comparison.versions import write_versions
from tests.workspaces import SHOWN_PLAN, WRONG_SUM, write

if TYPE_CHECKING:
    from pathlib import Path

OLD = (
    SHOWN_PLAN.replace("400米", "300米")
    .replace("1000米", "900米")
    .replace("stage: 已印发", "stage: 征求意见稿")
    .replace("document_number: 示水发〔2023〕4号\n", "")
    .replace("date_of_issue: 2023年5月18日\n", "")
)


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = write_versions(tmp_path, SHOWN_PLAN, {"征求意见稿": OLD})
    monkeypatch.chdir(root)
    return root


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    "names",
    [
        ["lvdao"],
        ["lvdao@征求意见稿", "lvdao"],
        ["plans/lvdao/versions/征求意见稿", "plans/lvdao"],
        ["plans/lvdao/versions/征求意见稿/plan.yaml", "plans/lvdao/plan.yaml"],
    ],
)
def test_a_version_is_named_by_path_or_label(
    names: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *names]) == 0
    out = capsys.readouterr().out
    assert "修订前  plans/lvdao/versions/征求意见稿/plan.yaml（征求意见稿）\n" in out
    assert "修订后  plans/lvdao/plan.yaml（已印发，示水发〔2023〕4号，2023年5月18日）\n" in out
    assert "  修改  绿道长度（到2027年）：900米 → 1000米，增加100米\n" in out
    assert "  修改  一、主要目标\n" in out
    assert "建成绿道【900→1000】米，其中沿江绿道600米、环山绿道【300→400】米。" in out


@pytest.mark.parametrize("suffix", ["docx", "html", "txt"])
def test_the_name_of_the_file_says_what_it_is(
    suffix: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "lvdao", "-o", f"甲.{suffix}"]) == 0
    content = (root / f"甲.{suffix}").read_bytes()
    openings = {"docx": b"PK", "html": b"<!DOCTYPE html>", "txt": "修订前".encode()}
    assert content.startswith(openings[suffix])
    assert f"已写入甲.{suffix}（修订对照表）" in capsys.readouterr().out


def test_a_docx_has_a_usual_name(root: Path) -> None:
    assert main(["diff", "lvdao", "--format", "docx"]) == 0
    assert (root / "lvdao-修订对照表.docx").is_file()


def test_a_page_fetches_nothing_and_shows_markup_as_text(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = root / "plans/lvdao/plan.yaml"
    text = plan.read_text(encoding="utf-8").replace("方便市民", "<script>alert(1)</script>市民")
    plan.write_text(text, encoding="utf-8")
    assert main(["diff", "lvdao", "--format", "html"]) == 0
    page = capsys.readouterr().out
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert "http" not in page.replace("http-equiv", "")


def test_two_workspaces_are_compared(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = write_versions(tmp_path / "other", OLD, {})
    assert main(["diff", str(other / "plans/lvdao"), str(root / "plans/lvdao")]) == 0
    assert "900米 → 1000米" in capsys.readouterr().out


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize(
    ("names", "message"),
    [
        (["lvdao@送审稿"], "“lvdao”没有“送审稿”这个版本。已有：征求意见稿"),
        (["lvdao@征求意见稿"], "没有更早的版本。请再写一份要比的规划"),
        (["ludao"], "没有“ludao”这份规划。已有：lvdao"),
        (["lvdao", "lvdao", "--format", "pdf"], "pdf"),
        (["lvdao", "-o", "plans"], "不知写成什么"),
        (["lvdao", "-o", "甲.pdf"], "文件名以.docx、.html或.txt结尾"),
        (["lvdao@", "lvdao"], "没有写是哪个版本。写成“lvdao@版本名”"),
        (["plans/lvdao/versions", "lvdao"], "“versions”里是各个旧版。请写明其中一版"),
        (["lvdao", "--format", "text", "-o", "plans/lvdao/plan.yaml"], "是写规划的文件，不能覆盖"),
    ],
)
def test_what_cannot_be_compared_is_said(
    names: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", *names]) == 2
    assert message in capsys.readouterr().err


def test_wrong_figures_are_compared_but_do_not_go_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_versions(tmp_path, WRONG_SUM, {"旧版": SHOWN_PLAN})
    monkeypatch.chdir(root)
    assert main(["diff", "lvdao"]) == 0
    told = capsys.readouterr()
    assert "600米 → 500米，减少100米" in told.out
    assert "处错误没有改正" in told.err
    assert main(["diff", "lvdao", "--format", "docx"]) == 1
    assert not (root / "lvdao-修订对照表.docx").exists()
    assert "没有比较。请先改正上面的错误" in capsys.readouterr().err


def test_an_unreadable_plan_is_not_compared(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = root / "plans/lvdao/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("kind:", "kinds:"), encoding="utf-8")
    assert main(["diff", "plans/lvdao"]) == 1
    assert "kinds" in capsys.readouterr().out


def test_the_errors_of_one_plan_are_told_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = root / "plans/lvdao/plan.yaml"
    plan.write_text(plan.read_text(encoding="utf-8").replace("kind:", "kinds:"), encoding="utf-8")
    assert main(["diff", "plans/lvdao/versions/征求意见稿", "plans/lvdao"]) == 1
    told = capsys.readouterr()
    assert told.out.count("不认识的键“kinds”") == 1
    assert told.err.count("没有比较") == 1


def test_a_version_with_errors_says_where_they_are(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    version = root / "plans/lvdao/versions/征求意见稿/plan.yaml"
    version.write_text(OLD.replace("lead: 市水务局", "lead: 市渔业局"), encoding="utf-8")
    assert main(["diff", "lvdao@征求意见稿", "lvdao"]) == 2
    told = capsys.readouterr()
    assert "plans/lvdao/versions/征求意见稿/plan.yaml:38:15: 警告 S117" in told.out
    assert "旧版“征求意见稿”有错误，见上面的警告，没有比较" in told.err


def test_with_an_unreadable_version_the_last_one_is_not_guessed(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = OLD.replace("征求意见稿", "送审稿").replace("lead: 市水务局", "lead: 市渔业局")
    write(root / "plans/lvdao/versions/送审稿/plan.yaml", broken)
    assert main(["diff", "lvdao"]) == 2
    told = capsys.readouterr()
    assert "S117 旧版“送审稿”有1处错误" in told.out
    assert "不知哪一版是上一版。请改正，或写明和哪一版比" in told.err


@pytest.mark.usefixtures("root")
@pytest.mark.parametrize("command", ["docx", "figures", "fix", "export", "pdf"])
def test_an_old_version_is_only_compared(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "plans/lvdao/versions/征求意见稿"]) == 2
    assert "是旧版，只能拿来比较：planpress diff" in capsys.readouterr().err


def test_a_paragraph_that_moved_is_shown(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first, second = "沿江的一段先行建设。", "环山的一段随后建设。"
    plans = (
        SHOWN_PLAN.replace(
            "sections:\n", f"sections:\n  - title: 办法\n    text: |\n      {a}\n\n      {b}\n"
        )
        for a, b in ((first, second), (second, first))
    )
    write(root / "plans/lvdao/versions/征求意见稿/plan.yaml", next(plans))
    write(root / "plans/lvdao/plan.yaml", next(plans))
    assert main(["diff", "lvdao"]) == 0
    out = capsys.readouterr().out
    assert f"【次序改变】{first}" in out or f"【次序改变】{second}" in out


def test_a_project_without_a_row_is_compared_all_the_same(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = root / "plans/lvdao/plan.yaml"
    text = plan.read_text(encoding="utf-8")
    project = "projects:\n  - title: 驿站工程\n    text: 建设驿站。\n"
    plan.write_text(text.replace("projects:\n", project), encoding="utf-8")
    assert main(["diff", "lvdao"]) == 0
    assert "新增  附件一、驿站工程" in capsys.readouterr().out
