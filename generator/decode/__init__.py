"""Nodes to the model: shapes and values, every mistake with its place."""

from generator.decode.decode import decode, to_data
from generator.decode.rules import SHAPE_RULES

__all__ = ["SHAPE_RULES", "decode", "to_data"]
