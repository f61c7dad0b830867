"""S: the shape of a plan, before any name is looked up."""

from __future__ import annotations

from generator.diagnostics import Rule, Severity

UNKNOWN_KEY = Rule("S101", "unknown-key", "不认识的键")
MISSING_KEY = Rule("S102", "missing-key", "缺少必填的键")
WRONG_SHAPE = Rule("S103", "wrong-shape", "内容的写法与键不符")
EMPTY_VALUE = Rule("S104", "empty-value", "键后没有内容")
UNREADABLE_QUANTITY = Rule("S105", "unreadable-quantity", "数值读不出来")
UNREADABLE_PERIOD = Rule("S106", "unreadable-period", "时期读不出来")
UNKNOWN_WORD = Rule("S107", "unknown-word", "不是可选的词")
KEY_TWICE = Rule("S108", "key-in-two-languages", "同一个键用中英文各写了一次")
CONTENT_CONFLICT = Rule("S109", "content-conflict", "附件的内容写了不止一种")
YML_FILE = Rule("S111", "yml-file", "文件名不以.yaml结尾，没有读")
TABLE_SHAPE = Rule("S112", "table-shape", "表格的行列不对")
EMPTY_CELL = Rule("S113", "empty-cell", "表格里有空格", Severity.NOTE)
UNUSABLE_UNIT = Rule("S115", "unusable-unit", "自用的计量单位不能用")
UNDECLARED_TOTAL = Rule("S116", "undeclared-total", "合计没有写明，没有核对", Severity.NOTE)
UNUSED_VERSION = Rule("S117", "unused-version", "旧版没有用上", Severity.WARNING)

SHAPE_RULES = (
    UNKNOWN_KEY,
    MISSING_KEY,
    WRONG_SHAPE,
    EMPTY_VALUE,
    UNREADABLE_QUANTITY,
    UNREADABLE_PERIOD,
    UNKNOWN_WORD,
    KEY_TWICE,
    CONTENT_CONFLICT,
    YML_FILE,
    TABLE_SHAPE,
    EMPTY_CELL,
    UNUSABLE_UNIT,
    UNDECLARED_TOTAL,
    UNUSED_VERSION,
)
