"""Years and decades: ``2015``, ``awal tahun 2016``, ``1990-an``."""

from __future__ import annotations

import re

from kawat.draft import Expression
from kawat.layers.times.dates import expression, number, stage
from kawat.layers.times.grammar import Rule, rule
from kawat.layers.times.lexer import Words, context
from kawat.timex import CalendarDate

_BARE_YEARS = 1900  # four digits below are a year only beside `tahun` or a month


def _year(words: Words, match: re.Match[str]) -> list[Expression] | None:
    groups = match.groupdict()
    start, end = match.span()
    where = match.start("y")
    if _is_of_a_law(words, start):
        return []
    if (number(words[where]) or 0) < _BARE_YEARS and not groups["Y"]:
        return None
    if not (groups["st"] or groups["Y"] or groups["tail"]):
        before = words[where - 1].form.lower() if where else ""
        after = words[end].form.lower() if end < len(words) else ""
        if after in context("counted") or before in context("numbered") or _glued(words, where):
            return None
    found = CalendarDate(year=number(words[where]))
    return [expression(words.span(start, end), found, mod=stage(words, match))]


def _is_of_a_law(words: Words, at: int) -> bool:
    """Tell the year of a law by its number: ``Nomor 110 Tahun 2025``, ``Perpres 110/2025``."""
    while at and words.codes[at - 1] in "/dD.":
        at -= 1
        if words.codes[at] in "dD":
            before = words[at - 1].form.lower() if at else ""
            return before in context("laws")
    return False


def _glued(words: Words, at: int) -> bool:
    """Tell whether digits are part of a longer number or code (``2.017``, ``KM2019``)."""
    text, word = words.text, words[at]
    before, after = text[max(0, word.start - 2) : word.start], text[word.end : word.end + 2]
    if before[-1:].isalnum() or before[-1:] in "$€£#@_" or after[:1] in "%_@":
        return True
    return (before[-1:] in ".," and before[:1].isdigit()) or (
        after[:1] in ".,:" and after[1:].isdigit()
    )


def _decade(words: Words, match: re.Match[str]) -> list[Expression] | None:
    at = match.start("y")
    year = number(words[at]) or 0
    if words.codes[at] == "d":
        before = words[at - 1].form.lower() if at else ""
        if at == match.start() and before not in context("decades"):
            return None  # `sekitar 30-an pesawat`
        year += 1900 if year >= 20 else 2000
    if year % 10:
        return None
    span = words.span(*match.span())
    return [Expression(span, "DATE", f"{year // 10:03}", stage(words, match))]


RULES: tuple[tuple[str, Rule], ...] = (
    ("bYy", rule("year", r"(?P<st>b)?(?P<Y>Y)?(?P<y>y)(?P<tail>r?l|r?f)?", _year)),
    ("bYyd", rule("decade", r"(?P<st>b)?Y?(?P<y>[yd])-?n", _decade)),
)
