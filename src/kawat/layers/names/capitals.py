"""Runs of capitalised words: where a name that nobody knows begins and ends."""

from __future__ import annotations

from functools import cache

from kawat.draft import Words
from kawat.layers.names.gazetteer import Match
from kawat.lexicon import table, words

_LONGEST_NAME = 6
_LONGEST_RUN = 24
"""Words: what goes on in capitals for longer is a headline or no language at all."""


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in table("names")["words"].items()}


def is_common(low: str) -> bool:
    """Tell whether the word is one of the language, or a day, a month or the like."""
    return low in words("words") or low in _lists()["never"] or low in _lists()["common"]


def person_run(text: Words, j: int, names: dict[int, Match]) -> int:
    """Return the end of the person's name that begins at word j (j itself where none does)."""
    particles = _lists()["particles"]
    end, last = j, j
    while end < len(text) and end - j < _LONGEST_NAME and not _stops(text, j, end, names):
        tied = end > j and text.marks[end] == "-"
        inside = end == j or not is_common(text.lows[end]) or _unknown_follows(text, end)
        if tied or (text.capital(end) and inside):
            last = end + 1
        elif text.lows[end] not in particles or not _capital_follows(text, end):
            break
        end += 1
    lone = last == j + 1 and len(text.forms[j]) == 1
    return j if lone else last


def _stops(text: Words, j: int, i: int, names: dict[int, Match]) -> bool:
    """Tell whether a name that began at word j cannot go on with word i."""
    if i > j and not (text.close(i) or _initial(text, i - 1)):
        return True
    known = names.get(i)
    if known is None or known.known.kind == "person":
        return False
    if i > j and text.lows[i - 1] in _lists()["patronymic"]:
        return False
    return text.marks[i] != "-" if i > j else not _goes_on(text, known)


def _unknown_follows(text: Words, i: int) -> bool:
    """Tell whether a capital that is no common word follows: ``Mohammad Alam Izadyar``."""
    after = i + 1
    return (
        after < len(text)
        and text.marks[after] == ""
        and text.capital(after)
        and not is_common(text.lows[after])
    )


def _capital_follows(text: Words, i: int) -> bool:
    return i + 1 < len(text) and text.capital(i + 1)


def _goes_on(text: Words, match: Match) -> bool:
    """Tell whether a name of one word is followed by another capital: ``Israel Katz``."""
    after = match.end
    return (
        after - match.start == 1
        and after < len(text)
        and text.marks[after] == ""
        and text.capital(after)
        and not is_common(text.lows[after])
    )


def _initial(text: Words, i: int) -> bool:
    return len(text.forms[i]) == 1 and text.marks[i + 1] == "."


@cache
def signs() -> dict[str, frozenset[str]]:
    """Return the words beside a name that tell a place or a speaker."""
    return {k: frozenset(v) for k, v in table("names")["before"].items()}


@cache
def english() -> frozenset[str]:
    """Return English words that are no part of a person's name."""
    return frozenset(table("names")["english"]["words"]) | english_bodies()


@cache
def english_bodies() -> frozenset[str]:
    """Return English words that say that a name is a body's."""
    return frozenset(table("names")["english"]["bodies"])
