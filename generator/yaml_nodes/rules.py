"""Y: what goes wrong in YAML text before any meaning is looked at."""

from __future__ import annotations

from generator.diagnostics import Rule

UNREADABLE_YAML = Rule("Y101", "unreadable-yaml", "写法无法读取")
DUPLICATE_KEY = Rule("Y102", "duplicate-key", "同一处的键重复")
ANCHOR_OR_ALIAS = Rule("Y103", "anchor-or-alias", "使用了锚点或引用")
TAG = Rule("Y104", "tag", "使用了类型标签")
COMPLEX_KEY = Rule("Y105", "complex-key", "键不是一个词")
DEEP_NESTING = Rule("Y106", "deep-nesting", "嵌套过深")
LARGE_FILE = Rule("Y107", "large-file", "文件过大")
INVISIBLE_CHARACTER = Rule("Y108", "invisible-character", "有看不见的字符")
WRONG_ENCODING = Rule("Y109", "wrong-encoding", "文件编码不是UTF-8")
FULL_WIDTH_MARK = Rule("Y110", "full-width-mark", "标记用了全角符号")
FLOW_STYLE = Rule("Y111", "flow-style", "花括号或方括号写法会丢字")
JOINED_LINES = Rule("Y112", "joined-lines", "多行文字会被空格连接")
TRAILING_COMMENT = Rule("Y113", "trailing-comment", "行尾“#”之后的文字会丢失")
MISSING_SPACE = Rule("Y114", "missing-space", "标记之后缺少空格")
SECOND_DOCUMENT = Rule("Y115", "second-document", "一个文件里有两份内容")

YAML_RULES = (
    UNREADABLE_YAML,
    DUPLICATE_KEY,
    ANCHOR_OR_ALIAS,
    TAG,
    COMPLEX_KEY,
    DEEP_NESTING,
    LARGE_FILE,
    INVISIBLE_CHARACTER,
    WRONG_ENCODING,
    FULL_WIDTH_MARK,
    FLOW_STYLE,
    JOINED_LINES,
    TRAILING_COMMENT,
    MISSING_SPACE,
    SECOND_DOCUMENT,
)
