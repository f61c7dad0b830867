"""C120: a text that counts other than the claim with the same words (九项重点工程)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from generator.checks.enumerations import COUNTING_UNITS, enumerations
from generator.checks.frame import Check
from generator.checks.owner_texts import rows_about, texts_of
from generator.diagnostics import Diagnostic, Label, Rule, Severity
from generator.quantity import read_integer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.checks.frame import Findings
    from generator.resolve import ClaimPlace, ResolvedPlan
    from generator.text import Text

RULE = Rule("C120", "count-against-claim", "正文报的项数与列举不同", Severity.WARNING)
_HINT: Final = "核对后改成一致；说的是另一组内容的，换个叫法"
_NUMBER: Final = "[0-9]+|[一二两三四五六七八九十]+"
_UNITS: Final = "|".join(sorted(COUNTING_UNITS, key=lambda unit: (-len(unit), unit)))
_COUNT: Final = re.compile(f"(?P<number>{_NUMBER})(?P<unit>{_UNITS})(?P<noun>.*)")
# one character (三方) says too little about what is counted
_FEWEST: Final = 2
# a part of what the claim counts, or another group on purpose
_PART: Final = re.compile("其中|其他|其余|分别|部分|首批|试点|先行|[前后另各每这那该上]$|已|新增")
_STOPS: Final = re.compile("[，。；：！？\n]")


class _Counted(NamedTuple):
    """A count in a text: the words, their number, the words of the clause before it."""

    words: Text
    number: int | None
    before: str


def find(resolved: ResolvedPlan) -> Findings:
    """Compare each claim with every count of the same things in the text that it is made for.

    Where the claim's own count stands too, 一 is an article, and a part may be counted apart.
    """
    seen: set[tuple[str, str]] = set()
    for place in resolved.claims:
        match = _COUNT.search(place.claim.claim)
        phrase = _phrase(match, place.claim.claim) if match else None
        if match is None or phrase is None:
            continue
        stated = read_integer(match["number"])
        texts = (*texts_of(resolved, place), *rows_about(resolved, place))
        found = [counted for text in texts for counted in phrase.counts(text)]
        others = [counted for counted in found if counted.number != stated]
        agreeing = len(found) > len(others)
        for counted in others:
            key = (str(counted.words.place), str(place.claim.claim))
            if key not in seen and not (agreeing and _is_apart(counted)):
                seen.add(key)
                yield _finding(place, counted)


class _Phrase(NamedTuple):
    """A claim with any number: the words that stay, and a pattern of all of it."""

    words: str
    pattern: re.Pattern[str]

    def counts(self, text: Text) -> Iterator[_Counted]:
        """Find the phrase in a text."""
        matches = list(self.pattern.finditer(text)) if self.words in text else []
        listed = [found.count_start for found in enumerations(text)] if matches else []
        for match in matches:
            # what counts the list before it (校、县、市三级体系) is held to that list
            if match.start("number") not in listed:
                before = _STOPS.split(text[: match.start()])[-1]
                words = text.part(match.start("number"), match.end())
                yield _Counted(words, read_integer(match["number"]), before)


def _phrase(match: re.Match[str], claim: Text) -> _Phrase | None:
    """Take the words after the count, or else those before it."""
    unit, noun, before = match["unit"], match["noun"], claim[: match.start()]
    number = f"(?P<number>{_NUMBER}){unit}{re.escape(noun)}"
    if len(noun) >= _FEWEST:
        return _Phrase(noun, re.compile(f"(?<![0-9第]){number}"))
    if len(before) >= _FEWEST:
        return _Phrase(before, re.compile(f"{re.escape(before)}{number}"))
    return None


def _is_apart(counted: _Counted) -> bool:
    return counted.number == 1 or bool(_PART.search(counted.before))


def _finding(place: ClaimPlace, counted: _Counted) -> Diagnostic:
    claim = place.claim.claim
    message = f"此处是“{counted.words}”，列举写的是“{claim}”"
    related = (Label(claim.span, "列举"),)
    return Diagnostic(RULE, message, Label(counted.words.place, "此处"), related, _HINT)


CHECK = Check(RULE, find)
