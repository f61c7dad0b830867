"""Ids and names to the things that they mean, across files."""

from generator.resolve.corpus import (
    ClaimPlace,
    Corpus,
    EarlierVersion,
    Need,
    ResolvedGoal,
    ResolvedPlan,
    ResolvedTask,
    Root,
    Step,
    Target,
    TextPlace,
)
from generator.resolve.resolve import resolve
from generator.resolve.rules import REFERENCE_RULES
from generator.resolve.units import check_registry

__all__ = [
    "REFERENCE_RULES",
    "ClaimPlace",
    "Corpus",
    "EarlierVersion",
    "Need",
    "ResolvedGoal",
    "ResolvedPlan",
    "ResolvedTask",
    "Root",
    "Step",
    "Target",
    "TextPlace",
    "check_registry",
    "resolve",
]
