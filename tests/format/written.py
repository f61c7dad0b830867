"""Plans as nested Python values, written as YAML the way a drafter writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Value = Any
"""A str, None where nothing is written, a list or a dict of such values."""


def yaml_text(value: dict[str, Value]) -> str:
    """Write a mapping in block style."""
    return "".join(f"{line}\n" for line in _mapping(value, ""))


def _mapping(value: dict[str, Value], indent: str) -> Iterator[str]:
    for key, inner in value.items():
        if inner is None:
            yield f"{indent}{key}:"
        elif isinstance(inner, str) and "\n" in inner:
            yield f"{indent}{key}: |"
            yield from (f"{indent}  {line}" for line in inner.rstrip("\n").split("\n"))
        elif isinstance(inner, str):
            yield f"{indent}{key}: {inner}".rstrip()
        else:
            yield f"{indent}{key}:"
            yield from _nested(inner, f"{indent}  ")


def _nested(value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _mapping(value, indent)
        return
    for item in value:
        if isinstance(item, str):
            yield f"{indent}- {item}"
        else:
            first, *rest = _mapping(item, f"{indent}  ")
            yield f"{indent}- {first.lstrip()}"
            yield from rest
