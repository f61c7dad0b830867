"""From an analysis without errors to the output folder: site and documents, all or nothing."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Final

from generator.documents import DocumentType, document_types
from generator.documents.parts import has_secrecy
from generator.documents.unit_lists import UnitLists
from generator.pipeline.office import office_of
from generator.pipeline.output import staged
from generator.pipeline.unit_files import UNITS_FOLDER, write_unit_lists
from generator.writers.docx import write_docx
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
    SITE = "网页"
    DOCUMENTS = "公文"
    SWAP = "替换"


def build(analysis: Analysis, output: Path, started: Callable[[Step], None]) -> tuple[str, ...]:
    """Build site and documents of a workspace into a folder, which is replaced as a whole.

    Args:
        analysis: the workspace.
        output: the folder, which `output.refusal` has let pass.
        started: called as each step begins.

    Returns:
        Why it could not be built, in Chinese; then `output` is as it was.

    Raises:
        ValueError: the analysis has errors, which never go out.
        OSError: the output cannot be written; `output` is as it was.
    """
    # MkDocs takes a quarter of a second to import, which checking should not pay for.
    from generator.pipeline.site_build import build_site  # noqa: PLC0415

    if analysis.failed:
        message = "a workspace with errors is not built"
        raise ValueError(message)
    office = office_of(analysis.root)
    if office.problems:
        return office.problems
    with staged(output) as staging:
        started(Step.SITE)
        problems = build_site(analysis, staging.folder / SITE_FOLDER)
        if problems:
            return problems
        started(Step.DOCUMENTS)
        documents = staging.folder / DOCUMENTS_FOLDER
        write_documents(analysis.corpus.plans, documents, office.profile)
        started(Step.SWAP)
        staging.publish()
    return ()


def write_documents(plans: tuple[ResolvedPlan, ...], folder: Path, profile: Profile) -> None:
    """Write every plan, public or not, in its usual forms, and what each unit has to do."""
    folder.mkdir()
    for resolved in plans:
        for document_type in document_types(resolved):
            path = folder / document_name(resolved, document_type)
            path.write_bytes(docx_of(resolved, document_type, profile))
    # a list over several plans is handed around: nothing of a secret one may slip into it
    lists = UnitLists(tuple(one for one in plans if not has_secrecy(one)))
    if lists.units:
        (folder / UNITS_FOLDER).mkdir()
        write_unit_lists(lists, folder / UNITS_FOLDER, profile)


def docx_of(
    resolved: ResolvedPlan, document_type: DocumentType, profile: Profile = READING_A
) -> bytes:
    """Compose a plan as a document and write it as DOCX."""
    return write_docx(document_type.compose(resolved), profile)


def document_name(resolved: ResolvedPlan, document_type: DocumentType) -> str:
    """Name the DOCX of a plan: identifier, type."""
    return f"{resolved.identifier}-{document_type.name}.docx"
