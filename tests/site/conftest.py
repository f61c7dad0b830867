"""The site of this repository's own plans, built once for all tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.site.sites import ROOT, built_site, pages_in

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.html import HtmlElement


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_site(ROOT, tmp_path_factory.mktemp("built") / "site")


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, HtmlElement]:
    return pages_in(site)
