"""LibreOffice, which turns a DOCX into a PDF: where it is, and how it is run.

Every run has a profile of its own in a temporary folder: settings and macros of the user play
no part, a LibreOffice that is open does not matter, and nothing is left behind.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SETTING: Final = "PLANPRESS_SOFFICE"
"""Environment variable that names the program."""
TIMEOUT_SECONDS: Final = 240
# soffice.com waits for the work on Windows, soffice.exe does not always
_NAMES: Final = ("soffice.com", "soffice.exe") if os.name == "nt" else ("soffice", "libreoffice")
_WINDOWS_FOLDERS: Final = ("PROGRAMFILES", "PROGRAMFILES(X86)")
_MAC_PROGRAM: Final = "/Applications/LibreOffice.app/Contents/MacOS/soffice"
_INSTALL: Final = (
    "Windows从 https://zh-cn.libreoffice.org 下载安装；Debian运行“apt-get install "
    "libreoffice-writer fonts-noto-cjk”。"
    f"装在别处的，用“--soffice”或环境变量{SETTING}写明程序的位置"
)


class MissingToolError(Exception):
    """A program or package is not there; the message says in Chinese how to get it."""


class ConversionError(Exception):
    """LibreOffice made no PDF; the message says why, in Chinese."""


def find_program(named: str = "") -> Path:
    """Find LibreOffice.

    Args:
        named: the program, as the user names it; else the environment variable, the search
            path and the usual folders are looked through.

    Raises:
        MissingToolError: it is not there.
    """
    named = named or os.environ.get(SETTING, "")
    if named:
        found = shutil.which(named)
        if found is None:
            message = f"“{named}”不是能运行的程序。请写LibreOffice的soffice的完整路径"
            raise MissingToolError(message)
        return Path(found)
    program = next((path for path in _candidates() if path.is_file()), None)
    if program is None:
        message = f"没有找到LibreOffice，要用它把DOCX排成页面。{_INSTALL}"
        raise MissingToolError(message)
    return program


def need_measuring() -> None:
    """See that there is what measures and draws pages.

    Raises:
        MissingToolError: there is not.
    """
    if find_spec("pdfplumber") is None:
        message = (
            "测量页面和画预览图要用pdfplumber，还没有装。装有本程序的Python里运行"
            f"“{Path(sys.executable).name} -m pip install pdfplumber”再试"
        )
        raise MissingToolError(message)


def _candidates() -> Iterator[Path]:
    for name in _NAMES:
        if found := shutil.which(name):
            yield Path(found)
    for variable in _WINDOWS_FOLDERS:
        if folder := os.environ.get(variable):
            yield from (Path(folder, "LibreOffice", "program", name) for name in _NAMES)
    if sys.platform == "darwin":
        yield Path(_MAC_PROGRAM)


def to_pdf(
    documents: Mapping[str, bytes], program: Path, environment: Mapping[str, str] | None = None
) -> dict[str, bytes]:
    """Turn DOCX files into PDF with one run of LibreOffice.

    Args:
        documents: the files by a name, which messages tell.
        program: LibreOffice.
        environment: variables to set for it.

    Raises:
        ConversionError: it failed, or took too long.
    """
    with TemporaryDirectory(prefix="planpress-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        # no name of a user's: not every system's LibreOffice takes 汉字 on its command line
        files = {one: folder / f"{number}.docx" for number, one in enumerate(documents)}
        for one, file in files.items():
            file.write_bytes(documents[one])
        trouble = _run(program, folder, environment or {}) if files else ""
        pdfs = {one: file.with_suffix(".pdf") for one, file in files.items()}
        missing = [one for one, pdf in pdfs.items() if not pdf.is_file()]
        if missing:
            message = (
                f"LibreOffice没有排出“{'、'.join(missing)}”的页面。它的说明：{trouble or '无'}"
            )
            raise ConversionError(message)
        return {one: pdf.read_bytes() for one, pdf in pdfs.items()}


def _run(program: Path, folder: Path, environment: Mapping[str, str]) -> str:
    """Run the conversion of all files in a folder, and give what the program complained of."""
    command = [
        str(program),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
        "--convert-to",
        "pdf:writer_pdf_Export",
        "--outdir",
        str(folder),
        *(str(file) for file in sorted(folder.glob("*.docx"))),
    ]
    with subprocess.Popen(  # noqa: S603  # the program that the user has installed
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=os.name != "nt",
    ) as process:
        try:
            _, complaint = process.communicate(timeout=TIMEOUT_SECONDS)
        except subprocess.TimeoutExpired:
            _end(process)
            message = f"LibreOffice排了{TIMEOUT_SECONDS}秒还没有排完，已停止。请关掉别的程序再试"
            raise ConversionError(message) from None
        except BaseException:
            _end(process)
            raise
    return complaint.decode("utf-8", errors="replace").strip()


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the program with the processes that it started: soffice starts another one."""
    if os.name == "nt":
        process.kill()
        return
    with suppress(ProcessLookupError):
        os.killpg(process.pid, 9)
