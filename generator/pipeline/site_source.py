"""The site as source: plain Markdown, HTML and mkdocs.yml, which several programs build."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from mkdocs.exceptions import MkDocsException
from mkdocs.structure.files import get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.yaml import yaml_load
from yaml.representer import RepresenterError

from generator.pipeline.analysis import CONFIGURATION
from generator.pipeline.mkdocs_messages import collected_messages
from generator.pipeline.output import staged
from generator.pipeline.page_source import (
    PageSource,
    as_yaml,
    page_text,
    source_environment,
    unread,
    with_ids,
)
from generator.pipeline.site_build import TakesAnalysis, hand_over, in_chinese, load_site
from generator.resources import templates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import File, Files
    from mkdocs.structure.toc import AnchorLink

    from generator.pipeline.analysis import Analysis

DOCS: Final = "docs"
_OVERRIDES: Final = "overrides"
_NO_PLUGIN: Final = "mkdocs.yml的“plugins”里没有planpress，网站里不会有规划。请写上再试"
_CARRIED: Final = (
    *("site_name", "site_url", "site_description", "site_author", "copyright"),
    *("extra_javascript", "validation"),
)
"""Settings of mkdocs.yml that hold without our plugin as they stand."""
_WRITTEN_ANEW: Final = (
    *("theme", "plugins", "markdown_extensions", "extra", "extra_css", "nav", "docs_dir"),
    *("site_dir", "use_directory_urls", "exclude_docs", "not_in_nav", "hooks", "strict"),
    *("dev_addr", "watch"),
)
"""Settings that the source has in a form of its own, or has no use for."""
_EXTENSIONS: Final = ("toc", "tables", "fenced_code", "attr_list")
"""MkDocs' own extensions of Markdown, and the one that reads the ids of headings."""


class _Written(NamedTuple):
    """A page as our own site has it, to hold its source to.

    Attributes:
        page: the page.
        content: the generated part as HTML, or "".
        html: the hand-written part as HTML, or "".
    """

    page: Page
    content: str
    html: str


class SourceResult(NamedTuple):
    """What came of writing.

    Attributes:
        problems: why nothing was written, in Chinese.
        left_out: plugins and settings of mkdocs.yml that the source goes without.
        hooks: files of code whose work on the pages is in the source already.
    """

    problems: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    hooks: tuple[str, ...] = ()


class UnreadableSourceError(Exception):
    """A page or setting cannot be written as plain source; the message says why, in Chinese."""


def write_site_source(analysis: Analysis, output: Path) -> SourceResult:
    """Write the source of the site of an analysed workspace into a folder, all or nothing.

    Args:
        analysis: the workspace, without errors.
        output: the folder, which `output.refusal` has let pass.

    Returns:
        Problems, and then `output` is as it was; or what the source goes without.

    Raises:
        OSError: the output cannot be written; `output` is as it was.
        UnfaithfulError: a page does not say what its plan says; the same.
    """
    with collected_messages() as messages, staged(output) as staging:
        try:
            config = load_site(analysis.root, analysis.root / "site")
            if not hand_over(analysis, {}, config):
                return SourceResult((_NO_PLUGIN,))
            _write(config, staging.folder)
        except MkDocsException as error:
            return SourceResult(in_chinese(messages, error))
        except UnreadableSourceError as error:
            return SourceResult((str(error),))
        if messages:
            return SourceResult(in_chinese(messages))
        staging.publish()
    written = _written_by_office(config)
    hooks = tuple(map(str, written.get("hooks") or ()))
    plugins = tuple(
        name.rpartition("/")[2]
        for name, one in config.plugins.items()
        if name not in hooks and not isinstance(one, TakesAnalysis)
    )
    settings = (key for key in written if key not in (*_CARRIED, *_WRITTEN_ANEW))
    return SourceResult(left_out=(*plugins, *settings), hooks=hooks)


def _write(config: MkDocsConfig, folder: Path) -> None:
    config.plugins.on_startup(command="build", dirty=False)
    try:
        config = config.plugins.on_config(config)
        files = get_files(config)
        files = config.plugins.on_files(files, config=config)
        set_exclusions(files, config)
        get_navigation(files, config)
        _write_settings(config, folder)
        written = [
            _write_page(file, config, files, folder / DOCS)
            for file in _included(files)
            if file.is_documentation_page()
        ]
        for file in _included(files):
            if not file.is_documentation_page():
                _put(folder / DOCS / file.src_uri, file.content_bytes)
        _verify(written, config, folder)
    finally:
        config.plugins.on_shutdown()


def _included(files: Files) -> Iterator[File]:
    return (file for file in files if file.inclusion.is_included())  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped


def _put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _write_settings(config: MkDocsConfig, folder: Path) -> None:
    """Write mkdocs.yml, the overrides and the note for whoever builds the site."""
    environment = source_environment(templates() / "source")
    try:
        settings = as_yaml(_settings(config))
    except RepresenterError:
        message = (
            "mkdocs.yml的“theme”“extra”或“markdown_extensions”里有Python对象（!!python），"
            "别的程序读不了。请去掉再试"
        )
        raise UnreadableSourceError(message) from None
    (folder / CONFIGURATION).write_text(settings, encoding="utf-8")
    note = environment.get_template("README.md").render(name=config.site_name)
    (folder / "README.md").write_text(note, encoding="utf-8")
    shutil.copytree(templates() / _OVERRIDES, folder / _OVERRIDES)
    if config.theme.custom_dir:
        # an office's own overrides stay in front
        shutil.copytree(config.theme.custom_dir, folder / _OVERRIDES, dirs_exist_ok=True)


def _settings(config: MkDocsConfig) -> dict[str, Any]:
    """Give mkdocs.yml: what the office wrote, and what our plugin sets."""
    written = _written_by_office(config)
    theme = written.get("theme")
    own_theme = theme if isinstance(theme, dict) else {}
    return {
        **{key: written[key] for key in _CARRIED if key in written},
        "use_directory_urls": False,
        "not_in_nav": "*",
        "theme": {
            **own_theme,
            "name": config.theme.name,
            "custom_dir": _OVERRIDES,
            "language": "zh",
            "font": False,
            # how Zensical names the look of Material
            "variant": "classic",
        },
        "plugins": [],
        "markdown_extensions": _extensions(written.get("markdown_extensions") or ()),
        "extra_css": [str(one) for one in config.extra_css],
        "extra": {**(written.get("extra") or {}), "planpress": config.extra["planpress"]},
        "nav": config.nav,
    }


def _written_by_office(config: MkDocsConfig) -> dict[str, Any]:
    with Path(config.config_file_path).open(encoding="utf-8-sig") as file:
        return dict(yaml_load(file))


def _extensions(written: Iterable[Any]) -> list[Any]:
    own = list(written.items()) if isinstance(written, dict) else list(written)
    listed = [{one[0]: one[1]} if isinstance(one, tuple) else one for one in own]
    names = {next(iter(one)) if isinstance(one, dict) else one for one in listed}
    return [*(one for one in _EXTENSIONS if one not in names), *listed]


def _write_page(file: File, config: MkDocsConfig, files: Files, docs: Path) -> _Written:
    page = file.page or Page(None, file, config)
    page.read_source(config)
    markdown = config.plugins.on_page_markdown(
        page.markdown or "", page=page, config=config, files=files
    )
    page.markdown = markdown
    page.render(config, files)
    text = with_ids(markdown, list(_ids(page.toc)))
    if text is None:
        message = (
            f"页面“{file.src_uri}”的标题没有全部认出来，写不出锚点。"
            "请把每个标题单独写成一行，例如“## 标题”"
        )
        raise UnreadableSourceError(message)
    content = unread(config.plugins.on_page_content("", page=page, config=config, files=files))
    source = PageSource(page.meta, text, content)
    environment = source_environment(templates() / "source")
    _put(docs / file.src_uri, page_text(environment, source).encode())
    return _Written(page, content, page.content or "")


def _ids(entries: Iterable[AnchorLink]) -> Iterator[str]:
    for entry in entries:
        yield entry.id
        yield from _ids(entry.children)


def _verify(written: Iterable[_Written], config: MkDocsConfig, folder: Path) -> None:
    """Read every page back as MkDocs makes it, and hold it to our own site and to its plan.

    Raises:
        UnreadableSourceError: a page is not what it is on our own site.
        UnfaithfulError: a page does not say what its plan says.
    """
    plain = load_site(folder, folder / "site")
    files = get_files(plain)
    for one in written:
        uri = one.page.file.src_uri
        file = files.src_uris[uri]
        page = Page(None, file, plain)
        page.read_source(plain)
        page.render(plain, files)
        html = page.content or ""
        if one.content not in html:
            message = f"页面“{uri}”写成源文件以后，与网站上的不一致。请把这份规划发给维护者"
            raise UnreadableSourceError(message)
        if _written_by_hand(html, one.content) != one.html.strip():
            message = (
                f"页面“{uri}”里手写的内容，标题后面写明锚点以后，显示得与原来不一样。"
                "多半因为里面有{.字}这样的大括号，或者标题以#号结尾。请改写再试"
            )
            raise UnreadableSourceError(message)
        config.plugins.on_post_page(html, page=one.page, config=config)


def _written_by_hand(html: str, content: str) -> str:
    """Take generated content and the element around it off a page."""
    return (html.partition(content)[0].rpartition("<div")[0] if content else html).strip()
