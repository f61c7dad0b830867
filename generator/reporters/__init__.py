"""Reporters: what a run of checking found, as text for people and as data for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.reporters.json import render_json
from generator.reporters.outcome import Outcome
from generator.reporters.text import render_text

if TYPE_CHECKING:
    from collections.abc import Callable


class Reporter(NamedTuple):
    """A form in which a report goes out.

    Attributes:
        name: as given on the command line.
        title: as shown to users.
        render: outcome to text, which ends with a line end.
    """

    name: str
    title: str
    render: Callable[[Outcome], str]


REPORTERS: Final = (
    Reporter("text", "供人阅读", render_text),
    Reporter("json", "供程序读取", render_json),
)

__all__ = ["REPORTERS", "Outcome", "Reporter", "render_json", "render_text"]
