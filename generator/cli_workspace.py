"""From what was typed to the workspace and the plan that it means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from generator.cli_terminal import Refused
from generator.pipeline.analysis import find_workspace, plan_files
from generator.pipeline.scope import Scope, scope_of
from generator.pipeline.versions import PLAN_FILE, plan_of_version

if TYPE_CHECKING:
    from generator.pipeline.analysis import Analysis

_WHAT_IT_IS = "工作区是同时有mkdocs.yml和plans文件夹的文件夹"


def workspace_of(paths: list[Path]) -> Path:
    """Find the one workspace that all paths lie in, or that of the current folder.

    Raises:
        Refused: a path is missing, lies in no workspace, or in another one.
    """
    if not paths:
        return _workspace_above(Path.cwd(), "当前文件夹")
    for path in paths:
        if not path.exists():
            message = f"找不到“{path}”。请检查路径"
            raise Refused(message)
    roots = {_workspace_above(path, f"“{path}”") for path in paths}
    if len(roots) > 1:
        message = "所写的路径不在同一个工作区里。请分开检查"
        raise Refused(message)
    return roots.pop()


def _workspace_above(path: Path, name: str) -> Path:
    root = find_workspace(path)
    if root is None:
        message = f"{name}不在工作区里（{_WHAT_IT_IS}）。请进入工作区再试"
        raise Refused(message)
    return root


def scope_in(root: Path, paths: list[Path]) -> Scope:
    """Say what paths in a workspace refer to; without paths, the whole workspace.

    Raises:
        Refused: they refer to no plan.
    """
    resolved = [path.resolve() for path in paths] or [root]
    for path in resolved:
        if not scope_of(root, [path]):
            message = f"“{path}”里没有规划。规划写在plans文件夹里，每份一个文件夹，内有{PLAN_FILE}"
            raise Refused(message)
    return scope_of(root, resolved)


def workspace_of_plan(name: str) -> Path:
    """Find the workspace of a plan given by path or by identifier.

    Raises:
        Refused: it lies in none.
    """
    path = Path(name)
    return workspace_of([path] if path.exists() else [])


def scope_of_plan(analysis: Analysis, name: str, *, with_versions: bool = False) -> Scope:
    """Say which plan is meant by a path or an identifier.

    Args:
        analysis: the workspace.
        name: what was typed.
        with_versions: whether the path of an earlier version means its plan.

    Raises:
        Refused: none is, or several are, or an earlier version is.
    """
    if not with_versions and plan_of_version(Path(name).resolve()):
        message = f"“{name}”是旧版，只能拿来比较：planpress diff {name} 现在的规划"
        raise Refused(message)
    if Path(name).exists():
        scope = scope_in(analysis.root, [Path(name)])
    else:
        scope = scope_of(analysis.root, [_named(analysis, name)])
    if not scope.plans:
        message = f"“{name}”里没有规划。{_listed(analysis)}"
        raise Refused(message)
    if len(scope.plans) != 1:
        message = f"“{name}”指的不是一份规划，而是{len(scope.plans)}份。请写明其中一份"
        raise Refused(message)
    return scope


def _named(analysis: Analysis, name: str) -> Path:
    """Find a plan's file by identifier, or by its own name if it could not be decoded."""
    known = {plan.identifier: analysis.root / plan.path for plan in analysis.corpus.plans}
    files = {_own_name(file): file for file in plan_files(analysis.root)}
    found = known.get(name) or files.get(name)
    if found is None:
        message = f"没有“{name}”这份规划。{_listed(analysis)}"
        raise Refused(message)
    return found


def _listed(analysis: Analysis) -> str:
    listed = "、".join(plan.identifier for plan in analysis.corpus.plans)
    return f"已有：{listed}" if listed else "还没有能读的规划"


def _own_name(file: Path) -> str:
    """Give the name of a plan's folder, or of its file if it stands alone."""
    return file.parent.name if file.name == PLAN_FILE else file.stem
