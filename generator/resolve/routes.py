"""Where a span stands, as a route of keys and names from the outside in."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, Final, TypeVar

from generator.model.content import Block, Claim, Goal, Level, Task
from generator.model.document import (
    Attachment,
    Consultation,
    Contact,
    Enclosure,
    Plan,
    Printing,
    Publication,
    Reference,
    Responsibility,
    Term,
    Waiver,
)
from generator.model.figures import FigureEntry, Indicator, Relation
from generator.model.tables import Column, Table
from generator.model.units import Unit
from generator.source import Span
from generator.yaml_nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from generator.resolve.corpus import Root
    from generator.source import Place

Child = TypeVar("Child")

_NAMING_KEYS: Final = ("title", "of", "name", "claim", "名称", "标题", "对应", "列举")
# what goes by no name goes by its id
_IDENTIFYING_KEYS: Final = ("id", "标识")
# the records of keys below the top level; where two share an alias, the later one counts
_INNER: Final = (
    *(Column, Table),
    *(Publication, Consultation, Contact, Printing, Reference, Term, Responsibility, Enclosure),
    *(Claim, Relation, FigureEntry, Indicator, Unit, Waiver, Attachment, Goal, Level, Task, Block),
)
_TOP_KEYS: Final = {alias: name for name, alias in Plan.keys().items()}
_INNER_KEYS: Final = {alias: name for record in _INNER for name, alias in record.keys().items()}


def route(roots: dict[str, Root], place: Place) -> tuple[str, ...]:
    """Give the route to a place, e.g. projects, 师德师风教育工程, text; () if it is elsewhere.

    A list item goes by its title or name, else by its number from 1; keys go by their English
    names, whichever way they were written.
    """
    root = roots.get(place.source)
    if root is None or not isinstance(place, Span):
        return ()
    steps = [root.key] if root.key else []
    node: Node | None = root.node
    while node is not None:
        at_document = not steps or steps[-1] == "document"
        step, node = _inner(node, place, _TOP_KEYS if at_document else _INNER_KEYS)
        steps += [step] if step else []
    return tuple(steps)


def same_step(step: str, wanted: str) -> bool:
    """Say whether a step of a route is the one that an author wrote, in either language."""
    return wanted == step or step in (_TOP_KEYS.get(wanted), _INNER_KEYS.get(wanted))


def _inner(node: Node, span: Span, keys: dict[str, str]) -> tuple[str, Node | None]:
    at = span.line, span.column
    if isinstance(node, Mapping):
        last = bisect_right(node.entries, at, key=_key_start)
        for name, value in _around(node.entries, last):
            if _holds(name, span):
                return keys.get(name.value, name.value), None
            if _holds(value, span):
                return keys.get(name.value, name.value), value
    elif isinstance(node, Sequence):
        last = bisect_right(node.items, at, key=_start)
        for number, item in enumerate(_around(node.items, last), start=max(last - 1, 1)):
            if _holds(item, span):
                return _item_name(item) or str(number), item
    return "", None


def _around(children: tuple[Child, ...], before: int) -> tuple[Child, ...]:
    """Keep the only children that can hold a place that so many of them start before.

    They are the last of those, and the one above it: an empty value is one column wide.
    """
    return children[max(before - 2, 0) : before]


def _start(node: Node) -> tuple[int, int]:
    return node.line, node.column


def _key_start(entry: tuple[Scalar, Node]) -> tuple[int, int]:
    return _start(entry[0])


def _item_name(item: Node) -> str:
    if isinstance(item, Mapping):
        for name, value in item.entries:
            if name.value in _NAMING_KEYS and isinstance(value, Scalar):
                return value.value
        for name, value in item.entries:
            if name.value in _IDENTIFYING_KEYS and isinstance(value, Scalar):
                return value.value
    return ""


def _holds(node: Node, span: Span) -> bool:
    start, end = (node.line, node.column), (node.end_line, node.end_column)
    # the end of a block is where the next one starts, so it is no part of it
    return start <= (span.line, span.column) < max(end, (start[0], start[1] + 1))
