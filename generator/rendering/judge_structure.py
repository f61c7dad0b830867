"""Judge the structure of the text: its layers, lines that begin somewhere, heads of tables.

GB/T 9704-2012, 7.3.2 to 7.3.5 and 7.4.2; what the standard leaves open is marked as practice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from generator.blocks import Heading, Paragraph, Table, head_rows, plain
from generator.rendering.insets import left_inset, right_inset
from generator.rendering.seen import INSET, Pages, is_upright, points, squeezed
from generator.rendering.verdict import judged, listed, not_applicable
from generator.writers import gb9704
from generator.writers.docx_text import width_in_characters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.blocks import Block
    from generator.rendering.measured import Line, Page
    from generator.rendering.verdict import Judgement

# by the names that fonts have in Windows, macOS and Linux
_FAMILIES: Final = {
    "黑体": ("hei", "黑"),
    "楷体_GB2312": ("kai", "楷"),
    "仿宋_GB2312": ("fang", "仿宋"),
}
_HEAD_LINES: Final = 4
_ROOM_FOR_TEXT: Final = "请把标题写短，或者在WPS、Word里减少标题上面的空行"
_KNOWN_BY: Final = 6
"""So many characters tell a line from all others."""


def _blocks(seen: Pages) -> Iterator[Block]:
    return (block for part in seen.document.parts for block in part.blocks)


class _Heading(NamedTuple):
    """The first line of a heading, where it stands."""

    level: int
    page: Page
    line: Line


def _headings(seen: Pages) -> Iterator[_Heading]:
    lines = ((page, line) for page in seen.pages for line in seen.text_lines(page))
    for block in _blocks(seen):
        if isinstance(block, Heading):
            text = squeezed(block.number + block.text)
            found = next(((page, line) for page, line in lines if _begins(text, line)), None)
            if found is None:
                return
            yield _Heading(block.level, *found)


def _begins(text: str, line: Line) -> bool:
    """Whether a line is the first of a text: all of it, or as much as fits."""
    said = squeezed(line.text)
    return said == text or (len(said) >= _KNOWN_BY and text.startswith(said))


def heading_fonts(seen: Pages) -> Judgement:
    """The four layers are set in 黑体, 楷体, 仿宋 and 仿宋."""
    norm, name = gb9704.HEADING_FONTS, "结构层次字体"
    required = "第一层黑体、第二层楷体、第三层和第四层仿宋体"
    found = [
        (level, next((glyph.font for glyph in line.glyphs if "一" <= glyph.text <= "龥"), ""))
        for level, _, line in _headings(seen)
    ]
    if not found:
        return not_applicable(name, norm, required)
    wrong = [
        f"第{level}层{font}"
        for level, font in found
        if not any(word in font.lower() for word in _FAMILIES[norm.value[level - 1]])
    ]
    return judged(name, norm, required, listed(wrong) or f"{len(found)}个标题都是", holds=not wrong)


def headings_with_text(seen: Pages) -> Judgement:
    """No heading stands at the foot of a page, parted from its text."""
    norm, name, required = gb9704.HEADING_WITH_TEXT, "标题与下文同面", "面末没有标题"
    headings = list(_headings(seen))
    if not headings:
        return not_applicable(name, norm, required)
    alone = [
        f"第{page.number}面末是“{squeezed(line.text)}”"
        for _, page, line in headings
        if line == seen.text_lines(page)[-1]
    ]
    return judged(name, norm, required, listed(alone) or required, holds=not alone)


def paragraph_indent(seen: Pages) -> Judgement:
    """Each paragraph begins two characters in."""
    norm = gb9704.FIRST_LINE_INDENT_IN_CHARACTERS
    name, required = "段首缩进", f"左空{norm.value}字"
    return left_inset(seen, name, norm, required, _first_lines(seen))


def _first_lines(seen: Pages) -> Iterator[Line]:
    """Give the first line of each paragraph, going past the others of it."""
    size = points(gb9704.BODY_SIZE.value)
    lines = [line for _, line in seen.body if abs(line.glyphs[0].size - size) < INSET]
    texts = (squeezed(plain(block.runs)) for block in _blocks(seen) if isinstance(block, Paragraph))
    at = 0
    for text in filter(None, texts):
        start = next((place for place in range(at, len(lines)) if _begins(text, lines[place])), -1)
        if start < 0:
            continue
        yield lines[start]
        at, rest = start, text
        while at < len(lines) and rest.startswith(said := squeezed(lines[at].text)) and rest:
            at, rest = at + 1, rest[len(said) :]


def addressees(seen: Pages) -> Judgement:
    """主送机关 begins at the left edge, unless it was moved to 版记."""
    norm, name, required = gb9704.ADDRESSEES_INDENT_IN_CHARACTERS, "主送机关", "顶格"
    named = [
        squeezed(plain(part.addressees))
        for part in seen.document.parts
        if part.addressees and not any(run.blank for run in part.addressees)
    ]
    found = [
        line
        for text in named
        for page in seen.upright
        for line in seen.text_lines(page)
        if squeezed(line.text)[:_KNOWN_BY] == f"{text}："[:_KNOWN_BY]
    ]
    return left_inset(seen, name, norm, required, found)


def text_on_first_page(seen: Pages) -> Judgement:
    """The first page of a 公文 shows text of it, whatever stands above."""
    norm, name, required = gb9704.TEXT_ON_FIRST_PAGE, "首页显示正文", "首页有正文"
    main = seen.document.parts[0]
    said = "\n".join(
        squeezed(plain(one.runs) if isinstance(one, Paragraph) else one.number + one.text)
        for one in main.blocks
        if isinstance(one, Paragraph | Heading)
    )
    if not seen.document.masthead or not said:
        return not_applicable(name, norm, required)
    size = points(gb9704.BODY_SIZE.value)
    shown = any(
        squeezed(line.text) in said
        for line in seen.text_lines(seen.pages[0])
        if len(line.text) > 1 and abs(line.glyphs[0].size - size) < INSET
    )
    measured = required if shown else f"首页没有正文，{_ROOM_FOR_TEXT}"
    return judged(name, norm, required, measured, holds=shown)


def attachment_note(seen: Pages) -> Judgement:
    """附件说明 begins two characters in."""
    norm = gb9704.ATTACHMENT_NOTE_INDENT_IN_CHARACTERS
    name, required = "附件说明", f"左空{norm.value}字"
    if not any(part.attachment_note for part in seen.document.parts):
        return not_applicable(name, norm, required)
    lines = (line for page in seen.upright for line in seen.text_lines(page))
    found = [line for line in lines if squeezed(line.text).startswith("附件：")]
    return left_inset(seen, name, norm, required, found)


def unsealed_signature(seen: Pages) -> Judgement:
    """Without a seal the longer of 署名 and 成文日期 ends two characters from the right edge."""
    norm = gb9704.UNSEALED_INDENT_IN_CHARACTERS
    name, required = "不加盖印章的署名、成文日期", f"右空{norm.value}字"
    texts = {
        squeezed(text)
        for part in seen.document.parts
        if (one := part.signature) and not one.seal and not one.signers
        for text in (*one.organs, plain(one.date))
        if not any(run.blank for run in one.date)
    }
    lines = (line for page in seen.upright for line in seen.text_lines(page))
    found = [line for line in lines if squeezed(line.text) in texts]
    # by reckoning: LibreOffice widens the gaps beside digits, other applications do not
    longest = max(found, key=lambda line: width_in_characters(line.text.strip()), default=None)
    return right_inset(seen, name, norm, required, longest)


def table_heads(seen: Pages) -> Judgement:
    """A table that goes over the page has its head on every page."""
    norm, name, required = gb9704.TABLE_HEAD_ON_EVERY_PAGE, "表头", "跨页的表每面都有"
    heads = [
        squeezed(cell.text)
        for block in _blocks(seen)
        if isinstance(block, Table)
        for cell in head_rows(block.columns)[0]
        if cell.text
    ]
    going_on = [page for page in seen.pages if _begins_in_a_table(seen, page)]
    if not heads or not going_on:
        return not_applicable(name, norm, required)
    without = [page for page in going_on if not _has_head(seen, page, heads)]
    measured = listed(f"第{page.number}面没有" for page in without)
    return judged(name, norm, required, measured or f"{len(going_on)}面都有", holds=not without)


def _begins_in_a_table(seen: Pages, page: Page) -> bool:
    """Whether a drawn rule stands above the first line of text, as the edge of a table does."""
    area = seen.area_of(page)
    tops = [
        rule.box.top
        for rule in page.rules
        if area.top - 1 <= rule.box.top <= area.top + 1 and max(rule.color) == 0
    ]
    return bool(tops) and bool(seen.text_lines(page))


def _has_head(seen: Pages, page: Page, heads: list[str]) -> bool:
    first = "".join(squeezed(line.text) for line in seen.text_lines(page)[:_HEAD_LINES])
    return any(head in first for head in heads)


def colophon_size(seen: Pages) -> Judgement:
    """版记 is set in 4号."""
    norm = gb9704.COLOPHON_SIZE
    wanted = points(norm.value)
    name, required = "版记字号", f"4号（{wanted:g}磅）"
    colophon, page = seen.document.colophon, seen.pages[-1]
    if colophon is None or not is_upright(page):
        return not_applicable(name, norm, required)
    marks = ("抄送：", "主送：") if colophon.cc or colophon.addressees else ()
    lines = [
        line
        for line in seen.text_lines(page)
        if line.text.startswith(marks) or (colophon.printing_organ and line.text.endswith("印发"))
    ]
    sizes = [glyph.size for line in lines for glyph in line.glyphs if glyph.text.strip()]
    return judged(
        name,
        norm,
        required,
        listed(f"{size:g}磅" for size in sizes) or "没有版记",
        holds=bool(sizes) and all(abs(size - wanted) < INSET for size in sizes),
    )
