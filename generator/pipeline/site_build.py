"""The site, built by MkDocs in this process from the workspace's mkdocs.yml."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

# Material prints an English notice on import unless this is set.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from generator.pipeline.analysis import CONFIGURATION, PLANS_FOLDER, Analysis
from generator.pipeline.mkdocs_messages import collected_messages, translated
from generator.pipeline.office import template_file
from generator.resources import templates

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mkdocs.config.defaults import MkDocsConfig


@runtime_checkable
class TakesAnalysis(Protocol):
    """Our plugin: it takes an analysis and downloads, so that it need not make its own."""

    analysis: Analysis | None
    made: Mapping[str, bytes]
    config: Mapping[str, object]


class SiteSettings(NamedTuple):
    """What mkdocs.yml says about serving.

    Attributes:
        site_url: the public address, or "".
        host: where the live server listens.
        port: the same.
        watched: files and folders that the site is made of.
    """

    site_url: str
    host: str
    port: int
    watched: tuple[Path, ...]


def build_site(
    analysis: Analysis,
    folder: Path,
    served_at: str = "",
    made: Mapping[str, bytes] | None = None,
) -> tuple[str, ...]:
    """Build the site of an analysed workspace, strictly: a warning is a failure.

    Args:
        analysis: the workspace, without errors.
        folder: where to write; it is emptied first.
        served_at: the address of the live server that the site is for, or "".
        made: downloads that there are already, by address.

    Returns:
        What went wrong, in Chinese; nothing if the site is complete.
    """
    with collected_messages() as messages:
        try:
            config = load_site(analysis.root, folder)
            hand_over(analysis, made or {}, config)
            _run(config, served_at)
        except MkDocsException as error:
            return in_chinese(messages, error)
    return ()


def read_settings(root: Path) -> tuple[SiteSettings | None, tuple[str, ...]]:
    """Read what mkdocs.yml says about serving, or what is wrong with it."""
    with collected_messages() as messages:
        try:
            config = load_site(root, root / "site")
        except MkDocsException as error:
            return None, in_chinese(messages, error)
    own = (root / CONFIGURATION, root / PLANS_FOLDER, templates(), Path(config.docs_dir))
    template = template_file(root)
    theme = config.theme.custom_dir
    others = (*([Path(theme)] if theme else []), *([template] if template else []))
    watched = (*own, *others, *map(Path, config.watch))
    host, port = config.dev_addr
    every = tuple(dict.fromkeys(watched))
    return SiteSettings(config.site_url or "", host, port, every), ()


def in_chinese(messages: list[str], error: MkDocsException | None = None) -> tuple[str, ...]:
    """Translate what was logged; what was raised only repeats it, unless nothing was."""
    texts = messages or ([error.message] if error else [])
    return tuple(dict.fromkeys(translated(text) for text in texts))


def load_site(root: Path, folder: Path) -> MkDocsConfig:
    """Read the mkdocs.yml of a folder, for a site that goes to another folder.

    Raises:
        MkDocsException: it cannot be read.
    """
    file = str(root / CONFIGURATION)
    return load_config(file, config_file_path=file, site_dir=str(folder), strict=True)


def hand_over(analysis: Analysis, made: Mapping[str, bytes], config: MkDocsConfig) -> bool:
    """Give our plugin what it need not make again; say whether mkdocs.yml has it."""
    for plugin in config.plugins.values():
        if isinstance(plugin, TakesAnalysis):
            plugin.analysis = analysis
            plugin.made = made
    return any(isinstance(plugin, TakesAnalysis) for plugin in config.plugins.values())


def _run(config: MkDocsConfig, served_at: str) -> None:
    if served_at:
        config.site_url = served_at
    config.plugins.on_startup(command="serve" if served_at else "build", dirty=False)
    try:
        mkdocs_build(config, serve_url=served_at or None)
    finally:
        config.plugins.on_shutdown()
