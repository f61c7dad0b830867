"""Files that a command writes where the user says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from generator.cli_terminal import Refused, write
from generator.pipeline.output import write_whole

if TYPE_CHECKING:
    from pathlib import Path

_SOURCES: Final = (".yaml", ".yml")


def refuse_as_target(target: Path, example: str) -> None:
    """Let a target pass that can be written to.

    Args:
        target: the file to write.
        example: a file name to suggest.

    Raises:
        Refused: it is a folder, lies in none, or is a plan that would be lost.
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
