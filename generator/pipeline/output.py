"""Writing output beside its place and swapping it in, so that no half is ever seen."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp, mkstemp
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# A folder is ours to replace only if it holds this file.
MARKER: Final = ".planpress"
_MARKER_TEXT: Final = "本文件夹由planpress生成，每次生成都会整个替换。\n"


def refusal(output: Path) -> str:
    """Say in Chinese why a folder may not be replaced, or "" if it may."""
    if not output.exists():
        return ""
    if not output.is_dir():
        return f"“{output}”是一个文件，不能作为输出文件夹。请换一个文件夹"
    if (output / MARKER).is_file() or not any(output.iterdir()):
        return ""
    return (
        f"“{output}”里有文件，而且不是planpress生成的，为免误删没有改动它。"
        f"请换一个空文件夹，或者自己先清空"
    )


class Staging:
    """A folder to fill beside the output, on the same file system."""

    def __init__(self, home: Path, output: Path) -> None:
        """Make the folder inside `home`, a fresh folder beside `output`."""
        self.folder = home / "new"
        self._old = home / "old"
        self._output = output
        self.folder.mkdir()
        (self.folder / MARKER).write_text(_MARKER_TEXT, encoding="utf-8")

    def publish(self) -> None:
        """Put the folder in the place of the output.

        Raises:
            OSError: the output cannot be moved away; it is as it was.
        """
        if not self._output.exists():
            self.folder.rename(self._output)
            return
        self._output.rename(self._old)
        try:
            self.folder.rename(self._output)
        except OSError:
            self._old.rename(self._output)
            raise


@contextmanager
def staged(output: Path) -> Iterator[Staging]:
    """Give a folder to fill and publish; unless it is published, `output` stays as it was.

    Args:
        output: the folder to make or replace, which `refusal` has let pass.

    Raises:
        OSError: the place cannot be written to.
    """
    output = output.resolve()
    output.parent.mkdir(parents=True, exist_ok=True)
    home = Path(mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    try:
        yield Staging(home, output)
    finally:
        shutil.rmtree(home, ignore_errors=True)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it is either the old one or the new one, never a part.

    Raises:
        OSError: the file cannot be written; an existing one is as it was.
    """
    handle, name = mkstemp(prefix=f".{path.name}-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        temporary.chmod(_usual_mode(path))
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)


def _usual_mode(path: Path) -> int:
    """Give the mode of an existing file, else that of any new one; mkstemp's is private."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
