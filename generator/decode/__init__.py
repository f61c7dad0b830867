"""Nodes to the model: shapes and values, every mistake with its place."""

from generator.decode.decode import decode, to_data
from generator.decode.own_units import own_units
from generator.decode.rules import SHAPE_RULES
from generator.decode.table_files import TableFile, missing_file, read_table_file, table_file
from generator.decode.tables import with_tables

__all__ = [
    "SHAPE_RULES",
    "TableFile",
    "decode",
    "missing_file",
    "own_units",
    "read_table_file",
    "table_file",
    "to_data",
    "with_tables",
]
