"""From an analysis without errors to the output folder: site and documents, all or nothing."""

from __future__ import annotations

import shutil
from enum import Enum
from typing import TYPE_CHECKING, Final

from generator.documents import DocumentType, document_types, public_types
from generator.documents.parts import has_secrecy
from generator.documents.unit_lists import UnitLists
from generator.pipeline.office import office_of
from generator.pipeline.output import staged
from generator.pipeline.unit_files import UNITS_FOLDER, write_unit_lists
from generator.readback.verify import verified_docx
from generator.rendering.libreoffice import ConversionError, to_pdf
from generator.site.downloads import unit_list_address
from generator.site.page import download_address, pdf_address, preview_address
from generator.writers.gb9704 import READING_A

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.pipeline.analysis import Analysis
    from generator.resolve import ResolvedPlan
    from generator.writers.gb9704 import Profile

SITE_FOLDER: Final = "site"
DOCUMENTS_FOLDER: Final = "docx"


class Step(Enum):
    """A part of a build; the value is its name as users see it."""

    CHECK = "检查"
    PRINT = "PDF"
    SITE = "网页"
    DOCUMENTS = "公文"
    SWAP = "替换"


def build(
    analysis: Analysis,
    output: Path,
    started: Callable[[Step], None],
    printer: Path | None = None,
) -> tuple[str, ...]:
    """Build site and documents of a workspace into a folder, which is replaced as a whole.

    Args:
        analysis: the workspace.
        output: the folder, which `output.refusal` has let pass.
        started: called as each step begins.
        printer: LibreOffice, if the site is to offer PDF files too.

    Returns:
        Why it could not be built, in Chinese; then `output` is as it was.

    Raises:
        ValueError: the analysis has errors, which never go out.
        OSError: the output cannot be written; `output` is as it was.
        UnfaithfulError: a document or page does not say what its plan says; the same.
    """
    # MkDocs takes a quarter of a second to import, which checking should not pay for.
    from generator.pipeline.site_build import build_site  # noqa: PLC0415

    if analysis.failed:
        message = "a workspace with errors is not built"
        raise ValueError(message)
    office = office_of(analysis.root)
    if office.problems:
        return office.problems
    made = {}
    if printer:
        started(Step.PRINT)
        try:
            made = printed(analysis.corpus.public, printer, office.profile)
        except ConversionError as error:
            return (str(error),)
    with staged(output) as staging:
        started(Step.SITE)
        problems = build_site(analysis, staging.folder / SITE_FOLDER, made=made)
        if problems:
            return problems
        started(Step.DOCUMENTS)
        write_documents(
            analysis.corpus.plans,
            staging.folder / DOCUMENTS_FOLDER,
            office.profile,
            made=staging.folder / SITE_FOLDER,
        )
        started(Step.SWAP)
        staging.publish()
    return ()


def printed(plans: tuple[ResolvedPlan, ...], printer: Path, profile: Profile) -> dict[str, bytes]:
    """Write plans as DOCX, print them, and draw their first pages.

    Returns:
        DOCX, PDF and picture of every plan in every form, by address on the site.

    Raises:
        ConversionError: LibreOffice did not print them.
        UnfaithfulError: a document does not say what its plan says.
    """
    # What draws pages takes a while to import, and not everyone has it.
    from generator.rendering.preview import PREVIEW_WIDTH, page_images  # noqa: PLC0415

    made = {
        download_address(resolved, form.name): docx_of(resolved, form, profile)
        for resolved in plans
        for form in public_types(resolved)
    }
    for address, pdf in to_pdf(made, printer).items():
        made[pdf_address(address)] = pdf
        (made[preview_address(address)],) = page_images(pdf, PREVIEW_WIDTH, first_only=True)
    return made


def write_documents(
    plans: tuple[ResolvedPlan, ...], folder: Path, profile: Profile, made: Path
) -> None:
    """Write every plan, public or not, in its usual forms, and what each unit has to do.

    Args:
        plans: the plans.
        folder: where to write; it is made.
        profile: how the documents realise the standard.
        made: the site, whose downloads are these documents already.
    """
    folder.mkdir()
    for resolved in plans:
        for document_type in document_types(resolved):
            path = folder / document_name(resolved, document_type)
            download = made / download_address(resolved, document_type.name)
            if download.is_file():
                shutil.copyfile(download, path)
            else:
                path.write_bytes(docx_of(resolved, document_type, profile))
    # a list over several plans is handed around: nothing of a secret one may slip into it
    listed = tuple(one for one in plans if not has_secrecy(one))
    lists = UnitLists(listed)
    if not lists.units:
        return
    (folder / UNITS_FOLDER).mkdir()
    downloads = made if all(one.plan.public for one in listed) else None
    write_unit_lists(
        lists,
        folder / UNITS_FOLDER,
        profile,
        # the lists of the site are of public plans only
        lambda unit: downloads / unit_list_address(unit) if downloads else None,
    )


def docx_of(
    resolved: ResolvedPlan, document_type: DocumentType, profile: Profile = READING_A
) -> bytes:
    """Compose a plan as a document, write it as DOCX and read it back.

    Raises:
        UnfaithfulError: it does not say what the plan says.
    """
    return verified_docx(resolved, document_type, document_type.compose(resolved), profile)


def document_name(resolved: ResolvedPlan, document_type: DocumentType) -> str:
    """Name the DOCX of a plan: identifier, type."""
    return f"{resolved.identifier}-{document_type.name}.docx"
