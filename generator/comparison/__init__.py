"""Two versions of a plan compared: as values, and as the official 修订对照表."""

from generator.comparison.compare import ClauseChange, Comparison, Version, compare, counted
from generator.comparison.figures import FigureChange
from generator.comparison.kinds import Kind
from generator.comparison.revision_table import compose_revision

__all__ = [
    "ClauseChange",
    "Comparison",
    "FigureChange",
    "Kind",
    "Version",
    "compare",
    "compose_revision",
    "counted",
]
