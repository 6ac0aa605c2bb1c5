"""The year of a report that prints none: weekdays, years, offices held, matters of a time."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import cache
from operator import add

from kawat.draft import Draft
from kawat.layers.dating.clues import Clue
from kawat.layers.dating.contradictions import WEEKDAYS
from kawat.layers.dating.evidence import Evidence, evidence_in, total, totals
from kawat.layers.dating.happenings import happenings_on
from kawat.layers.dating.printed import FIRST, LAST, Printed, values_printed
from kawat.layers.dating.summits import Summit, summits_in
from kawat.reading import Published
from kawat.timex import CalendarDate, real_date

_FIT = 1.5  # for a weekday that fits the year, against where it does not
_FULL_DAY = 1.5  # for the year of a full date with its weekday: that is news, not history
_IN_TIME = 1.0  # what the evidence must say for a summit to date a text
_REMEMBERED = 2.0  # for the year of a happening whose words and whose day and month are printed
_TIE = 0.5
_SHARPNESS = 1.5  # how steeply a score makes a year likelier
_YEAR_SHARE = 0.65  # what a year without any day must have of all likelihood
_DENIED = 0.03  # the share of a year below which a day of it is history
_MOST_RIVALS = 4  # with more years as likely, nothing tells the year
_YEARS = range(FIRST, LAST + 1)
_WHOLE_YEARS = tuple(map(str, _YEARS))
_MONTHS = tuple(f"{year}-{month:02}-15" for year in _YEARS for month in range(1, 13))
"""The middle of each month (ISO): what is weighed by months is weighed there."""


def years_for(
    draft: Draft, clues: list[Clue], partial: list[CalendarDate], full: list[date]
) -> tuple[int | None, list[str]]:
    """Return the likeliest year of days printed without one, and why; ``None`` if nothing tells."""
    printed = values_printed(clues)
    evidence = evidence_in(draft.text)
    recent = {d.year for d in full}
    told = happenings_on({(p.month, p.day) for p in partial}, draft.text)
    remembered = {h.day.year for h in told}
    latest = [
        max(days) or f"{year}-07-01"
        for year, *days in zip(
            _YEARS, *(_in_each_year(p.month, p.day) for p in partial), strict=True
        )
    ]
    scores = {
        year: fit
        + said
        + beside
        + (_FULL_DAY if year in recent else 0.0)
        + (_REMEMBERED if year in remembered else 0.0)
        for year, fit, said, beside in zip(
            _YEARS,
            _fits(partial),
            totals(evidence, latest),
            printed.of_years(latest),
            strict=True,
        )
    }
    best = max(scores, key=lambda y: (scores[y], -y))
    rivals = sum(s >= scores[best] - _TIE for s in scores.values())
    if rivals > _MOST_RIVALS:
        return None, []
    known = [f"{h.day.isoformat()} is known: {h.name}" for h in told if h.day.year == best]
    return best, [*known, *_why(best, scores, partial, evidence, printed)]


@cache
def _in_each_year(month: int | None, day: int | None) -> tuple[str, ...]:
    """Return the day of that month in each year (ISO); empty where the year has none."""
    days = (real_date(year, month or 1, day or 1) for year in _YEARS)
    return tuple(day.isoformat() if day else "" for day in days)


def _fits(partial: list[CalendarDate]) -> list[float]:
    """Score how well the weekdays fit each year; a row of dates counts less than its number."""
    rows = (_fit(found.month, found.day, found.weekday) for found in partial)
    return [sum(fits) / math.sqrt(len(partial)) for fits in zip(*rows, strict=True)]


@cache
def _fit(month: int | None, day: int | None, weekday: int | None) -> tuple[float, ...]:
    days = (real_date(year, month or 1, day or 1) for year in _YEARS)
    return tuple(
        -_FIT
        if day is None
        else 0.0
        if weekday is None
        else _FIT
        if day.isoweekday() == weekday
        else -_FIT
        for day in days
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
    why += [e.reason for e in evidence if day and e.of(day.isoformat()) > 0][:4]
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
    summits = [s for s in summits_in(draft.text) if total(evidence, s.last.isoformat()) > _IN_TIME]
    if len(summits) == 1:
        return _of_summit(summits[0], evidence)
    shares = _shares_of_years(evidence, printed)
    best = max(shares, key=lambda y: (shares[y], -y))
    if shares[best] < _YEAR_SHARE:
        return None
    why = ["no date line and no past day in the text", *_printed_reason(printed)]
    days = [f"{best}-{month}-15" for month in ("01", "07", "12")]
    why += [e.reason for e in evidence if any(e.of(day) > 0 for day in days)][:4]
    return Published(value=str(best), basis="inferred", candidates=(str(best),), why=tuple(why))


def _shares_of_years(evidence: tuple[Evidence, ...], printed: Printed) -> dict[int, float]:
    """Return the share of each year: what its months score, each weighed by the score's power."""
    said = totals(evidence, _MONTHS)
    if len(printed.nearest) > 4:
        beside = printed.of_months(_MONTHS)
    else:  # what is printed says the same of the whole year
        beside = [score for score in printed.of_years(_WHOLE_YEARS) for _ in range(12)]
    scores = list(map(add, said, beside))
    weights = {year: _weight(scores[12 * n : 12 * n + 12]) for n, year in enumerate(_YEARS)}
    whole = sum(weights.values())
    return {year: weight / whole for year, weight in weights.items()}


def _weight(months: list[float]) -> float:
    """Return the weight of a year by the scores of its months, which are mostly the same."""
    if months.count(months[0]) == len(months):
        return sum([math.exp(_SHARPNESS * months[0])] * len(months))
    return sum([math.exp(_SHARPNESS * score) for score in months])


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
            *[e.reason for e in evidence if e.of(last.isoformat()) > 0][:5],
            "the day itself is not stated",
        ),
    )
