"""The source of a page for programs that know nothing of ours: Markdown around finished HTML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import yaml
from jinja2 import Environment, FileSystemLoader, StrictUndefined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

_FENCE: Final = re.compile(r"(`{3,}|~{3,})")
_ATX: Final = re.compile(r"#{1,6}[^#]")
_UNDERLINE: Final = re.compile(r"(=+|-+) *")
_SPACES: Final = re.compile("^ (?= *$)", re.MULTILINE)
"""The first space of a line that has nothing else."""
_OWN_ID: Final = re.compile(r"\{[^}]*#[^}]*\} *$")


class PageSource(NamedTuple):
    """What a page is made of.

    Attributes:
        meta: what the page says of itself, as plain data.
        text: Markdown that was written by hand, or "".
        content: generated HTML below it, or "".
    """

    meta: Mapping[str, Any]
    text: str
    content: str


def source_environment(folder: Path) -> Environment:
    """Open the templates of Markdown and settings; nothing in them is HTML to escape."""
    return Environment(
        loader=FileSystemLoader(folder),
        autoescape=False,  # noqa: S701  # the HTML that goes in is finished
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def page_text(environment: Environment, source: PageSource) -> str:
    """Write the source of a page: front matter, Markdown, HTML in one block.

    One block keeps Markdown from reading the HTML: blank lines and text in it stay as they are.
    """
    return environment.get_template("page.md").render(
        meta=as_yaml(source.meta).strip(), text=source.text.strip("\n"), content=source.content
    )


def as_yaml(data: Mapping[str, Any]) -> str:
    """Write plain data as YAML that every reader takes alike: no aliases, no folded lines.

    Raises:
        yaml.representer.RepresenterError: there is a Python object in it.
    """
    return yaml.dump(data, Dumper=_Plain, allow_unicode=True, sort_keys=False, width=float("inf"))


class _Plain(yaml.SafeDumper):
    def ignore_aliases(self, data: object) -> bool:
        del data
        return True


def unread(content: str) -> str:
    """Write HTML so that Markdown, which also tidies white space in it, leaves it as it is."""
    return _SPACES.sub("&#32;", content.replace("\t", "&#9;"))


def with_ids(text: str, ids: Sequence[str]) -> str | None:
    """Write the ids of headings beside them, as `attr_list` reads them.

    Args:
        text: Markdown.
        ids: the ids in the order of the headings.

    Returns:
        The Markdown, or None if it has not as many headings as ids.
    """
    lines = text.split("\n")
    headings = list(_headings(lines))
    if len(headings) != len(ids):
        return None
    for number, name in zip(headings, ids, strict=True):
        if not _OWN_ID.search(lines[number]):
            lines[number] = f"{lines[number].rstrip()} {{#{name}}}"
    return "\n".join(lines)


def _headings(lines: Sequence[str]) -> Iterator[int]:
    """Find the lines that are headings, underlined ones too, outside of fenced code."""
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if line.rstrip() == fence else fence
        elif mark and any(later.rstrip() == mark[1] for later in lines[number + 1 :]):
            fence = mark[1]
        elif _ATX.match(line) or _is_underlined(lines, number):
            yield number


def _is_underlined(lines: Sequence[str], number: int) -> bool:
    opens = number == 0 or not lines[number - 1].strip()
    below = lines[number + 1] if number + 1 < len(lines) else ""
    return bool(opens and lines[number].strip() and _UNDERLINE.fullmatch(below))
