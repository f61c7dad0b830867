"""The one path that command line, site plugin and tests share: files in, analysis out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final

from generator.checks import check_corpus
from generator.decode import (
    TableFile,
    decode,
    missing_file,
    own_units,
    read_table_file,
    table_file,
    to_data,
    with_tables,
)
from generator.decode.rules import UNKNOWN_KEY, UNKNOWN_WORD, WRONG_SHAPE, YML_FILE
from generator.diagnostics import Diagnostic, Label, Report, Severity
from generator.model.document import Plan
from generator.model.quoting import brief
from generator.model.units import Unit, UnitRegistry
from generator.pipeline.collector import drop_cycles, seldom_collecting
from generator.pipeline.versions import (
    PLAN_FILE,
    misplaced_versions,
    oldest_first,
    unused_version,
    version_files,
    versions_around,
    versions_without_plan,
)
from generator.resolve import (
    Corpus,
    EarlierVersion,
    ResolvedPlan,
    Root,
    check_registry,
    resolve,
)
from generator.resolve.anchors import slug
from generator.resolve.rules import DUPLICATE_NAME
from generator.source import SourceFile, Span
from generator.text import Text
from generator.yaml_nodes import Mapping, decode_bytes, read_yaml
from generator.yaml_nodes.rules import DUPLICATE_KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from generator.decode.grid import Grid
    from generator.model.base import Located

PLANS_FOLDER: Final = "plans"
UNITS_FILE: Final = "units.yaml"
FORMAT_VERSION: Final = "1"
CONFIGURATION: Final = "mkdocs.yml"
# what the editor of Windows makes of a name it does not know
_HIDDEN_ENDS: Final = (".yaml.txt", ".yml.txt")
_SUFFIX: Final = ".yaml"
_ENDS_OF_YAML: Final = (_SUFFIX, ".yml", *_HIDDEN_ENDS)


@dataclass(frozen=True, slots=True)
class Analysis:
    """All plans of a workspace and all that was found in them.

    Attributes:
        root: the workspace folder.
        corpus: the plans that could be decoded, and every file read.
        report: findings and reconciliations, waivers applied.
    """

    root: Path
    corpus: Corpus
    report: Report

    @property
    def failed(self) -> bool:
        """Whether an error stops export and site."""
        return bool(self.report.at_least(Severity.ERROR))


def find_workspace(start: Path) -> Path | None:
    """Find the workspace that a path lies in: the nearest folder with mkdocs.yml and plans/."""
    resolved = start.resolve()
    for folder in (resolved, *resolved.parents):
        if (folder / CONFIGURATION).is_file() and (folder / PLANS_FOLDER).is_dir():
            return folder
    return None


def plan_files(root: Path) -> tuple[Path, ...]:
    """List the plans of a workspace: plan.yaml of a folder, or a file of its own, sorted.

    What a system hides, it keeps for itself: files and folders that begin with a dot are none.
    Earlier versions of a plan are no plans of the workspace either, not even where it has none.
    """
    files = _yaml_files(root)
    homes = {file.parent for file in files if file.name == PLAN_FILE}
    return tuple(
        file
        for file in files
        if (file.name == PLAN_FILE or file.parent not in homes)
        and versions_around(file, root / PLANS_FOLDER) is None
    )


def orphaned_versions(root: Path) -> tuple[Path, ...]:
    """List the folders of versions without a plan beside them, sorted."""
    plans = root / PLANS_FOLDER
    found = {versions_around(file, plans) for file in _yaml_files(root)}
    return tuple(
        sorted(folder for folder in found if folder and not (folder.parent / PLAN_FILE).is_file())
    )


def _yaml_files(root: Path) -> list[Path]:
    folder = root / PLANS_FOLDER
    return sorted(
        file
        for file in folder.rglob("*.yaml")
        # some systems find PLAN.YAML too
        if file.suffix == _SUFFIX and file.name != UNITS_FILE and not _hidden(file, folder)
    )


def _hidden(file: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in file.relative_to(folder).parts)


def yml_files(root: Path) -> tuple[Path, ...]:
    """List the files that nobody reads because of how their names end, sorted.

    They end in .yml, .YAML or .yaml.txt.
    """
    found = (root / PLANS_FOLDER).rglob("*.*")
    return tuple(sorted(file for file in found if _is_misnamed(file.name) and file.is_file()))


def _is_misnamed(name: str) -> bool:
    return name.lower().endswith(_ENDS_OF_YAML) and not name.endswith(_SUFFIX)


def analyze(root: Path, day: date | None = None) -> Analysis:
    """Read, decode, resolve and check every plan of a workspace.

    Args:
        root: the workspace folder.
        day: the day for which the terms of waivers are judged; None for that of each plan.
    """
    with seldom_collecting() as keep_all:
        return _analysis(root, day, keep_all)


def _analysis(root: Path, day: date | None, keep_all: Callable[[], None]) -> Analysis:
    reader = _Reader(root)
    resolved: list[ResolvedPlan] = []
    earlier: dict[str, tuple[EarlierVersion, ...]] = {}
    for file in plan_files(root):
        plan = reader.plan(file)
        resolved += [plan] if plan else []
        if versions := reader.versions(file):
            earlier[file.relative_to(root).as_posix()] = versions
        keep_all()
    reader.refuse_equal_identifiers(resolved)
    reader.findings += (_renamed(file.relative_to(root).as_posix()) for file in yml_files(root))
    reader.findings += (
        versions_without_plan(folder.relative_to(root).as_posix())
        for folder in orphaned_versions(root)
    )
    corpus = Corpus(tuple(resolved), dict(reader.sources), earlier)
    return Analysis(root, corpus, check_corpus(corpus, tuple(reader.findings), day))


class _Reader:
    """Reads the files of a workspace once each and keeps what went wrong."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.sources: dict[str, SourceFile] = {}
        self.findings: list[Diagnostic] = []
        self._units: dict[Path, tuple[Unit, ...] | None] = {}

    def plan(self, file: Path) -> ResolvedPlan | None:
        """Read one plan and the files beside it that belong to it."""
        roots = self._roots(file)
        main = roots.get(self._shown(file))
        units = self._units_above(file.parent)
        if main is None or units is None or None in roots.values():
            # what could not be read would only cause follow-on findings
            return None
        read = {path: root for path, root in roots.items() if root}
        data, findings = _joined(main, read.values())
        self.findings += findings
        extra_units, findings = own_units(data)
        self.findings += findings
        plan, findings = decode(data, Plan, extra_units)
        self.findings += findings
        if plan is None:
            return None
        self.findings += _unknown_format(plan.format)
        plan, findings = with_tables(plan, lambda data: self._table(file.parent, data))
        self.findings += findings
        name = file.parent.name if file.name == PLAN_FILE else file.stem
        identifier = str(plan.id or slug(name))
        resolved, findings = resolve(identifier, self._shown(file), plan, units, read)
        self.findings += findings
        return resolved

    def versions(self, file: Path) -> tuple[EarlierVersion, ...]:
        """Read the earlier versions of a plan, the oldest first."""
        self.findings += misplaced_versions(file, self.root)
        versions = []
        for version in version_files(file):
            before = len(self.findings)
            resolved = self.plan(version)
            label = version.parent.name
            finding = unused_version(label, resolved, tuple(self.findings[before:]))
            self.findings[before:] = [finding] if finding else []
            if resolved and not finding:
                versions.append(EarlierVersion(label, resolved))
        return oldest_first(versions)

    def refuse_equal_identifiers(self, plans: list[ResolvedPlan]) -> None:
        """Report plans that would be written to one address."""
        seen: dict[str, ResolvedPlan] = {}
        for resolved in plans:
            first = seen.setdefault(resolved.identifier, resolved)
            if first is not resolved:
                place = (resolved.plan.id or resolved.plan.title).span
                message = f"标识“{resolved.identifier}”已被{first.path}使用"
                hint = "换一个“id”（标识）"
                self.findings.append(Diagnostic(DUPLICATE_NAME, message, Label(place), hint=hint))

    def _roots(self, file: Path) -> dict[str, Root | None]:
        """Read the plan's file and the files split off from it; None for what cannot be read."""
        files = [file]
        if file.name == PLAN_FILE:
            files += sorted(
                part
                for part in file.parent.glob("*.yaml")
                if part.name not in (PLAN_FILE, UNITS_FILE)
            )
        return {
            self._shown(part): self._root(part, "" if part == file else part.stem) for part in files
        }

    def _root(self, file: Path, key: str) -> Root | None:
        shown = self._shown(file)
        source, findings = decode_bytes(shown, file.read_bytes())
        self.findings += findings
        if source is None:
            return None
        self.sources[shown] = source
        node, found = read_yaml(source)
        self.findings += found
        key = _english(key, Plan.keys())
        if key and key not in Plan.model_fields:
            message = f"文件名“{file.name}”不是规划的键"
            hint = "拆出的文件以键命名，例如indicators.yaml、指标.yaml；副本移到别的文件夹"
            label = Label(Span(shown, 1, 1, 1, 1))
            self.findings.append(Diagnostic(UNKNOWN_KEY, message, label, hint=hint))
            return None
        if node is None or found or (not key and not isinstance(node, Mapping)):
            if not found:
                message = "文件是空的，或第一行不是“键: 值”"
                hint = "第一行写“format: 1”"
                label = Label(Span(shown, 1, 1, 1, 1))
                self.findings.append(Diagnostic(WRONG_SHAPE, message, label, hint=hint))
            return None
        return Root(source, node, key)

    def _table(self, folder: Path, data: Text) -> tuple[Grid | None, tuple[Diagnostic, ...]]:
        """Read a table file beside a plan; a link may not lead out of the workspace either."""
        named = table_file(data)
        if not isinstance(named, TableFile):
            return None, (named,)
        file = folder / named.path
        if not file.is_file() or not file.resolve().is_relative_to(self.root.resolve()):
            present = (
                found.relative_to(folder).as_posix()
                for found in folder.rglob("*.*")
                if found.is_file()
            )
            return None, (missing_file(data, named, present),)
        read = read_table_file(data, named, self._shown(file), file.read_bytes())
        if named.is_workbook:
            drop_cycles()
        return read

    def _units_above(self, folder: Path) -> tuple[Unit, ...] | None:
        """Give the units known in a folder, nearest first; None if a registry is unreadable."""
        if folder not in self._units:
            self._units[folder] = self._read_units(folder)
        return self._units[folder]

    def _read_units(self, folder: Path) -> tuple[Unit, ...] | None:
        above = () if folder == self.root else self._units_above(folder.parent)
        file = folder / UNITS_FILE
        if above is None or not file.is_file():
            return above
        root = self._root(file, "")
        registry = None
        if root:
            registry, findings = decode(to_data(root.node, root.source), UnitRegistry)
            self.findings += findings
        if registry is None:
            return None
        self.findings += _unknown_format(registry.format)
        self.findings += check_registry(registry.units, above)
        return (*registry.in_region, *above)

    def _shown(self, file: Path) -> str:
        return file.relative_to(self.root).as_posix()


def _unknown_format(version: Text) -> Iterator[Diagnostic]:
    if version != FORMAT_VERSION:
        message = f"不认识格式版本“{brief(version)}”"
        yield Diagnostic(UNKNOWN_WORD, message, Label(version.span), hint="写“format: 1”")


def _renamed(path: str) -> Diagnostic:
    label = Label(Span(path, 1, 1, 1, 1))
    if not path.lower().endswith(_HIDDEN_ENDS):
        end = PurePosixPath(path).suffix
        message = f"文件名以{end}结尾，里面的内容没有读"
        small = "，用小写" if end.lower() == _SUFFIX else ""
        return Diagnostic(YML_FILE, message, label, hint=f"改名为.yaml{small}")
    message = "文件名以.txt结尾，里面的内容没有读"
    hint = "去掉末尾的.txt；看不见的，在文件夹的“查看”里勾选“文件扩展名”"
    return Diagnostic(YML_FILE, message, label, hint=hint)


def _joined(main: Root, roots: Iterable[Root]) -> tuple[Located, tuple[Diagnostic, ...]]:
    """Put the content of the split-off files under their keys, which the plan itself lacks."""
    data: Located = to_data(main.node, main.source)
    split_off = [root for root in roots if root.key]
    if not split_off:
        return data, ()
    names = Plan.keys()
    written = {name: key for key in data for name in (key, _english(key, names))}
    findings = []
    for root in split_off:
        span = Span(root.source.path, 1, 1, 1, 1)
        if root.key in written:
            findings.append(_split_twice(root.key, span, written[root.key].span))
        else:
            key = Text.on_line(root.key, span)
            data[key] = to_data(root.node, root.source)
            written[root.key] = key
    return data, tuple(findings)


def _english(key: str, names: dict[str, str]) -> str:
    return next((name for name, alias in names.items() if alias == key), str(key))


def _split_twice(key: str, file: Span, first: Span) -> Diagnostic:
    message = f"“{key}”在规划文件里已经写了，又拆成了单独的文件"
    hint = "合到一处，另一处删去"
    related = (Label(first, "第一次"),)
    return Diagnostic(DUPLICATE_KEY, message, Label(file, "重复"), related, hint)
