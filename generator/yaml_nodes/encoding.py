"""Bytes of a file to its text."""

from __future__ import annotations

import codecs
from typing import Final

from generator.diagnostics import Diagnostic, Label
from generator.source import SourceFile, Span
from generator.yaml_nodes.rules import LARGE_FILE, WRONG_ENCODING

_CURE: Final = "在记事本或WPS中用“另存为”，编码选UTF-8，再保存一次；或者运行“planpress fix”"
_CURE_OF_TABLES: Final = (
    "用记事本打开，“另存为”时编码选UTF-8；用Excel的，另存为“CSV UTF-8（逗号分隔）”；"
    "或者运行“planpress fix”"
)
_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SIZE_LIMIT = 2 * 1024 * 1024


def decode_bytes(path: str, content: bytes) -> tuple[SourceFile | None, tuple[Diagnostic, ...]]:
    """Read a file's bytes as UTF-8, with or without a byte order mark, line ends as LF."""
    start = Label(Span(path, 1, 1, 1, 1))
    if len(content) > SIZE_LIMIT:
        message = f"文件有{len(content)}字节，超过上限{SIZE_LIMIT}字节"
        hint = "把规划拆成一个文件夹，各部分（indicators、tasks等）单独成文件"
        return None, (Diagnostic(LARGE_FILE, message, start, hint=hint),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return None, (_wrong_encoding(path, content, error.start),)
    return SourceFile(path, text.replace("\r\n", "\n").replace("\r", "\n")), ()


def _wrong_encoding(path: str, content: bytes, offset: int) -> Diagnostic:
    line_start = content.rfind(b"\n", 0, offset) + 1
    line = content.count(b"\n", 0, offset) + 1
    column = len(content[line_start:offset].decode("utf-8", "replace")) + 1
    found = "GB18030（GBK）" if _is_gb18030(content) else "未知"
    found = "UTF-16（Unicode）" if content.startswith(_UTF_16) else found
    return Diagnostic(
        WRONG_ENCODING,
        f"文件编码应为UTF-8，实为{found}编码",
        Label(Span(path, line, column, line, column + 1)),
        hint=_CURE_OF_TABLES if path.lower().endswith(".csv") else _CURE,
    )


def in_utf_8(path: str, content: bytes) -> bytes | None:
    """Convert a file that an office program saved in another encoding; None if it cannot be.

    A CSV file gets the byte order mark by which spreadsheets know UTF-8.
    """
    if content.startswith(_UTF_16):
        encoding = "utf-16"
    elif _is_gb18030(content):
        encoding = "gb18030"
    else:
        return None
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        return None
    return text.encode("utf-8-sig" if path.lower().endswith(".csv") else "utf-8")


def _is_gb18030(content: bytes) -> bool:
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return True
