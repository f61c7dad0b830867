"""What export does and says."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.cli_files import refuse_as_target, write_new
from generator.cli_report import outcome_of, write_outcome
from generator.cli_terminal import Refused, complain
from generator.cli_workspace import scope_of_plan, workspace_of_plan
from generator.diagnostics import Severity
from generator.documents import document_types
from generator.documents.data_sheets import plan_sheets
from generator.pipeline.analysis import analyze
from generator.site.downloads import plan_cover
from generator.site.page import data_address
from generator.writers.csv import write_csv
from generator.writers.json import write_json
from generator.writers.xlsx import write_xlsx

if TYPE_CHECKING:
    from generator.resolve import ResolvedPlan

DATA_FORMS: Final = {
    "xlsx": "工作簿",
    "csv": "一张表一个文件",
    "json": "整份规划，供程序使用",
}


def export_data(name: str, form: str, output: Path | None) -> bool:
    """Write the data of a plan, given by path or identifier; say whether that was done.

    Raises:
        Refused: no such plan, no table in it, or no place to write to.
        OSError: a file cannot be read or written.
    """
    if output:
        _refuse_target(output, form)
    analysis = analyze(workspace_of_plan(name))
    scope = scope_of_plan(analysis, name)
    outcome = outcome_of(analysis, scope)
    if outcome.report.at_least(Severity.ERROR):
        write_outcome(outcome)
        complain("没有导出。请先改正上面的错误")
        return False
    resolved = next(plan for plan in analysis.corpus.plans if plan.path in scope.plans)
    if form == "csv":
        _export_tables(resolved, output or Path())
    elif form == "xlsx":
        content = write_xlsx(plan_cover(resolved), plan_sheets(resolved))
        _write(resolved, "tables", form, content, output)
    else:
        document = document_types(resolved)[0].compose(resolved)
        _write(resolved, "data", form, write_json(resolved, document), output)
    return True


def _refuse_target(output: Path, form: str) -> None:
    if form != "csv":
        refuse_as_target(output, f"规划.{form}")
    elif output.is_file() or (output.suffix.lower() == ".csv" and not output.is_dir()):
        message = (
            f"“{output}”是文件的名字。csv一张表一个文件，"
            f"请在“-o”后写文件夹，例如“{output.with_suffix('')}”"
        )
        raise Refused(message)


def _write(
    resolved: ResolvedPlan, name: str, form: str, content: bytes, output: Path | None
) -> None:
    target = output or Path(_file_name(resolved, name, form))
    write_new(target, content, DATA_FORMS[form], f"规划.{form}")


def _export_tables(resolved: ResolvedPlan, folder: Path) -> None:
    sheets = plan_sheets(resolved)
    if not sheets:
        message = "这份规划没有指标、任务分工和表格"
        raise Refused(message)
    folder.mkdir(parents=True, exist_ok=True)
    for sheet in sheets:
        target = folder / _file_name(resolved, sheet.key, "csv")
        write_new(target, write_csv(sheet), sheet.title, "数据")


def _file_name(resolved: ResolvedPlan, name: str, form: str) -> str:
    return Path(data_address(resolved, name, form)).name
