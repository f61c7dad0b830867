"""Colons and dashes mistyped: full-width, or without the space that makes them marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.diagnostics import Diagnostic, Label
from generator.text import Piece, Text
from generator.yaml_nodes.rules import FULL_WIDTH_MARK, MISSING_SPACE

if TYPE_CHECKING:
    from generator.diagnostics import Rule
    from generator.source import SourceFile


class _Slip(NamedTuple):
    """A mark mistyped: how it looks (its last group is the mark), and what to say."""

    pattern: re.Pattern[str]
    rule: Rule
    message: str
    hint: str


_COLONS: Final = (
    _Slip(
        re.compile(r"^ *(?:- +)?[^\s：:]{1,20}(：)"),
        FULL_WIDTH_MARK,
        "键后的冒号是全角“：”",
        "改成半角冒号加一个空格“: ”",
    ),
    # //: an address; a digit before the colon: a time; a full-width space is no space to YAML
    _Slip(
        re.compile(
            r"^ *(?:- +)?(?:[A-Za-z_]+|[^\s：:，。；、]{0,19}[\u4e00-\u9fff）])(:)(?!//)(?=[^ ])"
        ),
        MISSING_SPACE,
        "冒号之后没有半角空格",
        "在“:”之后空一个半角空格",
    ),
)
_DASHES: Final = (
    _Slip(
        re.compile(r"^ *([－—–])(?=\s*[^\s－—–])"),
        FULL_WIDTH_MARK,
        "列表标记不是半角“-”",
        "改成半角“-”加一个空格",
    ),
    _Slip(
        re.compile(r"^ *(-)(?=[^ \-0-9])"),
        MISSING_SPACE,
        "列表标记“-”之后没有半角空格",
        "在“-”之后空一个半角空格",
    ),
)


def line_slip(source: SourceFile, number: int) -> Diagnostic | None:
    """Find a mistyped colon or dash at the start of a line."""
    line = Text.at(source.lines[number - 1], source.path, (Piece(0, number, 1),))
    return _first(line, (*_COLONS, *_DASHES))


def list_slip(text: Text) -> Diagnostic | None:
    """Find a mistyped dash at the start of a value that stands on a line of its own."""
    return _first(text, _DASHES)


def key_slip(text: Text) -> Diagnostic | None:
    """Find a mistyped colon in text that stands where keys were expected."""
    return _first(text, _COLONS)


def _first(text: Text, slips: tuple[_Slip, ...]) -> Diagnostic | None:
    for slip in slips:
        match = slip.pattern.match(text)
        if match:
            label = Label(text.span_of(match.start(1), match.end(1)))
            return Diagnostic(slip.rule, slip.message, label, hint=slip.hint)
    return None
