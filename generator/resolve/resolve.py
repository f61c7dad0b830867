"""Names of one plan to the things that they mean; what leads nowhere becomes a finding."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

from generator.diagnostics import Diagnostic, Label
from generator.model.content import ROLES, Block, Duties, Goal, Task, with_clauses
from generator.model.figures import Indicator
from generator.model.lists import SHOWABLE, offered, shown_list
from generator.model.quoting import brief
from generator.model.values import Names, ProseParagraph
from generator.quantity import Quantity, parse_quantity
from generator.resolve.anchors import attachment_anchor, block_anchor, goal_anchor, task_anchor
from generator.resolve.collisions import check_collisions
from generator.resolve.corpus import (
    ClaimPlace,
    ResolvedGoal,
    ResolvedPlan,
    ResolvedTask,
    Root,
    Step,
    Target,
    TextPlace,
    Units,
)
from generator.resolve.duties import Written, overlaid, own_roles, part_of
from generator.resolve.layout import check_layout
from generator.resolve.names import NameIndex
from generator.resolve.periods import figures_of
from generator.resolve.registry import Registry
from generator.resolve.rules import (
    DUPLICATE_NAME,
    LOOSE_SPELLING,
    UNKNOWN_INDICATOR,
    UNKNOWN_PERIOD,
    UNKNOWN_SUBJECT,
    UNKNOWN_UNIT,
)
from generator.resolve.steps import steps_of
from generator.resolve.tolerance import check_tolerance
from generator.resolve.unit_names import slips_of_units, unit_hint
from generator.resolve.units import check_registry
from generator.resolve.writing import writing_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.diagnostics import Rule
    from generator.model.content import Defaults
    from generator.model.document import Attachment, DocumentContent
    from generator.model.units import Unit
    from generator.resolve.names import Match
    from generator.text import Text

Value = TypeVar("Value")
NONE_MEANT = "无"


def resolve(
    identifier: str,
    path: str,
    plan: DocumentContent,
    units: tuple[Unit, ...],
    roots: dict[str, Root],
) -> tuple[ResolvedPlan, tuple[Diagnostic, ...]]:
    """Resolve a plan's names; `units` are those of the registries above it, nearest first."""
    return _resolve(_File(identifier, path, roots, plan.extra_units), plan, _Outer(units, (), 0))


class _File(NamedTuple):
    """The file that a document stands in."""

    identifier: str
    path: str
    roots: dict[str, Root]
    extra_units: frozenset[str]


class _Outer(NamedTuple):
    """What a document knows from outside: units and indicators, and how deep it lies."""

    units: tuple[Unit, ...]
    indicators: tuple[Indicator, ...]
    depth: int


def _resolve(
    file: _File, plan: DocumentContent, outer: _Outer
) -> tuple[ResolvedPlan, tuple[Diagnostic, ...]]:
    """Resolve a document and those enclosed in it, which know the outer names too."""
    known = _Outer(
        (*plan.units, *outer.units), (*plan.indicators, *outer.indicators), outer.depth + 1
    )
    resolver = _Resolver(plan, Registry(known.units), known.indicators)
    tasks = tuple(resolver.task(task, number) for number, task in enumerate(plan.tasks, start=1))
    texts = (*resolver.texts(), *resolver.task_texts(tasks))
    steps = resolver.steps(tasks)
    resolver.names()
    inner = [_resolve(file, document, known) for document in plan.inner]
    resolved = ResolvedPlan(
        identifier=file.identifier,
        path=file.path,
        plan=plan,
        registry=resolver.registry,
        indicators=resolver.indicators,
        texts=texts,
        claims=tuple(_claims(plan)),
        tasks=tasks,
        duties=resolver.duties,
        defaulted=resolver.defaulted,
        defaults=resolver.defaults_of,
        steps=steps,
        roots=file.roots,
        writing=writing_of(plan),
        extra_units=file.extra_units,
        inner=tuple(document for document, _ in inner),
        depth=outer.depth,
    )
    found = [finding for _, findings in inner for finding in findings]
    found += check_registry(plan.units, outer.units)
    found += check_layout(plan)
    found += check_tolerance(plan)
    reported = {
        finding.primary.place for finding in resolver.findings if finding.rule is DUPLICATE_NAME
    }
    found += (item for item in check_collisions(plan) if item.primary.place not in reported)
    return resolved, (*resolver.findings, *found)


class _Resolver:
    """Looks names up and keeps what it could not find."""

    def __init__(
        self, plan: DocumentContent, registry: Registry, indicators: tuple[Indicator, ...]
    ) -> None:
        self.plan = plan
        self.registry = registry
        self.findings: list[Diagnostic] = []
        self.duties: dict[str, dict[str, Units]] = {}
        self.defaulted: dict[str, dict[str, Units]] = {}
        self.defaults_of: dict[str, tuple[Defaults, ...]] = {}
        self.indicators = NameIndex[Indicator](_indicator_names(indicators))
        self.subjects = NameIndex[Block](
            ((name, block) for block in _all_blocks(plan) for name in _block_names(block)),
            # the name that a row gets wrong is likely that of a subject without one
            taken=frozenset(str(task.of) for task in plan.tasks),
        )
        self.defaults = self._written(plan.defaults) if plan.defaults else None
        self.first_leads = plan.responsibility is not None and plan.responsibility.first_is_lead

    def task(self, task: Task, number: int) -> ResolvedTask:
        """Resolve a row: its subject, and each goal's units and indicators."""
        hint = "“对应”写重点工程、支撑保障或条款的名称"
        subject = self._found(self.subjects, task.of, UNKNOWN_SUBJECT, "工程、措施或条款", hint)
        row = self._written(task)
        goals = tuple(
            self._goal(goal, index, row) for index, goal in enumerate(task.goals, start=1)
        )
        return ResolvedTask(task, number, subject, goals)

    def _goal(self, goal: Goal, number: int, row: Written) -> ResolvedGoal:
        part = part_of(self._written(goal), row, self.defaults, first_leads=self.first_leads)
        default = self.plan.defaults.due if self.plan.defaults else ()
        due = goal.due or row.duties.due or default
        targets = self._targets(goal.targets)
        return ResolvedGoal(goal, number, part.roles, part.shared, targets, part.defaulted, due)

    def _written(self, duties: Duties) -> Written:
        return Written(duties, self._roles(duties))

    def _roles(self, duties: Duties) -> dict[str, Units]:
        found: dict[str, Units] = {}
        for role in ROLES:
            names = duties.role(role)
            if names is not None:
                units = Units.of(self._units(names), and_others=names.and_others)
                if units:
                    found[role] = units
        return found

    def _units(self, names: Names) -> Iterator[Unit]:
        if names.whole is not None and len(names) > 1:
            whole = self.registry.find(names.whole)
            if whole:
                yield whole.value
                return
        for name in names:
            if name != NONE_MEANT:
                unit = self._unit(name)
                if unit:
                    yield unit

    def _unit(self, name: Text) -> Unit | None:
        match = self.registry.find(name)
        if match:
            return self._accept(match, name)
        hint = unit_hint(name, self.registry)
        message = f"单位“{brief(name)}”不在登记表中"
        self.findings.append(Diagnostic(UNKNOWN_UNIT, message, Label(name.span), hint=hint))
        return None

    def _targets(self, names: Names) -> tuple[Target, ...]:
        return tuple(target for name in names if (target := self._target(name)))

    def _target(self, written: Text) -> Target | None:
        at = written.find("@")
        name = written if at < 0 else written.part(0, at)
        hint = "指标要先写在indicators里"
        indicator = self._found(self.indicators, name, UNKNOWN_INDICATOR, "指标", hint)
        if indicator is None or at < 0:
            return Target(written, indicator) if indicator else None
        period = written[at + 1 :]
        figures = figures_of(indicator, period)
        if figures:
            return Target(written, indicator, figures[0])
        known = "、".join(f.key.period.text for f in indicator.stated if f.key.period)
        label = Label(written.part(at + 1, len(written)).span)
        message = f"指标“{brief(indicator.name)}”没有“{brief(period)}”的数值"
        self.findings.append(Diagnostic(UNKNOWN_PERIOD, message, label, hint=f"已有：{known}"))
        return None

    def _found(
        self, index: NameIndex[Value], name: Text, rule: Rule, thing: str, hint: str
    ) -> Value | None:
        match = index.find(name)
        if match:
            return self._accept(match, name)
        nearest = index.nearest(name)
        cure = f"是不是“{nearest}”？{hint}" if nearest else hint
        message = f"没有名为“{brief(name)}”的{thing}"
        self.findings.append(Diagnostic(rule, message, Label(name.span), hint=cure))
        return None

    def _accept(self, match: Match[Value], name: Text) -> Value:
        if match.spelling:
            message = f"此处写作「{brief(name)}」，别处写作「{brief(match.spelling)}」"
            hint = "统一写法，包括引号、括号和空格"
            self.findings.append(Diagnostic(LOOSE_SPELLING, message, Label(name.span), hint=hint))
        return match.value

    def texts(self) -> Iterator[TextPlace]:
        """Collect the prose of the preamble, the blocks and the attachments."""
        plan = self.plan
        yield TextPlace("导语", "preamble", plan.preamble.paragraphs, ())
        for kind, blocks in (
            ("section", plan.sections),
            ("project", plan.projects),
            ("measure", plan.measures),
        ):
            yield from self._block_texts(kind, blocks)
        for attachment in plan.attachments:
            anchor = attachment_anchor(attachment)
            targets = self._targets(attachment.targets)
            yield TextPlace(attachment.title, anchor, attachment.text.paragraphs, targets)
            yield from self._block_texts(anchor, attachment.blocks)

    def _block_texts(self, above: str, blocks: Iterable[Block]) -> Iterator[TextPlace]:
        chain = (self.plan.defaults,) if self.plan.defaults else ()
        yield from self._texts_in(above, blocks, self.defaults, chain)

    def _texts_in(
        self,
        above: str,
        blocks: Iterable[Block],
        outer: Written | None,
        chain: tuple[Defaults, ...],
    ) -> Iterator[TextPlace]:
        """Go through blocks and the clauses in them, which the defaults of the outer ones reach."""
        for block in blocks:
            anchor = block_anchor(above, block)
            own = block.defaults
            defaults = overlaid(self._written(own), outer) if own else outer
            reaching = (own, *chain) if own else chain
            self.defaults_of[anchor] = reaching
            yield from self._texts_of(anchor, block, defaults)
            yield from self._texts_in(anchor, block.clauses, defaults, reaching)

    def _texts_of(self, anchor: str, block: Block, defaults: Written | None) -> Iterator[TextPlace]:
        targets = self._targets(block.targets)
        written = self._written(block)
        self.duties[anchor] = own_roles(written, first_leads=self.first_leads)
        yield TextPlace(block.title, anchor, block.text.paragraphs, targets)
        for number, goal in enumerate(block.goals, start=1):
            place = goal_anchor(anchor, goal, number)
            own = self._written(goal)
            self.duties[place] = own_roles(own, written, first_leads=self.first_leads)
            part = part_of(own, written, defaults, first_leads=self.first_leads)
            self.defaulted[place] = {role: part.roles[role] for role in part.defaulted}
            paragraphs = (ProseParagraph(goal.text),)
            yield TextPlace(block.title, place, paragraphs, self._targets(goal.targets))

    def task_texts(self, tasks: tuple[ResolvedTask, ...]) -> Iterator[TextPlace]:
        """Collect the prose of the responsibility table."""
        for resolved in tasks:
            task = resolved.task
            owner = f"分工表第{resolved.number}行"
            paragraphs = task.content.paragraphs
            targets = self._targets(task.targets)
            yield TextPlace(f"{owner}建设内容", task_anchor(task), paragraphs, targets)
            for goal in resolved.goals:
                anchor = goal_anchor(task_anchor(task), goal.goal, goal.number)
                text = (ProseParagraph(goal.goal.text),)
                yield TextPlace(f"{owner}建设目标{goal.number}", anchor, text, goal.targets)

    def steps(self, tasks: tuple[ResolvedTask, ...]) -> tuple[Step, ...]:
        """Put goals and clauses into the order of work."""
        plan = self.plan
        attached = [block for attachment in plan.attachments for block in attachment.blocks]
        blocks = (*plan.sections, *plan.projects, *plan.measures, *attached)
        default = plan.defaults.due if plan.defaults else ()
        steps, missing = steps_of(blocks, tasks, default)
        for name, nearest, owners in missing:
            label = Label(name.span)
            if owners:
                message = f"前提“{brief(name)}”是{len(owners)}个目标的标识，不知道指哪一个"
                related = tuple(Label(owner.span, "标识") for owner in owners)
                hint = "给其中一个换一个“id”（标识）"
                self.findings.append(Diagnostic(DUPLICATE_NAME, message, label, related, hint))
            else:
                cure = f"是不是“{nearest}”？" if nearest else ""
                hint = f"{cure}“after”（前提）写目标的标识或原话，或者条款的名称"
                message = f"没有前提所说的目标或条款“{brief(name)}”"
                self.findings.append(Diagnostic(UNKNOWN_SUBJECT, message, label, hint=hint))
        return steps

    def names(self) -> None:
        """Check what is only referred to, and that no name stands for two things."""
        self._references()
        plan = self.plan
        self._unique((i.name, name) for i in plan.indicators for name in (i.name, *i.aliases))
        attached = [b for item in plan.attachments for b in (item.sections, item.clauses)]
        for blocks in (plan.sections, plan.projects, plan.measures, *attached):
            self._unique((b.title, name) for b in blocks for name in (b.title, *b.aliases))
            self._unique((block.title, block.id) for block in blocks if block.id)
        for block in _all_blocks(plan):
            self._unique((clause.title, clause.title) for clause in block.clauses)
        self._unique((level.title, level.title) for level in plan.levels)
        self._unique((table.names[0], name) for table in plan.tables for name in table.names)
        self._unique((task.of, task.of) for task in plan.tasks)

    def _references(self) -> None:
        self.findings += slips_of_units(self.plan, self.registry)
        hint = "指标要先写在indicators里"
        for indicator in self.plan.indicators:
            names = [part for split in indicator.parts for part in split.parts]
            names += [indicator.subset_of] if indicator.subset_of else []
            # a bare amount is the length of a round itself
            if indicator.takes and not isinstance(parse_quantity(indicator.takes), Quantity):
                names.append(indicator.takes)
            for name in names:
                self._found(self.indicators, name, UNKNOWN_INDICATOR, "指标", hint)
        projects = NameIndex((name, b) for b in self.plan.projects for name in _block_names(b))
        hint = "写projects里的名称"
        for level in self.plan.levels:
            for name in level.projects:
                self._found(projects, name, UNKNOWN_SUBJECT, "重点工程", hint)
        shown = [name for block in _all_blocks(self.plan) for name in block.show]
        shown += [name for attachment in self.plan.attachments for name in attachment.show]
        tables = [str(name) for table in self.plan.tables for name in table.names]
        aliases = self.plan.keys()
        lists = [word for name in SHOWABLE for word in (name, aliases[name])]
        showable = NameIndex((name, name) for name in (*lists, *tables))
        hint = f"可用：{'、'.join((offered(SHOWABLE), *tables))}"
        for name in shown:
            if not shown_list(self.plan, name):
                self._found(showable, name, UNKNOWN_SUBJECT, "可以插入的内容", hint)

    def _unique(self, pairs: Iterable[tuple[Text, Text]]) -> None:
        seen: dict[str, tuple[Text, Text]] = {}
        for owner, name in pairs:
            first = seen.setdefault(str(name), (owner, name))
            if first[1] is not name and first[0] is not owner:
                self.findings.append(
                    Diagnostic(
                        DUPLICATE_NAME,
                        f"“{brief(name)}”用了两次，第一次在第{first[1].span.line}行",
                        Label(name.place, "重复"),
                        (Label(first[1].place, "第一次"),),
                        "改名，或合并成一处",
                    )
                )


def _indicator_names(indicators: tuple[Indicator, ...]) -> Iterator[tuple[str, Indicator]]:
    for indicator in indicators:
        yield indicator.name, indicator
    for indicator in indicators:
        for alias in indicator.aliases:
            yield alias, indicator


def _block_names(block: Block) -> tuple[str, ...]:
    identifier = (block.id,) if block.id else ()
    return (block.title, *block.aliases, *identifier)


def _all_blocks(plan: DocumentContent) -> Iterator[Block]:
    """Go through projects and measures first: a task is about one of them before a section."""
    attached = [b for item in plan.attachments for b in item.blocks]
    return with_clauses((*plan.projects, *plan.measures, *plan.sections, *attached))


def _claims(plan: DocumentContent) -> Iterator[ClaimPlace]:
    owners: list[DocumentContent | Block | Task | Attachment]
    owners = [plan, *_all_blocks(plan), *plan.tasks, *plan.attachments]
    for owner in owners:
        for claim in owner.claims:
            yield ClaimPlace(claim, owner)
