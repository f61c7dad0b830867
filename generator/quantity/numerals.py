"""Chinese and Arabic numerals, both ways; every number is exact."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

CHINESE_DIGITS = {
    "〇": 0,
    "○": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_PLACES = (*reversed(_MYRIADS.items()), *reversed(_TENS.items()))
_LARGEST_HEAD = {"亿": 10**8, "万": 10**4}
ZEROS = frozenset("零〇○")
_CONTRACTED = {"廿": "二十", "卅": "三十"}
CHINESE_NUMERALS = "".join((*CHINESE_DIGITS, *_TENS, *_MYRIADS, *_CONTRACTED))

# what numbers of chapters, items and attachments are written with, for classes of patterns
ORDINAL_NUMERALS = "一二三四五六七八九十"

FULL_WIDTH_TO_ASCII = str.maketrans("０１２３４５６７８９．，", "0123456789.,")

# A longer run of digits is an identifier or damage, never a figure in a plan.
LONGEST_NUMERAL = 24


def read_integer(text: str) -> int | None:
    """Return the whole number that the whole of `text` writes, or None.

    Reads 一千二百, 三万五千, 二十, 二〇二七, 二○二七, 两, 12000, 10,000 and full-width digits.
    """
    chinese = read_chinese(text)
    if chinese is not None:
        # as most ordinals are written
        return chinese[0]
    number = read_number(text)
    return None if number is None or number.denominator != 1 else number.numerator


def read_number(text: str) -> Fraction | None:
    """Return the number that the whole of `text` writes, or None.

    Besides whole numbers: 3.2, 三点五, 半, 3.2万, 五分之一, 1/3. No unit, no sign, no %.
    """
    if not text or len(text) > LONGEST_NUMERAL:
        return None
    if text == "半":
        return Fraction(1, 2)
    for mark, swap in (("分之", True), ("/", False), ("／", False)):
        first, found, second = text.partition(mark)
        if found:
            return _ratio(second, first) if swap else _ratio(first, second)
    if text[0] in CHINESE_NUMERALS:
        return read_chinese_decimal(text)
    return _arabic_with_scale(text)


def _ratio(above: str, below: str) -> Fraction | None:
    """Return above ÷ below as written."""
    numerator, denominator = read_number(above), read_number(below)
    if numerator is None or not denominator:
        return None
    return numerator / denominator


def _arabic_with_scale(text: str) -> Fraction | None:
    """Return 3.2万 as a number."""
    end = len(text)
    while end and (text[end - 1] in _MYRIADS or text[end - 1] in _TENS):
        end -= 1
    scale = read_scale(text[end:])
    number = read_arabic(text[:end])
    return None if number is None or scale is None else number[0] * scale


@lru_cache(maxsize=2048)
def whole(number: int) -> Fraction:
    """Return a whole number as a fraction; the same few stand in every plan."""
    return Fraction(number)


def read_scale(word: str) -> int | None:
    """Return what 万, 亿, 百万, 万亿 … multiply by (1 for nothing), or None."""
    scale = 1
    for character in word:
        factor = _TENS.get(character) or _MYRIADS.get(character)
        if factor is None:
            return None
        scale *= factor
    return scale


def read_arabic(text: str) -> tuple[Fraction, int] | None:
    """Return the number written in digits and how many stand after the point, or None.

    Thousands commas must be in place: 10,000 is a number, 1,00 is not.
    """
    if not text.isascii():
        text = text.translate(FULL_WIDTH_TO_ASCII)
    if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMERAL:
        return whole(int(text)), 0
    front, _, decimals = text.partition(".")
    groups = front.split(",")
    placed = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3  # noqa: PLR2004 - groups of three digits
    digits = "".join(groups) + decimals
    is_decimal = "." not in text or decimals != ""
    if not (
        is_decimal and digits.isascii() and digits.isdigit() and len(digits) <= LONGEST_NUMERAL
    ):
        return None
    if not groups[0] or (len(groups) > 1 and not placed):
        return None
    return Fraction(int(digits), 10 ** len(decimals)), len(decimals)


def read_chinese_decimal(text: str) -> Fraction | None:
    """Return 三点五 as 7/2 and whole numbers as they are, or None."""
    front, point, decimals = text.partition("点")
    number = read_chinese(front)
    if number is None or not point:
        return None if number is None else Fraction(number[0])
    digits = [CHINESE_DIGITS.get(character) for character in decimals]
    if not digits or None in digits:
        return None
    tail = int("".join(map(str, digits)))
    return number[0] + Fraction(tail, 10 ** len(digits))


def read_chinese(text: str) -> tuple[int, int] | None:
    """Return a whole Chinese number and the place value of its last figure, or None.

    三万五千 gives (35000, 1000). Figures in a row (二〇二七) count as places.
    """
    return _read_chinese(text) if 0 < len(text) <= LONGEST_NUMERAL else None


# The same few numbers stand in every plan.
@lru_cache(maxsize=2048)
def _read_chinese(text: str) -> tuple[int, int] | None:
    for contracted, spelled in _CONTRACTED.items():
        text = text.replace(contracted, spelled)
    digits = [CHINESE_DIGITS.get(character) for character in text]
    if None not in digits:
        if "两" in text and len(text) > 1:
            return None
        return int("".join(map(str, digits))), 1
    return _read_places(text)


def _read_places(text: str) -> tuple[int, int] | None:
    """Read a number written with 十百千万亿: what stands before the largest, and what after."""
    name, size = next(((name, size) for name, size in _PLACES if name in text), ("", 1))
    if not name:
        digit = CHINESE_DIGITS.get(text)
        return None if digit is None else (digit, 1)
    # 两万亿 is two 万 of 亿; 万万 is none.
    head, _, tail = text.rpartition(name) if name == "亿" else text.partition(name)
    front = _read_places(head) if head else (1, 1)
    if front is None or not 0 < front[0] < _LARGEST_HEAD.get(name, 10):
        return None
    value = front[0] * size
    return _with_tail(value, size, tail) if tail else (value, size)


def _with_tail(value: int, size: int, tail: str) -> tuple[int, int] | None:
    """Add what stands after the largest place."""
    rest = tail.lstrip("".join(ZEROS))
    read = _read_places(rest)
    if read is None or read[0] >= size:
        return None
    is_spoken_gap = rest != tail
    if len(rest) == 1 and not is_spoken_gap and rest in CHINESE_DIGITS:
        # 一百二 and 三万五 leave the last place unsaid: it is one below the last one said.
        place = max(size // 10, 1)
        return value + read[0] * place, place
    # 一亿五千 is said for 1.5亿 as well as for 1亿0005千: it has no one meaning.
    if size == _MYRIADS["亿"] and read[0] < _MYRIADS["万"] and not is_spoken_gap:
        return None
    return value + read[0], read[1]


_DIGIT_NAMES = "零一二三四五六七八九"
_PLACE_NAMES = ((1000, "千"), (100, "百"), (10, "十"))


def chinese_numeral(number: int) -> str:
    """Return a whole number below 10**12 in Chinese words: 12 is 十二, 1200 is 一千二百.

    Raises:
        ValueError: the number is negative or too large.
    """
    if not 0 <= number < 10**12:
        message = f"no Chinese numeral for {number}"
        raise ValueError(message)
    if not number:
        return "零"
    words, skipped = "", False
    for myriad, name in ((10**8, "亿"), (10**4, "万"), (1, "")):
        section = number // myriad % 10**4
        if not section:
            skipped = True
            continue
        is_gap = skipped or section < 1000  # noqa: PLR2004 - the thousands place is empty
        words += ("零" if words and is_gap else "") + _section(section) + name
        skipped = False
    return words.removeprefix("一") if words.startswith("一十") else words


def _section(number: int) -> str:
    """Return a number below 10000 in words."""
    words, gap = "", False
    for place, name in _PLACE_NAMES:
        digit = number // place % 10
        if digit:
            words += ("零" if gap and words else "") + _DIGIT_NAMES[digit] + name
        gap = not digit
    last = number % 10
    if last:
        words += ("零" if gap and words else "") + _DIGIT_NAMES[last]
    return words


def chinese_year(year: int) -> str:
    """Return a year figure by figure: 2027 is 二〇二七 (GB/T 15835-2011, 〇 and not ○)."""
    return "".join("〇一二三四五六七八九"[int(figure)] for figure in str(year))
