"""Exact quantities, units, intervals and periods, read from and printed as Chinese text."""

from generator.quantity.find import Mention, find_quantities
from generator.quantity.interval import Interval, Verdict, agreement, compare, rounded
from generator.quantity.numerals import (
    ORDINAL_NUMERALS,
    chinese_numeral,
    chinese_year,
    read_integer,
    read_number,
)
from generator.quantity.own_units import UnitFault, nearest_units, unit_fault, unknown_unit
from generator.quantity.parse import parse_quantity
from generator.quantity.period import Period, PeriodKind
from generator.quantity.period_find import PeriodMention, find_periods
from generator.quantity.period_parse import parse_period
from generator.quantity.printing import print_quantity
from generator.quantity.quantity import (
    DEFAULT_TOLERANCE,
    SHARES,
    Bound,
    Hedge,
    Nearness,
    NoValue,
    Quantity,
    Style,
)
from generator.quantity.unit_scan import parse_unit
from generator.quantity.units import DIMENSIONLESS, Unit

__all__ = [
    "DEFAULT_TOLERANCE",
    "DIMENSIONLESS",
    "ORDINAL_NUMERALS",
    "SHARES",
    "Bound",
    "Hedge",
    "Interval",
    "Mention",
    "Nearness",
    "NoValue",
    "Period",
    "PeriodKind",
    "PeriodMention",
    "Quantity",
    "Style",
    "Unit",
    "UnitFault",
    "Verdict",
    "agreement",
    "chinese_numeral",
    "chinese_year",
    "compare",
    "find_periods",
    "find_quantities",
    "nearest_units",
    "parse_period",
    "parse_quantity",
    "parse_unit",
    "print_quantity",
    "read_integer",
    "read_number",
    "rounded",
    "unit_fault",
    "unknown_unit",
]
