"""What 约 and 左右 stand for in a plan, and how reports say so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.checks.wording import number
from generator.quantity import DEFAULT_TOLERANCE

if TYPE_CHECKING:
    from collections.abc import Iterable
    from fractions import Fraction

    from generator.quantity import Quantity
    from generator.resolve import ResolvedPlan


def tolerance_of(resolved: ResolvedPlan) -> Fraction:
    """Give the share by which an approximate figure may be off: the plan's own, else 10 %."""
    stated = resolved.plan.tolerance
    value = stated.quantity.value if stated else None
    return DEFAULT_TOLERANCE if value is None else value


def tolerance_used(quantities: Iterable[Quantity], tolerance: Fraction) -> str:
    """Say which tolerance a calculation took, if a figure in it is approximate; else ""."""
    if any(quantity.approximate for quantity in quantities):
        return f"（约数按±{number(tolerance * 100)}%计）"
    return ""
