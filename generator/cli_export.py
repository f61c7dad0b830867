"""What docx and pdf do and say: one plan as one document, measured or printed if asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.cli_files import refuse_as_target, write_new
from generator.cli_measure import libreoffice, measured, printed_pdf
from generator.cli_publish import office_look
from generator.cli_report import outcome_of, write_outcome
from generator.cli_terminal import Refused, complain, working
from generator.cli_workspace import scope_of_plan, workspace_of_plan
from generator.diagnostics import Severity
from generator.documents import DOCUMENT_TYPES, DocumentType, main_type, possible_types
from generator.pipeline.analysis import analyze
from generator.pipeline.build import document_name
from generator.readback.verify import verified_docx

if TYPE_CHECKING:
    from generator.blocks import Document
    from generator.cli_measure import Rendering
    from generator.pipeline.office import OfficeWish
    from generator.resolve import ResolvedPlan
    from generator.writers.gb9704 import Profile


class _Chosen(NamedTuple):
    """A plan in the form that was asked for, and its DOCX."""

    name: str
    form: DocumentType
    profile: Profile
    document: Document
    docx: bytes


def export_docx(
    name: str,
    type_name: str | None,
    output: Path | None,
    wish: OfficeWish,
    measuring: Rendering | None = None,
) -> bool:
    """Write a plan, given by path or identifier, as DOCX; say whether it is in order.

    Args:
        name: path or identifier of the plan.
        type_name: title of a document type, or None for the one that is meant.
        output: the file, or None for a name in the current folder.
        wish: what is asked for instead of what mkdocs.yml says.
        measuring: also measure its pages by the standard, with this.

    Raises:
        Refused: no such plan, no place to write to, or nothing to measure with.
        OSError: a file cannot be read or written.
        UnfaithfulError: the document does not say what the plan says.
    """
    program = libreoffice(measuring.soffice, pages=True) if measuring else None
    if output:
        refuse_as_target(output, "规划.docx")
    chosen = _chosen(name, type_name, wish)
    if chosen is None:
        return False
    write_new(output or Path(chosen.name), chosen.docx, chosen.form.title, "规划.docx")
    return not program or measured(chosen.document, chosen.docx, chosen.profile, program)


def export_pdf(
    name: str, type_name: str | None, output: Path | None, wish: OfficeWish, printing: Rendering
) -> bool:
    """Write a plan as PDF, through LibreOffice; say whether that was done.

    Args:
        name: path or identifier of the plan.
        type_name: title of a document type, or None for the one that is meant.
        output: the file, or None for a name in the current folder.
        wish: what is asked for instead of what mkdocs.yml says.
        printing: what is asked for; pictures are written beside the file.

    Raises:
        Refused: no such plan, no place to write to, or nothing to print with.
        OSError: a file cannot be read or written.
        UnfaithfulError: the document does not say what the plan says.
    """
    program = libreoffice(printing.soffice, pages=printing.preview)
    if output:
        refuse_as_target(output, "规划.pdf")
    chosen = _chosen(name, type_name, wish)
    if chosen is None:
        return False
    target = output or Path(chosen.name).with_suffix(".pdf")
    pdf = printed_pdf(chosen.docx, program)
    write_new(target, pdf, chosen.form.title, "规划.pdf")
    if printing.preview:
        _write_pictures(pdf, target)
    return True


def _write_pictures(pdf: bytes, target: Path) -> None:
    from generator.rendering.preview import PAGE_WIDTH, page_images  # noqa: PLC0415  # as above

    with working("画出各面"):
        images = page_images(pdf, PAGE_WIDTH)
    digits = len(str(len(images)))
    for number, image in enumerate(images, start=1):
        picture = target.with_name(f"{target.stem}-{number:0{digits}}.png")
        write_new(picture, image, f"第{number}面", "规划.png")


def _chosen(name: str, type_name: str | None, wish: OfficeWish) -> _Chosen | None:
    """Compose and write a plan; tell its errors and give None if it has any."""
    analysis = analyze(workspace_of_plan(name))
    scope = scope_of_plan(analysis, name)
    outcome = outcome_of(analysis, scope)
    if outcome.report.at_least(Severity.ERROR):
        write_outcome(outcome)
        complain("没有导出。请先改正上面的错误")
        return None
    resolved = next(plan for plan in analysis.corpus.plans if plan.path in scope.plans)
    kind = _document_type(resolved, type_name)
    profile = office_look(analysis.root, wish)
    document = kind.compose(resolved)
    docx = verified_docx(resolved, kind, document, profile)
    return _Chosen(document_name(resolved, kind), kind, profile, document, docx)


def _document_type(resolved: ResolvedPlan, title: str | None) -> DocumentType:
    if title is None:
        return main_type(resolved)
    fitting = possible_types(resolved)
    wanted = next(one for one in DOCUMENT_TYPES if one.title == title)
    if wanted not in fitting:
        message = (
            f"这份{resolved.plan.kind}导不出{wanted.title}，{_why_not(resolved, wanted)}。"
            f"可以导出{'、'.join(one.title for one in fitting)}"
        )
        raise Refused(message)
    return wanted


def _why_not(resolved: ResolvedPlan, wanted: DocumentType) -> str:
    """Say why a plan does not go out in a form: what it is or lacks, else its stage."""
    stage = resolved.plan.stage
    of_issued = wanted.name == "notice" and not resolved.plan.is_formal
    if wanted.lacking and not of_issued:
        return wanted.lacking
    return f"阶段是{stage}" if stage else "没有写阶段"
