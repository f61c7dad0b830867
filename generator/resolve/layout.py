"""Where each list of a plan is printed: what is shown nowhere, twice, in itself, or too deep.

It follows the text as documents are composed: sections first, then attachments, each with
what `show` puts into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.diagnostics import Diagnostic, Label
from generator.model.lists import shown_list
from generator.model.quoting import brief
from generator.resolve.names import loose
from generator.resolve.rules import NOT_SHOWN, SHOWN_IN_ITSELF, SHOWN_TWICE, TOO_DEEP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Rule
    from generator.model.content import Block
    from generator.model.document import DocumentContent
    from generator.model.values import Names
    from generator.text import Text

# what generator.numbering can number (GB/T 9704-2012, 7.3.3)
_LAYERS: Final = 4
_LONGEST_LIST: Final = 999
# the layers that are numbered in 汉字, of which the second may run on across chapters
_CHINESE_LAYERS: Final = 2
# what is there to be read; indicators are shown only where the author wants them
_PRINTED: Final = ("levels", "projects", "measures", "tasks")


def check_layout(plan: DocumentContent) -> tuple[Diagnostic, ...]:
    """Find headings that cannot be numbered and lists that are not printed just once."""
    layout = _Layout(plan)
    layout.blocks(plan.sections, 1, ())
    for attachment in plan.attachments:
        layout.start()
        layout.blocks(attachment.blocks, 1, ())
        layout.show(attachment.show, 1, ())
    return (*layout.findings.values(), *layout.not_shown())


class _Layout:
    """Goes through a document as it is printed; one finding a place."""

    def __init__(self, plan: DocumentContent) -> None:
        self.plan = plan
        self.findings: dict[int, Diagnostic] = {}
        self._lists = {"projects": plan.projects, "measures": plan.measures}
        self._first: dict[str, Text] = {}
        self._running = 0

    def start(self) -> None:
        """Begin a part that is numbered anew."""
        self._running = 0

    def blocks(self, blocks: Iterable[Block], level: int, inside: tuple[str, ...]) -> None:
        """Go through headings of one layer; `inside` are the lists that they are shown by."""
        for index, block in enumerate(blocks, start=1):
            if not block.number:
                self._number(block, level, index)
            self.blocks(block.clauses, level + 1, inside)
            self.show(block.show, level + 1, inside)

    def show(self, names: Names, level: int, inside: tuple[str, ...]) -> None:
        """Go through the lists shown at a place."""
        for name in names:
            shown = shown_list(self.plan, name) or str(name)
            first = self._first.setdefault(shown, name)
            if shown in inside:
                message = f"“{name}”插入在自己里面，没有尽头"
                self._find(SHOWN_IN_ITSELF, message, name, "删去里面的这一处“show”（插入）")
            elif first is not name:
                message = f"“{name}”插入了两次，会印两遍"
                self._find(SHOWN_TWICE, message, name, "只留一处“show”（插入）", first)
            else:
                self.blocks(self._lists.get(shown, ()), level, (*inside, shown))

    def not_shown(self) -> Iterator[Diagnostic]:
        """Report lists that a plan with text prints nowhere."""
        plan = self.plan
        if not (plan.sections or plan.attachments):
            return
        aliases = plan.keys()
        for name in _PRINTED:
            records = getattr(plan, name)
            if records and name not in self._first:
                message = f"{aliases[name]}没有插入正文或附件，公文和网页里印不出来"
                hint = f"在要印出的章节或附件里写“show: {name}”（插入: {aliases[name]}）"
                label = Label(records[0].span)
                yield Diagnostic(NOT_SHOWN, message, label, hint=hint)
        shown = {loose(name) for name in self._first}
        for table in plan.tables:
            if not any(loose(name) in shown for name in table.names):
                message = f"“{brief(table.name)}”没有插入正文或附件，公文和网页里印不出来"
                hint = "在要印出的章节或附件里写“show”（插入）和表的名称"
                yield Diagnostic(NOT_SHOWN, message, Label(table.span), hint=hint)

    def _number(self, block: Block, level: int, index: int) -> None:
        title = brief(block.title)
        runs_on = level == _CHINESE_LAYERS and self.plan.numbering == "条"
        self._running += runs_on
        number = self._running if runs_on else index
        if level > _LAYERS:
            message = f"“{title}”是第{level}层标题，公文标题只有四层（一、（一）1.（1））"
            self._find(TOO_DEEP, message, block.title, "把这一层并入上一层的正文，或提高一层")
        elif level <= _CHINESE_LAYERS and number > _LONGEST_LIST:
            message = f"“{title}”是第{number}个，标题只编到{_LONGEST_LIST}"
            self._find(TOO_DEEP, message, block.title, "分成几章或几份附件")

    def _find(
        self, rule: Rule, message: str, at: Text, hint: str, first: Text | None = None
    ) -> None:
        related = (Label(first.span, "第一次"),) if first is not None else ()
        found = Diagnostic(rule, message, Label(at.span), related, hint)
        self.findings.setdefault(id(at), found)
