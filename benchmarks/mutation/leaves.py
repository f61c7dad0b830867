"""The authored texts of a plan file, each with its route of keys and its place in the file."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from generator.decode import to_data
from generator.model.base import Located, LocatedList
from generator.source import SourceFile
from generator.text import Text
from generator.yaml_nodes import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

Route = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One line of authored text.

    Attributes:
        route: keys and numbers from the outside in, e.g. projects, 0, text.
        text: the line.
        start: index of its first character in the file.
    """

    route: Route
    text: str
    start: int

    @property
    def key(self) -> str:
        """The key that it stands under."""
        return next(step for step in reversed(self.route) if not step.isdigit())

    @property
    def end(self) -> int:
        """Index after its last character in the file."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Listing:
    """A block list of records or texts: where each item stands in the file, whole lines."""

    route: Route
    items: tuple[tuple[int, int], ...]


class PlanText:
    """A YAML file of a workspace, read once.

    Attributes:
        path: the file, relative to the workspace.
        text: its content.
        leaves: every line of authored text, in the order of the file.
        listings: every block list.
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        node, findings = read_yaml(SourceFile(path, text))
        if node is None or findings:
            message = f"{path} cannot be read: {findings}"
            raise ValueError(message)
        self.leaves: list[Leaf] = []
        self.listings: list[Listing] = []
        self._walk(to_data(node, SourceFile(path, text)), ())

    def offset(self, line: int, column: int) -> int:
        """Give the index in the file of a place that counts from 1."""
        return self._starts[line - 1] + column - 1

    def position(self, offset: int) -> tuple[int, int]:
        """Give line and column, from 1, of an index."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def _walk(self, data: object, route: Route) -> None:
        if isinstance(data, Text):
            self.leaves += self._lines(data, route)
        elif isinstance(data, Located):
            for key, value in data.items():
                self._walk(value, (*route, str(key)))
        elif isinstance(data, LocatedList):
            for number, item in enumerate(data):
                self._walk(item, (*route, str(number)))
            self.listings += self._listing(data, route)

    def _lines(self, text: Text, route: Route) -> Iterator[Leaf]:
        start = 0
        for line in str(text).split("\n"):
            if line.strip():
                span = text.span_of(start, start + len(line))
                yield Leaf(route, line, self.offset(span.line, span.column))
            start += len(line) + 1

    def _listing(self, data: LocatedList, route: Route) -> Iterator[Listing]:
        """Give the items of a block list by their lines; a list in one line has none of its own."""
        lines = [item.span.line for item in data]
        if len(set(lines)) == len(lines) and len(lines) > 1:
            last = next(leaf for leaf in reversed(self.leaves) if leaf.route[: len(route)] == route)
            ends = [*lines[1:], self.position(last.start)[0] + 1]
            yield Listing(
                route,
                tuple(
                    (self._starts[line - 1], self._starts[end - 1])
                    for line, end in zip(lines, ends, strict=True)
                ),
            )
