"""What planpress docx does for units: their task lists, over one plan or all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli_files import write_new
from generator.cli_measure import libreoffice, measured
from generator.cli_publish import office_look
from generator.cli_report import outcome_of, write_outcome
from generator.cli_terminal import Refused, complain, write
from generator.cli_workspace import scope_in, scope_of_plan, workspace_of, workspace_of_plan
from generator.diagnostics import Severity
from generator.documents.parts import has_secrecy
from generator.documents.unit_lists import UnitLists
from generator.pipeline.analysis import analyze
from generator.pipeline.unit_files import UNITS_FOLDER, unit_file_names, write_unit_lists
from generator.readback.verify import verified_list

if TYPE_CHECKING:
    from generator.cli_measure import Rendering
    from generator.model.units import Unit
    from generator.pipeline.office import OfficeWish
    from generator.resolve import ResolvedPlan

_TITLE = "任务清单"


def export_unit(
    plan: str | None,
    name: str,
    output: Path | None,
    wish: OfficeWish,
    measuring: Rendering | None = None,
) -> bool:
    """Write the task list of a unit; say whether that was done and is in order.

    Args:
        plan: path or identifier of a plan, or None for all plans of the workspace.
        name: any name that the unit goes by.
        output: the file, or None for a name in the current folder.
        wish: what is asked for instead of what mkdocs.yml says.
        measuring: also measure its pages by the standard, with this.

    Raises:
        Refused: no such plan or unit, nothing for it to do, no place to write to, or nothing to
            measure with.
        OSError: a file cannot be read or written.
    """
    program = libreoffice(measuring.soffice, pages=True) if measuring else None
    plans = _checked_plans(plan)
    if plans is None:
        return False
    profile = office_look(_root(plan), wish)
    lists = UnitLists(plans)
    unit = _unit(lists, name)
    document = lists.document(unit)
    where = "这份规划" if len(plans) == 1 else "全部规划"
    if document is None:
        message = f"“{unit.name}”在{where}里没有任务，没有导出"
        raise Refused(message)
    identifier = f"{plans[0].identifier}-" if plan is not None else ""
    target = output or Path(f"{identifier}{unit_file_names((unit,))[0]}")
    content = verified_list(document, profile)
    write_new(target, content, f"{unit.label}{_TITLE}", f"{_TITLE}.docx")
    return not program or measured(document, content, profile, program)


def export_all_units(plan: str | None, output: Path | None, wish: OfficeWish) -> bool:
    """Write the task lists of all units into a folder; say whether that was done.

    Raises:
        Refused: no such plan, no unit with a duty, or the folder cannot be one.
        OSError: a file cannot be read or written.
    """
    plans = _checked_plans(plan)
    if plans is None:
        return False
    profile = office_look(_root(plan), wish)
    lists = UnitLists(plans)
    if not lists.units:
        message = "没有一个单位有任务，没有导出。责任单位写在任务分工或者条款里"
        raise Refused(message)
    folder = output or Path(f"{plans[0].identifier}-{UNITS_FOLDER}" if plan else UNITS_FOLDER)
    if folder.exists() and not folder.is_dir():
        message = f"“{folder}”是一个文件。请在“-o”后写文件夹"
        raise Refused(message)
    if not folder.parent.is_dir():
        message = f"没有“{folder.parent}”这个文件夹。请先建好，或换一个位置"
        raise Refused(message)
    folder.mkdir(exist_ok=True)
    write_unit_lists(lists, folder, profile)
    write(f"已写入{folder}：{len(lists.units)}个单位的{_TITLE}\n")
    return True


def _root(plan: str | None) -> Path:
    return workspace_of([]) if plan is None else workspace_of_plan(plan)


def _checked_plans(plan: str | None) -> tuple[ResolvedPlan, ...] | None:
    """Give the plans that are meant, or report their errors and give nothing."""
    root = _root(plan)
    analysis = analyze(root)
    scope = scope_in(root, []) if plan is None else scope_of_plan(analysis, plan)
    outcome = outcome_of(analysis, scope)
    if outcome.report.at_least(Severity.ERROR):
        write_outcome(outcome)
        complain("没有导出。请先改正上面的错误")
        return None
    plans = tuple(one for one in analysis.corpus.plans if one.path in scope.plans)
    return plans if plan is not None else _without_secret(plans)


def _without_secret(plans: tuple[ResolvedPlan, ...]) -> tuple[ResolvedPlan, ...]:
    """Keep secret plans out of lists over several plans, and say so."""
    open_plans = tuple(one for one in plans if not has_secrecy(one))
    if left_out := [one.identifier for one in plans if has_secrecy(one)]:
        write(f"{'、'.join(left_out)}有密级，没有并入；要它的清单，请写明这份规划\n")
    return open_plans


def _unit(lists: UnitLists, name: str) -> Unit:
    found = lists.find(name)
    if len(found) == 1:
        return found[0]
    if found:
        names = "、".join(f"{unit.name}（{unit.name.source}）" for unit in found)
        message = f"叫“{name}”的单位有几个：{names}。请写全称，或者写明是哪份规划"
        raise Refused(message)
    nearest = lists.nearest(name)
    guess = f"是不是“{nearest}”？" if nearest else "单位的名称见units.yaml"
    message = f"单位“{name}”没有登记。{guess}"
    raise Refused(message)
