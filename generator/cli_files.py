"""Files that a command writes where the user says."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from generator.cli_terminal import Refused, write
from generator.pipeline.output import write_whole

_SOURCES: Final = (".yaml", ".yml")
# what other programs open by the end of its name: nothing else may bear it
_PACKED: Final = frozenset((".docx", ".xlsx", ".pdf", ".png"))
_TAKEN: Final = _PACKED | {".doc", ".xls", ".wps", ".et", ".csv", ".html", ".htm"}
_PLAIN: Final = (*_SOURCES, ".txt", ".md", ".json", ".xml")
_SAME: Final = {".htm": ".html"}


def refuse_as_target(target: Path, example: str) -> None:
    """Let a target pass that can be written to.

    Args:
        target: the file to write.
        example: a file name to suggest.

    Raises:
        Refused: it is a folder, lies in none, is a plan that would be lost, or is named like
            another kind of file.
    """
    if target.suffix.lower() in _SOURCES and target.is_file():
        message = f"“{target}”是写规划的文件，不能覆盖。请在“-o”后换一个文件名，例如“{example}”"
        raise Refused(message)
    if target.is_dir():
        message = f"“{target}”是文件夹。请在“-o”后写文件名，例如“{example}”"
        raise Refused(message)
    if not target.parent.is_dir():
        message = f"没有“{target.parent}”这个文件夹。请先建好，或换一个位置"
        raise Refused(message)
    _refuse_other_kind(target, Path(example).suffix)


def _refuse_other_kind(target: Path, kind: str) -> None:
    """Let a name pass that no other program takes for another kind of file."""
    suffix = target.suffix.lower()
    is_right = not kind or _SAME.get(suffix, suffix) == kind
    if not is_right and (kind in _PACKED or suffix in _TAKEN):
        has_end = suffix in _TAKEN or suffix in _PLAIN
        wanted = target.with_suffix(kind) if has_end else f"{target}{kind}"
        message = f"写出的是{kind}文件，“{target}”的结尾不对。请在“-o”后写“{wanted}”"
        raise Refused(message)


def refuse_to_overwrite(target: Path) -> None:
    """Let a target pass that is not there yet.

    Raises:
        Refused: it is there, and somebody may have worked on it.
    """
    if target.exists():
        other = target.with_name(f"{target.stem}-新{target.suffix}")
        message = (
            f"“{target}”已经有了，可能改过，没有覆盖。"
            f"要另写一份，在“-o”后换一个文件名，例如“{other}”；不要旧的，先把它移走"
        )
        raise Refused(message)


def write_new(target: Path, content: bytes, title: str, example: str) -> None:
    """Write a file and say so.

    Raises:
        Refused: the target cannot be a file.
        OSError: the file cannot be written.
    """
    refuse_as_target(target, example)
    done = "已覆盖" if target.exists() else "已写入"
    write_whole(target, content)
    write(f"{done}{target}（{title}）\n")
