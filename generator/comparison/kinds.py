"""What became of a part of a plan from one version to the next."""

from __future__ import annotations

from enum import StrEnum


class Kind(StrEnum):
    """What became of it; the value is the word that readers see."""

    CHANGED = "修改"
    ADDED = "新增"
    REMOVED = "删去"
    MOVED = "移动"
