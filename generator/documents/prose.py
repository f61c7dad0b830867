"""Authored prose to paragraphs whose figures lead to their indicators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.blocks import Paragraph, Run
from generator.checks.alignment import alignments
from generator.resolve.anchors import figure_anchor

if TYPE_CHECKING:
    from generator.blocks import Runs
    from generator.checks.alignment import Alignment
    from generator.resolve import ResolvedPlan


class ProseComposer:
    """Composes the texts of one plan, found by the anchors of their owners."""

    def __init__(self, resolved: ResolvedPlan) -> None:
        """Take a plan in which nothing is amiss.

        Raises:
            ValueError: two texts have one anchor, of which one would be lost.
        """
        self._alignments: dict[str, Alignment] = {}
        for item in alignments(resolved):
            if self._alignments.setdefault(item.place.anchor, item) is not item:
                message = f"two texts at one place: {item.place.anchor}"
                raise ValueError(message)

    def paragraphs(self, anchor: str) -> tuple[Paragraph, ...]:
        """Give the paragraphs of the text that belongs to an anchor."""
        return tuple(Paragraph(content) for content in self.runs(anchor))

    def runs(self, anchor: str) -> tuple[Runs, ...]:
        """Give the runs of each paragraph of a text."""
        alignment = self._alignments[anchor]
        return tuple(_runs(alignment, index) for index in range(len(alignment.place.paragraphs)))


def _runs(alignment: Alignment, index: int) -> Runs:
    text = str(alignment.place.paragraphs[index].text)
    stretches = sorted(
        (bound.number.start, bound.number.end, figure_anchor(bound.figure.key))
        for bound in alignment.bound
        if bound.number and bound.number.paragraph == index
    )
    content: list[Run] = []
    position = 0
    for start, end, anchor in stretches:
        content += [Run(text[position:start])] if start > position else []
        content.append(Run(text[start:end], figure=anchor))
        position = end
    content += [Run(text[position:])] if position < len(text) or not content else []
    return tuple(content)
