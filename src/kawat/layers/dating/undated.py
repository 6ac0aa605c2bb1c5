"""The year of a report that prints none: weekdays, years, offices held, matters of a time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date, timedelta

from kawat.draft import Draft
from kawat.layers.dating.clues import Clue
from kawat.layers.dating.contradictions import WEEKDAYS
from kawat.layers.dating.evidence import Evidence, evidence_in, total
from kawat.layers.dating.happenings import happenings_in
from kawat.layers.dating.summits import Summit, summits_in
from kawat.lexicon import table
from kawat.reading import Published
from kawat.timex import CalendarDate, real_date

_FIRST, _LAST = 1998, 2035
_FIT = 1.5  # for a weekday that fits the year, against where it does not
# For a report so many years after the newest year that it prints: 0.8 times the logarithm of
# the share in 3,000 articles whose day is known, set to zero between one year and two.
_AFTER_NEWEST = {-1: -0.8, 0: 1.2, 1: 0.3, 2: -0.3, 3: -0.7, 4: -1.3, 5: -1.3}
_LONG_BEFORE, _LONG_AFTER, _EACH_LATER = -2.1, -1.6, 0.05
_HISTORY = 15  # years after which a year printed is history and says nothing of the day of writing
_NAMED = 0.7  # for the year in the name of an event, and the year before
_AHEAD = 0.7  # against a year after one that is still ahead
_FULL_DAY = 1.5  # for the year of a full date with its weekday: that is news, not history
_EARLY, _ONLINE = 0.2, 2016  # against each year before: few pages of outlets are as old
_IN_TIME = 1.0  # what the evidence must say for a summit to date a text
_LATE = 0.3  # against each year after the tables of offices and matters were written
_REMEMBERED = 2.0  # for the year of a happening whose words and whose day and month are printed
_TIE = 0.5
_SHARPNESS = 1.5  # how steeply a score makes a year likelier
_YEAR_SHARE = 0.65  # what a year without any day must have of all likelihood
_DENIED = 0.03  # the share of a year below which a day of it is history
_MOST_RIVALS = 4  # with more years as likely, nothing tells the year


@dataclass(frozen=True, slots=True)
class Printed:
    """What a text prints with its year (TIMEX3): looked back on, ahead, or naming an event."""

    past: tuple[str, ...]
    newest: str
    """of what is looked back on; empty where nothing is"""
    nearest: str
    """of what lies ahead; empty where nothing does"""
    named: frozenset[int]
    """years"""


def years_for(
    draft: Draft, clues: list[Clue], partial: list[CalendarDate], full: list[date]
) -> tuple[int | None, list[str]]:
    """Return the likeliest year of days printed without one, and why; ``None`` if nothing tells."""
    printed = values_printed(clues)
    evidence = evidence_in(draft.text)
    recent = {d.year for d in full}
    days = {(p.month, p.day) for p in partial}
    told = happenings_in(draft.text, lambda day: (day.month, day.day) in days)
    remembered = {h.day.year for h in told}
    latest = {year: _latest(year, partial) for year in range(_FIRST, _LAST + 1)}
    scores = {
        year: _fit(year, partial)
        + total(evidence, day)
        + _beside(day, printed)
        + (_FULL_DAY if year in recent else 0.0)
        + (_REMEMBERED if year in remembered else 0.0)
        for year, day in latest.items()
    }
    best = max(scores, key=lambda y: (scores[y], -y))
    rivals = sum(s >= scores[best] - _TIE for s in scores.values())
    if rivals > _MOST_RIVALS:
        return None, []
    known = [f"{h.day.isoformat()} is known: {h.name}" for h in told if h.day.year == best]
    return best, [*known, *_why(best, scores, partial, evidence, printed)]


def _fit(year: int, partial: list[CalendarDate]) -> float:
    """Score how well the weekdays fit the year; a row of dates counts less than its number."""
    score = 0.0
    for found in partial:
        day = real_date(year, found.month or 1, found.day or 1)
        if day is None:
            score -= _FIT
        elif found.weekday is not None:
            score += _FIT if day.isoweekday() == found.weekday else -_FIT
    return score / math.sqrt(max(1, len(partial)))


def _latest(year: int, partial: list[CalendarDate]) -> date:
    days = [d for p in partial if (d := real_date(year, p.month or 1, p.day or 1))]
    return max(days, default=date(year, 7, 1))


def _beside(day: date, printed: Printed) -> float:
    """Score a day beside the years printed: not before the newest, nor after what is ahead."""
    year = day.year
    written: int = table("periods")["written"]
    score = -_EARLY * max(0, _ONLINE - year) - _LATE * max(0, year - written)
    if printed.newest:
        later = year - int(printed.newest[:4])
        rest = _LONG_BEFORE if later < 0 else _LONG_AFTER - _EACH_LATER * (min(later, _HISTORY) - 6)
        score += _AFTER_NEWEST.get(later, rest)
    if year in printed.named or year + 1 in printed.named:
        score += _NAMED
    if nearest := printed.nearest:
        if day.isoformat()[: len(nearest)] > nearest:
            score -= _AHEAD
        elif int(nearest[:4]) - year <= 1:
            score += _AHEAD
    return score


def values_printed(clues: list[Clue]) -> Printed:
    """Return the years, months and days printed with their year, by the side they lie on."""
    values: dict[str, list[str]] = {"past": [], "ahead": [], "named": []}
    written: int = table("periods")["written"]
    for clue in clues:
        value = clue.expression.value or ""
        if (
            (clue.numbered and not clue.named)
            or not value[:4].isdecimal()
            or len(value) < 4
            or int(value[:4]) > _LAST
        ):
            continue
        ahead = clue.tense == "future" or clue.until or int(value[:4]) > written
        values["named" if clue.named else "ahead" if ahead else "past"].append(value)
    return Printed(
        past=tuple(values["past"]),
        newest=max(values["past"], default=""),
        nearest=min(values["ahead"], default=""),
        named=frozenset(int(value[:4]) for value in values["named"]),
    )


def _why(
    year: int,
    scores: dict[int, float],
    partial: list[CalendarDate],
    evidence: tuple[Evidence, ...],
    printed: Printed,
) -> list[str]:
    why = []
    for found in [p for p in partial if p.weekday is not None][:1]:
        days = ((y, real_date(y, found.month or 1, found.day or 1)) for y in range(2005, 2031))
        fits = [str(y) for y, d in days if d and d.isoweekday() == found.weekday]
        name = WEEKDAYS[(found.weekday or 1) - 1]
        why.append(f"{found.day}/{found.month} is a {name} in {', '.join(fits)}")
    why += _printed_reason(printed)
    day = real_date(year, partial[0].month or 1, partial[0].day or 1)
    why += [e.reason for e in evidence if day and e.of(day) > 0][:4]
    rivals = [str(y) for y, s in scores.items() if y != year and s >= scores[year] - _TIE]
    left = f"; {', '.join(rivals)} is not excluded" if rivals else ""
    return [*why, f"so the year is {year}{left}"]


def is_history(draft: Draft, day: date, clues: list[Clue]) -> bool:
    """Tell whether the text looks back on a later month or year, or cannot be of that year."""
    printed = values_printed(clues)
    if any(value > day.isoformat()[: len(value)] for value in printed.past):
        return True
    shares = _shares_of_years(evidence_in(draft.text), printed)
    return shares.get(day.year, 0.0) < _DENIED


def year_alone(draft: Draft, clues: list[Clue]) -> Published | None:
    """Return the month or year where no day is told, but the words leave one; else ``None``.

    A summit named with its place gives its month; otherwise the years printed and the evidence
    give a year, if it is well ahead of every other: unknown stays unknown.
    """
    printed = values_printed(clues)
    evidence = evidence_in(draft.text)
    if not (printed.newest or printed.nearest or evidence):
        return None
    summits = [s for s in summits_in(draft.text) if total(evidence, s.last) > _IN_TIME]
    if len(summits) == 1:
        return _of_summit(summits[0], evidence)
    shares = _shares_of_years(evidence, printed)
    best = max(shares, key=lambda y: (shares[y], -y))
    if shares[best] < _YEAR_SHARE:
        return None
    why = ["no date line and no past day in the text", *_printed_reason(printed)]
    why += [e.reason for e in evidence if any(e.of(date(best, m, 15)) > 0 for m in (1, 7, 12))][:4]
    return Published(value=str(best), basis="inferred", candidates=(str(best),), why=tuple(why))


def _shares_of_years(evidence: tuple[Evidence, ...], printed: Printed) -> dict[int, float]:
    """Return the share of each year: what its months score, each weighed by the score's power."""
    weights = {}
    by_month = len(printed.nearest) > 4  # else what is printed says the same of the whole year
    for year in range(_FIRST, _LAST + 1):
        days = [date(year, month, 15) for month in range(1, 13)]
        beside = [_beside(day, printed) for day in (days if by_month else days[:1])]
        scores = zip(days, beside if by_month else beside * len(days), strict=True)
        weights[year] = sum(math.exp(_SHARPNESS * (total(evidence, d) + b)) for d, b in scores)
    whole = sum(weights.values())
    return {year: weight / whole for year, weight in weights.items()}


def _printed_reason(printed: Printed) -> list[str]:
    if printed.newest:
        return [f"the newest year that the text looks back on is {printed.newest[:4]}"]
    if printed.nearest:
        return [f"what it says lies ahead begins with {printed.nearest}"]
    return []


def _of_summit(summit: Summit, evidence: tuple[Evidence, ...]) -> Published:
    """Return the month of the summit that a text without a day is about."""
    last = summit.last
    return Published(
        value=last.isoformat()[:7],
        basis="inferred",
        candidates=(last.isoformat(), (last + timedelta(days=1)).isoformat()),
        why=(
            "no date line and no day in the text",
            *[e.reason for e in evidence if e.of(last) > 0][:5],
            "the day itself is not stated",
        ),
    )
