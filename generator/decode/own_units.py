"""The units of measure that a plan adds to the closed list, read before anything is parsed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from pydantic import TypeAdapter, ValidationError

from generator.decode.rules import UNUSABLE_UNIT
from generator.diagnostics import Diagnostic, Label
from generator.model.base import Located, LocatedList
from generator.model.document import Attachment, Enclosure, Plan
from generator.model.quoting import brief
from generator.model.values import NameList, Names
from generator.quantity import UnitFault, unit_fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.base import Record
    from generator.text import Text

_KEY: Final = "units_of_measure"
_FAULTS: Final = {
    UnitFault.KNOWN: ("“{}”是本来就认识的计量单位", "不用声明，删去这一项"),
    UnitFault.FORM: (
        "“{}”不能作计量单位，里面有数字或符号",
        "只写单位本身，用汉字或字母，例如“台套”；“元/台套”声明“台套”就够了",
    ),
    UnitFault.MEANING: (
        "“{}”不能作计量单位，跟在数字后面另有意思",
        "换一个不是数目、界限和时间的词，例如“台套”",
    ),
}


def own_units(data: Located) -> tuple[frozenset[str], tuple[Diagnostic, ...]]:
    """Give a file's own units of measure, those of the documents in it included.

    They hold for the whole file. Values of a wrong shape are left to decoding.
    """
    seen: dict[str, Text] = {}
    findings: list[Diagnostic] = []
    for name in _declared(data):
        first = seen.setdefault(str(name), name)
        fault = unit_fault(str(name))
        if first is not name:
            message = f"计量单位“{brief(name)}”声明了两次"
            related = (Label(first.span, "第一次"),)
            hint = "只留一处，全文件通用"
            findings.append(Diagnostic(UNUSABLE_UNIT, message, Label(name.span), related, hint))
        elif fault:
            message, hint = _FAULTS[fault]
            message = message.format(brief(name))
            findings.append(Diagnostic(UNUSABLE_UNIT, message, Label(name.span), hint=hint))
    usable = frozenset(name for name in seen if unit_fault(name) is None)
    return usable, tuple(findings)


def _declared(document: Located) -> Iterator[Text]:
    yield from _names(_value(document, Plan, _KEY))
    enclosure = _value(document, Plan, "encloses")
    inner = [_value(enclosure, Enclosure, "document")]
    attachments = _value(document, Plan, "attachments")
    if isinstance(attachments, LocatedList):
        inner += [_value(attachment, Attachment, "document") for attachment in attachments]
    for content in inner:
        if isinstance(content, Located):
            yield from _declared(content)


def _value(data: object, record: type[Record], key: str) -> object:
    if not isinstance(data, Located):
        return None
    return next((data[name] for name in data if name in (key, record.keys()[key])), None)


def _names(value: object) -> Names:
    try:
        return _reader().validate_python(value)
    except ValidationError:
        return Names()


@cache
def _reader() -> TypeAdapter[Names]:
    """Build the reader of a list of names when first asked for: that takes a while."""
    return TypeAdapter(NameList)
