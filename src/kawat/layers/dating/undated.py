"""The year of a report that prints none: weekdays, years, offices held, matters of a time."""

from __future__ import annotations

import math
from datetime import date

from kawat.draft import Draft
from kawat.layers.dating.clues import Clue
from kawat.layers.dating.years import Evidence, evidence_in, total
from kawat.reading import Published
from kawat.timex import CalendarDate, real_date

_FIRST, _LAST = 1998, 2035
_FIT, _UNFIT = 2.0, -2.0
_AGE = 0.15  # what each year between the latest year printed and the report's own costs
_FULL_DAY = 1.5  # a full date with its weekday is news, not history


def years_for(
    draft: Draft, clues: list[Clue], partial: list[CalendarDate], full: list[date]
) -> tuple[int | None, list[str]]:
    """Return the likeliest year of days printed without one, and why; ``None`` if nothing tells."""
    printed = _years_printed(clues)
    evidence = evidence_in(draft.text)
    weekdays = [p for p in partial if p.weekday is not None]
    if not printed and not evidence and not weekdays:
        return None, []
    first = max(printed) if printed else _FIRST
    recent = {d.year for d in full}
    best, best_score = None, float("-inf")
    for year in range(max(first, _FIRST), _LAST + 1):
        score = _score(year, partial, evidence, first if printed else None)
        score += _FULL_DAY if year in recent else 0.0
        if score > best_score:
            best, best_score = year, score
    if best is None or (not printed and best_score <= _FIT * len(weekdays) and not evidence):
        return None, []
    return best, _why(best, weekdays, evidence, printed, partial)


def _score(
    year: int, partial: list[CalendarDate], evidence: tuple[Evidence, ...], first: int | None
) -> float:
    days = []
    score = 0.0
    for found in partial:
        day = real_date(year, found.month or 1, found.day or 1)
        if day is None:
            score += _UNFIT
            continue
        days.append(day)
        if found.weekday is not None:
            score += _FIT if day.isoweekday() == found.weekday else _UNFIT
    score /= math.sqrt(max(1, len(partial)))
    if days and evidence:
        score += total(evidence, max(days))
    return score - (_AGE * (year - first) if first is not None else 0.0)


def _years_printed(clues: list[Clue]) -> list[int]:
    years = []
    for clue in clues:
        value = clue.expression.value
        looks_back = clue.tense != "future" and not clue.until
        if looks_back and value and value[:4].isdecimal() and len(value) >= 4:
            years.append(int(value[:4]))
    return [year for year in years if year <= _LAST]


def _why(
    year: int,
    weekdays: list[CalendarDate],
    evidence: tuple[Evidence, ...],
    printed: list[int],
    partial: list[CalendarDate],
) -> list[str]:
    why = []
    if weekdays:
        found = weekdays[0]
        fits = [
            str(y)
            for y in range(2005, 2031)
            if (d := real_date(y, found.month or 1, found.day or 1))
            and d.isoweekday() == found.weekday
        ]
        why.append(f"day {found.day} of month {found.month} has that weekday in {', '.join(fits)}")
    if printed:
        why.append(f"the latest year that the text looks back on is {max(printed)}")
    day = real_date(year, partial[0].month or 1, partial[0].day or 1)
    why += [e.reason for e in evidence if day and e.of(day) > 0][:4]
    why.append(f"so the year is {year}")
    return why


def year_alone(draft: Draft, clues: list[Clue]) -> Published | None:
    """Return the year where no day is told but years and offices held leave one; else ``None``."""
    printed = _years_printed(clues)
    evidence = evidence_in(draft.text)
    if not printed and not evidence:
        return None
    first = max(printed) if printed else _FIRST
    scores = {
        year: total(evidence, date(year, 7, 1)) - (_AGE * (year - first) if printed else 0.0)
        for year in range(max(first, _FIRST), _LAST + 1)
    }
    best = max(scores, key=lambda y: (scores[y], -y))
    tied = sorted(y for y, s in scores.items() if s >= scores[best] - 0.2)
    if not printed and len(tied) > 3:
        return None
    why = ["no date line and no day in the text"]
    if printed:
        why.append(f"the latest year that the text looks back on is {max(printed)}")
    why += [e.reason for e in evidence if e.of(date(best, 7, 1)) > 0][:4]
    return Published(
        value=str(best), basis="inferred", candidates=tuple(map(str, tied)), why=tuple(why)
    )
