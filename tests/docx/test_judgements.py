"""Each measurement rejects a document that is wrong in the way it looks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.docx.spoiled import SPOILED, Spoiled

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.docx.rendering import Page


MEASURED = tuple(spoiled for spoiled in SPOILED if spoiled.judgement)


@pytest.mark.parametrize("spoiled", MEASURED, ids=lambda spoiled: spoiled.name)
def test_a_spoiled_document_is_noticed(
    rendered: Mapping[str, tuple[Page, ...]], spoiled: Spoiled
) -> None:
    assert spoiled.judgement
    assert spoiled.judgement(rendered[spoiled.name])


@pytest.mark.parametrize("spoiled", MEASURED, ids=lambda spoiled: spoiled.name)
def test_the_unspoiled_document_passes(
    rendered: Mapping[str, tuple[Page, ...]], spoiled: Spoiled
) -> None:
    assert spoiled.judgement
    assert spoiled.judgement(rendered[spoiled.base]) == []
