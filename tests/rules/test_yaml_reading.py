"""YAML text to nodes: what is read safely as text, and what is refused, where and why."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.decode import to_data
from generator.source import SourceFile, Span
from generator.yaml_nodes import Mapping, Node, Scalar, decode_bytes, read_yaml, text_of
from generator.yaml_nodes.encoding import SIZE_LIMIT
from tests.rules.workspace import words_at


def read(text: str) -> tuple[Node | None, list[tuple[str, int, int]]]:
    """Read a text: its nodes, and code, line and column of what was found."""
    node, findings = read_yaml(SourceFile("plan.yaml", text))
    places = [finding.primary.place for finding in findings]
    assert all(isinstance(place, Span) for place in places)
    found = [
        (finding.rule.code, place.line, place.column)
        for finding, place in zip(findings, places, strict=True)
        if isinstance(place, Span)
    ]
    return node, found


def content(text: str) -> object:
    """Give what a text says, as plain lists and mappings."""
    node, found = read(text)
    assert found == []
    assert node is not None
    return to_data(node, SourceFile("plan.yaml", text))


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        # a value that starts with a mark of YAML
        ("a: %甲", "Y101", 1, 4),
        ("a: *甲", "Y103", 1, 4),
        ("a: *x", "Y103", 1, 4),
        ("a: &甲", "Y103", 1, 4),
        ("a: &x 甲", "Y103", 1, 4),
        ("a: &x\n  b: 1", "Y103", 1, 4),
        ("a: @甲", "Y101", 1, 4),
        ("a: !甲", "Y104", 1, 4),
        ("a: !!str 甲", "Y104", 1, 4),
        ("a: > 60分", "Y101", 1, 6),
        ("a: >60分", "Y101", 1, 6),
        ("a: |甲", "Y101", 1, 5),
        ("a: {甲}", "Y111", 1, 4),
        ("a: [甲", "Y101", 1, 4),
        ("a: `甲", "Y101", 1, 4),
        ("a: - 甲", "Y101", 1, 4),
        ("a: ? 甲", "Y101", 1, 4),
        # quotation marks around a part of a value or of a key
        ('a: "5323"模式', "Y101", 1, 10),
        ("a: '三个课堂'案例", "Y101", 1, 10),
        ('a:\n  "十四五"期间: 3', "Y101", 2, 8),
        ('a: "甲\nb: 1', "Y101", 1, 4),
        # what YAML drops as a comment
        ("a: 附件 #1 的表", "Y113", 1, 7),
        ("a: 60个 # 待核", "Y113", 1, 8),
        ("a: #1 任务", "Y113", 1, 4),
        ("a:\n  - #1 任务", "Y113", 2, 5),
        ('a: "甲" # 乙', "Y113", 1, 8),
        ("a: [甲, 乙] # 丙", "Y113", 1, 11),
        # a colon in a value
        ("a: 注: 含幼儿园", "Y101", 1, 5),
        ("a: 附件:", "Y101", 1, 6),
        # a colon or dash that is no mark
        ("牵头：甲", "Y110", 1, 3),
        ("a: 1\n牵头：甲", "Y110", 2, 3),
        ("牵头：甲\na: 1", "Y110", 1, 3),
        ("a:\n  甲：1\n  乙：2", "Y110", 2, 4),
        ("a:\n  figures:60个\n  b: 1", "Y114", 2, 10),
        ("title:甲\na: 1", "Y114", 1, 6),
        ("a:\n  到2028年:6个\n  到2030年: 8个", "Y114", 2, 9),
        ("a:\n  到2030年: 8个\n  到2028年:6个", "Y114", 3, 9),
        ("a:\n  床位（张）:60\n  b: 1", "Y114", 2, 8),
        ("a:\u300060个", "Y114", 1, 2),
        ("a:\xa060个", "Y108", 1, 3),
        ("a:\n  -甲", "Y114", 2, 3),
        ("a:\n  -甲\n  -乙", "Y114", 2, 3),
        ("a:\n  - 甲\n  -乙", "Y114", 3, 3),
        ("a:\n  － 甲", "Y110", 2, 3),
        ("a:\n  — 甲\n  — 乙", "Y110", 2, 3),
        ("a:\n  - 甲\n  － 乙", "Y110", 3, 3),
        # lists in brackets
        ("a: [甲，乙]", "Y111", 1, 5),
        ("a: [甲、乙]", "Y111", 1, 5),
        ("a: [甲, 10,000名]", "Y111", 1, 8),
        ("{text: 至2027年,培养}", "Y111", 1, 1),
        ("a:\n  - {text: 至2027年,培养}", "Y111", 2, 5),
        # text on several lines
        ("a: 甲，\n  乙", "Y112", 1, 4),
        ("a: >\n  甲\n  乙", "Y112", 1, 4),
        ("a: >-\n  甲", "Y112", 1, 4),
        ('a: "甲，\n  乙"', "Y112", 1, 4),
        ("a: '甲''乙'", "Y112", 1, 4),
        ('a: "甲\\n乙"', "Y112", 1, 4),
        ("a: |\n    甲\n  乙", "Y101", 3, 3),
        # keys
        ("a: 1\nb: 2\na: 3", "Y102", 3, 1),
        ("a:\n  b: 1\n  b: 2", "Y102", 3, 3),
        ("[甲]: 1", "Y105", 1, 1),
        ("a:\n  <<: 甲", "Y105", 2, 3),
        # characters that nobody sees
        ("a: 甲\t乙", "Y108", 1, 5),
        ("a:\n\tb: 1", "Y108", 2, 1),
        ("a: 甲\u2028乙", "Y108", 1, 5),
        ("a: 甲\u200b乙", "Y108", 1, 5),
        ("a: 甲\ufeff乙", "Y108", 1, 5),
        ("a: 甲\uffff乙", "Y108", 1, 5),
        ("a: 甲\x00乙", "Y108", 1, 5),
        # a second document, and text that ends the first
        ("a: |\n  甲\n---\n  乙", "Y115", 3, 1),
        ("a: 1\n---\nb: 2", "Y115", 2, 1),
        ("a: 1\n...\nb: 2", "Y101", 3, 1),
        # columns
        ("a: 甲\n b: 乙", "Y101", 2, 3),
        ("a:\n   b: 1\n  c: 2", "Y101", 3, 3),
        ("  a: 1\nb: 2", "Y101", 2, 1),
        ("a: 1\n甲\nb: 2", "Y101", 2, 1),
        ("a:\n  - 甲\n  b: 1", "Y101", 3, 3),
        ("a: 1\n  - 2", "Y112", 1, 4),
        ("a: 𠮷 # 乙", "Y113", 1, 6),
        (f"a: {'[' * 65}", "Y106", 1, 67),
    ],
)
def test_what_yaml_or_habit_breaks_is_refused_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    _, found = read(text)
    assert found == [(code, line, column)]


@pytest.mark.parametrize(
    "value",
    [
        *("1:1.2", "12:1", "12:30", "010", "no", "on", "~", "1.10", "0x10", "null", "1_000"),
        *("2023-05-18", ".inf", "-5", "--", "=", "3800名", "≥90%", "＞60分", "—", "10,000名"),
        *("“5323”模式", "注：含幼儿园", "甲#乙", "甲 --- 乙", "甲:乙", "http://甲", "甲&乙*丙!"),
        *(
            "十四五“末”",
            "甲、乙，丙",
            "A < B > C",
            "a\u3000b",
            "甲？ 乙",
            "-",
            "%甲",
            "&甲",
            "* 甲",
        ),
        *("!甲", "{甲,乙}", "[20%](#甲)", "# 甲", "甲 #1 乙", "键: 值", "- 甲", "--- 甲", "\\n甲"),
        *("'甲'乙", '"甲"乙', "牵头：甲", "－ 甲"),
    ],
)
def test_under_the_bar_any_value_is_read_as_written(value: str) -> None:
    assert content(f"a: |\n  {value}\n") == {"a": f"{value}\n"}


@pytest.mark.parametrize(
    "value",
    [
        *("1:1.2", "12:1", "12:30", "010", "no", "on", "~", "1.10", "0x10", "null", "1_000"),
        *("2023-05-18", ".inf", "-5", "--", "=", "3800名", "≥90%", "＞60分", "—", "10,000名"),
        *("“5323”模式", "注：含幼儿园", "甲#乙", "甲 --- 乙", "甲:乙", "http://甲", "甲&乙*丙!"),
        *("十四五“末”", "甲、乙，丙", "A < B > C", "a\u3000b", "甲？ 乙"),
    ],
)
def test_a_value_on_the_line_of_its_key_is_read_as_written(value: str) -> None:
    assert content(f"a: {value}\nb: 1") == {"a": value, "b": "1"}
    assert content(f"a:\n  - {value}") == {"a": [value]}


@pytest.mark.parametrize("key", ["2027", "2027-06-30", "1.", "no", "12:30", "甲乙", "到2027年"])
def test_a_key_is_read_as_written(key: str) -> None:
    assert content(f"{key}: 1") == {key: "1"}


@pytest.mark.parametrize("text", ["---\na: 1", "# 注\na: 1", "a: 1\n\n# 注\n", 'a: "1"', "a: '1'"])
def test_comments_quotes_and_a_first_mark_do_no_harm(text: str) -> None:
    assert content(text) == {"a": "1"}


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  重点：更新",
        "a:\n  甲",
        "a: [甲, 乙]",
        "a: []",
        "a:\n- 甲",
        "---",
        "http://甲",
        "a:\n  -5",
        "a:\n  --",
    ],
)
def test_what_only_looks_like_a_slip_is_left_alone(text: str) -> None:
    assert read(text)[1] == []


def test_a_row_further_left_than_the_first_is_said_to_be_that() -> None:
    text = "rows: |\n    | 甲 | 1 |\n  | 乙 | 2 |\n"
    _, (found,) = read_yaml(SourceFile("plan.yaml", text))
    assert found.message == "这一行比“|”之下的第一行靠左"


TEXT = "a:\n  - 名称: 甲\n    正文: |\n      重点：建设。\n"


@pytest.mark.parametrize(
    ("lines", "line", "column"),
    [
        ("    投资60亿元。\n", 5, 5),
        ("    投资60亿元。\n    别名: 乙\n", 5, 5),
        ("    投资60亿元。\n      其余自筹。\n", 5, 5),
        ("\n    投资60亿元。\n", 6, 5),
        ("     其中: 乙\n", 5, 6),
        ("     投资60亿元\n", 5, 6),
        ("   投资60亿元。\n", 5, 4),
        ("投资60亿元。\nb: 1\n", 5, 1),
        ("  　　投资60亿元\n", 5, 3),
        ("\n  　　投资60亿元\n    别名: 乙\n", 6, 3),
    ],
)
def test_a_line_left_of_the_text_above_is_said_to_be_that(
    lines: str, line: int, column: int
) -> None:
    _, (found,) = read_yaml(SourceFile("plan.yaml", TEXT + lines))
    assert str(found.primary.place) == f"plan.yaml:{line}:{column}"
    assert found.rule.code == "Y101"
    assert found.message == "这一行缩进不够，接不上“|”之下的正文"
    assert "与正文第一行左端对齐，行首空6个半角空格" in found.hint
    assert ("全角空格不算缩进" in found.hint) == ("\u3000" in lines)


@pytest.mark.parametrize(
    ("lines", "code", "words"),
    [
        # a key may stand here: both readings are named
        ("    牵头 市水务局\n", "Y101", "是键，写成“键: 值”"),
        ("    牵头：市水务局\n", "Y110", "是上面“|”的正文，就与正文第一行左端对齐"),
        ("    牵头:市水务局\nb: 1\n", "Y114", "是上面“|”的正文，就与正文第一行左端对齐"),
        # what went wrong has nothing to do with the text above
        ("    别名: 乙: 丙\n", "Y101", "全角“：”"),
        ('    别名: "乙"丙\n', "Y101", "去掉引号"),
        ("    别名: [乙\n", "Y101", "补上括号"),
        ("  - 名称:乙\n    正文: 丙\n", "Y114", "空一个半角空格"),
    ],
)
def test_a_key_under_a_text_is_told_from_a_line_of_it(lines: str, code: str, words: str) -> None:
    _, (found,) = read_yaml(SourceFile("plan.yaml", TEXT + lines))
    assert found.rule.code == code
    assert words in found.hint


def test_a_lost_dash_is_said_once_for_each_item() -> None:
    item = "    名称: 乙\n    正文: 丙\n    别名: 丁\n"
    text = "a:\n  - 名称: 甲\n    正文: 丙\n    别名: 丁\n" + item * 2 + "  - 名称: 戊\n"
    _, findings = read_yaml(SourceFile("plan.yaml", text))
    assert [str(found.primary.place) for found in findings] == ["plan.yaml:5:5", "plan.yaml:8:5"]
    for found in findings:
        assert found.message == "一项里又出现了开头的键“名称”，这一行前缺少“- ”"
        assert "在这一行前加“- ”" in found.hint


@pytest.mark.parametrize("text", ["a:\n  - b: 1\n    c: 2\n    c: 3", "a:\n  b: 1\n  b: 2"])
def test_another_key_twice_is_no_lost_dash(text: str) -> None:
    _, (found,) = read_yaml(SourceFile("plan.yaml", text))
    assert "写了两次" in found.message


def test_one_slip_is_said_once_though_reading_stops_at_it() -> None:
    _, found = read("a: 1\nb: 甲\n   c: 乙")
    assert found == [("Y101", 3, 5)]


def test_what_was_found_before_reading_stopped_is_kept() -> None:
    _, found = read("a: 甲 # 乙\nb: 注: 丙")
    assert found == [("Y113", 1, 6), ("Y101", 2, 5)]


def test_every_line_with_an_unseen_character_is_named() -> None:
    _, found = read("a: 甲\u200b乙\nb: 1\nc:\t2")
    assert found == [("Y108", 1, 5), ("Y108", 3, 3)]


def test_a_duplicate_key_points_at_both_places_and_the_first_value_is_kept() -> None:
    text = "甲: 1\n乙: 2\n甲: 3"
    node, (finding,) = read_yaml(SourceFile("plan.yaml", text))
    assert isinstance(node, Mapping)
    assert [(key.value, getattr(value, "value", "")) for key, value in node.entries] == [
        ("甲", "1"),
        ("乙", "2"),
    ]
    assert [str(label.place) for label in finding.related] == ["plan.yaml:1:1"]


@pytest.mark.parametrize("text", ["", "\n\n", "# 只有注释\n"])
def test_a_file_without_content_has_no_node(text: str) -> None:
    assert read(text) == (None, [])


unseen = st.sampled_from("\t\xa0\xad\u200b\u2028\ufeff\uffff\x00\x85")
marks = st.sampled_from(
    [*"\n\n    ::--：、，,.#|>&*!%@`?'\"[]{}<=～\\…", "\n  ", ": ", "- ", "---\n"]
)
words = st.text(alphabet="甲乙丙丁年名0129abz𠮷“”（）", min_size=1, max_size=4)
yaml_like = st.lists(st.one_of(words, marks, marks, unseen), max_size=40).map("".join)


@given(st.one_of(yaml_like, st.text(max_size=60)))
def test_no_text_breaks_the_reader_and_every_place_lies_in_the_text(text: str) -> None:
    source, _ = decode_bytes("plan.yaml", text.encode("utf-8", "replace"))
    assert source is not None
    _, findings = read_yaml(source)
    for finding in findings:
        for label in (finding.primary, *finding.related):
            place = label.place
            assert isinstance(place, Span)
            assert 1 <= place.line <= place.end_line <= len(source.lines)
            assert 1 <= place.column <= len(source.lines[place.line - 1]) + 1


@given(yaml_like)
def test_every_plain_scalar_stands_in_the_text_where_it_says(text: str) -> None:
    source = SourceFile("plan.yaml", text)
    node, findings = read_yaml(source)
    for scalar in scalars(node) if not findings else ():
        if scalar.style != "|" and scalar.value:
            assert words_at(text, text_of(scalar, source).span) == scalar.value


def scalars(node: Node | None) -> list[Scalar]:
    if isinstance(node, Scalar):
        return [node]
    if isinstance(node, Mapping):
        return [found for pair in node.entries for inner in pair for found in scalars(inner)]
    return [found for item in node.items for found in scalars(item)] if node else []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_is_read_with_or_without_a_byte_order_mark(encoding: str) -> None:
    source, findings = decode_bytes("plan.yaml", "标题: 甲\r\n阶段: 乙\r".encode(encoding))
    assert findings == ()
    assert source is not None
    assert source.text == "标题: 甲\n阶段: 乙\n"


@pytest.mark.parametrize(
    ("content", "line", "column", "name"),
    [
        ("a: 1\nb: 甲乙".encode("gb18030"), 2, 4, "GB18030"),
        ("甲: 1\n甲: ".encode() + b"\xff\xfe", 2, 4, "未知"),
    ],
)
def test_another_encoding_is_named_at_its_first_byte(
    content: bytes, line: int, column: int, name: str
) -> None:
    source, (finding,) = decode_bytes("plan.yaml", content)
    assert source is None
    assert finding.rule.code == "Y109"
    assert isinstance(finding.primary.place, Span)
    assert (finding.primary.place.line, finding.primary.place.column) == (line, column)
    assert name in finding.message


def test_a_file_of_the_greatest_size_is_read_and_one_byte_more_is_not() -> None:
    assert decode_bytes("plan.yaml", b"#" * SIZE_LIMIT)[1] == ()
    assert [f.rule.code for f in decode_bytes("plan.yaml", b"#" * (SIZE_LIMIT + 1))[1]] == ["Y107"]


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("甲: 1\n　　乙: 2\n", 2, 1),
        ("甲:\n  　- 乙\n", 2, 3),
        ("甲:\n  　乙: 丙\n", 2, 3),
        ("甲: |\n　　从别处贴来的一段\n", 2, 1),
    ],
)
def test_a_full_width_space_is_no_indent(text: str, line: int, column: int) -> None:
    _, found = read_yaml(SourceFile("plan.yaml", text))
    assert [item.rule.code for item in found] == ["Y108"]
    assert str(found[0].primary.place) == f"plan.yaml:{line}:{column}"


def test_full_width_spaces_behind_a_proper_indent_are_text() -> None:
    assert read_yaml(SourceFile("plan.yaml", "甲: |\n  　　段首空了两格\n"))[1] == ()
