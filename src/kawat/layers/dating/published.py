"""When the article was published: from metadata, from its own date line, or inferred.

Inferred: the latest day that the text itself reports as past; such a report runs on that day or
the next. Where a year is not printed, weekdays, offices held and matters of a time choose it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kawat.draft import Draft
from kawat.layers.dating.clues import Clue, apposed
from kawat.layers.dating.contradictions import name_of
from kawat.layers.dating.resolve import weekday_near
from kawat.layers.dating.undated import year_alone, years_for
from kawat.reading import Published, Span
from kawat.timex import CalendarDate, Shift, real_date

_STAMP_LINE = 40  # characters beside the date in a line that is a stamp
_HEAD = 500  # characters in which a page's date line stands
_LEAD = 700
_BESIDE = 10  # days within which another date of the text supports a reading
_NEXT_DAY = "such a report runs on the day or the day after"


def published_of(draft: Draft, clues: list[Clue]) -> Published | None:
    """Return the publication day as stated or inferred; ``None`` where nothing tells it."""
    given = draft.article.published
    if given:
        return Published(
            value=given[:10], basis="metadata", candidates=(given[:10],), why=("given as metadata",)
        )
    return _stamped(draft, clues) or _inferred(draft, clues)


def _stamped(draft: Draft, clues: list[Clue]) -> Published | None:
    """Return the day of the page's own date line: a stamp that nothing told is later than."""
    days = [d for c in clues if c.tense != "future" and not c.until and (d := _printed_day(c))]
    for clue in clues:
        day = _printed_day(clue)
        if day is not None and day == max(days, default=day) and _is_stamp(draft, clue):
            return _stated(day, clue.expression.span, "the page's own date line")
    return None


def _stated(day: date, span: Span, reason: str) -> Published:
    iso = day.isoformat()
    why = (f"{reason}; {name_of(day)}",)
    return Published(value=iso, basis="stated", span=span, candidates=(iso,), why=why)


def _says_today(draft: Draft, clues: list[Clue], at: int) -> bool:
    """Tell whether ``hari ini`` stands before the date: ``hari ini, Kamis (19/6/2025)``."""
    if not at or clues[at - 1].quoted or clues[at - 1].expression.meaning != Shift("D", 0):
        return False
    return apposed(draft.text, clues[at - 1].expression, clues[at].expression)


def _is_stamp(draft: Draft, clue: Clue) -> bool:
    """Tell a date line: marked so by the furniture, or a line with a clock and little else."""
    found = clue.expression
    if draft.in_furniture(found.span, "stamp") and found.span.start < _HEAD:
        return True
    if not found.suffix.startswith("T") or ":" not in found.suffix:
        return False
    start = draft.text.rfind("\n", 0, found.span.start) + 1
    end = draft.text.find("\n", found.span.end)
    end = len(draft.text) if end < 0 else end
    line = draft.text[start : found.span.start] + draft.text[found.span.end : end]
    return len(line) <= _STAMP_LINE and not re.search(r"[a-z]\.\s*$", line)


def _printed_day(clue: Clue) -> date | None:
    meaning = clue.expression.meaning
    if not isinstance(meaning, CalendarDate) or None in (meaning.year, meaning.month, meaning.day):
        return None
    if meaning.hijri:
        return None
    return real_date(meaning.year or 1, meaning.month or 1, meaning.day or 1)


def _inferred(draft: Draft, clues: list[Clue]) -> Published | None:
    told = [
        c
        for n, c in enumerate(clues)
        if (c.tense != "future" or _says_today(draft, clues, n))
        and not c.until
        and c.expression.mod not in ("AFTER", "BEFORE")
    ]
    told = [c for c in told if not c.caption] or told
    dated, why = _dated_days(draft, clues, told)
    if not dated:
        return year_alone(draft, clues)
    latest, words = max(dated, key=lambda d: d[0])
    why.insert(0, f"no date line; the latest day that the text reports as past is {words!r}")
    moved = _moved(draft, clues, latest, words)
    if moved:
        latest, reason = moved
        why.append(reason)
    next_day = latest + timedelta(days=1)
    candidates = (latest.isoformat(), next_day.isoformat())
    return Published(
        value=candidates[0], basis="inferred", candidates=candidates, why=(*why, _NEXT_DAY)
    )


def _dated_days(
    draft: Draft, clues: list[Clue], told: list[Clue]
) -> tuple[list[tuple[date, str]], list[str]]:
    """Return the days told as past with their words, and what chose their year."""
    full: list[tuple[date, str]] = []
    partial: list[tuple[CalendarDate, str]] = []
    for clue in told:
        meaning = clue.expression.meaning
        if not isinstance(meaning, CalendarDate) or meaning.hijri:
            continue
        if meaning.day is None or meaning.month is None or meaning.years is not None:
            continue
        words = clue.expression.span.of(draft.text)
        day = _printed_day(clue)
        if day is not None:
            full.append((_mended(meaning, day, clues), words))
        elif meaning.year is None:
            partial.append((meaning, words))
    if not partial:
        return full, [_weekday_reason(full)] if full else []
    year, why = years_for(draft, clues, [p for p, _ in partial], [d for d, _ in full])
    if year is None:
        return full, [_weekday_reason(full)] if full else []
    days = [(p, d, words) for p, words in partial if (d := _in_year(p, year))]
    certain = [d for p, d, _ in days if p.weekday] + [d for d, _ in full if d.year == year]
    if certain:  # a day without weekday or year can be of the year before
        days = [(p, d, w) for p, d, w in days if p.weekday or (d - max(certain)).days <= _BESIDE]
    return full + [(d, w) for _, d, w in days], why


def _weekday_reason(full: list[tuple[date, str]]) -> str:
    return f"{name_of(max(full)[0])}"


def _in_year(found: CalendarDate, year: int) -> date | None:
    day = real_date(year, found.month or 1, found.day or 1)
    if found.weekday is None or (day and day.isoweekday() == found.weekday):
        return day
    before = real_date(year - 1, found.month or 1, found.day or 1)
    if before and before.isoweekday() == found.weekday and (found.month or 1) > 10:
        return before
    return day


def _mended(found: CalendarDate, day: date, clues: list[Clue]) -> date:
    """Return the day, or the one that was meant where the weekday contradicts it.

    What another date of the text stands beside wins; then the month before or after, then the year
    before, if the weekday fits there: these are the slips that newsrooms make.
    """
    if found.weekday is None or day.isoweekday() == found.weekday:
        return day
    slips = [real_date(day.year, month, day.day) for month in (day.month - 1, day.month + 1)]
    slips.append(real_date(day.year - 1, day.month, day.day))
    options = [d for d in slips if d and d.isoweekday() == found.weekday]
    for option in (day, *options):
        if any(_stands_beside(option, c, found) for c in clues):
            return option
    return options[0] if options else day


def _stands_beside(option: date, clue: Clue, itself: CalendarDate) -> bool:
    meaning = clue.expression.meaning
    if not isinstance(meaning, CalendarDate) or meaning == itself or meaning.hijri:
        return False
    if meaning.month is None or meaning.day is None:
        return False
    other = real_date(meaning.year or option.year, meaning.month, meaning.day)
    return other is not None and abs((other - option).days) <= _BESIDE


def _moved(
    draft: Draft, clues: list[Clue], latest: date, latest_words: str
) -> tuple[date, str] | None:
    """Return another day that the text shows: ``kemarin (…)``, or a bare weekday of the scene."""
    if "kemarin" in latest_words.lower().split():
        return latest + timedelta(days=1), f"{latest_words!r} was the day before"
    historic = not any(
        c.expression.span.of(draft.text) == latest_words and _weekday_of(c) for c in clues
    )
    for n, clue in enumerate(clues):
        words = clue.expression.span.of(draft.text)
        day = _day_by_apposition(draft, clues, n, latest)
        if day:
            return day, f"{words!r} is {name_of(latest)}"
        day = _day_of_the_scene(clue, latest, historic)
        if day:
            return day, f"the report's own day is {words!r}, the next after it: {name_of(day)}"
    return None


def _weekday_of(clue: Clue) -> int | None:
    meaning = clue.expression.meaning
    return meaning.weekday if isinstance(meaning, CalendarDate) else None


def _day_by_apposition(draft: Draft, clues: list[Clue], at: int, latest: date) -> date | None:
    """Return the day of writing where ``kemarin`` or ``besok`` stands beside a date."""
    clue, meaning = clues[at], clues[at].expression.meaning
    if not isinstance(meaning, Shift) or meaning.anchor == "told" or meaning.unit != "D":
        return None
    if not meaning.amount or at + 1 == len(clues) or clue.quoted:
        return None
    if not apposed(draft.text, clue.expression, clues[at + 1].expression):
        return None
    day = _printed_day(clues[at + 1])
    return day - timedelta(days=meaning.amount) if day and day == latest else None


def _day_of_the_scene(clue: Clue, latest: date, historic: bool) -> date | None:
    """Return the day after the latest that a bare weekday of the report's own scene is.

    After a day without weekday (``historic``) any bare weekday in the lead is such a one; after a
    day of the news itself only one that stands like a scene's, or within two days.
    """
    meaning = clue.expression.meaning
    if not isinstance(meaning, CalendarDate) or meaning.weekday is None:
        return None
    if meaning != CalendarDate(weekday=meaning.weekday) or clue.tense == "future" or clue.quoted:
        return None
    ahead = (weekday_near(meaning, latest, "future") - latest).days
    lead = clue.expression.span.start < _LEAD
    near = lead and (historic or ahead <= 2)
    return latest + timedelta(days=ahead) if ahead and (clue.own_day or near) else None
