"""Document numbers in running text that lost a bracket, or have brackets of another kind.

Text taken out of PDF files and web pages loses the brackets 〔〕 above all: 发202210号, 〔20184号.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# the set of first signs changes nothing but the time
_NUMBER: Final = re.compile(
    r"(?=[〔\[［(（【12])(?P<open>[〔\[［(（【]?)(?P<year>(?:19|20)[0-9]{2})(?P<close>[〕\]］)）】]?)"
    r"(?P<ordinal>第?)(?P<number>[0-9]{1,4})(?P<sign>号?)"
)
# the last characters of the codes of organs, after which a bare number is a document's
_CODE_ENDS: Final = frozenset("发函字办文令规通教财建")
_CODE: Final = re.compile("[\u4e00-\u9fff]{1,8}$")
# 10号线 and 3号楼 are no documents; a list of numbers (4、5号) has one 号 at its end
_NO_DOCUMENT: Final = tuple("线楼院门机")
_LIST_GOES_ON: Final = tuple("、—-至和及，")


class DamagedNumber(NamedTuple):
    """A document number that is not in its form.

    Attributes:
        start: index of its first character after the organ's code.
        end: index after its last.
        code: the organ's code before it: 柳办发.
        repaired: the same in its form: 〔2022〕10号.
    """

    start: int
    end: int
    code: str
    repaired: str


def damaged_numbers(text: str) -> Iterator[DamagedNumber]:
    """Find the document numbers of a text that are not written 〔2022〕10号."""
    for match in _NUMBER.finditer(text):
        code = _CODE.search(text, max(0, match.start() - 8), match.start())
        if code and _is_damaged(match, code.group(), text[match.end() : match.end() + 1]):
            number = match["number"].lstrip("0")
            repaired = f"〔{match['year']}〕{number}号"
            yield DamagedNumber(match.start(), match.end(), code.group(), repaired)


def _is_damaged(match: re.Match[str], code: str, following: str) -> bool:
    if following.isdigit() or (match["sign"] and following in _NO_DOCUMENT):
        return False
    brackets = match["open"] + match["close"]
    if not brackets:
        return bool(match["sign"]) and code[-1] in _CODE_ENDS
    if brackets == "〔〕":
        is_whole = match["sign"] or following in _LIST_GOES_ON
        return not is_whole or bool(match["ordinal"]) or match["number"].startswith("0")
    return bool(match["sign"]) or "〔" in brackets or "〕" in brackets
