"""LibreOffice at the command line: finding it, printing a document with it, measuring its pages."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.cli_terminal import Refused, complain, working, write
from generator.rendering.libreoffice import (
    ConversionError,
    MissingToolError,
    find_program,
    need_measuring,
    to_pdf,
)
from generator.rendering.verdict import Verdict

if TYPE_CHECKING:
    from pathlib import Path

    from generator.blocks import Document
    from generator.writers.gb9704 import Profile

_RENDERING: Final = "用LibreOffice排版"
_NAME: Final = "document"


class Rendering(NamedTuple):
    """What LibreOffice is asked for.

    Attributes:
        soffice: LibreOffice, as the user names it, or "".
        preview: pictures of all pages too.
    """

    soffice: str = ""
    preview: bool = False


def libreoffice(soffice: str, *, pages: bool) -> Path:
    """Find LibreOffice, and what reads the pages of its PDF, before anything is written.

    Args:
        soffice: the program, as the user names it, or "".
        pages: the pages are to be read too.

    Raises:
        Refused: one of them is not there.
    """
    try:
        if pages:
            need_measuring()
        return find_program(soffice)
    except MissingToolError as error:
        raise Refused(str(error)) from None


def printed_pdf(docx: bytes, program: Path) -> bytes:
    """Print a DOCX.

    Raises:
        Refused: LibreOffice made no PDF of it.
    """
    try:
        with working(_RENDERING):
            return to_pdf({_NAME: docx}, program)[_NAME]
    except ConversionError as error:
        raise Refused(str(error)) from None


def measured(document: Document, docx: bytes, profile: Profile, program: Path) -> bool:
    """Print a line for each rule of the standard; say whether none that binds is broken."""
    # What reads PDF files takes half a second to import, and not everyone has it.
    from generator.rendering.judge import FONT_RULES, judge_pdf  # noqa: PLC0415

    pdf = printed_pdf(docx, program)
    with working("测量各面"):
        judgements = judge_pdf(document, pdf, profile)
    for one in judgements:
        write(f"{one}\n")
    counts = Counter(one.verdict.value for one in judgements)
    listed = "，".join(f"{verdict}{count}项" for verdict, count in counts.items())
    broken = sum(one.breaks_the_standard for one in judgements)
    write(f"按《党政机关公文格式》量了{len(judgements)}项：{listed}\n")
    if any(one.rule in FONT_RULES and one.verdict is Verdict.FAILS for one in judgements):
        write("字体不合的，多半是这台电脑没有装仿宋、宋体等字体，由别的字体代替了；装好再量\n")
    if broken:
        complain(f"有{broken}项不合“规定”。请把上面的内容发给维护者")
    return not broken
