"""What build, template, schema and serve do and say."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

from generator.cli_files import refuse_as_target, refuse_to_overwrite, write_new
from generator.cli_report import outcome_of, write_outcome
from generator.cli_terminal import Refused, complain, progress, system_trouble, write
from generator.cli_workspace import scope_in
from generator.documents.template_sample import template_sample
from generator.pipeline.analysis import analyze
from generator.pipeline.build import DOCUMENTS_FOLDER, SITE_FOLDER, Step, build
from generator.pipeline.office import office_of
from generator.pipeline.output import refusal
from generator.readback.difference import UnfaithfulError
from generator.rendering.libreoffice import MissingToolError, find_program, need_measuring
from generator.reporters.text import summary
from generator.schema import SCHEMAS, schema_text
from generator.writers.docx import write_docx

if TYPE_CHECKING:
    from generator.pipeline.office import OfficeWish
    from generator.pipeline.serve import Address
    from generator.writers.gb9704 import Profile

_LAST_PORT: Final = 65535
_UNTOUCHED: Final = "没有生成，已有的成品没有动"


def build_workspace(root: Path, output: Path, *, with_pdf: bool = False, soffice: str = "") -> bool:
    """Check a workspace and build it into a folder; say whether that was done.

    Args:
        root: the workspace.
        output: the folder.
        with_pdf: the site also offers PDF files and pictures of their first pages.
        soffice: LibreOffice, as the user names it.

    Raises:
        Refused: the folder is not ours to replace, there is nothing to build, or no LibreOffice.
        OSError: a file cannot be read or written.
    """
    problem = refusal(output)
    if problem:
        raise Refused(problem)
    scope = scope_in(root, [])
    printer = _printer(soffice) if with_pdf else None
    steps = tuple(step for step in Step if printer or step is not Step.PRINT)
    with progress(steps) as started:
        started(Step.CHECK)
        analysis = analyze(root)
        problems = () if analysis.failed else build(analysis, output, started, printer)
    outcome = outcome_of(analysis, scope)
    if analysis.failed:
        write_outcome(outcome)
        complain(f"{_UNTOUCHED}。请先改正上面的错误")
        return False
    if problems:
        _tell_of_site(problems, _UNTOUCHED)
        return False
    write(f"{summary(outcome)}\n已生成：\n")
    write(f"  网站  {_shown(output / SITE_FOLDER / 'index.html')}\n")
    write(f"  公文  {_shown(output / DOCUMENTS_FOLDER)}\n")
    return True


def _printer(soffice: str) -> Path:
    try:
        need_measuring()
        return find_program(soffice)
    except MissingToolError as error:
        raise Refused(str(error)) from None


def _shown(path: Path) -> Path:
    """Give a path from the current folder on, if it lies in it."""
    here, path = Path.cwd(), path.resolve()
    return path.relative_to(here) if path.is_relative_to(here) else path


def office_look(root: Path, wish: OfficeWish) -> Profile:
    """Give the look of documents: what was asked for, else what mkdocs.yml says.

    Raises:
        Refused: the DOCX is not there or cannot be used, or mkdocs.yml names no known reading.
        OSError: it cannot be read.
    """
    if wish.template is not None and not wish.template.is_file():
        message = f"找不到模板“{wish.template}”。请检查路径"
        raise Refused(message)
    office = office_of(root, wish)
    if office.problems:
        raise Refused("\n".join((*office.problems, "没有导出。改好再试")))
    return office.profile


def export_template(output: Path) -> None:
    """Write the DOCX that an office may edit to give its documents their look.

    Raises:
        Refused: no place to write to, or it is there and may have been edited.
        OSError: the file cannot be written.
    """
    refuse_as_target(output, "模板.docx")
    refuse_to_overwrite(output)
    write_new(output, write_docx(template_sample()), "公文模板", "模板.docx")


def export_schema(name: str, output: Path | None) -> None:
    """Write the JSON Schema of a kind of file, to the screen unless a file is given.

    Raises:
        Refused: no such kind of file, or no place to write to.
        OSError: the file cannot be written.
    """
    schema = next((one for one in SCHEMAS if one.name == name), None)
    if schema is None:
        known = "、".join(f"{one.name}（{one.title}）" for one in SCHEMAS)
        message = f"没有“{name}”这种格式。可以写{known}"
        raise Refused(message)
    if output is None:
        write(schema_text(schema))
    else:
        write_new(output, schema_text(schema).encode(), f"{schema.title}的格式", schema.file_name)


def serve_workspace(root: Path, address: str) -> bool:
    """Serve the site of a workspace until interrupted; say whether there was one to serve.

    Raises:
        Refused: the address cannot be served at, or mkdocs.yml is wrong.
        OSError: a file cannot be read or written.
    """
    # MkDocs takes a quarter of a second to import.
    from generator.pipeline.serve import Address, address_problem, serve  # noqa: PLC0415
    from generator.pipeline.site_build import read_settings  # noqa: PLC0415 -- MkDocs is slow to import

    scope_in(root, [])
    settings, problems = read_settings(root)
    if settings is None:
        raise Refused("；".join(problems))
    place = _address(address) if address else Address(settings.host, settings.port)
    problem = address_problem(place)
    if problem:
        raise Refused(problem)
    good = serve(settings, place, lambda folder, url: _renew(root, folder, url), _ready)
    write("已停止\n" if good else "")
    return good


def _address(text: str) -> Address:
    from generator.pipeline.serve import Address  # noqa: PLC0415  # as above

    host, _, port = text.rpartition(":")
    if not host or not re.fullmatch("[0-9]{1,5}", port) or not 0 < int(port) <= _LAST_PORT:
        message = f"地址“{text}”写得不对。写成“主机:端口”，例如127.0.0.1:8000"
        raise Refused(message)
    return Address(host.strip("[]"), int(port))


def _renew(root: Path, folder: Path, url: str) -> bool:
    """Check and build the site once more; trouble is told and leaves the last site standing."""
    try:
        return _renew_or_raise(root, folder, url)
    except UnfaithfulError as error:
        complain(f"错误：{error}")
        return False
    except OSError as error:
        complain(system_trouble(error))
        return False


def _renew_or_raise(root: Path, folder: Path, url: str) -> bool:
    from generator.pipeline.site_build import build_site  # noqa: PLC0415  # as above

    write("检查并生成网站…\n")
    analysis = analyze(root)
    outcome = outcome_of(analysis, scope_in(root, []))
    if analysis.failed:
        write_outcome(outcome)
        complain("网站没有更新。改正上面的错误并保存，就会自动更新")
        return False
    problems = build_site(analysis, folder, url)
    if problems:
        _tell_of_site(problems, "网站没有更新")
        return False
    write(f"{summary(outcome)}\n")
    return True


def _ready(url: str) -> None:
    write(f"网站在 {url} ，用浏览器打开；按Ctrl+C结束\n")


def _tell_of_site(problems: tuple[str, ...], result: str) -> None:
    for problem in problems:
        complain(f"错误：{problem}")
    complain(f"{result}。请先解决上面的问题")
