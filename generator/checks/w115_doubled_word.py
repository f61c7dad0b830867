"""W115: a word written twice in a row (管理管理制度, 的的)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from generator.checks.frame import Check
from generator.diagnostics import Diagnostic, Label, Rule, Severity

if TYPE_CHECKING:
    from generator.checks.frame import Findings
    from generator.resolve import ResolvedPlan
    from generator.resolve.writing import Writing

RULE = Rule("W115", "doubled-word", "词语重复", Severity.WARNING)
# one repetition apart from the rest: a repeated group is slow to try at every character
_DOUBLED: Final = re.compile("([\u4e00-\u9fff]{2,6})\\1(?:\\1)*")
# 目的的, 总和和 and 参与与 end in the character itself; 和和平, 以及及时 begin with it
_DOUBLED_PARTICLE: Final = re.compile(
    "的的(?<![目标有]..)(?!确)"
    "|和和(?<![总共饱温缓调中谦柔祥平人]..)(?![平谐睦解善蔼缓美气])"
    "|与与(?<![参给赋付授]..)(?!会)"
    "|及及(?<![以普涉触波顾危提论推遍埃]..)(?!时|早|格|其)"
    "|在在(?<![存所现实内外潜正旨好贵自]..)(?![校职岗线编册建读座学])"
)
_WIDTH: Final = 6
_TWICE: Final = 2
_LONGEST_WORD: Final = 2
# a number of things one by one: 一个一个, 一步一步
_ONE_BY_ONE: Final = ("一", "两", "半", "逐")
# words that Chinese doubles: short actions (研究研究), degrees
_SAID_TWICE: Final = re.compile(
    "研究|商量|讨论|考虑|了解|体验|休息|琢磨|合计|打听|打扫|收拾|比较|思考|锻炼|交流|走动|活动|推敲|切磋"
    "|沟通|学习|检查|准备|观察|非常|许多|很多|十分"
)
# what may follow a word that ends the one before it: 义务教育｜教育教学, 教师培训｜培训者
_NEXT_WORDS: Final = {"教育": ("教学", "教研", "科研", "行政", "部门", "系统", "局", "厅", "家")}
_WHO_DOES: Final = "者"


def find(resolved: ResolvedPlan) -> Findings:
    """Look for two to six characters that stand twice, and for doubled 的, 和, 与, 及, 在."""
    writing = resolved.writing
    for match in _DOUBLED.finditer(writing.text):
        if not _is_meant(writing, match[1], match.end()):
            yield _found(writing, match[1], match)
    for match in _DOUBLED_PARTICLE.finditer(writing.text):
        yield _found(writing, match.group()[0], match)


def _found(writing: Writing, word: str, match: re.Match[str]) -> Diagnostic:
    place = writing.part(*match.span())
    before, after = writing.before(match.start(), _WIDTH), writing.after(match.end(), _WIDTH)
    times = len(place) // len(word)
    message = f"“{before}{place}{after}”里“{word}”写了{'两' if times == _TWICE else times}遍"
    hint = f"只留一个，写作“{before}{word}{after}”"
    return Diagnostic(RULE, message, Label(place.place), hint=hint)


def _is_meant(writing: Writing, word: str, end: int) -> bool:
    """Say whether a repetition is the author's own, or two words that happen to meet."""
    following = writing.after(end, 2)
    if len(set(word)) == 1 or word.startswith(_ONE_BY_ONE) or _SAID_TWICE.fullmatch(word):
        return True
    if following.startswith((_WHO_DOES, *_NEXT_WORDS.get(word, ()))):
        return True
    # 理事会｜理事会议
    if word.endswith("会") and following.startswith("议"):
        return True
    # 培育｜教育｜教学: read from the second character on, it is a word that is commoner elsewhere
    shifted = word[1:] + word[:1]
    commoner = writing.text.count(shifted) >= writing.text.count(word)
    return len(word) == _LONGEST_WORD and commoner


CHECK = Check(RULE, find)
