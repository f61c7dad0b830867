"""How an office wants its documents: its own DOCX, and its reading of the standard.

Named on the command line, or in mkdocs.yml for the whole workspace.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import yaml

from generator.pipeline.analysis import CONFIGURATION
from generator.writers.gb9704 import PROFILES, READING_A
from generator.writers.office_template import OfficeTemplate, read_template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PLUGIN: Final = "planpress"
_LARGEST: Final = 50_000_000


class OfficeWish(NamedTuple):
    """What a user asks for instead of what mkdocs.yml says; None leaves it.

    Attributes:
        template: the office's own DOCX.
        profile: name of a reading of the standard.
    """

    template: Path | None = None
    profile: str | None = None


def office_of(root: Path, wish: OfficeWish | None = None) -> OfficeTemplate:
    """Give the look that was asked for or that mkdocs.yml names, or what is wrong with it.

    Raises:
        OSError: the office's DOCX is there and cannot be read.
    """
    wish = wish or OfficeWish()
    reading = wish.profile or _option(root, "profile") or READING_A.name
    if reading not in PROFILES:
        known = "、".join(PROFILES)
        problem = f"mkdocs.yml的“profile”写着“{reading}”，没有这种读法。请写{known}中的一个"
        return OfficeTemplate(READING_A, (problem,))
    profile = PROFILES[reading]
    file = wish.template or template_file(root)
    if file is None:
        return OfficeTemplate(profile)
    shown = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    if not file.is_file():
        problem = f"mkdocs.yml的“template”写着“{shown}”，但没有这个文件。请改成模板的位置"
        return OfficeTemplate(profile, (problem,))
    if file.stat().st_size > _LARGEST:
        return OfficeTemplate(profile, (f"{shown}太大了，不像模板。请删去正文里的图片",))
    return read_template(file.read_bytes(), shown, profile)


def template_file(root: Path) -> Path | None:
    """Find the file that mkdocs.yml names as the template, from its own folder on."""
    named = _option(root, "template")
    return root / named if named else None


def _option(root: Path, name: str) -> str:
    """Read an option of our plugin in mkdocs.yml, or "".

    MkDocs reads the same file, but takes a quarter of a second to import.
    """
    try:
        text = (root / CONFIGURATION).read_text(encoding="utf-8-sig")
        tree = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return ""  # MkDocs says what is wrong with it when the site is built
    for plugin in _values(tree, "plugins"):
        for options in _values(plugin, _PLUGIN):
            for value in _values(options, name):
                if isinstance(value, yaml.ScalarNode):
                    return str(value.value)
    return ""


def _values(node: yaml.Node | None, key: str) -> Iterator[yaml.Node]:
    """Give the values of a key in a mapping, or in each mapping of a list; a list one by one."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _values(item, key)
    if isinstance(node, yaml.MappingNode):
        yield from (value for name, value in node.value if name.value == key)
