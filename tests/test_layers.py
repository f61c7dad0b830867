"""Modules import only from earlier layers, so data flows in one direction."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

GENERATOR = Path(__file__).parents[1] / "generator"

# From the first to the last; modules of one line may not import each other.
LAYERS = (
    ("source",),
    ("text", "edits"),
    ("quantity",),
    ("diagnostics",),
    ("resources",),
    ("yaml_nodes",),
    ("model",),
    ("decode",),
    ("schema",),
    ("resolve",),
    ("checks",),
    ("blocks",),
    ("numbering",),
    ("documents",),
    ("writers",),
    ("comparison",),
    ("readback", "rendering"),
    ("reporters",),
    ("site",),
    ("pipeline",),
    ("cli_help", "cli_terminal"),
    ("cli_files", "cli_workspace"),
    ("cli_report",),
    ("cli_data", "cli_figures", "cli_fix", "cli_measure", "cli_publish", "cli_source"),
    ("cli_diff", "cli_export", "cli_units"),
    ("cli", "mkdocs_plugin"),
)
RANK = {name: rank for rank, layer in enumerate(LAYERS) for name in layer}


class Import(NamedTuple):
    """One imported module, in full, and the line where it is imported."""

    module: str
    line: int


def module_name(folder: Path, file: Path) -> str:
    parts = file.relative_to(folder.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def layer_of(module: str) -> str:
    """Name the layer: 'writers' for 'generator.writers.docx', '' for 'generator' itself."""
    return [*module.split("."), ""][1]


def absolute(node: ast.ImportFrom, package: str) -> str:
    """Give the module after `from` in full; `package` is where the dots count from."""
    if not node.level:
        return node.module or ""
    base = package.split(".")[: len(package.split(".")) - node.level + 1]
    return ".".join([*base, *([node.module] if node.module else [])])


def imports(file: Path, package: str) -> list[Import]:
    """List what a file imports, also inside functions and for type checking only."""
    found = []
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [Import(alias.name, node.lineno) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = absolute(node, package)
            names = [alias.name for alias in node.names] if "." not in module else [""]
            found += [Import(f"{module}.{name}".rstrip("."), node.lineno) for name in names]
    return found


def breach(own: str, imported: str) -> str | None:
    """Say what is wrong with layer `own` importing layer `imported`."""
    if own == imported:
        return None
    if imported not in RANK:
        return "not a layer: import the module that defines the name"
    if RANK[imported] >= RANK[own]:
        return f"{own} comes before {imported}"
    return None


def breaches(folder: Path) -> list[str]:
    """List every import in the package `folder` that goes against the order."""
    found = []
    for file in sorted(folder.rglob("*.py")):
        module = module_name(folder, file)
        own = layer_of(module)
        if not own:
            continue
        if own not in RANK:
            found.append(f"{module}: add this module to LAYERS")
            continue
        package = module if file.name == "__init__.py" else module.rpartition(".")[0]
        for imported, line in imports(file, package):
            if imported.split(".")[0] == folder.name:
                problem = breach(own, layer_of(imported))
                found += [f"{module}:{line}: {imported}: {problem}"] if problem else []
    return found


def test_modules_import_only_from_earlier_layers() -> None:
    assert breaches(GENERATOR) == []


def test_the_package_itself_only_names_what_it_offers() -> None:
    body = ast.parse((GENERATOR / "__init__.py").read_text(encoding="utf-8")).body
    other = [
        node.lineno
        for node in body[1:]
        if not isinstance(node, ast.Import | ast.ImportFrom)
        and not (isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).startswith("__"))
    ]
    assert other == []


def test_every_module_says_what_it_is_for() -> None:
    files = sorted(GENERATOR.rglob("*.py"))
    silent = [
        file.relative_to(GENERATOR).as_posix()
        for file in files
        if not ast.get_docstring(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert files
    assert silent == []


@pytest.mark.parametrize(
    ("file", "statement", "expected"),
    [
        ("model.py", "from generator.writers import docx", "generator.model:1: generator.writers"),
        ("model.py", "from generator import pipeline", "generator.model:1: generator.pipeline"),
        ("model.py", "import generator.resolve", "generator.model:1: generator.resolve"),
        ("model.py", "from .decode import decode", "generator.model:1: generator.decode"),
        ("model.py", "from . import decode", "generator.model:1: generator.decode"),
        ("model.py", "from generator import Plan", "generator.model:1: generator.Plan"),
        ("model.py", "import generator", "generator.model:1: generator"),
        ("checks/base.py", "from ..site import pages", "generator.checks.base:1: generator.site"),
        ("checks/__init__.py", "from ..site import pages", "generator.checks:1: generator.site"),
        ("cli.py", "from generator import mkdocs_plugin", "generator.cli:1: generator.mkdocs_pl"),
        ("source.py", "def read():\n    import generator.text", "generator.source:2: generator.t"),
        ("helpers.py", "", "generator.helpers: add this module to LAYERS"),
    ],
)
def test_an_import_against_the_order_is_found(
    tmp_path: Path, file: str, statement: str, expected: str
) -> None:
    path = tmp_path / "generator" / file
    path.parent.mkdir(parents=True)
    path.write_text(f"{statement}\n", encoding="utf-8")
    (found,) = breaches(tmp_path / "generator")
    assert found.startswith(expected)


@pytest.mark.parametrize(
    ("file", "statement"),
    [
        ("model.py", "from generator.quantity import parse"),
        ("model.py", "from generator import source, text"),
        ("model.py", "from . import source"),
        ("model.py", "from pathlib import Path"),
        ("checks/counts.py", "from . import base"),
        ("checks/counts.py", "from ..model import Plan"),
        ("checks/__init__.py", "from .base import Rule"),
        ("checks/arithmetic/__init__.py", "from ..base import Rule"),
        ("__init__.py", "from generator.pipeline import build"),
    ],
)
def test_an_import_with_the_order_is_allowed(tmp_path: Path, file: str, statement: str) -> None:
    path = tmp_path / "generator" / file
    path.parent.mkdir(parents=True)
    path.write_text(f"{statement}\n", encoding="utf-8")
    assert breaches(tmp_path / "generator") == []
