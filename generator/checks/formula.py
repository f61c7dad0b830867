"""Formulas over indicators: names as written, + − × ÷, brackets, numbers with units, comparison.

relation   = sum (= | <= | >= | < | >) sum …
sum        = product ((+ | −) product)*
product    = operand ((× | ÷) operand)*
operand    = ( sum ) | number with unit | name [@period] | function
function   = 合计（table.column） | 计数（selector） | (下限 | 上限)（name [@period]）
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from operator import add, mul, sub, truediv
from typing import TYPE_CHECKING, Final, NoReturn

from generator.checks.formula_terms import (
    PERCENTAGE_POINT,
    Absent,
    PlanTerms,
    Value,
    stated_value,
)
from generator.checks.wording import Manner
from generator.quantity import SHARES, Interval, Quantity, parse_quantity
from generator.resolve.names import loose

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.checks.formula_terms import Terms
    from generator.model.figures import Figure
    from generator.resolve import ResolvedPlan

_COMPARISONS: Final = re.compile("<=|>=|≤|≥|=|＝|<|>|＜|＞")
_OPERATORS: Final = {
    "+": "+",
    "＋": "+",
    "-": "−",
    "−": "−",
    "－": "−",
    "×": "×",
    "*": "×",
    "÷": "÷",
    "/": "÷",
}
_BRACKETS: Final = {"(": "(", "（": "(", ")": ")", "）": ")"}
_AFTER_A_NAME: Final = frozenset(" \u3000@()（）<>=≤≥＜＞＝") | frozenset(_OPERATORS)
_CLOSING: Final = frozenset("”’」\"'")
_DEEPEST: Final = 64
_PERIOD: Final = re.compile(r"@([^\s+＋−－×÷*<>=≤≥＜＞＝)）]+)")
_FUNCTION: Final = re.compile(
    "(合计|计数|下限|上限)[（(]([^（）()]*(?:（[^（）]*）[^（）()]*)*)[）)]"
)
_NUMBER: Final = re.compile(r"[0-9][0-9.,]*[^\s+＋−－×÷*()（）<>=≤≥＜＞＝]*")


@dataclass(frozen=True, slots=True)
class FormulaFault:
    """Why a formula has no value.

    Attributes:
        kind: name (nothing is known by it), period (which figure?), unit (kinds that cannot be
            added or compared), zero (a divisor), syntax, or vague (a figure without a number).
        message: the fault in Chinese.
        start: index in the formula.
        end: index after it.
    """

    kind: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """One comparison of a relation: left side, sign, right side."""

    left: Value
    sign: str
    right: Value


class _Fault(Exception):  # noqa: N818  # leaves the recursive descent, never this module
    def __init__(self, fault: FormulaFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def relation(text: str, resolved: ResolvedPlan) -> tuple[Comparison, ...] | FormulaFault:
    """Evaluate a relation between the indicators of a plan.

    Where the units do not fit, names that begin with 每 are taken at their word: 6批 × 每批10人.
    """
    outcome = relation_of(text, PlanTerms(resolved))
    if _fits(outcome):
        return outcome
    by_name = relation_of(text, PlanTerms(resolved, by_name=True))
    return by_name if _fits(by_name) else outcome


def _fits(outcome: tuple[Comparison, ...] | FormulaFault) -> bool:
    """Whether the units of a relation go together, as far as it can be told."""
    if isinstance(outcome, FormulaFault):
        return outcome.kind != "unit"
    return all(comparable(comparison) for comparison in outcome)


def value_of(text: str, terms: Terms) -> Value | FormulaFault:
    """Evaluate a formula without a comparison."""
    try:
        return _Parser(text, terms, 0, len(text)).whole()
    except _Fault as error:
        return error.fault


def relation_of(text: str, terms: Terms) -> tuple[Comparison, ...] | FormulaFault:
    """Evaluate a relation; a chain a <= b <= c gives two comparisons."""
    inner = [match.span() for match in _FUNCTION.finditer(text)]
    signs = [
        sign
        for sign in _COMPARISONS.finditer(text)
        if not any(start < sign.start() < end for start, end in inner)
    ]
    if not signs:
        return FormulaFault("syntax", "式子里没有“=”“<=”“>=”", 0, len(text))
    edges = [0, *(match.end() for match in signs)]
    ends = [*(match.start() for match in signs), len(text)]
    try:
        sides = [
            _Parser(text, terms, start, end).whole() for start, end in zip(edges, ends, strict=True)
        ]
    except _Fault as error:
        return error.fault
    return tuple(
        set_against(left, sign.group(), right)
        for left, sign, right in zip(sides, signs, sides[1:], strict=False)
    )


def set_against(left: Value, sign: str, right: Value) -> Comparison:
    """Compare two sides; a difference of shares with 百分点 in those."""
    if left.unit == PERCENTAGE_POINT and right.is_gap:
        return Comparison(left, sign, right.in_points)
    if right.unit == PERCENTAGE_POINT and left.is_gap:
        return Comparison(left.in_points, sign, right)
    return Comparison(left, sign, right)


def comparable(comparison: Comparison) -> bool:
    """Whether both sides are of one kind; a bare number compares with a share only."""
    left, right = comparison.left, comparison.right
    return left.is_count or right.is_count or left.unit.same_kind(right.unit)


class _Parser:
    """Recursive descent over one side of a relation."""

    def __init__(self, text: str, terms: Terms, start: int, end: int) -> None:
        self.text, self.position, self.end = text, start, end
        self.start = start
        self.terms = terms
        self.depth = 0

    def whole(self) -> Value:
        value = self._sum()
        if self._peek():
            self._fail("syntax", f"读不懂“{self.text[self.position : self.end].strip()}”")
        return value

    def _peek(self) -> str:
        while self.position < self.end and self.text[self.position] in " \u3000":
            self.position += 1
        return self.text[self.position] if self.position < self.end else ""

    def _operator(self, signs: str) -> str:
        sign = _OPERATORS.get(self._peek(), "")
        if sign and sign in signs:
            self.position += 1
            return sign
        return ""

    def _sum(self) -> Value:
        value = self._product()
        while sign := self._operator("+−"):
            value = self._add(value, sign, self._product())
        return value

    def _product(self) -> Value:
        value = self._operand()
        while sign := self._operator("×÷"):
            value = self._multiply(value, sign, self._operand())
        return value

    def _add(self, left: Value, sign: str, right: Value) -> Value:
        factor = right.unit.factor_to(left.unit)
        if factor is None:
            fault = f"“{left.text}”与“{right.text}”单位不同，不能相加减"
            self._fail("unit", fault, self.start)
        if factor != 1:
            interval, printed = right.interval.scaled(factor), right.printed.scaled(factor)
            right = replace(right, interval=interval, printed=printed)
        return Value(
            *_combined(add if sign == "+" else sub, left, right),
            left.manner,
            *_joined(left, sign, right),
            is_gap=sign == "−" and _is_share(left) and _is_share(right),
        )

    def _multiply(self, left: Value, sign: str, right: Value) -> Value:
        if sign == "÷" and (_is_zero(right.interval) or _is_zero(right.printed)):
            self._fail("zero", "除数是0", self.start)
        combine = mul if sign == "×" else truediv
        return Value(
            *_combined(combine, left, right),
            Manner(combine(left.unit, right.unit)),
            *_joined(left, sign, right),
            is_gap=left.is_gap and _is_number(right),
        )

    def _operand(self) -> Value:
        if _BRACKETS.get(self._peek()) == "(":
            if self.depth == _DEEPEST:
                self._fail("syntax", f"括号套了{_DEEPEST}层以上")
            self.position += 1
            self.depth += 1
            value = self._sum()
            self.depth -= 1
            if _BRACKETS.get(self._peek()) != ")":
                self._fail("syntax", "括号没有成对")
            self.position += 1
            return replace(value, text=f"（{value.text}）")
        return self._function() or self._named() or self._number() or self._unknown()

    def _function(self) -> Value | None:
        match = _FUNCTION.match(self.text, self.position, self.end)
        if match is None:
            return None
        start, self.position = self.position, match.end()
        value = self.terms.function(match.group(1), match.group(2).strip())
        return self._present(value, start)

    def _named(self) -> Value | None:
        names = self.terms.names.get(self._first_character(), ())
        for end_of in (self._end_as_written, self._end_but_for_marks):
            for name in names:
                end = end_of(name)
                if self._may_end(end):
                    start, self.position = self.position, end
                    return self._present(self.terms.value(name, self._period()), start)
        return None

    def _first_character(self) -> str:
        """Give the first character from here on that tells names apart."""
        for index in range(self.position, self.end):
            if character := loose(self.text[index]):
                return character
        return ""

    def _may_end(self, end: int) -> bool:
        return end > self.position and (end == self.end or self.text[end] in _AFTER_A_NAME)

    def _end_as_written(self, name: str) -> int:
        written = self.text.startswith(name, self.position, self.end)
        return self.position + len(name) if written else 0

    def _end_but_for_marks(self, name: str) -> int:
        """Give the index after a name but for quotation marks and widths, or 0."""
        index = self.position
        for character in loose(name):
            while index < self.end and not loose(self.text[index]):
                index += 1
            if index == self.end or loose(self.text[index]) != character:
                return 0
            index += 1
        while index < self.end and self.text[index] in _CLOSING:
            index += 1
        return index

    def _present(self, value: Value | Absent, start: int) -> Value:
        if isinstance(value, Absent):
            self._fail(value.kind, value.message, start)
        return value

    def _period(self) -> str:
        if not self.text.startswith("@", self.position, self.end):
            return ""
        match = _PERIOD.match(self.text, self.position, self.end)
        self.position = match.end() if match else self.position + 1
        return match.group(1) if match else ""

    def _number(self) -> Value | None:
        match = _NUMBER.match(self.text, self.position, self.end)
        quantity = parse_quantity(match.group(), self.terms.extra_units) if match else None
        if match is None or not isinstance(quantity, Quantity):
            return None
        self.position = match.end()
        return replace(stated_value(quantity, (), self.terms.tolerance), interval=quantity.interval)

    def _unknown(self) -> NoReturn:
        match = re.compile(r"[^\s+＋−－×÷*()（）<>=≤≥＜＞＝]+").match(
            self.text, self.position, self.end
        )
        if match is None:
            self._fail("syntax", "式子不完整")
        start, self.position = self.position, match.end()
        self._fail("name", f"没有名为“{match.group()}”的{self.terms.kind}", start)

    def _fail(self, kind: str, message: str, start: int | None = None) -> NoReturn:
        first = self.position if start is None else start
        raise _Fault(FormulaFault(kind, message, first, max(self.position, first + 1)))


def _is_share(value: Value) -> bool:
    return value.manner.style in SHARES


def _is_number(value: Value) -> bool:
    return value.unit.is_dimensionless and not _is_share(value)


def _is_zero(interval: Interval) -> bool:
    return interval.is_exact and interval.low == 0


def _combined(
    combine: Callable[[Interval, Interval], Interval], left: Value, right: Value
) -> tuple[Interval, Interval]:
    """Combine both intervals of two sides; exact figures stand for no more than is printed."""
    printed = combine(left.printed, right.printed)
    if left.interval is left.printed and right.interval is right.printed:
        return printed, printed
    return combine(left.interval, right.interval), printed


def _joined(left: Value, sign: str, right: Value) -> tuple[tuple[Figure, ...], str]:
    return (*left.figures, *right.figures), f"{left.text} {sign} {right.text}"
