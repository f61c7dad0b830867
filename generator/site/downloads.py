"""What readers can take away: of every public plan its documents, tables and data."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.documents import possible_types
from generator.documents.data_sheets import Sheet, SheetColumn, plan_sheets
from generator.documents.parts import SAMPLE_LINE
from generator.documents.tables import listed
from generator.model.content import ROLE_WORDS, ROLES
from generator.readback.verify import verified_docx, verified_list
from generator.site.directory import unit_address
from generator.site.page import (
    DATA_SCHEMA,
    data_address,
    download_address,
    pdf_address,
    plan_address,
    preview_address,
)
from generator.writers.csv import write_csv
from generator.writers.json import write_json, write_schema
from generator.writers.xlsx import Cover, write_xlsx

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Document
    from generator.documents.duties import Duty
    from generator.model.units import Unit
    from generator.resolve import ResolvedPlan
    from generator.site.context import PublicPlan, SiteContext
    from generator.site.directory import UnitEntry
    from generator.writers.gb9704 import Profile

_KILOBYTE: Final = 1024
_PRINTED: Final = {"indicators": "indicators", "tasks": "tasks", "table": "tables"}
"""The forms in which tables are printed, by how the keys of their data begin."""


@dataclass(frozen=True, slots=True)
class Download:
    """A file to take away.

    Attributes:
        title: what it is.
        kind: its type as shown: DOCX, PDF, XLSX, CSV, JSON.
        address: its address in the site.
        content: its bytes.
    """

    title: str
    kind: str
    address: str
    content: bytes

    @property
    def size(self) -> str:
        """Its size in words."""
        kilobytes = len(self.content) / _KILOBYTE
        if kilobytes < 1:
            return "不到1 KB"
        if kilobytes < _KILOBYTE:
            return f"{kilobytes:.0f} KB"
        return f"{kilobytes / _KILOBYTE:.1f} MB"


class Preview(NamedTuple):
    """A picture of the first page of a printed document, and the PDF that it leads to."""

    title: str
    pdf: str
    picture: str


@dataclass(frozen=True)
class PlanFiles:
    """The files of one plan.

    Attributes:
        documents: the plan in each form in which it goes out, as DOCX and, where printed, PDF;
            and its tables.
        previews: pictures of the first pages of what was printed.
        workbook: all its tables as XLSX.
        data: the plan as JSON.
        tables: each table as DOCX and CSV, by the permanent id of the table.
    """

    documents: tuple[Download, ...]
    previews: tuple[Preview, ...]
    workbook: Download
    data: Download
    tables: dict[str, tuple[Download, ...]]

    @cached_property
    def all(self) -> tuple[Download, ...]:
        """Every file, in the order in which they are offered."""
        offered = [*self.documents, self.workbook]
        offered += (file for files in self.tables.values() for file in files)
        return tuple({file.address: file for file in (*offered, self.data)}.values())


def plan_files(plan: PublicPlan) -> PlanFiles:
    """Make the files of a plan."""
    resolved = plan.resolved
    sheets = plan_sheets(resolved)
    documents = tuple(_documents(plan))
    printed = {file.address: file for file in documents}
    tables: dict[str, tuple[Download, ...]] = {}
    for sheet in sheets:
        address = data_address(resolved, sheet.key, "csv")
        tables[sheet.anchor] = (
            printed[download_address(resolved, _form_of(sheet))],
            Download(sheet.title, "CSV", address, write_csv(sheet)),
        )
    workbook = write_xlsx(plan_cover(resolved), sheets)
    data = write_json(resolved, plan.document)
    return PlanFiles(
        documents,
        tuple(_previews(plan)),
        Download("全部表格", "XLSX", data_address(resolved, "tables", "xlsx"), workbook),
        Download("全部数据", "JSON", data_address(resolved, "data", "json"), data),
        tables,
    )


def _form_of(sheet: Sheet) -> str:
    """Name the form in which a table of data is printed."""
    return next(form for start, form in _PRINTED.items() if sheet.key.startswith(start))


def _documents(plan: PublicPlan) -> Iterator[Download]:
    """Give the plan and its tables as DOCX, read back, and as PDF where they were printed."""
    usual = [form.name for form, _ in plan.forms]
    tables = [
        (form, form.compose(plan.resolved))
        for form in possible_types(plan.resolved)
        if form.name in _PRINTED.values() and form.name not in usual
    ]
    for form, document in (*plan.forms, *tables):
        address = download_address(plan.resolved, form.name)
        content = plan.made.get(address) or verified_docx(
            plan.resolved, form, document, plan.profile
        )
        yield Download(form.title, "DOCX", address, content)
        if printed := plan.made.get(pdf_address(address)):
            yield Download(form.title, "PDF", pdf_address(address), printed)


def _previews(plan: PublicPlan) -> Iterator[Preview]:
    for form, _ in plan.forms:
        address = download_address(plan.resolved, form.name)
        if preview_address(address) in plan.made:
            yield Preview(form.title, pdf_address(address), preview_address(address))


def plan_cover(resolved: ResolvedPlan) -> Cover:
    """Say on the first sheet what a workbook is."""
    plan = resolved.plan
    facts = (
        ("文种", str(plan.kind)),
        ("发文机关", "、".join(plan.issuer)),
        ("发文字号", str(plan.document_number or "")),
        ("阶段", str(plan.stage or "")),
        ("规划期", str(plan.period.text) if plan.period else ""),
    )
    banner = SAMPLE_LINE if plan.sample else ""
    return Cover(str(plan.title), tuple(fact for fact in facts if fact[1]), banner)


@dataclass(frozen=True, slots=True)
class UnitFiles:
    """The task list of a unit in each form."""

    all: tuple[Download, ...]


def unit_list_address(unit: Unit) -> str:
    """Give the address of the task list of a unit as DOCX."""
    return f"downloads/units/{PurePosixPath(unit_address(unit)).stem}-tasks.docx"


def unit_files(entry: UnitEntry, document: Document | None, profile: Profile) -> UnitFiles:
    """Make the files of a unit's task list; `document` is the list as it is printed."""
    sheet = unit_sheet(entry)
    samples = all(plan.plan.sample for plan in entry.plans)
    cover = Cover(f"{entry.unit.name}任务清单", banner=SAMPLE_LINE if samples else "")
    address = unit_list_address(entry.unit).removesuffix(".docx")
    printed = [verified_list(document, profile)] if document else []
    return UnitFiles(
        (
            *(Download("任务清单", "DOCX", f"{address}.docx", content) for content in printed),
            Download("任务清单", "XLSX", f"{address}.xlsx", write_xlsx(cover, (sheet,))),
            Download("任务清单", "CSV", f"{address}.csv", write_csv(sheet)),
        )
    )


def unit_sheet(entry: UnitEntry) -> Sheet:
    """List what a unit has a part in, a row for each of its roles in a goal or clause."""
    rows = [_duty_row(duty, role) for role in ROLES for duty in entry.in_role(role)]
    headings = ("责任", "规划", "任务或条款", "目标", "完成时限")
    columns = (*headings, *(f"{ROLE_WORDS[role]}单位" for role in ROLES), "网页")
    used = [
        index
        for index in range(len(columns))
        if index < len(headings) or any(row[index] for row in rows)
    ]
    return Sheet(
        key="tasks",
        title="任务清单",
        anchor="",
        columns=tuple(SheetColumn(columns[index]) for index in used),
        rows=tuple(tuple(row[index] for index in used) for row in rows),
    )


def _duty_row(duty: Duty, role: str) -> tuple[str, ...]:
    plan = duty.plan.plan
    sample = "（样例）" if plan.sample else ""
    return (
        ROLE_WORDS[role],
        f"{plan.short_title or plan.title}{sample}",
        duty.group,
        duty.text,
        "、".join(duty.due),
        *(listed(duty.roles.get(one, ())) for one in ROLES),
        f"{plan_address(duty.plan)}#{duty.anchor}",
    )


def downloads(site: SiteContext) -> Iterator[tuple[str, bytes]]:
    """Write the files of plans and units, and the schema of the data.

    Raises:
        UnfaithfulError: a document does not say what its plan says.
    """
    for plan in site.plans:
        for file in plan.files.all:
            yield file.address, file.content
    for entry in site.directory.entries:
        for file in site.unit_files(entry).all:
            yield file.address, file.content
    yield DATA_SCHEMA, write_schema()
    for address, content in site.made.items():
        if address.endswith(".png"):
            yield address, content
