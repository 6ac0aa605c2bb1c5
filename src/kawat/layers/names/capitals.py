"""Runs of capitalised words: where a name that nobody knows begins and ends."""

from __future__ import annotations

from functools import cache

from kawat.layers.names.gazetteer import Match
from kawat.layers.names.words import Words
from kawat.lexicon import table, words

_LONGEST_NAME = 6


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(value) for key, value in table("names")["words"].items()}


def is_common(low: str) -> bool:
    """Tell whether the word is one of the language, or a day, a month or the like."""
    return low in words("words") or low in _lists()["never"]


def person_run(text: Words, j: int, names: dict[int, Match]) -> int:
    """Return the end of the person's name that begins at word j (j itself where none does)."""
    particles = _lists()["particles"]
    end, last = j, j
    while end < len(text) and end - j < _LONGEST_NAME:
        if end > j and not (text.close(end) or _initial(text, end - 1)):
            break
        known = names.get(end)
        if known and known.known.kind not in ("person", "surname") and not (end > j and _bound(text, end)):
            if end > j or not _goes_on(text, known):
                break
        if text.capital(end) and not (is_common(text.lows[end]) and end > j):
            end = last = end + 1
        elif text.marks[end] == "-" and end > j:
            end = last = end + 1
        elif text.lows[end] in particles and end + 1 < len(text) and text.capital(end + 1):
            end += 1
        else:
            break
    return last


def _bound(text: Words, i: int) -> bool:
    """Tell whether a hyphen ties word i to the one before: ``al-Arabi``, ``Jean-Marie``."""
    return text.marks[i] == "-"


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


def capital_run(text: Words, j: int) -> int:
    """Return the end of the run of capitalised words that begins at word j."""
    links = _lists()["particles"]
    end = last = j
    while end < len(text) and (end == j or text.close(end)):
        if text.capital(end):
            end = last = end + 1
        elif text.lows[end] in links:
            end += 1
        else:
            break
    return last
