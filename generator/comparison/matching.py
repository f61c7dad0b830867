"""Two trees of statements laid side by side: what became of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.comparison.pairing import Named, moved, pairs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.comparison.statements import Statement


class Match(NamedTuple):
    """A statement in both versions, or in one of them.

    Attributes:
        old: as it was, or None.
        new: as it is, or None.
        is_moved: whether it stands at another place than what it stands in moved to.
        old_parent: what it stood in, or None.
        new_parent: what it stands in, or None.
    """

    old: Statement | None
    new: Statement | None
    is_moved: bool
    old_parent: Statement | None
    new_parent: Statement | None


def matches(old: Statement, new: Statement) -> tuple[Match, ...]:
    """Match what two trees hold, in the order of the new one.

    What stands in one parent is matched first; what is left over, wherever it went.
    """
    return _found_again(tuple(_inside(old, new)))


def _inside(old: Statement, new: Statement) -> Iterator[Match]:
    before, after = old.children, new.children
    found = pairs([_named(one) for one in before], [_named(one) for one in after])
    others = moved(found)
    for pair in found:
        one = None if pair.old is None else before[pair.old]
        other = None if pair.new is None else after[pair.new]
        yield Match(one, other, pair in others, old, new)
        if one and other:
            yield from _inside(one, other)
        elif other:
            yield from _alone(other, is_old=False)
        elif one:
            yield from _alone(one, is_old=True)


def _alone(parent: Statement, *, is_old: bool) -> Iterator[Match]:
    """Go through what stands in a statement that the other version lacks."""
    for child in parent.children:
        if is_old:
            yield Match(child, None, is_moved=False, old_parent=parent, new_parent=None)
        else:
            yield Match(None, child, is_moved=False, old_parent=None, new_parent=parent)
        yield from _alone(child, is_old=is_old)


def _named(one: Statement) -> Named:
    return Named(one.name, one.text if one.may_change_name else "")


def _found_again(found: tuple[Match, ...]) -> tuple[Match, ...]:
    """Match what was left over with what came in another place."""
    lost = [item for item in found if item.old and not item.new and item.old.may_change_name]
    come = [item for item in found if item.new and not item.old and item.new.may_change_name]
    again = pairs(
        [Named("", item.old.own_text) for item in lost if item.old],
        [Named("", item.new.own_text) for item in come if item.new],
    )
    joined: dict[int, Match] = {}
    gone: set[int] = set()
    parents: dict[int, Statement | None] = {
        id(item.old): item.new for item in found if item.old and item.new
    }
    for pair in again:
        if pair.old is not None and pair.new is not None:
            before, after = lost[pair.old], come[pair.new]
            parents[id(before.old)] = after.new
            joined[id(after)] = before
            gone.add(id(before))
    return tuple(
        _joined(joined[id(item)], item, parents) if id(item) in joined else item
        for item in found
        if id(item) not in gone
    )


def _joined(before: Match, after: Match, parents: dict[int, Statement | None]) -> Match:
    """Join both halves; what went along with its parent did not move itself."""
    follows = parents.get(id(before.old_parent)) is after.new_parent
    return Match(before.old, after.new, not follows, before.old_parent, after.new_parent)
