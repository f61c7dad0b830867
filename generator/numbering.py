"""Ordinals of the four heading layers (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from generator.quantity.numerals import chinese_numeral

_CHAPTER, _CLAUSE, _ITEM, _SUBITEM = 1, 2, 3, 4


def chinese_number(number: int) -> str:
    """Write the number of a heading in 汉字: 一, 十, 二十一, 一百零一, 一千.

    Raises:
        ValueError: the number is below 1.
    """
    if number < 1:
        message = f"no ordinal for {number}"
        raise ValueError(message)
    return chinese_numeral(number)


def ordinal(level: int, number: int) -> str:
    """Write the ordinal of a heading: 一、 （一） 1. （1） for the layers 1 to 4.

    Raises:
        ValueError: there is no such layer.
    """
    if level == _CHAPTER:
        return f"{chinese_number(number)}、"
    if level == _CLAUSE:
        return f"（{chinese_number(number)}）"
    if level == _ITEM:
        return f"{number}."
    if level == _SUBITEM:
        return f"（{number}）"
    message = f"no heading layer {level}"
    raise ValueError(message)


class Numbering:
    """Numbers the headings of one document from its beginning to its end.

    Args:
        style: 分章 (each chapter numbers its clauses anew), 连续 (clauses run on across
            chapters) or 条 (第一章 and, running on, 第一条).
    """

    def __init__(self, style: str) -> None:
        self._style = style
        self._clauses = 0

    def ordinal(self, level: int, index: int) -> str:
        """Number the next heading of a layer; `index` is its place among its siblings.

        Raises:
            ValueError: there is no such layer.
        """
        if level == _CLAUSE and self._style != "分章":
            self._clauses += 1
            number = chinese_number(self._clauses)
            return f"第{number}条　" if self._style == "条" else f"（{number}）"
        if level == _CHAPTER and self._style == "条":
            return f"第{chinese_number(index)}章　"
        return ordinal(level, index)
