"""What MkDocs reports, in Chinese."""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

_OPTION: Final = r"Config value 'plugins': Plugin '(.+?)' option '(.+?)': "
OPTIONS: Final = ("profile", "template", "organizer", "site_code", "icp", "police")
"""The options of our plugin."""
# The first that matches wins; groups go into the braces.
_TRANSLATIONS: Final = tuple(
    (re.compile(pattern, re.DOTALL), chinese)
    for pattern, chinese in (
        (
            r"Doc file '(.+?)' contains a link '(.+?)', but the (?:target|doc) .*",
            "页面“{0}”里的链接“{1}”没有指到任何页面或锚点",
        ),
        (
            r"Doc file '(.+?)' contains a link '(.+?)', but there is no such anchor.*",
            "页面“{0}”里的链接“{1}”在本页没有对应的锚点",
        ),
        (
            r"Doc file '(.+?)' contains an? \w+ (?:\w+ )?link '(.+?)'.*",
            "页面“{0}”里的链接“{1}”无法识别",
        ),
        (
            r"A reference to '(.+?)' is included in the 'nav' configuration.*",
            "mkdocs.yml的导航“nav”里有“{0}”，但没有这个页面",
        ),
        (
            r"The following pages exist in the docs directory.*?  - (.+)",
            "这些页面没有写进mkdocs.yml的导航“nav”：{0}",
        ),
        (r"Excluding '(.+?)' from the site .* with '(.+?)'.*", "页面“{0}”与“{1}”冲突"),
        (r"Template skipped: '(.+?)' not found.*", "找不到模板“{0}”"),
        (r"Error reading template '(.+?)'.*", "模板“{0}”读不了"),
        (
            r"(?:Error \w+ page|File not found:|Encoding error.+?:) '?(.+?)'?(?::.*|$)",
            "页面“{0}”读不了或生成不了",
        ),
        (r"Config value '([^']+)': Unrecognised configuration name.*", "mkdocs.yml里不认识“{0}”"),
        (
            r"Config value 'docs_dir': The path '(.+?)' isn't .*",
            "mkdocs.yml的“docs_dir”（不写就是docs）所指的文件夹“{0}”不存在，可写“docs_dir: plans”",
        ),
        (
            r"Config value 'plugins': The \"(.+?)\" plugin is not installed",
            "mkdocs.yml用了没有安装的插件“{0}”",
        ),
        (
            _OPTION + r".* of: \((.+?)\) .*: '?(.*?)'?",
            "mkdocs.yml里插件{0}的“{1}”不能写“{3}”，只能写{2}",
        ),
        (
            r"Config value 'plugins': Plugin 'planpress' option '(.+?)': Unrecognised .*",
            f"mkdocs.yml里插件planpress没有“{{0}}”这一项。能写的是{'、'.join(OPTIONS)}，请改成其中的一个",
        ),
        (
            _OPTION + r"Unrecognised .*",
            "mkdocs.yml里插件{0}没有“{1}”这一项。请改正或删去",
        ),
        (
            _OPTION + r"Expected type: <class 'str'>.*",
            'mkdocs.yml里插件{0}的“{1}”要写成文字。是数字的，两边加引号，例如{1}: "12345"',
        ),
        (
            _OPTION + r".*",
            "mkdocs.yml里插件{0}的“{1}”一项写得不对",
        ),
        (r"Config value '(.+?)': .*", "mkdocs.yml的“{0}”一项写得不对"),
        (
            r"MkDocs encountered an error parsing .*unacceptable character .*special characters.*",
            "mkdocs.yml里有看不见的控制字符，读不出来。请把它删去",
        ),
        (
            r"MkDocs encountered an error parsing .*(?:unacceptable character|can't decode) .*",
            "mkdocs.yml不是UTF-8编码，读不出来。用记事本打开，另存为，“编码”选UTF-8",
        ),
        (
            r"MkDocs encountered an error parsing .*line (\d+), column (\d+).*",
            "mkdocs.yml第{0}行第{1}列附近写法有误，读不出来",
        ),
    )
)
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_UNKNOWN: Final = "MkDocs报告了一个问题，没有对应的中文说明；请运行“mkdocs build --strict”查看原文"


def translated(message: str) -> str:
    """Say in Chinese what MkDocs says; our own plugin's Chinese stays as it is."""
    for pattern, chinese in _TRANSLATIONS:
        match = pattern.fullmatch(message.strip())
        if match:
            return chinese.format(*(group.replace("\n  - ", "、") for group in match.groups()))
    return message if _CHINESE.match(message) else _UNKNOWN


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def collected_messages() -> Iterator[list[str]]:
    """Keep MkDocs' warnings and errors, untranslated; with a handler, logging prints none."""
    logger = logging.getLogger("mkdocs")
    collector = _Collector()
    logger.addHandler(collector)
    try:
        yield collector.messages
    finally:
        logger.removeHandler(collector)
