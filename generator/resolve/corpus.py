"""Plans whose names are resolved to the things that they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.model.content import Block, Claim, Defaults, Goal, Task
    from generator.model.document import Attachment, DocumentContent
    from generator.model.figures import Figure, Indicator
    from generator.model.units import Unit
    from generator.model.values import ProseParagraph, StatedPeriod
    from generator.resolve.names import NameIndex
    from generator.resolve.registry import Registry
    from generator.resolve.writing import Writing
    from generator.source import SourceFile
    from generator.text import Text
    from generator.yaml_nodes import Node


class Units(tuple["Unit", ...]):  # noqa: SLOT001  # a tuple cannot have slots of its own
    """The units of one role, and whether their list closes with 等."""

    and_others: bool = False

    @classmethod
    def of(cls, units: Iterable[Unit], *, and_others: bool = False) -> Units:
        """Make a list of units."""
        found = cls(units)
        found.and_others = and_others
        return found


@dataclass(frozen=True, slots=True)
class Target:
    """An indicator that a text states, and the figure of it if the author named the period."""

    written: Text
    indicator: Indicator
    figure: Figure | None = None


@dataclass(frozen=True, slots=True)
class TextPlace:
    """A stretch of prose and the indicators that it states, in the order of the text.

    Attributes:
        owner: what the prose belongs to, in Chinese: its title.
        anchor: permanent id of the owner, as on the site and in routes.
        paragraphs: the prose.
        targets: the indicators, in the order of their figures in the prose.
    """

    owner: str
    anchor: str
    paragraphs: tuple[ProseParagraph, ...]
    targets: tuple[Target, ...]


@dataclass(frozen=True, slots=True)
class ClaimPlace:
    """A declared claim and the record that it stands in."""

    claim: Claim
    owner: DocumentContent | Block | Task | Attachment


@dataclass(frozen=True, slots=True)
class ResolvedGoal:
    """A goal with its units by role.

    Attributes:
        goal: the goal as authored.
        number: its number in the task, from 1.
        roles: the units of each role that is filled, the row's shared ones included.
        shared: the roles that come from the row, printed as one merged cell.
        targets: the indicators that it states.
        defaulted: the roles that come from the defaults, which are not printed.
        due: its deadlines: its own, else the row's, else those of the defaults.
    """

    goal: Goal
    number: int
    roles: dict[str, Units]
    shared: frozenset[str]
    targets: tuple[Target, ...]
    defaulted: frozenset[str] = frozenset()
    due: tuple[StatedPeriod, ...] = ()

    @property
    def printed(self) -> dict[str, Units]:
        """The units of each role as the responsibility table prints them."""
        return {role: units for role, units in self.roles.items() if role not in self.defaulted}

    @property
    def lead(self) -> tuple[Unit, ...]:
        """The lead units."""
        return self.roles.get("lead", ())

    @property
    def support(self) -> tuple[Unit, ...]:
        """The supporting units."""
        return self.roles.get("support", ())


@dataclass(frozen=True, slots=True)
class ResolvedTask:
    """A row of the responsibility table, its subject found."""

    task: Task
    number: int
    subject: Block | None
    goals: tuple[ResolvedGoal, ...]


class Need(NamedTuple):
    """What must be finished before a goal: the name written, and the steps that have it."""

    written: Text
    steps: tuple[int, ...]


class Step(NamedTuple):
    """A clause, a row of the responsibility table or a goal, in the order of work.

    Attributes:
        work: the record.
        where: what it is, in Chinese, as messages begin.
        due: its own deadlines.
        frame: the deadlines of what it stands in.
        default: those of the nearest defaults.
        parts: the steps that it is made of, by their number in the plan.
        needs: what must be finished before it.
    """

    work: Block | Task | Goal
    where: str
    due: tuple[StatedPeriod, ...]
    frame: tuple[StatedPeriod, ...] = ()
    default: tuple[StatedPeriod, ...] = ()
    parts: tuple[int, ...] = ()
    needs: tuple[Need, ...] = ()

    @property
    def deadlines(self) -> tuple[StatedPeriod, ...]:
        """When it is due: by its own word, else by that of what it stands in."""
        return self.due or self.frame or self.default


@dataclass(frozen=True, slots=True, eq=False)
class ResolvedPlan:
    """A plan with all its names resolved; each is itself only, so that places never mix.

    Attributes:
        identifier: short ASCII id, unique in the corpus, used in addresses and file names.
        path: the plan's file, as shown to the user.
        plan: the plan as authored.
        registry: the units known to it.
        indicators: its indicators by name.
        texts: every stretch of prose with its targets.
        claims: every declared claim.
        tasks: the responsibility table.
        duties: units by role of each block and of each goal in a block, by anchor: what it
            prints, not what it takes over.
        defaulted: units by role that goals in blocks have from defaults, by anchor.
        defaults: what fills the roles that no goal of a block names, by the anchor of the block:
            its own defaults, those of the blocks around it, those of the plan.
        steps: every clause, row and goal with its deadlines, and what it waits for.
        roots: node trees by file, for routes.
        writing: all that is written in it to be read, as one text.
        inner: the documents that it encloses or attaches, in the order of the text.
        depth: 0 for a file of its own, 1 for a document in it, and so on.
        extra_units: the units of measure that its file adds to the closed list.
    """

    identifier: str
    path: str
    plan: DocumentContent
    registry: Registry
    indicators: NameIndex[Indicator]
    texts: tuple[TextPlace, ...]
    claims: tuple[ClaimPlace, ...]
    tasks: tuple[ResolvedTask, ...]
    duties: dict[str, dict[str, Units]]
    defaulted: dict[str, dict[str, Units]]
    defaults: dict[str, tuple[Defaults, ...]]
    steps: tuple[Step, ...]
    roots: dict[str, Root]
    writing: Writing
    inner: tuple[ResolvedPlan, ...] = ()
    depth: int = 0
    extra_units: frozenset[str] = frozenset()

    @property
    def documents(self) -> Iterator[ResolvedPlan]:
        """Go through the document and all those in it, from the outside in."""
        yield self
        for document in self.inner:
            yield from document.documents

    def inner_of(self, content: DocumentContent) -> ResolvedPlan:
        """Give the resolved form of a document that this one encloses or attaches."""
        return next(document for document in self.inner if document.plan is content)


@dataclass(frozen=True, slots=True)
class Root:
    """A file of a plan: its nodes, and the key that its whole content is the value of."""

    source: SourceFile
    node: Node
    key: str = ""


class EarlierVersion(NamedTuple):
    """A plan as it was before, whole, under the name of its folder."""

    label: str
    resolved: ResolvedPlan


@dataclass(frozen=True, slots=True)
class Corpus:
    """All plans of a workspace, in the order of their paths.

    Attributes:
        plans: the plans that could be decoded.
        sources: every file read, by path, for excerpts.
        earlier: the earlier versions of a plan, the oldest first, by the path of the plan.
    """

    plans: tuple[ResolvedPlan, ...]
    sources: dict[str, SourceFile]
    earlier: Mapping[str, tuple[EarlierVersion, ...]] = field(default_factory=dict)

    def versions_of(self, resolved: ResolvedPlan) -> tuple[EarlierVersion, ...]:
        """Give the earlier versions of a plan, the oldest first."""
        return self.earlier.get(resolved.path, ())

    @property
    def public(self) -> tuple[ResolvedPlan, ...]:
        """The plans that may appear on the site."""
        return tuple(resolved for resolved in self.plans if resolved.plan.public)
