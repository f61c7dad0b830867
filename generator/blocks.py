"""The format-neutral document: what every document type composes and every writer renders.

A document is an optional masthead, then parts that each begin on a new page (the notice, the
text it issues, each attachment), then an optional colophon. Element names follow the contents
of GB/T 9704-2012, clause 7.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Change(StrEnum):
    """What became of a stretch of text from one version to the next."""

    NONE = ""
    ADDED = "新增"
    REMOVED = "删去"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one treatment.

    Attributes:
        text: the characters as printed; never markup.
        figure: anchor of the indicator that this stretch states, or "".
        blank: a visible blank that staff fill in (nothing is known for it yet).
        change: what became of it, where two versions are compared.
    """

    text: str
    figure: str = ""
    blank: bool = False
    change: Change = Change.NONE


Runs = tuple[Run, ...]


def runs(text: str) -> Runs:
    """Make plain text a sequence of runs."""
    return (Run(text),)


def plain(content: Runs) -> str:
    """Give the text of a sequence of runs."""
    return "".join(run.text for run in content)


@dataclass(frozen=True, slots=True)
class Heading:
    """A numbered heading, layer 1 to 4 (GB/T 9704-2012, 7.3.3: 一、 （一） 1. （1）).

    Attributes:
        level: 1 to 4.
        number: the ordinal as printed, with its mark: 一、 or （一）; "" for none.
        text: the heading without its ordinal.
        anchor: permanent id of the place; unique in a document.
    """

    level: int
    number: str
    text: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A body paragraph."""

    runs: Runs
    anchor: str = ""


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "left"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Column:
    """A table column.

    Attributes:
        heading: text of the head cell.
        share: width as parts of the whole (the shares of a table are added up).
        align: where the text of body cells stands.
        above: text of the head cell above, shared with neighbours of the same; "" for none.
        of_group: whether its cells are about a whole group, whose first row states them.
    """

    heading: str
    share: int
    align: Align = Align.LEFT
    above: str = ""
    of_group: bool = False

    @property
    def label(self) -> str:
        """Both layers of its head in one line."""
        return f"{self.above} {self.heading}".strip()


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell.

    Attributes:
        column: index of its column, from 0.
        paragraphs: its text; none for an empty cell.
        row_span: rows that it covers, never beyond its group.
        anchor: permanent id of the place, or "".
    """

    column: int
    paragraphs: tuple[Runs, ...]
    row_span: int = 1
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A table row: the cells that start in it, in the order of columns."""

    cells: tuple[Cell, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class RowGroup:
    """Rows that belong together (a task with its goals); a row span ends within its group."""

    rows: tuple[Row, ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its head row repeats on every page.

    Attributes:
        anchor: permanent id.
        caption: what the table is, read out to people who do not see it.
        columns: the columns, left to right.
        groups: the body.
        notes: lines printed below it.
        wide: needs a landscape page (GB/T 9704-2012, 8).
        titled: its caption is printed above it, for no heading says what it is.
        unit: what its numbers are counted in, printed above it; "" for nothing.
        long_rows: its rows may be longer than a page, so they may break over pages.
    """

    anchor: str
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[RowGroup, ...]
    notes: tuple[str, ...] = ()
    wide: bool = False
    titled: bool = False
    unit: str = ""
    long_rows: bool = False


class HeadCell(NamedTuple):
    """A cell of a table's head: its text, its first column, how far it reaches."""

    text: str
    column: int
    column_span: int = 1
    row_span: int = 1


def head_rows(columns: tuple[Column, ...]) -> tuple[tuple[HeadCell, ...], ...]:
    """Lay out the head: one row, or two where a column has a head above."""
    lower = tuple(
        HeadCell(column.heading, index) for index, column in enumerate(columns) if column.above
    )
    if not lower:
        return (tuple(HeadCell(column.heading, index) for index, column in enumerate(columns)),)
    upper: list[HeadCell] = []
    for index, column in enumerate(columns):
        if column.above and index and columns[index - 1].above == column.above:
            upper[-1] = upper[-1]._replace(column_span=upper[-1].column_span + 1)
        elif column.above:
            upper.append(HeadCell(column.above, index))
        else:
            upper.append(HeadCell(column.heading, index, row_span=2))
    return (tuple(upper), lower)


Block = Heading | Paragraph | Table


class Layout(StrEnum):
    """The form of a document: the common one (7), or one of the special forms (10)."""

    DOCUMENT = "文件"
    LETTER = "信函"
    ORDER = "命令"
    MINUTES = "纪要"


@dataclass(frozen=True, slots=True)
class Masthead:
    """版头 (GB/T 9704-2012, 7.2, 10).

    Attributes:
        banner: 发文机关标志 as printed in red, e.g. 某市教育局文件; one line an organ.
        document_number: 发文字号, e.g. 某教发〔2023〕4号, or blanks.
        copy_number: 份号, six digits, or "".
        secrecy_level: 密级和保密期限, or "".
        urgency: 紧急程度, or "".
        signatories: 签发人, only on documents to a superior organ.
        layout: the form of the document, which places all of this.
        organ: who issues minutes, printed under their number; "" on other documents.
        date: the date of minutes, which bear no signature; none on other documents.
    """

    banner: tuple[str, ...]
    document_number: Runs
    copy_number: str = ""
    secrecy_level: str = ""
    urgency: str = ""
    signatories: tuple[str, ...] = ()
    layout: Layout = Layout.DOCUMENT
    organ: str = ""
    date: Runs = ()


class Signer(NamedTuple):
    """Who signs with a 签名章: the post in full, and the name, "" where the stamp shows it."""

    post: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Signature:
    """发文机关署名 and 成文日期 (GB/T 9704-2012, 7.3.5).

    Attributes:
        organs: the signing organs, the lead organ first.
        date: 2023年5月18日, or blanks.
        seal: whether a seal will be stamped, which decides the layout.
        signers: who signs with a 签名章 in place of organs and seals (7.3.5.3).
    """

    organs: tuple[str, ...]
    date: Runs
    seal: bool = True
    signers: tuple[Signer, ...] = ()


class Attendance(NamedTuple):
    """Who was at a meeting (10.3): 出席, 请假 or 列席, and the names as one line."""

    label: str
    names: str


@dataclass(frozen=True, slots=True)
class Part:
    """What begins on a new page: the main text, a text that is issued by it, or an attachment.

    Attributes:
        title: the title; the writer breaks it into lines by sense.
        blocks: the text.
        label: 附件 or 附件1 at the top left; "" for none (7.3.7).
        subtitles: lines under the title on their own: （征求意见稿）.
        addressees: 主送机关 without the final colon; none for no line.
        attachment_note: names for the 附件： note after the text (7.3.4).
        signature: 署名 and date, or None.
        annotation: 附注 without its brackets, or "".
        attendance: who took part, in minutes of a meeting.
        wide: set on a landscape page.
        anchor: permanent id.
    """

    title: str
    blocks: tuple[Block, ...]
    label: str = ""
    subtitles: tuple[str, ...] = ()
    addressees: Runs = ()
    attachment_note: tuple[str, ...] = ()
    signature: Signature | None = None
    annotation: str = ""
    attendance: tuple[Attendance, ...] = ()
    wide: bool = False
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Colophon:
    """版记 (GB/T 9704-2012, 7.4).

    Attributes:
        cc: 抄送机关 as one line without the final stop, or none.
        printing_organ: 印发机关; none on letters, which have no 印发 and no rules (10.1).
        printing_date: 印发日期 without 印发, or blanks.
        addressees: 主送机关 that are too many for the first page (7.3.2), or none.
    """

    cc: Runs
    printing_organ: Runs = ()
    printing_date: Runs = ()
    addressees: Runs = ()


@dataclass(frozen=True, slots=True)
class Properties:
    """Document properties; nothing personal, nothing of the day or the machine."""

    title: str
    subject: str = ""
    creator: str = ""
    identifier: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document.

    Attributes:
        properties: title and issuer for the file's properties.
        parts: the parts, the main text first.
        masthead: 版头, or None for a draft.
        colophon: 版记, or None.
        banner_line: a line above the type area of every page (samples say what they are), or "".
    """

    properties: Properties
    parts: tuple[Part, ...]
    masthead: Masthead | None = None
    colophon: Colophon | None = None
    banner_line: str = field(default="")
