"""What is not as the plan says, and how that is told: it is a mistake of the program."""

from __future__ import annotations

from typing import Final, NamedTuple

_AROUND: Final = 12
_SHOWN: Final = 5
_NOTHING: Final = "没有"


class Difference(NamedTuple):
    """One thing that a document or page says otherwise than the plan.

    Attributes:
        place: where, in Chinese.
        expected: what the plan says; "" for nothing.
        found: what is read; "" for nothing.
    """

    place: str
    expected: str
    found: str

    def __str__(self) -> str:
        """Tell it in one line, long texts cut down to where they differ."""
        expected, found = _cut_down(self.expected, self.found)
        return f"{self.place}：应为{expected}，读到{found}"


class UnfaithfulError(Exception):
    """What was written says something else than the plan; the message tells it in Chinese."""

    def __init__(self, name: str, differences: tuple[Difference, ...]) -> None:
        """Tell the first differences and what to do.

        Args:
            name: the document or page, in Chinese.
            differences: at least one.
        """
        lines = [f"  {one}" for one in differences[:_SHOWN]]
        more = len(differences) - len(lines)
        lines += [f"  另有{more}处"] if more else []
        head = (
            f"{name}写出后读回核对，与规划不一致。这是程序的错误，不是您的文件有问题；"
            "没有生成任何成品，原有的没有动。请把下面的内容和这份规划发给维护者："
        )
        super().__init__("\n".join([head, *lines]))


def refuse(name: str, differences: tuple[Difference, ...]) -> None:
    """Stop if there are differences.

    Raises:
        UnfaithfulError: there are.
    """
    if differences:
        raise UnfaithfulError(name, differences)


def _cut_down(first: str, second: str) -> tuple[str, str]:
    same = next(
        (place for place, (a, b) in enumerate(zip(first, second, strict=False)) if a != b),
        min(len(first), len(second)),
    )
    return _around(first, same), _around(second, same)


def _around(text: str, place: int) -> str:
    if not text:
        return _NOTHING
    start, end = max(0, place - _AROUND), place + 2 * _AROUND
    before, after = "…" if start else "", "…" if end < len(text) else ""
    return f"“{before}{text[start:end]}{after}”".replace("\n", " ")
