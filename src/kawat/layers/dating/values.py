"""The times of the reading: expressions with values, and warnings where they contradict."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import cast

from kawat.draft import Draft, Expression
from kawat.layers.dating.clues import Clue, apposed
from kawat.layers.dating.contradictions import mend
from kawat.layers.dating.named_days import named_day
from kawat.layers.dating.resolve import (
    Base,
    calendar_value,
    feast_value,
    nearest_date,
    shift_value,
)
from kawat.reading import Published, Time
from kawat.timex import CalendarDate, Feast, Shift, Slip, real_date

_MONTH = re.compile(r"\d{4}-\d\d")
_ROW = re.compile(r",? (?:dan |serta |hingga )?")
_BEGAN = re.compile(r"\b(?:dimulai|bermula|pecah|meletus)(?: sejak| pada| hari){0,2}\s$")
_BEGAN_REACH = 30  # characters
_FOLLOWING_EVENT = (
    90  # characters after `sehari setelah` in which the event's own date is looked for
)


def values_of(draft: Draft, clues: list[Clue], published: Published | None) -> tuple[Time, ...]:
    """Return the times, numbered in text order; contradictions become warnings of the draft."""
    base = Base.of(published.value if published else None)
    values: list[str | None] = []
    for n, clue in enumerate(clues):
        row = _in_a_row(draft, clues, values, n)
        values.append(
            row or (None if _hangs_on_told(clue.expression) else _value(draft, clue, base))
        )
    told: date | None = None
    times: list[Time] = []
    for n, clue in enumerate(clues):
        found = clue.expression
        value = values[n]
        if value is None:
            value = _told_value(draft, clues, values, n, base, told)
            values[n] = value
        day = day_of(value)
        if day and _tells(clue, day, base):
            told = day
        value = value[:10] + found.suffix if found.suffix and len(value) >= 10 else value
        times.append(
            Time(id=f"t{n + 1}", span=found.span, type=found.type, value=value, mod=found.mod)
        )
    return tuple(times)


def _in_a_row(draft: Draft, clues: list[Clue], values: list[str | None], at: int) -> str | None:
    """Return the month that follows the one before in a row: ``Oktober, November, dan Januari``."""
    meaning = clues[at].expression.meaning
    if not at or not isinstance(meaning, CalendarDate) or not meaning.month or meaning.hijri:
        return None
    if meaning != CalendarDate(month=meaning.month):
        return None
    before = values[at - 1] or ""
    gap = draft.text[clues[at - 1].expression.span.end : clues[at].expression.span.start]
    if not _MONTH.fullmatch(before) or not _ROW.fullmatch(gap):
        return None
    year, month = int(before[:4]), int(before[5:])
    return f"{year + (meaning.month <= month):04}-{meaning.month:02}"


def _tells(clue: Clue, day: date, base: Base) -> bool:
    """Tell whether later words can hang on this day: one on which something has happened."""
    if clue.report or clue.caption or clue.until or isinstance(clue.expression.meaning, Feast):
        return False
    return clue.tense != "future" or base.day is None or day <= base.day


def day_of(value: str) -> date | None:
    """Return the day of a value, ``None`` where it has none."""
    try:
        return date.fromisoformat(value[:10]) if len(value) >= 10 else None
    except ValueError:
        return None


def _hangs_on_told(found: Expression) -> bool:
    return isinstance(found.meaning, Shift) and found.meaning.anchor == "told"


def _value(draft: Draft, clue: Clue, base: Base) -> str:
    found, meaning = clue.expression, clue.expression.meaning
    if isinstance(meaning, CalendarDate):
        if meaning.odd_year:
            draft.warn("date-contradiction", found.span, f"{meaning.odd_year!r} is no year: a slip")
        return _calendar(draft, clue, meaning, base)
    if found.value is not None:
        return found.value
    if isinstance(meaning, Shift):
        return shift_value(meaning, base, None, clue.tense)
    if isinstance(meaning, Feast):
        return feast_value(meaning, base, clue.tense)
    return _slip(draft, clue, meaning, base)


def _slip(draft: Draft, clue: Clue, slip: Slip | None, base: Base) -> str:
    words = slip.words if slip else clue.expression.span.of(draft.text)
    draft.warn(
        "date-contradiction",
        clue.expression.span,
        f"no calendar has {words.strip('(), ')!r}: a typing slip, not read as a day",
    )
    return f"{base.year:04}" if base.year else "XXXX-XX-XX"


def _calendar(draft: Draft, clue: Clue, found: CalendarDate, base: Base) -> str:
    tense = clue.tense
    if found.day is None or found.month is None or found.hijri:
        if clue.expression.value is not None:
            return clue.expression.value
        return calendar_value(found, base, tense, clue.expression.mod == "START", clue.until)
    named = named_day(found, draft.text, clue.expression.span)
    if named is not None and (base.day is None or named < base.day):
        return named.isoformat()
    if found.year is not None:
        printed = real_date(found.year, found.month, found.day)
    elif base.day is not None and found.years is None:
        printed = nearest_date(found, base.day, tense)
        if found.weekday and printed.isoweekday() != found.weekday:
            printed = _with_weekday(found, base.day) or printed
    else:
        return calendar_value(found, base, tense)
    if printed is None:
        return clue.expression.value or "XXXX-XX-XX"
    mended = mend(found, printed, base.day or printed, tense)
    if mended is None:
        return printed.isoformat()
    draft.warn("date-contradiction", clue.expression.span, mended.message)
    return mended.day.isoformat()


def _with_weekday(found: CalendarDate, near: date) -> date | None:
    """Return the day of the neighbouring years that the printed weekday fits."""
    for year in (near.year, near.year - 1, near.year + 1):
        day = real_date(year, found.month or 1, found.day or 1)
        if day and day.isoweekday() == found.weekday and abs((day - near).days) < 200:
            return day
    return None


def _told_value(
    draft: Draft,
    clues: list[Clue],
    values: list[str | None],
    at: int,
    base: Base,
    told: date | None,
) -> str:
    """Return the value of words that hang on the day told last, or on the event that follows."""
    found = clues[at].expression
    shift = cast(Shift, found.meaning)
    if at + 1 < len(clues) and apposed(draft.text, found, clues[at + 1].expression):
        day = day_of(values[at + 1] or "")
        if day and shift.unit == "D":
            return day.isoformat()
    if shift == Shift("D", 0, "told") and not found.suffix and "saat" in _first_word(draft, found):
        before = [v for v in values[:at] if v and v[0].isdecimal()]
        return before[-1] if before else shift_value(shift, base, told)
    if shift.nth:
        start = _start_of_it(draft, clues, values)
        if start is not None and (base.day is None or start <= base.day):
            return (start + timedelta(days=shift.nth - 1)).isoformat()
    if shift.unit == "Y" and not shift.of_event:  # `di tahun yang sama`
        years = [int(v[:4]) for v in values[:at] if v and v[:4].isdecimal()]
        if years:
            return f"{years[-1] + shift.amount:04}"
    if shift.of_event:
        day = _day_of_the_event(draft, clues, values, at)
        if day is None:
            return shift_value(Shift(shift.unit, 0, "told"), base, told)
        return shift_value(shift, base, day)
    return shift_value(shift, base, told)


def _start_of_it(draft: Draft, clues: list[Clue], values: list[str | None]) -> date | None:
    """Return the day on which the text says that something began (``yang dimulai pada …``)."""
    for clue, value in zip(clues, values, strict=False):
        day = day_of(value or "")
        start = clue.expression.span.start
        if day and _BEGAN.search(draft.text[max(0, start - _BEGAN_REACH) : start]):
            return day
    return None


def _first_word(draft: Draft, found: Expression) -> str:
    return found.span.of(draft.text).split()[0].lower()


def _day_of_the_event(
    draft: Draft, clues: list[Clue], values: list[str | None], at: int
) -> date | None:
    end = clues[at].expression.span.end
    for n in range(at + 1, len(clues)):
        start = clues[n].expression.span.start
        between = draft.text[end:start]
        if start - end > _FOLLOWING_EVENT or "\n" in between or ". " in between:
            return None
        if day := day_of(values[n] or ""):
            return day
    return None
