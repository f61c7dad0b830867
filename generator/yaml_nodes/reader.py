"""PyYAML's C parser events to located nodes, refusing whatever could lose or change text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import yaml

from generator.diagnostics import Diagnostic, Label
from generator.source import SourceFile, Span
from generator.yaml_nodes import habits
from generator.yaml_nodes.complaints import explain
from generator.yaml_nodes.nodes import LITERAL, Mapping, Node, Scalar, Sequence, span_of, text_of
from generator.yaml_nodes.rules import (
    ANCHOR_OR_ALIAS,
    COMPLEX_KEY,
    DEEP_NESTING,
    DUPLICATE_KEY,
    FLOW_STYLE,
    JOINED_LINES,
    SECOND_DOCUMENT,
    TAG,
)
from generator.yaml_nodes.slips import line_slip, list_slip

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.diagnostics import Rule

DEPTH_LIMIT: Final = 64
_new_tuple: Final = tuple.__new__


def read_yaml(source: SourceFile) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read one YAML document; None when it cannot be read or is empty."""
    found = habits.invisible_characters(source)
    if found:
        return None, found
    builder = _Builder(source)
    loader = yaml.CSafeLoader(source.text)
    try:
        builder.run(loader)
    except yaml.MarkedYAMLError as error:
        builder.stop(explain(source, error), error.problem_mark)
    finally:
        loader.dispose()
    if isinstance(builder.root, Scalar) and builder.root.value and not builder.findings:
        slip = line_slip(source, builder.root.line)
        builder.findings += [slip] if slip else []
    return builder.root, tuple(builder.findings)


class _Builder:
    """Builds the tree from events; its state is the open lists and mappings.

    `_nodes` are the nodes whose parent is still open, in the order written; `_open` are those
    parents, each with the number of nodes before its first child.
    """

    def __init__(self, source: SourceFile) -> None:
        self.source = source
        self.root: Node | None = None
        self.findings: list[Diagnostic] = []
        self._nodes: list[Node] = []
        self._open: list[tuple[int, Any]] = []
        self._documents = 0
        self._comments = habits.lines_with_trailing_comment(source)
        # most plans hold none of these signs, so most events need no closer look
        self._has_properties = "&" in source.text or "!" in source.text

    def run(self, loader: Any) -> None:  # noqa: ANN401  # PyYAML's C loader has no type
        """Take events until the document ends or something makes reading on pointless."""
        handlers: dict[type, Callable[[Any], bool | None]] = {
            yaml.SequenceStartEvent: self._start,
            yaml.MappingStartEvent: self._start,
            yaml.SequenceEndEvent: self._sequence,
            yaml.MappingEndEvent: self._mapping,
            yaml.AliasEvent: self._alias,
            yaml.StreamStartEvent: lambda _: None,
            yaml.DocumentStartEvent: self._document_start,
            yaml.DocumentEndEvent: self._document_end,
            yaml.StreamEndEvent: lambda _: True,
        }
        next_event: Callable[[], Any] = loader.get_event
        scalar_event = yaml.ScalarEvent
        # scalars are most of a plan: looked at here, in place, the rest by their handlers
        check_all = self._has_properties or bool(self._comments)
        add = self._nodes.append
        while True:
            event = next_event()
            kind = type(event)
            if kind is scalar_event:
                start, end, style = event.start_mark, event.end_mark, event.style or ""
                first, last = start.line + 1, end.line + 1
                fields = (event.value, style, first, start.column + 1, last, end.column + 1)
                # a named tuple made without its own constructor: half the time
                node = _new_tuple(Scalar, fields)
                add(node)
                if style or first != last or check_all:
                    self._refuse_scalar(event, node)
            elif handlers[kind](event):
                return

    def stop(self, reason: Diagnostic, mark: Any) -> None:  # noqa: ANN401  # a mark of PyYAML
        """Say why reading stopped; a value that runs into that line is no second finding."""
        last = self._nodes[-1] if len(self._nodes) > self._first_child() else None
        joined = bool(self.findings) and self.findings[-1].rule is JOINED_LINES
        if joined and mark and isinstance(last, Scalar) and last.end_line == mark.line + 1:
            self.findings.pop()
        if reason not in self.findings:
            self.findings.append(reason)

    def _first_child(self) -> int:
        return self._open[-1][0] if self._open else 0

    def _refuse_scalar(self, event: Any, node: Scalar) -> None:  # noqa: ANN401  # a PyYAML event
        self._refuse_properties(event)
        if node.style == LITERAL:
            return
        if node.line != node.end_line or node.style == ">":
            self.findings.append(habits.joined_lines(self.source, node))
            return
        if node.style:
            self._refuse_escapes(node)
        if node.line in self._comments:
            self.findings += habits.trailing_comment(self.source, node)

    def _start(self, event: Any) -> bool:  # noqa: ANN401  # PyYAML event
        if self._has_properties:
            self._refuse_properties(event)
        self._open.append((len(self._nodes), event))
        if len(self._open) > DEPTH_LIMIT:
            self._report(DEEP_NESTING, event, f"嵌套超过{DEPTH_LIMIT}层", "减少层级")
            return True
        return False

    def _document_start(self, event: Any) -> bool:  # noqa: ANN401  # PyYAML event
        self._documents += 1
        if self._documents > 1:
            message = "文件里出现了分隔线“---”，其后是第二份内容"
            self._report(SECOND_DOCUMENT, event, message, "一个文件只写一份内容")
        return self._documents > 1

    def _document_end(self, _event: Any) -> None:  # noqa: ANN401  # PyYAML event
        self.root = self._nodes.pop() if self._nodes else None

    def _alias(self, event: Any) -> None:  # noqa: ANN401  # PyYAML event
        self._report_alias(event)
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        self._nodes.append(Scalar("", "", line, column, line, column))

    def _refuse_escapes(self, node: Scalar) -> None:
        written = self.source.lines[node.line - 1][node.column : node.end_column - 2]
        if written != node.value:
            self.findings.append(
                Diagnostic(
                    JOINED_LINES,
                    "引号里有转义符号，其后的列号会错位",
                    Label(span_of(node, self.source)),
                    hint="去掉引号和转义，改写成“|”下的正文",
                )
            )

    def _sequence(self, end: Any) -> None:  # noqa: ANN401  # PyYAML event
        first, start = self._open.pop()
        node = Sequence(tuple(self._nodes[first:]), *_extent(start, end))
        self._nodes[first:] = (node,)
        if start.flow_style:
            self.findings += habits.flow_sequence(self.source, node)
            if node.end_line in self._comments:
                self.findings += habits.trailing_comment(self.source, node)

    def _mapping(self, end: Any) -> None:  # noqa: ANN401  # PyYAML event
        first, start = self._open.pop()
        children = self._nodes[first:]
        if start.flow_style:
            message = "花括号写法遇到半角逗号会截断文字"
            self._report(FLOW_STYLE, start, message, "改写成每行一个“键: 值”")
        entries: dict[str, tuple[Scalar, Node]] = {}
        is_item = bool(self._open) and isinstance(self._open[-1][1], yaml.SequenceStartEvent)
        lost_dash = False
        for key, value in zip(children[::2], children[1::2], strict=True):
            if type(key) is not Scalar or key[0] == "<<":
                self._report_complex_key(key)
                continue
            name = key[0]
            if is_item and name == next(iter(entries), None):
                lost_dash = True
                self._report_lost_dash(key, entries[name][0])
            # what follows a lost dash belongs to another item
            if lost_dash:
                continue
            if name in entries:
                self._report_duplicate(key, entries[name][0])
                continue
            entries[name] = (key, value)
            if type(value) is Scalar and value[2] != key[2] and not value[1]:
                self._report_list_slip(value)
        self._nodes[first:] = (Mapping(tuple(entries.values()), *_extent(start, end)),)

    def _report_list_slip(self, value: Scalar) -> None:
        slip = list_slip(text_of(value, self.source))
        if slip and slip not in self.findings:
            self.findings.append(slip)

    def _report_complex_key(self, key: Node) -> None:
        hint = "键写成一个词，例如“title”"
        label = Label(span_of(key, self.source))
        self.findings.append(Diagnostic(COMPLEX_KEY, "键应是一个词", label, hint=hint))

    def _report_duplicate(self, key: Scalar, first: Scalar) -> None:
        message = f"键“{key.value}”在同一处写了两次，第一次在第{first.line}行"
        self._report_repeated(key, first, message, "合并成一处，或改掉其中一个键名")

    def _report_lost_dash(self, key: Scalar, first: Scalar) -> None:
        """Say that the first key of an item once more begins the next item."""
        message = f"一项里又出现了开头的键“{key.value}”，这一行前缺少“- ”"
        self._report_repeated(key, first, message, "在这一行前加“- ”，“-”与上面各项的“-”左端对齐")

    def _report_repeated(self, key: Scalar, first: Scalar, message: str, hint: str) -> None:
        label = Label(span_of(key, self.source), "重复")
        related = (Label(span_of(first, self.source), "第一次"),)
        self.findings.append(Diagnostic(DUPLICATE_KEY, message, label, related, hint))

    def _refuse_properties(self, event: Any) -> None:  # noqa: ANN401  # PyYAML event
        if event.anchor is not None:
            self._report_alias(event)
        elif event.tag is not None:
            self._report(TAG, event, "值前有“!”开头的标签", "去掉“!”，值要以文字开头")

    def _report_alias(self, event: Any) -> None:  # noqa: ANN401  # PyYAML event
        message = "值以“&”或“*”开头，会被当作锚点或引用"
        self._report(ANCHOR_OR_ALIAS, event, message, "值要以文字开头，或写在“|”之下")

    def _report(self, rule: Rule, event: Any, message: str, hint: str) -> None:  # noqa: ANN401  # a PyYAML event
        mark = event.start_mark
        span = Span(
            self.source.path, mark.line + 1, mark.column + 1, mark.line + 1, mark.column + 2
        )
        self.findings.append(Diagnostic(rule, message, Label(span), hint=hint))


def _extent(start: Any, end: Any) -> tuple[int, int, int, int]:  # noqa: ANN401  # PyYAML events
    first, last = start.start_mark, end.end_mark
    return first.line + 1, first.column + 1, last.line + 1, last.column + 1
