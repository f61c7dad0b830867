"""What site-source does and says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.cli_report import outcome_of, write_outcome
from generator.cli_terminal import Refused, complain, working, write
from generator.cli_workspace import scope_in
from generator.pipeline.analysis import CONFIGURATION, analyze
from generator.pipeline.output import refusal
from generator.reporters.text import summary

if TYPE_CHECKING:
    from pathlib import Path


def export_site_source(root: Path, output: Path) -> bool:
    """Check a workspace and write the source of its site; say whether that was done.

    Args:
        root: the workspace.
        output: the folder.

    Raises:
        Refused: the folder is not ours to replace, or there is nothing to write.
        OSError: a file cannot be read or written.
        UnfaithfulError: a page does not say what its plan says.
    """
    # MkDocs takes a quarter of a second to import.
    from generator.pipeline.site_source import write_site_source  # noqa: PLC0415

    problem = refusal(output) or _refusal(output)
    if problem:
        raise Refused(problem)
    scope = scope_in(root, [])
    with working("检查"):
        analysis = analyze(root)
    outcome = outcome_of(analysis, scope)
    if analysis.failed:
        write_outcome(outcome)
        complain("没有写出，原有的没有动。请先改正上面的错误")
        return False
    with working("写出网页并读回核对"):
        result = write_site_source(analysis, output)
    for problem in result.problems:
        complain(f"错误：{problem}")
    if result.problems:
        complain("没有写出，原有的没有动。请先解决上面的问题")
        return False
    write(f"{summary(outcome)}\n已写出网站的源文件：{output}\n怎样生成网站，见其中的README.md\n")
    if result.left_out:
        write(f"mkdocs.yml里的其他插件和设置没有带上：{'、'.join(result.left_out)}\n")
    if result.hooks:
        write(f"这些程序已经用在网页上，不再带上：{'、'.join(result.hooks)}\n")
    return True


def _refusal(output: Path) -> str:
    """Say why a folder of ours is not to be replaced: it holds what another command built."""
    if not output.is_dir() or not any(output.iterdir()) or (output / CONFIGURATION).is_file():
        return ""
    return f"“{output}”里是planpress的其他成品，为免误删没有改动它。请换一个空文件夹"
