"""A plan as JSON, and the JSON Schema (draft 2020-12) that it follows."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from generator.documents.open_data import open_plan, open_schema

if TYPE_CHECKING:
    from generator.blocks import Document
    from generator.resolve import ResolvedPlan

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


def write_json(resolved: ResolvedPlan, document: Document) -> bytes:
    """Write a plan with its text as composed."""
    content = open_plan(resolved, document).model_dump(mode="json")
    return _written(content)


def write_schema() -> bytes:
    """Write the JSON Schema of plans."""
    return _written({"$schema": _DRAFT, **open_schema()})


def _written(content: dict[str, object]) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode()
