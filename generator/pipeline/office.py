"""The office's own DOCX: named on the command line, or in mkdocs.yml for the whole workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import yaml

from generator.pipeline.analysis import CONFIGURATION
from generator.writers.gb9704 import READING_A
from generator.writers.office_template import OfficeTemplate, read_template

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_PLUGIN: Final = "planpress"
_OPTION: Final = "template"
_LARGEST: Final = 50_000_000


def office_of(root: Path) -> OfficeTemplate:
    """Give the look that mkdocs.yml of a workspace asks for, or what is wrong with it.

    Raises:
        OSError: the file is there and cannot be read.
    """
    file = template_file(root)
    if file is None:
        return OfficeTemplate(READING_A)
    shown = file.relative_to(root).as_posix() if file.is_relative_to(root) else str(file)
    if not file.is_file():
        problem = f"mkdocs.yml的“{_OPTION}”写着“{shown}”，但没有这个文件。请改成模板的位置"
        return OfficeTemplate(READING_A, (problem,))
    return office_in(file, shown)


def office_in(file: Path, name: str) -> OfficeTemplate:
    """Read an office's DOCX; `name` is what messages call it.

    Raises:
        OSError: the file cannot be read.
    """
    if file.stat().st_size > _LARGEST:
        return OfficeTemplate(READING_A, (f"{name}太大了，不像模板。请删去正文里的图片",))
    return read_template(file.read_bytes(), name, READING_A)


def template_file(root: Path) -> Path | None:
    """Find the file that mkdocs.yml names as the template, from its own folder on.

    MkDocs reads the same file, but takes a quarter of a second to import.
    """
    try:
        text = (root / CONFIGURATION).read_text(encoding="utf-8-sig")
        tree = yaml.compose(text, Loader=yaml.CSafeLoader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None  # MkDocs says what is wrong with it when the site is built
    for plugin in _values(tree, "plugins"):
        for options in _values(plugin, _PLUGIN):
            for value in _values(options, _OPTION):
                if isinstance(value, yaml.ScalarNode) and value.value:
                    return root / str(value.value)
    return None


def _values(node: yaml.Node | None, key: str) -> Iterator[yaml.Node]:
    """Give the values of a key in a mapping, or in each mapping of a list; a list one by one."""
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _values(item, key)
    if isinstance(node, yaml.MappingNode):
        yield from (value for name, value in node.value if name.value == key)
