"""R: names that lead nowhere, or to two things, and what is printed not just once."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

DUPLICATE_NAME = Rule("R101", "duplicate-name", "两处用了同一个名称")
UNKNOWN_UNIT = Rule("R102", "unknown-unit", "单位不在登记表中")
UNKNOWN_INDICATOR = Rule("R103", "unknown-indicator", "没有这个指标")
UNKNOWN_SUBJECT = Rule("R104", "unknown-subject", "没有这项工程、措施或条款")
UNKNOWN_PERIOD = Rule("R105", "unknown-period", "指标没有这个时期的数值")
SHOWN_IN_ITSELF = Rule("R113", "shown-in-itself", "插入在自己里面")
NOT_SHOWN = Rule("R114", "not-shown", "写了而没有印出来", Severity.WARNING)
SHOWN_TWICE = Rule("R115", "shown-twice", "同一内容插入了两次")
UNIT_RELATIONS = Rule("R122", "unit-relations", "单位登记自相矛盾")
TOO_DEEP = Rule("S114", "too-deep", "标题层次过深或过多")
LOOSE_SPELLING = Rule("W101", "loose-spelling", "同一名称写法不一", Severity.WARNING)

REFERENCE_RULES = (
    DUPLICATE_NAME,
    UNKNOWN_UNIT,
    UNKNOWN_INDICATOR,
    UNKNOWN_SUBJECT,
    UNKNOWN_PERIOD,
    SHOWN_IN_ITSELF,
    NOT_SHOWN,
    SHOWN_TWICE,
    UNIT_RELATIONS,
    TOO_DEEP,
    LOOSE_SPELLING,
)
