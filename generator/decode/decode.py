"""Nodes to records."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import ValidationError

from generator.decode.key_hints import FIGURE_KEYS, outdented_hint
from generator.decode.period_hints import period_colon_hint, period_hint
from generator.decode.rules import (
    CONTENT_CONFLICT,
    EMPTY_VALUE,
    KEY_TWICE,
    MISSING_KEY,
    UNKNOWN_KEY,
    UNKNOWN_WORD,
    UNREADABLE_PERIOD,
    UNREADABLE_QUANTITY,
    WRONG_SHAPE,
)
from generator.decode.unit_hints import quantity_hint
from generator.diagnostics import Diagnostic, Label
from generator.model.base import NAME_KEY, KeyProblem, Located, LocatedList, Reading, Record
from generator.model.quoting import brief
from generator.quantity import parse_period
from generator.source import Span
from generator.text import Text
from generator.yaml_nodes import Mapping, Node, Scalar, key_slip, span_of, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

    from generator.source import SourceFile

AnyRecord = TypeVar("AnyRecord", bound=Record)

_MOST_LISTED = 24
_QUANTITY_HINT = "写成“3800名”“不少于10学时”“原则上不少于10%”一类的数值"
_PERIOD_HINT = "写成“到2027年”“2023—2027年”“每学年”一类的时期"
_VALUE_RULES = {
    "empty": (EMPTY_VALUE, "写上内容，或删去这个键"),
    "quantity_expected": (UNREADABLE_QUANTITY, _QUANTITY_HINT),
    "content_conflict": (CONTENT_CONFLICT, "只留一种；另外的写成另一个附件"),
    "period_expected": (UNREADABLE_PERIOD, _PERIOD_HINT),
    "bare_year": (UNREADABLE_PERIOD, "单写年份分不清期限和当年：写成“到2027年”或“2027年”"),
    "mapping_expected": (WRONG_SHAPE, "每行一个“键: 值”，冒号后空一格"),
    "entries_expected": (WRONG_SHAPE, "行首不用“- ”，冒号后空一格，例如“床位: 300张”"),
    "name_expected": (WRONG_SHAPE, "名称里不用“、”“，”“@”和前后有空格的运算符，例如改用“和”"),
    "identifier_expected": (WRONG_SHAPE, "只用汉字、字母、数字和“-”"),
    "text_expected": (WRONG_SHAPE, "只写一段文字；文字里的冒号用全角“：”"),
    "tuple_type": (WRONG_SHAPE, "每项以“- ”开头，各占一行"),
    "web_address_expected": (WRONG_SHAPE, "从浏览器地址栏整行复制，以https://或http://开头"),
    "yes_or_no_expected": (UNKNOWN_WORD, "写“是”或“否”"),
}
_PLAIN_MESSAGES = {"tuple_type": "这里要写成清单"}
# where text cannot stand, “键：值” was meant as a key
_NEEDS_KEYS = ("mapping_expected", "entries_expected", "tuple_type", "quantity_expected")


def to_data(node: Node, source: SourceFile) -> Any:  # noqa: ANN401  # a tree of three kinds
    """Turn nodes into located text, lists and mappings."""
    if isinstance(node, Scalar):
        return text_of(node, source)
    if isinstance(node, Mapping):
        pairs = [(text_of(name, source), to_data(value, source)) for name, value in node.entries]
        return Located(pairs, span_of(node, source))
    return LocatedList([to_data(item, source) for item in node.items], span_of(node, source))


def decode(
    data: object, record_type: type[AnyRecord], extra_units: frozenset[str] = frozenset()
) -> tuple[AnyRecord | None, tuple[Diagnostic, ...]]:
    """Make a record of located data; None if it has mistakes, all of which are reported.

    `extra_units` are the units of measure that the plan adds to the closed list.
    """
    reading = Reading(extra_units)
    record: AnyRecord | None = None
    value_errors: list[ErrorDetails] = []
    try:
        record = record_type.model_validate(data, context=reading)
    except ValidationError as error:
        value_errors = error.errors(include_url=False)
    findings = [_key_finding(problem) for problem in _without_echoes(reading.problems)]
    may_declare = "units_of_measure" in record_type.model_fields
    findings += _value_findings(value_errors, data, may_declare=may_declare)
    # only a caller can leave out the name of the outermost record
    if not findings and any(error["loc"] != (NAME_KEY,) for error in value_errors):
        message = f"refused without a finding: {value_errors}"
        raise AssertionError(message)
    return (None if findings else record), tuple(findings)


def _without_echoes(problems: list[KeyProblem]) -> Iterator[KeyProblem]:
    """Leave out a missing key that stands there misspelt."""
    misspelt = [problem for problem in problems if problem.kind == "unknown"]
    for problem in problems:
        if problem.kind != "missing" or not any(_is_meant(other, problem) for other in misspelt):
            yield problem


def _is_meant(unknown: KeyProblem, missing: KeyProblem) -> bool:
    key, record = unknown.span, missing.span
    same_record = (
        (key.source, key.column) == (record.source, record.column)
        and key.line >= record.line
        and unknown.keys == missing.keys
    )
    return same_record and _nearest(unknown) in (missing.key, missing.keys.get(missing.key))


def _key_finding(problem: KeyProblem) -> Diagnostic:
    name, alias = problem.key, problem.keys.get(problem.key, "")
    if problem.kind == "missing":
        message = f"缺少“{name}”（{alias}）"
        return Diagnostic(MISSING_KEY, message, Label(problem.span), hint=f"补上{problem.meaning}")
    if problem.kind == "twice":
        message = f"“{name}”与它的另一种写法是同一个键，只能写一个"
        return Diagnostic(KEY_TWICE, message, Label(problem.span), hint="删去其中一个")
    if problem.kind == "empty":
        hint = f"写上{problem.meaning}"
        return Diagnostic(EMPTY_VALUE, f"“{name}”里一项也没有", Label(problem.span), hint=hint)
    message = f"不认识的键“{brief(name)}”"
    return Diagnostic(UNKNOWN_KEY, message, Label(problem.span), hint=_did_you_mean(problem))


def _nearest(problem: KeyProblem) -> str:
    candidates = [*problem.keys, *problem.keys.values()]
    close = get_close_matches(problem.key, candidates, n=1, cutoff=0.5)
    return close[0] if close else ""


def _did_you_mean(problem: KeyProblem) -> str:
    if problem.kind == "outer":
        return "名称就是外面的键，这里不再写"
    outdented = outdented_hint(problem)
    if outdented:
        return outdented
    nearest = _nearest(problem)
    if nearest:
        return f"是不是“{nearest}”？"
    if "figures" in problem.keys and parse_period(problem.key):
        return "时期写在“figures”（数值）之下，缩进两格"
    if len(problem.keys) > _MOST_LISTED:
        return "没有相近的键；可用的键见手册“键一览”"
    known = "、".join(f"{name}（{alias}）" for name, alias in problem.keys.items())
    return f"这里可用的键：{known}"


def _value_findings(
    errors: list[ErrorDetails], data: object, *, may_declare: bool
) -> Iterator[Diagnostic]:
    for error in errors:
        if error["type"] not in ("missing", "extra_forbidden"):
            yield _mistyped(error) or _value_finding(error, data, may_declare=may_declare)


def _mistyped(error: ErrorDetails) -> Diagnostic | None:
    """Find text that was meant as a key and its value; a single value is no such text."""
    written = error["input"]
    if error["type"] not in _NEEDS_KEYS or not isinstance(written, Text):
        return None
    if error["type"] == "quantity_expected" and not written.startswith(FIGURE_KEYS):
        return None
    return key_slip(written)


def _value_finding(error: ErrorDetails, data: object, *, may_declare: bool) -> Diagnostic:
    written = error["input"]
    context = error.get("ctx", {})
    span = context.get("span") or _span_of_input(error, data)
    kind, message = error["type"], error["msg"]
    if isinstance(written, Text) and not written.strip():
        kind, message = "empty", "键后没有内容"
    rule, hint = _VALUE_RULES.get(kind, (WRONG_SHAPE, ""))
    if kind == "quantity_expected":
        text, extra_units = context["text"], context["extra_units"]
        hint = period_colon_hint(text) or quantity_hint(
            text, extra_units, hint, may_declare=may_declare
        )
    if kind == "period_expected":
        hint = period_hint(context["text"], hint)
    if kind == "mapping_expected":
        hint = _keys_hint(context["keys"], written)
    if kind == "word_expected":
        rule, hint = UNKNOWN_WORD, _word_hint(context)
    message = _PLAIN_MESSAGES.get(kind, message)
    return Diagnostic(rule, message, Label(span), hint=hint)


def _keys_hint(keys: dict[str, str], written: object) -> str:
    """Show how the text would stand under the one key that is needed, else some of the keys."""
    if len(keys) == 1 and isinstance(written, Text):
        ((name, alias),) = keys.items()
        return f"写成“{name}: {brief(written)}”（{alias}），别的键另起一行"
    shown = "、".join(f"“{name}: …”（{alias}）" for name, alias in keys.items())
    return f"每行一个，冒号后空一格，例如{shown}"


def _word_hint(context: dict[str, Any]) -> str:
    words = [*context["words"], *context["english"]]
    close = get_close_matches(context["text"].lower(), words, n=1, cutoff=0.3)
    choices = "、".join(context["words"])
    return f"是不是“{close[0]}”？可选：{choices}" if close else f"可选：{choices}"


def _span_of_input(error: ErrorDetails, data: object) -> Span:
    written = error["input"]
    for value in (written, data):
        span = getattr(value, "span", None)
        if isinstance(span, Span):
            return span
    message = f"an error without a place: {error}"
    raise AssertionError(message)
