"""The terminal: streams, colours, progress, and how trouble is told."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.pipeline.build import Step

_USUAL_WIDTH: Final = 100
_NARROWEST: Final = 40
_REASONS: Final = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "它是文件夹，不是文件",
    errno.ENOTDIR: "路径里有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只能读",
    errno.ENAMETOOLONG: "名称太长",
}


class Refused(Exception):  # noqa: N818  # it is an answer to the user, not an error of the program
    """What was asked cannot be done; the message says why and what to do, in Chinese."""


def prepare_streams() -> None:
    """Write UTF-8 whatever the system's code page, and never fail on an odd file name."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def write(text: str, stream: TextIO | None = None) -> None:
    """Write text; a reader that has gone away, as with head, is no trouble."""
    stream = sys.stdout if stream is None else stream
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        # Python would complain once more when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def complain(text: str) -> None:
    """Tell of trouble, on the error stream."""
    write(f"{text}\n", sys.stderr)


def width() -> int:
    """Give the columns of the terminal, or the usual ones where there is none."""
    if not sys.stdout.isatty():
        return _USUAL_WIDTH
    return max(shutil.get_terminal_size((_USUAL_WIDTH, 24)).columns, _NARROWEST)


def coloured() -> bool:
    """Say whether output may be coloured: on a terminal, unless NO_COLOR is set."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def write_markdown(text: str) -> None:
    """Write Markdown, laid out for reading."""
    # rich takes a tenth of a second to import.
    from rich.console import Console  # noqa: PLC0415
    from rich.markdown import Markdown  # noqa: PLC0415 -- only for a page

    console = Console(no_color=not coloured(), width=min(width(), _USUAL_WIDTH))
    with console.capture() as capture:
        console.print(Markdown(text))
    write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))


@contextmanager
def progress(steps: tuple[Step, ...]) -> Iterator[Callable[[Step], None]]:
    """Show how far a build is: a bar on a terminal, a line for each step elsewhere."""
    if not sys.stdout.isatty():
        yield lambda step: write(f"{step.value}…\n")
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415 -- only for long work

    with Progress(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()) as bar:
        task = bar.add_task("", total=len(steps))
        yield lambda step: bar.update(task, description=step.value, completed=steps.index(step) + 1)


@contextmanager
def working(text: str) -> Iterator[None]:
    """Show that something takes a while: a moving sign on a terminal, a line elsewhere."""
    if not sys.stdout.isatty():
        write(f"{text}…\n")
        yield
        return
    from rich.console import Console  # noqa: PLC0415 -- only for long work

    with Console(no_color=not coloured()).status(f"{text}…"):
        yield


def system_trouble(error: OSError) -> str:
    """Say in Chinese which file could not be read or written, and why."""
    reason = _REASONS.get(error.errno or 0, f"系统错误编号{error.errno}")
    name = f"“{error.filename}”" if error.filename else "文件"
    return f"错误：{name}读写不了：{reason}。请检查路径和权限后再试"
