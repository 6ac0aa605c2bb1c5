"""What stands around a time expression: tense, report, caption, and what it is put beside."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from kawat.draft import Draft, Expression
from kawat.lexicon import table
from kawat.timex import CalendarDate

Tense = Literal["past", "future", "open"]

_WINDOW = 220
_UNTIL_REACH, _REPORT_REACH = 12, 60  # characters between the cue and the date
_AFTER_REACH = 70
_NAME_REACH = 3  # words of an event's name before its year: `Pilgub Jawa Barat 2018`
_WORD = re.compile(r"[^\W\d_]+")
# begins with a set of marks, which a search finds fast
_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|[\"”’)]?\s+(?=[A-Z\"“‘(]))")
_CLAUSE_END = re.compile(r"[.!?\nb](?:(?<=\n)|(?<=[.!?])[\"”’)]?\s+(?=[A-Z\"“‘(])|(?<=\bb)ahwa\b)")
_APPOSED = re.compile(r"[\s,(]*(?:(?:atau|yakni|yaitu|tepatnya|persisnya|pada)\s+){0,3}")
_OWN_DAY = re.compile(r",\s*$")


class Clue(NamedTuple):
    """A time expression with what its surroundings say of it.

    ``report`` marks the day on which another outlet carried the news (``dilansir AFP, Selasa``),
    ``own_day`` the form in which reports give the day of their own scene (``…, Senin.``).
    """

    expression: Expression
    tense: Tense
    report: bool
    voiced: bool
    """somebody says or carries it on this day: the report is of that day, or soon after"""
    own_day: bool
    until: bool
    caption: bool
    quoted: bool
    named: bool
    """a year in the name of an event, which may lie ahead: ``Pilpres 2019``"""
    numbered: bool
    """a year after a number: the name of a law, the end of a term of office"""

    @property
    def bare_weekday(self) -> CalendarDate | None:
        """The weekday that stands here without a date, neither ahead nor quoted, if one does."""
        meaning = self.expression.meaning
        if not isinstance(meaning, CalendarDate) or meaning.weekday is None:
            return None
        bare = meaning == CalendarDate(weekday=meaning.weekday)
        return meaning if bare and self.tense != "future" and not self.quoted else None


@cache
def _event_names() -> frozenset[str]:
    return frozenset(table("tense")["named_years"])


@cache
def _cues() -> dict[tuple[str, ...], str]:
    """Words of a cue → the side it speaks for (``future``, ``past``, ``speech`` …)."""
    sides = ("future", "past", "speech", "carried", "until")
    return {tuple(cue.split()): side for side in sides for cue in table("tense")[side]}


@cache
def _last_words() -> frozenset[str]:
    """Return the words that a cue can end with; most words of a text are none."""
    return frozenset(cue[-1] for cue in _cues())


def _cue_at(words: list[str], last: int) -> str | None:
    """Return the side of the cue that ends with this word, ``None`` if none does."""
    cues, word = _cues(), words[last]
    return (last and cues.get((words[last - 1], word))) or cues.get((word,))


def _sides_of(words: list[str]) -> set[str | None]:
    return {_cues().get((word,)) for word in words}


class _Before(NamedTuple):
    """What the words before a date say: the tense, the kind of the nearest cue, ``hingga``."""

    tense: Tense = "open"
    cue: str | None = None
    until: bool = False


def _read_before(window: str) -> _Before:
    """Read the words before a date from the date backwards; the nearest cue counts.

    ``hingga`` is one only right before the date, and the tense is that of the cue before it.
    """
    low = window.lower()
    words, last_words = _WORD.findall(low), _last_words()
    until = window[-2:].strip() in ("-", "–") and window.rstrip(" -–")[-1:].isdecimal()
    if last_words.isdisjoint(words):
        return _Before(until=until)
    ends = [m.end() for m in _WORD.finditer(low)]
    for n in [n for n, word in enumerate(words) if word in last_words][::-1]:
        side = _cue_at(words, n)
        gap = len(window) - ends[n]
        if side == "until":
            # `sejak September 2011 hingga Desember 2015` is over, `hingga Desember 2015` may not be
            until = until or (gap < _UNTIL_REACH and "sejak" not in words[:n])
        elif side is not None:
            planned = side == "future" or "future" in _sides_of(words[max(0, n - 2) : n])
            near = side if gap < _REPORT_REACH else None
            return _Before("future" if planned else "past", near, until)
    return _Before(until=until)


def clues_of(draft: Draft) -> list[Clue]:
    """Return the clue of every expression of the draft, in order."""
    return [_clue(draft, e) for e in draft.expressions]


def _clue(draft: Draft, found: Expression) -> Clue:
    text, (start, end) = draft.text, found.span
    window = sentence_before(text, start)
    before = _read_before(window)
    tense = before.tense
    if tense == "open" and _looks_ahead(text, end):
        tense = "future"
    meaning = found.meaning
    if isinstance(meaning, CalendarDate) and meaning.direction in ("past", "future"):
        tense = meaning.direction
    after = text[end : end + 2].lstrip()[:1]
    own = bool(_OWN_DAY.search(window[-3:])) and after in (".", ",", ")", "", "\n")
    ahead = tense == "future"
    return Clue(
        found,
        tense,
        before.cue == "carried",
        not ahead and (own or before.cue in ("speech", "carried")),
        own and not ahead,
        before.until,
        draft.in_furniture(found.span, "caption", "credit"),
        window.count('"') % 2 == 1 or window.count("“") > window.count("”"),
        not _event_names().isdisjoint(
            window.lower().replace("/", " ").rsplit(None, _NAME_REACH)[-_NAME_REACH:]
        ),
        window.rstrip(" /-–")[-1:].isdecimal(),
    )


def _looks_ahead(text: str, end: int) -> bool:
    """Tell whether the first cue after a date in its clause is one of the future.

    What follows ``bahwa`` is said on that day and may lie ahead of it: `pada Senin memperingatkan
    bahwa Rusia akan …`.
    """
    after, last_words = text[end : end + _AFTER_REACH], _last_words()
    if last_words.isdisjoint(_WORD.findall(after.lower())):
        return False
    stop = _CLAUSE_END.search(after)
    words = _WORD.findall((after[: stop.start()] if stop else after).lower())
    for n, word in enumerate(words):
        if word in last_words and (side := _cue_at(words, n)):
            return side == "future"
    return False


def sentence_before(text: str, offset: int) -> str:
    """Return what stands before the offset in its sentence, at most some two hundred characters."""
    window = text[max(0, offset - _WINDOW) : offset]
    end = 0
    for match in _SENTENCE_END.finditer(window):
        end = match.end()
    return window[end:]


def apposed(text: str, first: Expression, second: Expression) -> bool:
    """Tell whether the second expression only says the first again: ``hari ini, Kamis (19/6)``."""
    gap = text[first.span.end : second.span.start]
    return len(gap) <= 30 and _APPOSED.fullmatch(gap) is not None
