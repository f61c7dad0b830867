"""What the views of the site share: the public plans, the templates, the units."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.comparison import Version
from generator.diagnostics import Report
from generator.documents import public_types
from generator.documents.parts import SAMPLE_LINE
from generator.documents.unit_lists import UnitLists
from generator.documents.whole import whole_document
from generator.site.directory import UnitDirectory
from generator.site.downloads import PlanFiles, UnitFiles, plan_files, unit_files
from generator.site.identity import SiteIdentity
from generator.site.page import (
    ABOUT,
    CONTENTS,
    GLOSSARY,
    HOME,
    OPEN_DATA,
    RULES,
    SEARCH,
    SEARCH_SCRIPT,
    TASKS_SCRIPT,
    TIMELINE,
    TITLE_ANCHOR,
    UNITS,
    Entry,
    Page,
    links_from,
    plan_address,
    rule_address,
)
from generator.writers.gb9704 import READING_A
from generator.writers.page import anchors

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from jinja2 import Environment

    from generator.blocks import Document
    from generator.diagnostics import Diagnostic
    from generator.documents import DocumentType
    from generator.readback.verify import PageTwin
    from generator.resolve import Corpus, ResolvedPlan
    from generator.site.directory import UnitEntry
    from generator.source import Place
    from generator.writers.gb9704 import Profile


@dataclass(frozen=True)
class PublicPlan:
    """A plan that may be shown, with its text.

    Attributes:
        resolved: the plan.
        document: its text, the same that goes into the DOCX, and responsibility tables that no
            place of the text shows.
        forms: the plan in each form in which it goes out.
        report: what was found and verified in it.
        profile: how its DOCX realise the standard.
        made: the files that there are already, by address.
        earlier: the earlier versions that are public too, the oldest first.
    """

    resolved: ResolvedPlan
    document: Document
    forms: tuple[tuple[DocumentType, Document], ...]
    report: Report
    profile: Profile
    made: Mapping[str, bytes]
    earlier: tuple[Version, ...] = ()

    @property
    def title(self) -> str:
        """The title of the plan."""
        return str(self.resolved.plan.title)

    @property
    def short_title(self) -> str:
        """A title for narrow places."""
        return str(self.resolved.plan.short_title or self.resolved.plan.title)

    @property
    def sample(self) -> bool:
        """Whether the plan is a sample and says so everywhere."""
        return self.resolved.plan.sample

    @property
    def address(self) -> str:
        """The plan's page."""
        return plan_address(self.resolved)

    @property
    def indicators(self) -> str:
        """The page of its indicators."""
        return plan_address(self.resolved, "indicators")

    @property
    def tasks(self) -> str:
        """The page of its tasks."""
        return plan_address(self.resolved, "tasks")

    @property
    def timeline(self) -> str:
        """The page of its deadlines."""
        return plan_address(self.resolved, "timeline")

    @property
    def picture(self) -> str:
        """The page that shows it in one picture."""
        return plan_address(self.resolved, "picture")

    @property
    def checks(self) -> str:
        """The page of its 校核报告."""
        return plan_address(self.resolved, "report")

    @property
    def changes(self) -> str:
        """The page of what changed since its earlier versions."""
        return plan_address(self.resolved, "changes")

    @property
    def views(self) -> tuple[tuple[str, str], ...]:
        """Its pages, by name."""
        return (
            ("全文", self.address),
            ("任务分工", self.tasks),
            ("指标", self.indicators),
            ("时间轴", self.timeline),
            ("一图读懂", self.picture),
            ("校核报告", self.checks),
            *((("版本比较", self.changes),) if self.earlier else ()),
        )

    @cached_property
    def files(self) -> PlanFiles:
        """What readers can take away."""
        return plan_files(self)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The permanent ids on the plan's page."""
        return anchors(self.document)

    @property
    def banner(self) -> str:
        """What stands above its pages."""
        return SAMPLE_LINE if self.sample else ""


class SiteContext:
    """The public part of a corpus, ready for the views; nothing else of it gets past here."""

    def __init__(  # noqa: PLR0913  # all that a site is made of; three have defaults
        self,
        corpus: Corpus,
        report: Report,
        environment: Environment,
        profile: Profile = READING_A,
        identity: SiteIdentity | None = None,
        *,
        made: Mapping[str, bytes] | None = None,
    ) -> None:
        """Take everything and keep what is public.

        `profile` is the look of the downloads, `made` are those that there are already.
        """
        self.environment = environment
        self.identity = identity or SiteIdentity()
        self.made = made or {}
        self._profile = profile
        self._unit_lists = UnitLists(corpus.public)
        self._unit_files: dict[UnitEntry, UnitFiles] = {}
        public = corpus.public
        shown = without(report, hidden_files(corpus))
        self.directory = UnitDirectory(corpus, public)
        self.plans = tuple(
            PublicPlan(
                resolved,
                whole_document(resolved, forms[0][1]),
                forms,
                report_on(resolved, shown),
                profile,
                self.made,
                tuple(
                    Version(one.resolved, one.label)
                    for one in corpus.versions_of(resolved)
                    if one.resolved.plan.public
                ),
            )
            for resolved in public
            # composed once a plan: binding its figures to its texts is what costs
            for forms in [tuple((one, one.compose(resolved)) for one in public_types(resolved))]
        )

    def of(self, resolved: ResolvedPlan) -> PublicPlan:
        """Give a public plan with its text."""
        return self._by_plan[resolved]

    def unit_files(self, entry: UnitEntry) -> UnitFiles:
        """Give what readers can take away of a unit."""
        if entry not in self._unit_files:
            document = self._unit_lists.document(entry.unit)
            self._unit_files[entry] = unit_files(entry, document, self._profile)
        return self._unit_files[entry]

    @cached_property
    def _by_plan(self) -> dict[ResolvedPlan, PublicPlan]:
        return {plan.resolved: plan for plan in self.plans}

    @cached_property
    def banner(self) -> str:
        """What stands above pages that are of no single plan: all of it is a sample, or nothing."""
        samples = [plan.sample for plan in self.plans]
        return SAMPLE_LINE if samples and all(samples) else ""

    def page(  # noqa: PLR0913  # what a page may say of itself, all by keyword
        self,
        address: str,
        template: str,
        title: str,
        *,
        contents: tuple[Entry, ...] = (),
        plan: PublicPlan | None = None,
        description: str = "",
        twin: PageTwin | None = None,
        **values: object,
    ) -> Page:
        """Fill a template with values and with what every template may use."""
        content = self.environment.get_template(template).render(
            title=title,
            title_anchor=TITLE_ANCHOR,
            contents=contents,
            plan=plan,
            link=links_from(address),
            rule_address=rule_address,
            addresses=_ADDRESSES,
            **values,
        )
        banner = plan.banner if plan else self.banner
        about = plan_metadata(plan) if plan else ()
        return Page(title, content, contents, banner, description, about, twin)


_ADDRESSES = {
    "home": HOME,
    "units": UNITS,
    "rules": RULES,
    "search": SEARCH,
    "about": ABOUT,
    "open_data": OPEN_DATA,
    "contents": CONTENTS,
    "search_script": SEARCH_SCRIPT,
    "tasks_script": TASKS_SCRIPT,
    "timeline": TIMELINE,
    "glossary": GLOSSARY,
}


def plan_metadata(plan: PublicPlan) -> tuple[tuple[str, str], ...]:
    """Give what the pages of a plan say of it, by the names of 政府网站发展指引, annex 2."""
    content = plan.resolved.plan
    publication = content.publication
    date = publication.publish_date if publication else None
    source = publication.source if publication else None
    facts = (
        ("ArticleTitle", plan.title),
        ("PubDate", iso_date(date.period.end) if date else ""),
        ("ContentSource", str(source or "、".join(content.issuer))),
    )
    return tuple((name, value) for name, value in facts if value)


def iso_date(day: date | None) -> str:
    """Write a day as 2023-05-18."""
    return day.isoformat() if day else ""


def hidden_files(corpus: Corpus) -> frozenset[str]:
    """Give the files of the plans that must not appear on the site."""
    public = frozenset(corpus.public)
    hidden = (plan for plan in corpus.plans if plan not in public)
    return frozenset(file for plan in hidden for file in plan.roots)


def without(report: Report, files: frozenset[str]) -> Report:
    """Drop what names a figure of one of these files: a comparison with an upper plan, say."""

    def is_open(*places: Place) -> bool:
        return not any(place.source in files for place in places)

    def may_show(item: Diagnostic) -> bool:
        return is_open(item.primary.place, *(label.place for label in item.related))

    return Report(
        tuple(item for item in report.diagnostics if may_show(item)),
        tuple(item for item in report.reconciliations if is_open(*item.places)),
        tuple(item for item in report.waived if may_show(item.diagnostic)),
    )


def report_on(resolved: ResolvedPlan, report: Report) -> Report:
    """Cut out of a report what stands in the files of one plan."""
    files = resolved.roots

    def here(*places: Place) -> bool:
        return bool(places) and places[0].source in files

    return Report(
        tuple(item for item in report.diagnostics if here(item.primary.place)),
        tuple(item for item in report.reconciliations if here(*item.places)),
        tuple(item for item in report.waived if here(item.diagnostic.primary.place)),
    )
