"""What the document types share: the plan's title in lines, its part, blanks, properties."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.blocks import Part, Properties, Run, runs
from generator.documents.body import SAMPLE_LINE, attachment_names, plan_blocks

if TYPE_CHECKING:
    from generator.blocks import Runs
    from generator.resolve import ResolvedPlan

_CLOSING_BRACKET: Final = re.compile(r"（[^（）]*）$")
BLANK: Final = Run("　　　　　　", blank=True)


def plan_part(resolved: ResolvedPlan, label: str, *, with_stage: bool) -> Part:
    """Compose the plan's text; its stage stands under the title while it is a draft."""
    plan = resolved.plan
    title = str(plan.title)
    bracket = _CLOSING_BRACKET.search(title)
    subtitles = [bracket.group()] if bracket else []
    if with_stage and plan.stage:
        subtitles.append(f"（{plan.stage}）")
    return Part(
        title=title[: bracket.start()] if bracket else title,
        subtitles=tuple(subtitles),
        blocks=plan_blocks(resolved),
        label=label,
        attachment_note=attachment_names(resolved),
        anchor="text",
    )


def blank_form(form: str) -> Runs:
    """Make a form to fill in: each ＿ becomes a visible blank of its own."""
    return tuple(
        Run("　　　", blank=True) if part == "＿" else Run(part)
        for part in re.split("(＿)", form)
        if part
    )


BLANK_NUMBER: Final = blank_form("＿〔＿〕＿号")
BLANK_DATE: Final = blank_form("＿年＿月＿日")


def or_blank(text: object, blank: Runs = (BLANK,)) -> Runs:
    """Print what is known; what is not becomes a visible blank."""
    return runs(str(text)) if text else blank


def properties(resolved: ResolvedPlan) -> Properties:
    """Describe the file by the plan."""
    plan = resolved.plan
    return Properties(
        title=str(plan.title),
        subject=str(plan.kind),
        creator="、".join(plan.issuer),
        identifier=resolved.identifier,
    )


def banner_line(resolved: ResolvedPlan) -> str:
    """Say that a sample is one, above the type area of every page."""
    return SAMPLE_LINE if resolved.plan.sample else ""
