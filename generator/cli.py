"""The command line: arguments, printing and exit codes.

Exit codes: 0 nothing found, 1 findings, 2 wrong usage or a file that cannot be read or
written, 3 a mistake of the program, 130 interrupted.
"""

# Commands import what they need when they run: “planpress --help” must not wait for MkDocs.
# ruff: noqa: PLC0415

from __future__ import annotations

import sys
from datetime import datetime  # noqa: TC003  # typer reads the annotations
from pathlib import Path
from traceback import format_exc
from typing import TYPE_CHECKING, Annotated, Final

import typer
from typer.main import get_command

from generator.cli_help import Command, Group, Misused
from generator.cli_terminal import (
    Refused,
    complain,
    prepare_streams,
    system_trouble,
    write,
    write_markdown,
)
from generator.readback.difference import UnfaithfulError

if TYPE_CHECKING:
    from generator.diagnostics import Rule

CLEAN: Final = 0
FINDINGS: Final = 1
WRONG_USE: Final = 2
OUR_MISTAKE: Final = 3
INTERRUPTED: Final = 130
_SOFFICE_HELP: Final = "LibreOffice的soffice在哪里 [默认：自己找]"


def _formats() -> dict[str, str]:
    from generator.reporters import REPORTERS

    return {reporter.name: reporter.title for reporter in REPORTERS}


def _figure_forms() -> dict[str, str]:
    from generator.reporters.figures import FIGURE_FORMS

    return {form.name: form.title for form in FIGURE_FORMS}


def _data_forms() -> dict[str, str]:
    from generator.cli_data import DATA_FORMS

    return DATA_FORMS


def _diff_forms() -> dict[str, str]:
    from generator.cli_diff import DIFF_FORMS

    return DIFF_FORMS


def _levels() -> dict[str, str]:
    from generator.diagnostics import Severity

    return {severity.word: severity.label for severity in sorted(Severity, reverse=True)}


def _document_types() -> dict[str, str]:
    from generator.documents import DOCUMENT_TYPES

    return {document_type.title: f"（{document_type.name}）" for document_type in DOCUMENT_TYPES}


def _titled(document_type: str | None) -> str | None:
    """Give the title of a document type that was written by its English name."""
    titles = {marked[1:-1]: title for title, marked in _document_types().items()}
    return document_type and titles.get(document_type, document_type)


def _profiles() -> dict[str, str]:
    from generator.writers.gb9704 import PROFILES

    return {profile.name: profile.title for profile in PROFILES.values()}


app = typer.Typer(
    cls=Group,
    add_completion=False,
    help="把规划写成YAML，核对数字，生成公开网站和公文格式的DOCX。",
)


def main(arguments: list[str] | None = None) -> int:
    """Run the program and give its exit code.

    Args:
        arguments: what was typed after the program's name; by default that of this process.
    """
    prepare_streams()
    try:
        code = get_command(app).main(arguments, prog_name="planpress", standalone_mode=False)
    except (Misused, Refused) as answer:
        complain(f"错误：{answer}")
        return WRONG_USE
    except KeyboardInterrupt:
        return INTERRUPTED
    except UnfaithfulError as error:
        complain(f"错误：{error}")
        return OUR_MISTAKE
    except Exception as error:  # noqa: BLE001  # the last place to say so in Chinese
        # an OSError without a number was raised by a library about something of our own
        if isinstance(error, OSError) and error.errno is not None:
            complain(system_trouble(error))
            return WRONG_USE
        complain(f"程序内部出错，不是您的文件有问题。请把下面的内容发给维护者：\n{format_exc()}")
        return OUR_MISTAKE
    return int(code or CLEAN)


def _show_version(value: bool) -> None:  # noqa: FBT001  # typer calls it so
    if value:
        from importlib.metadata import version

        write(f"planpress {version('planpress')}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="显示版本")
    ] = False,
) -> None:
    """Show help when no command is given."""
    del version
    if context.invoked_subcommand is None:
        complain(context.get_help())
        raise typer.Exit(WRONG_USE)


@app.command(
    cls=Command,
    help="检查规划，列出问题，并说明核对了多少数量关系。",
    context_settings={"obj": {"--format": _formats, "--fail-on": _levels}},
)
def check(  # noqa: PLR0913  # one a command-line option
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="路径", help="规划、文件夹或文件；不写就检查整个工作区"),
    ] = None,
    *,
    output_format: Annotated[
        str,
        typer.Option("--format", metavar="格式", help="报告的格式"),
    ] = "text",
    fail_on: Annotated[
        str,
        typer.Option("--fail-on", metavar="级别", help="多严重的问题算不通过"),
    ] = "error",
    show_waived: Annotated[
        bool, typer.Option("--show-waived", help="把已豁免的问题也列出来")
    ] = False,
    show_columns: Annotated[
        bool, typer.Option("--show-columns", help="列出表格的每一列读作什么")
    ] = False,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="文件", help="写到哪里 [默认：显示在屏幕上]"),
    ] = None,
    day: Annotated[
        datetime | None,
        typer.Option(
            "--date",
            metavar="日期",
            formats=["%Y-%m-%d"],
            help="按哪天判断豁免过期，例如2025-06-30 [默认：成文日期]",
        ),
    ] = None,
) -> int:
    """Report on what paths refer to; fail on findings of a severity or more."""
    from generator.cli_report import outcome_of, reject_output, write_outcome
    from generator.cli_workspace import scope_in, workspace_of
    from generator.diagnostics import Severity
    from generator.pipeline.analysis import analyze

    if output:
        reject_output(output_format, output)
    root = workspace_of(paths or [])
    scope = scope_in(root, paths or [])
    least = Severity[fail_on.upper()]
    found = analyze(root, day.date() if day else None)
    outcome = outcome_of(
        found, scope, show_waived=show_waived, show_columns=show_columns, fail_on=least
    )
    write_outcome(outcome, output_format, output)
    return FINDINGS if outcome.report.at_least(least) else CLEAN


@app.command(cls=Command, help="检查全部规划，生成网站和公文；有错误时不动上一次的成品。")
def build(
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="文件夹", help="成品放在哪里 [默认：工作区里的dist]"),
    ] = None,
    *,
    pdf: Annotated[
        bool, typer.Option("--pdf", help="网站上也放PDF和第一面的图片，用LibreOffice印")
    ] = False,
    soffice: Annotated[str, typer.Option("--soffice", metavar="程序", help=_SOFFICE_HELP)] = "",
) -> int:
    """Check, then write site and documents of the workspace."""
    from generator.cli_publish import build_workspace
    from generator.cli_workspace import workspace_of

    root = workspace_of([])
    good = build_workspace(root, output or root / "dist", with_pdf=pdf, soffice=soffice)
    return CLEAN if good else FINDINGS


@app.command(
    cls=Command,
    help="把一份规划导出成公文格式的DOCX，或者导出各单位的任务清单。",
    context_settings={"obj": {"--type": _document_types, "--profile": _profiles}},
)
def docx(  # noqa: PLR0913  # each is an option of the command
    context: typer.Context,
    plan: Annotated[
        str | None,
        typer.Argument(
            metavar="规划", help="规划的文件、文件夹或标识；任务清单可以不写，就是全部规划"
        ),
    ] = None,
    *,
    document_type: Annotated[
        str | None,
        typer.Option(
            "--type",
            "--as",
            metavar="形式",
            callback=_titled,
            help="公文的形式；不写就用适合它的形式",
        ),
    ] = None,
    unit: Annotated[
        str | None, typer.Option("--unit", metavar="名称", help="这个单位的任务清单")
    ] = None,
    all_units: Annotated[
        bool, typer.Option("--all-units", help="每个有任务的单位一份任务清单")
    ] = False,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="文件", help="本单位的模板 [默认：mkdocs.yml所写的template]"
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option("--profile", metavar="读法", help="天头怎么量 [默认：mkdocs.yml所写的]"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="文件",
            help="写到哪里；--all-units写文件夹 [默认：标识-形式.docx]",
        ),
    ] = None,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="用LibreOffice排版，逐项测量是否合乎公文格式"),
    ] = False,
    soffice: Annotated[str, typer.Option("--soffice", metavar="程序", help=_SOFFICE_HELP)] = "",
) -> int:
    """Write one plan as one document, or what units have to do."""
    from generator.cli_export import export_docx
    from generator.cli_measure import Rendering
    from generator.cli_units import export_all_units, export_unit
    from generator.pipeline.office import OfficeWish

    if sum((document_type is not None, unit is not None, all_units)) > 1:
        message = "“--type”“--unit”“--all-units”只能写一个"
        raise Misused(message, context)
    wish = OfficeWish(template, profile)
    if verify and all_units:
        message = "“--verify”一次量一份，不能和“--all-units”一起写"
        raise Misused(message, context)
    measuring = Rendering(soffice) if verify else None
    if unit is not None:
        return CLEAN if export_unit(plan, unit, output, wish, measuring) else FINDINGS
    if all_units:
        return CLEAN if export_all_units(plan, output, wish) else FINDINGS
    if plan is None:
        message = "缺少“规划”"
        raise Misused(message, context)
    good = export_docx(plan, document_type, output, wish, measuring)
    return CLEAN if good else FINDINGS


@app.command(cls=Command, help="写出公文模板，改好以后作为本单位的模板。")
def template(
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="文件", help="写到哪里 [默认：模板.docx]"),
    ] = Path("模板.docx"),
) -> int:
    """Write the DOCX that an office may edit."""
    from generator.cli_publish import export_template

    export_template(output)
    return CLEAN


@app.command(
    cls=Command,
    help="用LibreOffice把一份规划印成PDF。",
    context_settings={"obj": {"--type": _document_types, "--profile": _profiles}},
)
def pdf(  # noqa: PLR0913  # the same
    plan: Annotated[str, typer.Argument(metavar="规划", help="规划的文件、文件夹或标识")],
    *,
    document_type: Annotated[
        str | None,
        typer.Option(
            "--type",
            "--as",
            metavar="形式",
            callback=_titled,
            help="公文的形式；不写就用适合它的形式",
        ),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(
            "--template", metavar="文件", help="本单位的模板 [默认：mkdocs.yml所写的template]"
        ),
    ] = None,
    profile: Annotated[
        str | None,
        typer.Option("--profile", metavar="读法", help="天头怎么量 [默认：mkdocs.yml所写的]"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="文件", help="写到哪里 [默认：标识-形式.pdf]"),
    ] = None,
    preview: Annotated[
        bool, typer.Option("--preview", help="在旁边再写出每一面的图片（PNG）")
    ] = False,
    soffice: Annotated[str, typer.Option("--soffice", metavar="程序", help=_SOFFICE_HELP)] = "",
) -> int:
    """Write one plan as PDF."""
    from generator.cli_export import export_pdf
    from generator.cli_measure import Rendering
    from generator.pipeline.office import OfficeWish

    wish = OfficeWish(template, profile)
    printing = Rendering(soffice, preview=preview)
    good = export_pdf(plan, document_type, output, wish, printing)
    return CLEAN if good else FINDINGS


@app.command(
    cls=Command,
    help="把一份规划的指标、任务和表格导出成数据。",
    context_settings={"obj": {"--format": _data_forms}},
)
def export(
    plan: Annotated[str, typer.Argument(metavar="规划", help="规划的文件、文件夹或标识")],
    *,
    output_format: Annotated[
        str, typer.Option("--format", metavar="格式", help="导出成什么")
    ] = "xlsx",
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar="文件",
            help="写到哪里；csv写文件夹 [默认：标识-内容.格式]",
        ),
    ] = None,
) -> int:
    """Write the data of one plan."""
    from generator.cli_data import export_data

    return CLEAN if export_data(plan, output_format, output) else FINDINGS


@app.command(
    cls=Command,
    help="比较规划的两个版本：哪些数值、条文改了；也导出修订对照表。",
    context_settings={"obj": {"--format": _diff_forms}},
)
def diff(
    old: Annotated[
        str,
        typer.Argument(
            metavar="旧版",
            help="规划的文件、文件夹或标识；标识@版本名指旧版；只写一份就和上版比",
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(metavar="新版", help="写法同旧版"),
    ] = None,
    *,
    output_format: Annotated[
        str | None,
        typer.Option("--format", metavar="格式", help="写成什么 [默认：看“-o”的文件名]"),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="文件", help="写到哪里 [默认：显示在屏幕上；docx写文件]"
        ),
    ] = None,
) -> int:
    """Compare two versions of a plan."""
    from generator.cli_diff import diff_plans

    return CLEAN if diff_plans(old, new, output_format, output) else FINDINGS


@app.command(cls=Command, help="在本机打开网站，文件一改就更新；按Ctrl+C结束。")
def serve(
    address: Annotated[
        str,
        typer.Option(
            "--address", metavar="主机:端口", help="网站的地址 [默认：mkdocs.yml所写的dev_addr]"
        ),
    ] = "",
) -> int:
    """Serve the site of the workspace until interrupted."""
    from generator.cli_publish import serve_workspace
    from generator.cli_workspace import workspace_of

    return CLEAN if serve_workspace(workspace_of([]), address) else FINDINGS


@app.command(
    cls=Command,
    help="写出网站的源文件，不用本程序和插件也能生成同样的网站。",
)
def site_source(
    folder: Annotated[
        Path, typer.Argument(metavar="文件夹", help="写到哪里：新的、空的，或上次写出的")
    ],
) -> int:
    """Write the site of the workspace as plain Markdown, HTML and mkdocs.yml."""
    from generator.cli_source import export_site_source
    from generator.cli_workspace import workspace_of

    return CLEAN if export_site_source(workspace_of([]), folder) else FINDINGS


@app.command(
    cls=Command,
    help="指标改了以后，让正文的数字跟着改；先列出，再写入。",
)
def fix(
    plan: Annotated[str, typer.Argument(metavar="规划", help="规划的文件、文件夹或标识")],
    *,
    write: Annotated[bool, typer.Option("--write", help="写入文件；原来的内容另存一份")] = False,
) -> int:
    """Show or write what brings prose in line with the indicators."""
    from generator.cli_fix import fix_plan

    return CLEAN if fix_plan(plan, is_written=write) else FINDINGS


@app.command(
    cls=Command,
    help="列出一份规划的全部指标数值和数量关系：写在哪里，怎么算，对不对。",
    context_settings={"obj": {"--format": _figure_forms}},
)
def figures(
    plan: Annotated[str, typer.Argument(metavar="规划", help="规划的文件、文件夹或标识")],
    *,
    output_format: Annotated[
        str, typer.Option("--format", metavar="格式", help="列成什么")
    ] = "text",
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="文件", help="写到哪里 [默认：显示在屏幕上]"),
    ] = None,
) -> int:
    """Print the figures of a plan and the relations between them."""
    from generator.cli_figures import list_figures

    return CLEAN if list_figures(plan, output_format, output) else FINDINGS


@app.command(cls=Command, help="讲解一种问题：查什么、怎么改，附正反例子。")
def explain(
    code: Annotated[
        str,
        typer.Argument(
            metavar="代号",
            help="代号，例如A101，或标题里的词；不写就全部列出",
        ),
    ] = "",
) -> int:
    """Print the page of a rule, or what rules there are."""
    from generator.checks import ALL_RULES
    from generator.resources import rule_page, without_expectations

    if not code:
        write(_all_rules())
        return CLEAN
    rules = {rule.code: rule for rule in ALL_RULES}
    rule = rules.get(code.upper())
    if rule is None and (found := [one for one in ALL_RULES if code in one.title]):
        write("\n".join((*(_rule_line(one) for one in found), "")))
        return CLEAN
    if rule is None:
        message = f"没有“{code}”这个代号。{_near(code.upper(), list(rules))}"
        raise Refused(message)
    write_markdown(without_expectations(rule_page(rule)))
    return CLEAN


def _all_rules() -> str:
    from generator.checks import ALL_RULES, AREAS

    lines = []
    for letter, title in AREAS:
        rules = [rule for rule in ALL_RULES if rule.code.startswith(letter)]
        lines += [f"{title}：", *(_rule_line(rule) for rule in rules), ""]
    return "\n".join((*lines, "看其中一种的说明：planpress explain A101\n"))


def _rule_line(rule: Rule) -> str:
    return f"  {rule.code}  {rule.severity.label}  {rule.title}"


@app.command(
    cls=Command,
    help="写出文件格式的说明（JSON Schema），编辑器用它提示和检查每个键。",
)
def schema(
    name: Annotated[
        str, typer.Argument(metavar="格式", help="plan规划，units单位登记；不写就是plan")
    ] = "plan",
    *,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="文件", help="写到哪里 [默认：显示在屏幕上]"),
    ] = None,
) -> int:
    """Print or write the JSON Schema of a kind of file."""
    from generator.cli_publish import export_schema

    export_schema(name, output)
    return CLEAN


def _near(code: str, codes: list[str]) -> str:
    from difflib import get_close_matches

    same_letter = [known for known in codes if known[0] == code[:1]]
    close = get_close_matches(code, same_letter or codes, n=4, cutoff=0.7) or same_letter
    return f"相近的有{'、'.join(sorted(close))}" if close else "代号是一个字母加三位数字，例如A101"


if __name__ == "__main__":
    sys.exit(main())
