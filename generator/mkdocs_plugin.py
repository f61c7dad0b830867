"""The MkDocs plugin: hands the generated site to MkDocs, which dresses it in the theme."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypedDict

from markupsafe import escape
from mkdocs.config.base import Config
from mkdocs.config.config_options import Choice, Optional, Type
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.structure.toc import get_toc

from generator.diagnostics import Severity
from generator.pipeline.analysis import PLANS_FOLDER, analyze
from generator.pipeline.office import office_of, template_file
from generator.resolve.anchors import slug
from generator.resources import templates
from generator.site import Page, site_files
from generator.site.feeds import sitemap
from generator.site.handbook import shown_text
from generator.site.identity import SiteIdentity
from generator.site.page import (
    ABOUT,
    ACCESSIBILITY,
    ASSETS,
    ATOM_FEED,
    GLOSSARY,
    HANDBOOK,
    HOME,
    JSON_FEED,
    OPEN_DATA,
    RULES,
    SEARCH,
    SITEMAP,
    STYLE_SHEET,
    TIMELINE,
    TITLE_ANCHOR,
    TOOLS_SCRIPT,
    UNITS,
)
from generator.writers.gb9704 import PROFILES, READING_A
from generator.writers.page import page_environment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage
    from mkdocs.structure.toc import _TocToken

    from generator.pipeline.analysis import Analysis
    from generator.site import Entry, SiteFile

    _Navigation = str | list[str | dict[str, str]]

_ERRORS_SHOWN: Final = 5
_BEFORE_OTHER_PLUGINS: Final = 100
_NAVIGATION: Final = (
    ("首页", HOME),
    ("责任单位", UNITS),
    ("时间轴", TIMELINE),
    ("校核规则", RULES),
    ("手册", HANDBOOK),
    ("检索", SEARCH),
    ("开放数据", OPEN_DATA),
    ("关于", (("关于", ABOUT), ("术语", GLOSSARY), ("无障碍声明", ACCESSIBILITY))),
)


class _ContentsLine(TypedDict):
    """A line of the contents beside a page, as HTML, and the lines below it."""

    title: str
    url: str
    children: list[_ContentsLine]


class PlanPressConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The plugin's options in mkdocs.yml.

    Attributes:
        profile: how GB/T 9704-2012 is realised in documents, A or B.
        template: the office's own DOCX, from the folder of mkdocs.yml on.
        organizer: 主办单位, shown where the office gives it, as is all below.
        site_code: 网站标识码.
        icp: ICP备案号.
        police: 公安备案号.
    """

    profile = Choice(tuple(PROFILES), default=READING_A.name)
    template = Optional(Type(str))
    organizer = Type(str, default="")
    site_code = Type(str, default="")
    icp = Type(str, default="")
    police = Type(str, default="")


class PlanPressPlugin(BasePlugin[PlanPressConfig]):  # type: ignore[no-untyped-call]  # the same
    """Checks the plans, makes the site from them, and gives its pages to MkDocs.

    Attributes:
        analysis: the checked plans, if whoever starts the build has them already.
        made: downloads that whoever starts the build has made already, by address.
    """

    def __init__(self) -> None:
        self.analysis: Analysis | None = None
        self.made: Mapping[str, bytes] = {}
        self._site: dict[str, SiteFile] = {}
        self._banner = ""

    @event_priority(_BEFORE_OTHER_PLUGINS)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the plans before MkDocs empties the site folder, and set what the site needs.

        Raises:
            PluginError: a plan has errors, the theme is not Material, or the office's DOCX
                cannot be used.
        """
        if config.theme.name != "material":
            message = "网页只配合material主题：在mkdocs.yml里写“theme: {name: material}”"
            raise PluginError(message)
        analysis = self.analysis or analyze(_workspace(config))
        refuse_errors(analysis)
        office = office_of(_workspace(config))
        if office.problems:
            raise PluginError("\n".join(office.problems))
        identity = self._identity(config)
        self._site = site_files(
            analysis.corpus, analysis.report, templates(), office.profile, identity, made=self.made
        )
        home = self._site[HOME]
        self._banner = home.banner if isinstance(home, Page) else ""
        _set_theme(config)
        config.extra["planpress"] = _in_every_page(identity, self._site)
        config.use_directory_urls = False
        config.extra_css.append(STYLE_SHEET)
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", _heading_anchor)
        if config.nav is None:
            config.nav = [{title: _sources(target)} for title, target in _NAVIGATION]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the generated files, the assets, and the hand-written pages that are not there."""
        _drop_plans(files, config)
        if theme_template := files.get_file_from_path(SITEMAP):
            # MkDocs would copy it as it is
            files.remove(theme_template)
        folder = templates()
        for page in sorted((folder / "pages").glob("**/*.md")):
            address = page.relative_to(folder / "pages").as_posix()
            if files.get_file_from_path(address) is None:
                files.append(_generated(config, address, file=page))
        for asset in sorted((folder / "assets").iterdir()):
            files.append(_generated(config, f"{ASSETS}/{asset.name}", file=asset))
        for address, content in self._site.items():
            source = _source(address)
            if isinstance(content, bytes):
                files.append(_generated(config, source, content=content))
            elif files.get_file_from_path(source) is None:
                text = "" if isinstance(content, Page) else content.text
                files.append(_generated(config, source, content=text))
        if address := self._identity(config).address:
            pages = sorted(file.dest_uri for file in files.documentation_pages())
            blocks = page_environment(folder / "blocks")
            files.append(_generated(config, SITEMAP, content=sitemap(blocks, address, pages)))
        return files

    def on_page_markdown(
        self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a page its title and, if it shows samples, the banner that says so."""
        del config, files
        content = self._site.get(page.file.dest_uri)
        if content is None or isinstance(content, bytes):
            page.meta["banner"] = self._banner
            return shown_text(markdown) if page.file.dest_uri in HANDBOOK else markdown
        page.meta["banner"] = content.banner
        if page.file.src_dir is None and not markdown.startswith("# "):
            # the theme prints titles as they are
            page.meta["title"] = str(escape(content.title))
        if isinstance(content, Page) and content.description:
            page.meta["description"] = str(escape(content.description))
        if isinstance(content, Page):
            page.meta["facts"] = [list(fact) for fact in content.metadata]
            page.meta["contents"] = _nested(content.contents)
        return markdown

    def on_page_content(
        self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Put generated content below what was written by hand, and set the contents."""
        del config, files
        content = self._site.get(page.file.dest_uri)
        if not isinstance(content, Page):
            return html
        # the theme's link to the text asks for the first heading; the contents are in `meta`
        title: _TocToken = {
            "level": 1,
            "id": page.toc.items[0].id if html and page.toc.items else TITLE_ANCHOR,
            "name": str(escape(content.title)),
            "children": [],
        }
        page.toc = get_toc([title])
        return html + content.content

    def on_post_page(self, output: str, *, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Read a finished page back, and let it out only if it says what its plan says.

        Raises:
            UnfaithfulError: it does not; no page is written then.
        """
        del config
        content = self._site.get(page.file.dest_uri)
        if isinstance(content, Page) and content.twin:
            content.twin.verify(output)
        return output

    def _identity(self, config: MkDocsConfig) -> SiteIdentity:
        own = self.config
        return SiteIdentity(
            name=config.site_name,
            url=config.site_url or "",
            organizer=own.organizer,
            site_code=own.site_code,
            icp=own.icp,
            police=own.police,
        )

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> LiveReloadServer:
        """Watch the plans and the templates; the site folder itself is never watched."""
        del builder
        server.watch(str(_workspace(config) / PLANS_FOLDER))
        server.watch(str(templates()))
        if template := template_file(_workspace(config)):
            server.watch(str(template))
        return server


def refuse_errors(analysis: Analysis) -> None:
    """Stop the build if a plan has errors.

    Raises:
        PluginError: with the first errors and their places, in Chinese.
    """
    errors = analysis.report.at_least(Severity.ERROR)
    if not errors:
        return
    lines = [
        f"{error.primary.place} {error.rule.code} {error.message}"
        for error in errors[:_ERRORS_SHOWN]
    ]
    more = len(errors) - len(lines)
    lines += [f"另有{more}处"] if more else []
    message = f"规划中有{len(errors)}处错误，网站没有生成："
    raise PluginError("\n  ".join([message, *lines, "用 planpress check 查看全部和改法"]))


def _workspace(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent if config.config_file_path else Path.cwd()


def _set_theme(config: MkDocsConfig) -> None:
    overrides = str(templates() / "overrides")
    if not any(Path(folder).resolve() == Path(overrides) for folder in config.theme.dirs):
        # an office's own overrides stay in front
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, overrides)
    # the theme's own dates every page by the day of the build
    config.theme.static_templates.discard(SITEMAP)
    config.theme["language"] = "zh"
    config.theme["font"] = False


def _in_every_page(identity: SiteIdentity, site: dict[str, SiteFile]) -> dict[str, object]:
    """Give what the theme's own templates show on every page, as plain data."""
    return {
        "identity": asdict(identity),
        "facts": [list(fact) for fact in identity.metadata],
        "feeds": [one for one in (ATOM_FEED, JSON_FEED) if one in site],
        "tools_script": TOOLS_SCRIPT,
        "accessibility": ACCESSIBILITY,
    }


def _source(address: str) -> str:
    return f"{address.removesuffix('.html')}.md" if address.endswith(".html") else address


def _sources(target: str | tuple[str | tuple[str, str], ...]) -> _Navigation:
    """Give a page of the navigation, or a section of pages, some with a title of their own."""
    if isinstance(target, str):
        return _source(target)
    return [_source(one) if isinstance(one, str) else {one[0]: _source(one[1])} for one in target]


def _heading_anchor(text: str, separator: str) -> str:
    """Give the id of a heading of a hand-written page: the default drops all 汉字."""
    del separator
    return slug(text)


def _drop_plans(files: Files, config: MkDocsConfig) -> None:
    """Take plans out of what MkDocs would copy, where docs_dir is the folder plans itself."""
    plans = (_workspace(config) / PLANS_FOLDER).resolve()
    if not Path(config.docs_dir).resolve().is_relative_to(plans):
        return
    for file in list(files):
        if file.src_dir == config.docs_dir:
            files.remove(file)


def _generated(
    config: MkDocsConfig, address: str, *, file: Path | None = None, content: str | bytes = ""
) -> File:
    level = InclusionLevel.NOT_IN_NAV
    if file is not None:
        return File.generated(config, address, abs_src_path=str(file), inclusion=level)
    return File.generated(config, address, content=content, inclusion=level)


def _nested(entries: Iterable[Entry]) -> list[_ContentsLine]:
    """Nest the entries of the contents by their levels, as the theme's templates print them."""
    top: list[_ContentsLine] = []
    open_entries: list[tuple[int, list[_ContentsLine]]] = [(0, top)]
    for entry in entries:
        while open_entries[-1][0] >= entry.level:
            open_entries.pop()
        line: _ContentsLine = {
            "title": str(escape(entry.title)),
            "url": f"#{entry.anchor}",
            "children": [],
        }
        open_entries[-1][1].append(line)
        open_entries.append((entry.level, line["children"]))
    return top
