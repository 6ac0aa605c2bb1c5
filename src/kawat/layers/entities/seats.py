"""Capitals and seats: the government, or the town and the house."""

from __future__ import annotations

from functools import cache

from kawat.draft import Name, Words
from kawat.lexicon import table


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {key: frozenset(words) for key, words in table("seats")["words"].items()}


def is_government(name: Name, text: Words, start: int, end: int) -> bool:
    """Tell whether the capital or seat at words ``[start, end)`` stands for its government.

    Where people are, meet, go or leave it is a place: after a preposition of place or a verb of
    motion, before its country, between commas in an address.
    """
    lists = _lists()
    before = text.lows[start - 1] if start and text.close(start) else ""
    after = text.lows[end] if end < len(text) else ""
    if before == "dari" and start > 1 and text.lows[start - 2] in lists["voices"]:
        return True
    if before in lists["place_before"] or text.marks[start] == "(":
        return False
    if end < len(text) and text.marks[end] == "," and text.capital(end) and name.kind == "capital":
        return False
    if start and text.marks[start] == "," and text.capital(start - 1) and before == "":
        return after in lists["acts"]
    if before in lists["government_before"] or after in lists["acts"]:
        return True
    return name.kind == "seat" or not _home(name)


def _home(name: Name) -> bool:
    """Indonesian papers seldom call their own government by its town."""
    return name.country == "IDN"
