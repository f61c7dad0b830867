"""How each head of the tables was read, for the drafter to look over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.diagnostics import ColumnReading

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.resolve import Corpus


def column_readings(corpus: Corpus) -> Iterator[ColumnReading]:
    """Go through the columns of every table, those of the documents in a plan included."""
    for resolved in corpus.plans:
        for document in resolved.documents:
            for table in document.plan.tables:
                for column in table.body.columns:
                    yield ColumnReading(
                        table=table.name,
                        column=column.name,
                        holds=column.holds.value,
                        inferred=column.inferred,
                        period=str(column.when.text) if column.counted and column.when else "",
                        unit=column.unit if column.counted else "",
                        place=column.column.name.place,
                        table_place=table.span,
                    )
