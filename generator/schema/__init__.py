"""What may be written under which key: for editors as JSON Schema, for readers as tables."""

from generator.schema.json_schema import SCHEMAS, Schema, schema_text
from generator.schema.shapes import (
    Entries,
    Form,
    Key,
    Many,
    One,
    Shape,
    Words,
    bare_shape,
    keys_of,
    records_of,
)

__all__ = [
    "SCHEMAS",
    "Entries",
    "Form",
    "Key",
    "Many",
    "One",
    "Schema",
    "Shape",
    "Words",
    "bare_shape",
    "keys_of",
    "records_of",
    "schema_text",
]
