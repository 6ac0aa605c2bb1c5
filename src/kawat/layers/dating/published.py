"""When the article was published: from metadata, from its own date line, or inferred.

Inferred: the latest day that the text itself reports as past; such a report runs on that day or
the next. Where a year is not printed, weekdays, offices held and matters of a time choose it.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from kawat.draft import Draft
from kawat.errors import UsageError
from kawat.layers.dating.clues import Clue, apposed
from kawat.layers.dating.contradictions import name_of
from kawat.layers.dating.days import DatedDay, dated_days, latest_told, printed_day
from kawat.layers.dating.resolve import weekday_near
from kawat.layers.dating.undated import is_history, year_alone
from kawat.layers.dating.weekdays_alone import day_of_happening
from kawat.reading import Published, Span
from kawat.timex import Shift

_STAMP_LINE = 40  # characters beside the date in a line that is a stamp
_HEAD = 500  # characters in which a page's date line stands
_LEAD = 700
_SOON = 2  # days
_NEXT_DAY = "such a report runs on the day or the day after"


def published_of(draft: Draft, clues: list[Clue]) -> Published | None:
    """Return the publication day as stated or inferred; ``None`` where nothing tells it."""
    if draft.article.published:
        return _given(draft.article.published, draft.article.uri)
    return _stamped(draft, clues) or _inferred(draft, clues)


def _given(written: str, uri: str) -> Published:
    try:
        day = date.fromisoformat(written[:10]).isoformat()
    except ValueError as error:
        raise UsageError(
            f"the day of publication {written!r} is no ISO day",
            where=uri,
            fix="give it as 2017-11-22",
        ) from error
    return Published(value=day, basis="metadata", candidates=(day,), why=("given as metadata",))


def _stamped(draft: Draft, clues: list[Clue]) -> Published | None:
    """Return the day of the page's own date line: a stamp that nothing told is later than."""
    days = [d for c in clues if c.tense != "future" and not c.until and (d := printed_day(c))]
    latest = max(days, default=None)
    for clue in clues:
        day = printed_day(clue)
        if day is not None and day == (latest or day) and _is_stamp(draft, clue):
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


def _inferred(draft: Draft, clues: list[Clue]) -> Published | None:
    told = [
        c
        for n, c in enumerate(clues)
        if (c.tense != "future" or _says_today(draft, clues, n))
        and not c.until
        and c.expression.mod not in ("AFTER", "BEFORE")
    ]
    told = [c for c in told if not c.caption] or told
    dated, why = dated_days(draft, clues, told)
    if not dated:
        return day_of_happening(draft, clues) or year_alone(draft, clues)
    last = latest_told(dated)
    if not last.clue.voiced and not last.weekday:
        if later := day_of_happening(draft, clues, after=last.day):
            return later
        if is_history(draft, last.day, clues):
            return year_alone(draft, clues)
    latest = last.day
    why.insert(0, f"no date line; the latest day that the text reports as past is {last.words!r}")
    moved = _moved(draft, clues, last)
    if moved:
        latest, reason = moved
        why.append(reason)
    if not last.weekday and not moved:
        why.append("that day has no weekday, so the report can be later")
    next_day = latest + timedelta(days=1)
    candidates = (latest.isoformat(), next_day.isoformat())
    return Published(
        value=candidates[0], basis="inferred", candidates=candidates, why=(*why, _NEXT_DAY)
    )


def _moved(draft: Draft, clues: list[Clue], last: DatedDay) -> tuple[date, str] | None:
    """Return another day that the text shows: ``kemarin (…)``, or a bare weekday of the scene."""
    latest = last.day
    if "kemarin" in last.words.lower().split() and not last.clue.voiced:
        return latest + timedelta(days=1), f"{last.words!r} was the day before"
    for n, clue in enumerate(clues):
        words = clue.expression.span.of(draft.text)
        day = _day_by_apposition(draft, clues, n, latest)
        if day:
            return day, f"{words!r} is {name_of(latest)}"
        day = _day_of_the_scene(clue, last)
        if day:
            return day, f"the report's own day is {words!r}, the next after it: {name_of(day)}"
    return None


def _day_by_apposition(draft: Draft, clues: list[Clue], at: int, latest: date) -> date | None:
    """Return the day of writing where ``kemarin`` or ``besok`` stands beside a date."""
    clue, meaning = clues[at], clues[at].expression.meaning
    if not isinstance(meaning, Shift) or meaning.anchor == "told" or meaning.unit != "D":
        return None
    if not meaning.amount or at + 1 == len(clues) or clue.quoted:
        return None
    if not apposed(draft.text, clue.expression, clues[at + 1].expression):
        return None
    day = printed_day(clues[at + 1])
    return day - timedelta(days=meaning.amount) if day and day == latest else None


def _day_of_the_scene(clue: Clue, last: DatedDay) -> date | None:
    """Return the day after the latest that a bare weekday of the report's own scene is.

    After a day without weekday, which is history, any bare weekday in the lead is such a one; after
    a day of the news only one that stands like a scene's or within two days; after a day on which
    somebody speaks only the next day.
    """
    bare = clue.bare_weekday
    if bare is None:
        return None
    ahead = (weekday_near(bare, last.day, "future") - last.day).days
    lead = clue.expression.span.start < _LEAD
    if last.weekday is None:
        fits = clue.own_day or lead
    elif last.clue.voiced:
        fits = clue.own_day and ahead == 1
    else:
        fits = clue.own_day or (lead and ahead <= _SOON)
    return last.day + timedelta(days=ahead) if ahead and fits else None
