"""Ordinals of the four heading layers (GB/T 9704-2012, 7.3.3)."""

from __future__ import annotations

from typing import Final

_DIGITS: Final = "零一二三四五六七八九"
_TEN: Final = 10
_HUNDRED: Final = 100


def chinese_number(number: int) -> str:
    """Write 1 to 99 in 汉字: 一, 十, 十一, 二十一.

    Raises:
        ValueError: the number is outside 1 to 99, which no heading layer reaches.
    """
    if not 0 < number < _HUNDRED:
        message = f"no ordinal for {number}"
        raise ValueError(message)
    tens, ones = divmod(number, _TEN)
    head = "" if tens == 0 else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones else "")


def ordinal(level: int, number: int) -> str:
    """Write the ordinal of a heading: 一、 （一） 1. （1） for the layers 1 to 4.

    Raises:
        ValueError: there is no such layer.
    """
    if level == 1:
        return f"{chinese_number(number)}、"
    if level == 2:  # noqa: PLR2004  # the standard's second layer
        return f"（{chinese_number(number)}）"
    if level == 3:  # noqa: PLR2004  # the standard's third layer
        return f"{number}."
    if level == 4:  # noqa: PLR2004  # the standard's fourth layer
        return f"（{number}）"
    message = f"no heading layer {level}"
    raise ValueError(message)
