"""The share by which approximate figures of a plan may be off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.decode.rules import UNREADABLE_QUANTITY
from generator.diagnostics import Diagnostic, Label
from generator.model.quoting import brief
from generator.quantity import Bound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.document import DocumentContent


def check_tolerance(plan: DocumentContent) -> Iterator[Diagnostic]:
    """Find a tolerance that is not one exact share from 0 % to below 100 %."""
    if plan.tolerance is None:
        return
    text, quantity = plan.tolerance.text, plan.tolerance.quantity
    is_exact = quantity.bound is Bound.EXACT and not quantity.approximate
    value = quantity.value
    if not (quantity.is_share and is_exact and value is not None and 0 <= value < 1):
        message = f"“{brief(text)}”不能作近似幅度"
        hint = "写成“5%”一类的百分数，不小于0%，不到100%"
        yield Diagnostic(UNREADABLE_QUANTITY, message, Label(text.span), hint=hint)
