"""What diff does and says: two versions of a plan, compared."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.cli_files import refuse_as_target, write_new
from generator.cli_publish import office_look
from generator.cli_report import outcome_of, write_outcome
from generator.cli_terminal import Refused, complain, write
from generator.cli_workspace import scope_of_plan, workspace_of_plan
from generator.comparison import Version, compare, compose_revision
from generator.comparison.revision_table import TITLE, summary
from generator.decode import SHAPE_RULES
from generator.diagnostics import Severity
from generator.pipeline.analysis import analyze
from generator.pipeline.office import OfficeWish
from generator.pipeline.versions import plan_of_version, version_files
from generator.readback.verify import verified_list
from generator.reporters.changes import changes_html, changes_text
from generator.resolve import REFERENCE_RULES
from generator.yaml_nodes import YAML_RULES

if TYPE_CHECKING:
    from generator.comparison import Comparison
    from generator.diagnostics import Report
    from generator.pipeline.analysis import Analysis
    from generator.reporters import Outcome
    from generator.resolve import ResolvedPlan

DIFF_FORMS: Final = {"text": "显示在屏幕上", "html": "网页", "docx": "修订对照表"}
_LABEL_MARK: Final = "@"
_SUFFIXES: Final = {".docx": "docx", ".html": "html", ".htm": "html", ".txt": "text"}
# of the endings of a form the one listed first
_EXAMPLES: Final = {form: f"{TITLE}{suffix}" for suffix, form in reversed(_SUFFIXES.items())}
# what is wrong there may lack its text or its place
_UNREADABLE: Final = frozenset((*YAML_RULES, *SHAPE_RULES, *REFERENCE_RULES))


class _Sides(NamedTuple):
    """Both versions, and the workspace of the new one."""

    old: Version
    new: Version
    root: Path


def diff_plans(old: str, new: str | None, form: str | None, output: Path | None) -> bool:
    """Compare two versions of a plan and give out what changed; say whether that was done.

    Args:
        old: path or identifier of the old version; `标识@版本` means an earlier one by its label.
        new: the same of the new version; None compares `old` with what came last before it.
        form: a name of DIFF_FORMS; None for what the output is called.
        output: the file, or None for the screen, or for a usual name of a DOCX.

    Raises:
        Refused: no such plan or version, or no place to write to.
        OSError: a file cannot be read or written.
    """
    form = form or _form_of(output)
    if output:
        refuse_as_target(output, _EXAMPLES[form])
    sides = _sides(old, new, strict=form == "docx")
    if sides is None:
        return False
    comparison = compare(sides.old, sides.new)
    if form == "docx":
        _write_docx(comparison, sides.root, output)
        return True
    text = changes_html(comparison) if form == "html" else changes_text(comparison)
    if output is None:
        write(text)
    else:
        write_new(output, text.encode(), TITLE, _EXAMPLES[form])
        write(f"{summary(comparison)}\n")
    return True


def _form_of(output: Path | None) -> str:
    """Tell the form from the name of the file.

    Raises:
        Refused: it is the name of something else.
    """
    if output is None:
        return "text"
    form = _SUFFIXES.get(output.suffix.lower())
    if form is None:
        message = f"“{output}”不知写成什么。文件名以.docx、.html或.txt结尾，或者写“--format”"
        raise Refused(message)
    return form


def _write_docx(comparison: Comparison, root: Path, output: Path | None) -> None:
    target = output or Path(f"{comparison.new.resolved.identifier}-{TITLE}.docx")
    content = verified_list(compose_revision(comparison), office_look(root, OfficeWish()))
    write_new(target, content, TITLE, f"{TITLE}.docx")
    write(f"{summary(comparison)}\n")


def _sides(old: str, new: str | None, *, strict: bool) -> _Sides | None:
    """Find both versions; tell what keeps their plans from being compared and give None then."""
    found = _Finder(strict=strict)
    if new is None:
        current = found.version(old)
        earlier = found.before(old, current) if current else None
        return _Sides(earlier, current, found.root(old)) if current and earlier else None
    before, after = found.version(old), found.version(new)
    return _Sides(before, after, found.root(new)) if before and after else None


class _Finder:
    """Finds versions by what was typed, and reads each workspace once."""

    def __init__(self, *, strict: bool) -> None:
        self._strict = strict
        self._told = False
        self._refused: list[tuple[Path, Report]] = []
        self._analyses: dict[Path, Analysis] = {}

    def root(self, typed: str) -> Path:
        """Find the workspace of a version."""
        return workspace_of_plan(_split(typed)[0])

    def version(self, typed: str) -> Version | None:
        """Find a version; tell the errors of its plan and give None if it has any."""
        name, label = _split(typed)
        analysis, outcome, current = self._current(typed)
        if current is None or not self._lets_pass(outcome):
            self._refuse(outcome, self.root(typed))
            return None
        path = Path(name).resolve()
        if plan := plan_of_version(path):
            label = _label(path, plan)
        if not label:
            return Version(current)
        earlier = {one.label: one.resolved for one in analysis.corpus.versions_of(current)}
        if label in earlier:
            return Version(earlier[label], label)
        if label in [one.parent.name for one in version_files(analysis.root / current.path)]:
            write_outcome(outcome)
            message = f"旧版“{label}”有错误，见上面的警告，没有比较"
            raise Refused(message)
        message = f"“{current.identifier}”没有“{label}”这个版本。{_listed(tuple(earlier))}"
        raise Refused(message)

    def before(self, typed: str, version: Version) -> Version:
        """Give the version that came last before one.

        Raises:
            Refused: there is none.
        """
        analysis, outcome, current = self._current(typed)
        versions = analysis.corpus.versions_of(current) if current else ()
        labels = [one.label for one in versions]
        if current and len(version_files(analysis.root / current.path)) > len(labels):
            write_outcome(outcome)
            message = "有的旧版有错误，见上面的警告，不知哪一版是上一版。请改正，或写明和哪一版比"
            raise Refused(message)
        place = labels.index(version.label) if version.label else len(labels)
        if not place:
            message = (
                f"“{version.resolved.identifier}”没有更早的版本。请再写一份要比的规划，"
                "或者把旧版整份放进规划文件夹里的versions/版本名/plan.yaml"
            )
            raise Refused(message)
        return Version(versions[place - 1].resolved, labels[place - 1])

    def _current(self, typed: str) -> tuple[Analysis, Outcome, ResolvedPlan | None]:
        """Give the plan that a version is of, as it is now, and what was found in it."""
        analysis = self._analysis(typed)
        scope = scope_of_plan(analysis, _split(typed)[0], with_versions=True)
        plans = (one for one in analysis.corpus.plans if one.path in scope.plans)
        return analysis, outcome_of(analysis, scope), next(plans, None)

    def _lets_pass(self, outcome: Outcome) -> bool:
        """Say whether a plan can be compared: figures may be wrong, unless it goes out as DOCX."""
        errors = outcome.report.at_least(Severity.ERROR)
        if any(self._strict or item.rule in _UNREADABLE for item in errors):
            return False
        if errors and not self._told:
            complain(f"有{len(errors)}处错误没有改正，先照现在的样子比；用 planpress check 看错误")
            self._told = True
        return True

    def _refuse(self, outcome: Outcome, root: Path) -> None:
        """Tell what is wrong, once where both versions are of one plan."""
        if (root, outcome.report) not in self._refused:
            self._refused.append((root, outcome.report))
            write_outcome(outcome)
            complain("没有比较。请先改正上面的错误")

    def _analysis(self, typed: str) -> Analysis:
        root = self.root(typed)
        if root not in self._analyses:
            self._analyses[root] = analyze(root)
        return self._analyses[root]


def _split(typed: str) -> tuple[str, str]:
    """Take an identifier and the label of a version apart; a path stays whole.

    Raises:
        Refused: the label is missing.
    """
    if Path(typed).exists():
        return typed, ""
    name, mark, label = typed.partition(_LABEL_MARK)
    if mark and not label:
        message = f"“{typed}”没有写是哪个版本。写成“{name}@版本名”"
        raise Refused(message)
    return name, label


def _label(path: Path, plan: Path) -> str:
    """Give the label of the version that a path lies in.

    Raises:
        Refused: it is the folder of all versions.
    """
    steps = path.relative_to(plan.parent).parts
    if len(steps) == 1:
        message = f"“{steps[0]}”里是各个旧版。请写明其中一版，例如“{steps[0]}/征求意见稿”"
        raise Refused(message)
    return steps[1]


def _listed(labels: tuple[str, ...]) -> str:
    return f"已有：{'、'.join(labels)}" if labels else "它的versions文件夹里没有能读的旧版"
