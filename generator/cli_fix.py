"""What fix does and says: prose brought in line with changed indicators."""

from __future__ import annotations

from difflib import unified_diff
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.corrections import corrections
from generator.cli_terminal import Refused, write
from generator.cli_workspace import scope_of_plan, workspace_of_plan
from generator.edits import Edit, edited
from generator.pipeline.analysis import analyze
from generator.pipeline.output import write_whole
from generator.yaml_nodes import in_utf_8
from generator.yaml_nodes.rules import WRONG_ENCODING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.checks.corrections import Correction
    from generator.pipeline.analysis import Analysis

_MARK: Final = "\ufeff"
_BACKUP: Final = ".bak"
_CONTEXT: Final = 1
_NOT_YET: Final = "以上没有写入文件。再加“--write”写入\n"


class _Change(NamedTuple):
    """A file, its text before, byte order mark and line ends kept, and after."""

    shown: str
    path: Path
    before: bytes
    after: bytes


def fix_plan(name: str, *, is_written: bool) -> bool:
    """Show or make the changes that bring a plan's prose in line with its indicators.

    Files in another encoding come first: nothing in them can be read yet.

    Returns:
        whether nothing is left to be done: no number disagrees, or all were changed.

    Raises:
        Refused: no such plan, or it cannot be read.
        OSError: a file cannot be read or written.
    """
    analysis = analyze(workspace_of_plan(name))
    converted = list(_converted(analysis, name))
    if converted:
        return _convert(converted, is_written=is_written)
    found = _found(analysis, name)
    able = [one for one in found if one.wanted is not None]
    unable = [one for one in found if one.wanted is None]
    if not found:
        write("正文的数字都与指标一致，没有要改的\n")
        return True
    changes = _changes(analysis, able)
    _tell(able, unable)
    if not is_written:
        for change in changes:
            write(_difference(change))
        if able:
            write("以上没有写入文件。确认指标是对的，再加“--write”写入\n")
        return False
    for change in changes:
        _write(change)
    return not unable


def _converted(analysis: Analysis, name: str) -> Iterator[_Change]:
    """Give the files of a plan that are text in another encoding, as UTF-8."""
    files = scope_of_plan(analysis, name).files
    for finding in analysis.report.diagnostics:
        shown = finding.primary.place.source
        if finding.rule is WRONG_ENCODING and shown in files:
            path = analysis.root / shown
            before = path.read_bytes()
            after = in_utf_8(shown, before)
            if after is not None:
                yield _Change(shown, path, before, after)


def _convert(changes: list[_Change], *, is_written: bool) -> bool:
    for change in changes:
        write(f"{change.shown}：编码改成UTF-8，文字不变\n")
        if is_written:
            _write(change)
    write("编码改好以后，再运行一次，看正文的数字\n" if is_written else _NOT_YET)
    return False


def _found(analysis: Analysis, name: str) -> list[Correction]:
    """List what disagrees in a plan, but for what was waived."""
    scope = scope_of_plan(analysis, name)
    plan = next((plan for plan in analysis.corpus.plans if plan.path in scope.plans), None)
    if plan is None:
        message = f"“{name}”有读不懂的地方，不能改。请先运行“planpress check”，改正错误"
        raise Refused(message)
    waived = {item.diagnostic.primary.place for item in analysis.report.waived}
    found = [one for document in plan.documents for one in corrections(document)]
    return [one for one in found if one.span not in waived]


def _changes(analysis: Analysis, able: list[Correction]) -> list[_Change]:
    edits: dict[str, list[Edit]] = {}
    for one in able:
        edits.setdefault(one.span.source, []).append(Edit(one.span, one.wanted or ""))
    return [_change(analysis, shown, own) for shown, own in sorted(edits.items())]


def _change(analysis: Analysis, shown: str, edits: list[Edit]) -> _Change:
    path = analysis.root / shown
    before = path.read_bytes()
    text = before.decode("utf-8")
    mark = _MARK if text.startswith(_MARK) else ""
    if text.removeprefix(_MARK).splitlines() != analysis.corpus.sources[shown].text.splitlines():
        message = f"“{shown}”刚刚被改动过，没有写入。请再运行一次"
        raise Refused(message)
    after = mark + edited(text.removeprefix(_MARK), edits)
    return _Change(shown, path, before, after.encode())


def _tell(able: list[Correction], unable: list[Correction]) -> None:
    for one in able:
        write(f"{one.span}: “{one.owner}”：{one.written} → {one.wanted}（{_figure(one)}）\n")
    for one in unable:
        write(f"{one.span}: “{one.owner}”：{one.written}要手工改（{_figure(one)}）\n")


def _figure(one: Correction) -> str:
    return f"指标“{one.figure.label}”为{one.figure.stated.text}"


def _difference(change: _Change) -> str:
    before, after = (
        content.decode("utf-8-sig").replace("\r\n", "\n").splitlines(keepends=True)
        for content in (change.before, change.after)
    )
    lines = unified_diff(
        before, after, f"{change.shown}（现在）", f"{change.shown}（改后）", n=_CONTEXT
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _write(change: _Change) -> None:
    """Keep the old file beside the new one, so that the change can be undone."""
    backup = change.path.with_name(f"{change.path.name}{_BACKUP}")
    write_whole(backup, change.before)
    write_whole(change.path, change.after)
    write(
        f"已改写{change.shown}。原来的内容在{backup.name}，要还原就把它改名为{change.path.name}\n"
    )
