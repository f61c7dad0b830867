"""Located text: every character knows where it stands in the file, whatever is done to it."""

from __future__ import annotations

import itertools
import pickle
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.decode import decode, to_data
from generator.model.content import Block
from generator.source import SourceFile, Span
from generator.text import Piece, Text, join
from generator.yaml_nodes import read_yaml
from tests.rules.workspace import words_at

if TYPE_CHECKING:
    from generator.model.values import Prose

FIRST = "甲乙丙，。1290%𠮷ab（）“”：—[]#-!&*|>\\"


class Draft(NamedTuple):
    """A block scalar as a drafter may lay it out, and what it says."""

    yaml: str
    paragraphs: list[str]


@st.composite
def drafts(draw: st.DrawFn) -> Draft:
    """Lay out paragraphs of lines at any depth, with blank lines and white space about."""
    depth = draw(st.integers(0, 3))
    indent = " " * (4 * depth + draw(st.integers(2, 5)))
    line = st.text(alphabet=FIRST + " ", min_size=1, max_size=12).map(str.strip).filter(bool)
    paragraphs = draw(st.lists(st.lists(line, min_size=1, max_size=3), min_size=1, max_size=4))
    keys = [f"{' ' * (4 * level)}键{level}:\n" for level in range(depth)]
    text = "".join(keys) + f"{' ' * (4 * depth)}正文: |{draw(st.sampled_from(['', '-', '+']))}\n"
    for number, lines in enumerate(paragraphs):
        if number:
            text += draw(st.sampled_from(["\n", "\n\n", f"{indent}\n", f"{indent}  \n", " \n"]))
        for written in lines:
            text += f"{indent}{written}{draw(st.sampled_from(['', '', ' ', '  ']))}\n"
    return Draft(text, ["".join(lines) for lines in paragraphs])


def prose_of(yaml: str) -> Prose:
    source = SourceFile("plan.yaml", yaml)
    node, findings = read_yaml(source)
    assert findings == ()
    assert node is not None
    data = to_data(node, source)
    while "正文" not in data:
        (data,) = data.values()
    data[Text.on_line("title", Span("plan.yaml", 1, 1, 1, 2))] = next(iter(data))
    block, found = decode(data, Block)
    assert found == ()
    assert block is not None
    return block.text


def assert_every_character_stands_where_it_says(text: Text, file: str) -> None:
    for index, character in enumerate(text):
        span = text.span_of(index, index + 1)
        assert words_at(file, span) == character
        assert span.end_column == span.column + 1


@given(drafts())
def test_every_character_of_a_paragraph_stands_where_it_says(draft: Draft) -> None:
    prose = prose_of(draft.yaml)
    assert [str(paragraph.text) for paragraph in prose] == draft.paragraphs
    for paragraph in prose:
        assert_every_character_stands_where_it_says(paragraph.text, draft.yaml)


@given(drafts(), st.data())
def test_a_part_of_a_paragraph_keeps_its_places(draft: Draft, data: st.DataObject) -> None:
    paragraph = data.draw(st.sampled_from(prose_of(draft.yaml).paragraphs)).text
    start = data.draw(st.integers(0, len(paragraph)))
    end = data.draw(st.integers(start, len(paragraph)))
    part = paragraph.part(start, end)
    assert str(part) == str(paragraph)[start:end]
    assert_every_character_stands_where_it_says(part, draft.yaml)
    assert_every_character_stands_where_it_says(part.trimmed(), draft.yaml)
    rejoined = join([part, paragraph.part(end, len(paragraph))])
    assert str(rejoined) == str(paragraph)[start:]
    assert_every_character_stands_where_it_says(rejoined, draft.yaml)


def test_marks_that_bind_a_number_are_taken_out_and_the_rest_stays_in_place() -> None:
    yaml = "正文: |\n  招收[1800名](#乡村护士)和\n  [20%](#比例@到2025年)的甲。\n"
    (paragraph,) = prose_of(yaml)
    assert str(paragraph.text) == "招收1800名和20%的甲。"
    assert_every_character_stands_where_it_says(paragraph.text, yaml)
    bound = [(paragraph.text[b.start : b.end], str(b.target)) for b in paragraph.bindings]
    assert bound == [("1800名", "乡村护士"), ("20%", "比例@到2025年")]
    for binding in paragraph.bindings:
        assert_every_character_stands_where_it_says(binding.target, yaml)


@pytest.mark.parametrize(
    "text", ["[甲]", "[甲](乙)", "[甲](#)", "[甲](#乙 丙)", "[](#甲)", "[甲] (#乙)"]
)
def test_other_brackets_are_text(text: str) -> None:
    (paragraph,) = prose_of(f"正文: |\n  前{text}后\n")
    assert str(paragraph.text) == f"前{text}后"
    assert paragraph.bindings == ()


def test_a_quoted_value_points_inside_its_quotes() -> None:
    yaml = "标题:\n  正文: “甲” \n"
    (paragraph,) = prose_of(yaml)
    assert paragraph.text.span == Span("plan.yaml", 2, 7, 2, 10)
    (quoted,) = prose_of('正文: "甲乙"\n')
    assert quoted.text.span == Span("plan.yaml", 1, 6, 1, 8)


def test_the_span_of_several_lines_goes_from_the_first_to_the_last() -> None:
    (paragraph,) = prose_of("正文: |\n  甲乙\n  丙丁戊\n")
    assert paragraph.text.span == Span("plan.yaml", 2, 3, 3, 6)
    assert paragraph.text.span_of(2, 3) == Span("plan.yaml", 3, 3, 3, 4)


def test_no_characters_have_a_span_without_width() -> None:
    text = Text.at("甲乙", "plan.yaml", (Piece(0, 3, 5),))
    assert text.span_of(1, 1) == Span("plan.yaml", 3, 6, 3, 6)


def test_places_travel_between_processes() -> None:
    text = Text.at("甲乙", "plan.yaml", (Piece(0, 3, 5), Piece(1, 4, 1)))
    copied = pickle.loads(pickle.dumps(text))  # noqa: S301 - our own bytes, made on this line
    assert copied == text
    assert (copied.pieces, copied.source) == (text.pieces, text.source)


@st.composite
def blocks(draw: st.DrawFn) -> Text:
    """Make a text of pieces that each stand anywhere."""
    pieces = [Piece(0, draw(st.integers(1, 9)), draw(st.integers(1, 9)))]
    value = draw(st.text(alphabet=FIRST, min_size=1, max_size=30))
    for offset in sorted(draw(st.sets(st.integers(1, 29)))):
        pieces.append(Piece(offset, pieces[-1].line + 1, draw(st.integers(1, 9))))
    return Text.at(
        value, "plan.yaml", tuple(piece for piece in pieces if piece.offset < len(value))
    )


@given(blocks(), st.data())
def test_each_character_keeps_its_place_in_parts_and_glued_stretches(
    text: Text, data: st.DataObject
) -> None:
    edges = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=8)))
    stretches = list(itertools.pairwise(edges))[:: data.draw(st.integers(1, 2))]
    expected = [
        (text[at], text.span_of(at, at + 1)) for start, end in stretches for at in range(start, end)
    ]
    for cut in (text.glued(stretches), join(text.part(*stretch) for stretch in stretches)):
        assert [(cut[at], cut.span_of(at, at + 1)) for at in range(len(cut))] == expected
