"""The days that a text tells of, and which of them is the latest that is told as past."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kawat.draft import Draft
from kawat.layers.dating.clues import Clue
from kawat.layers.dating.contradictions import name_of
from kawat.layers.dating.named_days import named_day
from kawat.layers.dating.undated import years_for
from kawat.timex import CalendarDate, real_date

_BESIDE = 10  # days within which another date of the text supports a reading
_SOON = 2  # days after somebody's words on which something else can have happened


@dataclass(frozen=True, slots=True)
class DatedDay:
    """A day told of, with its words and clue."""

    day: date
    words: str
    clue: Clue

    @property
    def weekday(self) -> int | None:
        """The weekday that is printed with it (ISO)."""
        meaning = self.clue.expression.meaning
        return meaning.weekday if isinstance(meaning, CalendarDate) else None


def latest_told(dated: list[DatedDay]) -> DatedDay:
    """Return the latest day that is told as past.

    The days on which somebody speaks, with their weekday, are days of the news. A later day is one
    only if it has its weekday, too, and lies within two days: what else is dated later lies ahead,
    whatever the tense.
    """
    voiced = [d for d in dated if d.clue.voiced and d.weekday]
    if not voiced:
        return max(dated, key=lambda d: d.day)
    spoken = max(voiced, key=lambda d: d.day)
    near = (d for d in dated if d.weekday and 0 <= (d.day - spoken.day).days <= _SOON)
    return max(near, key=lambda d: d.day)


def printed_day(clue: Clue) -> date | None:
    """Return the day that is printed with its month and year, ``None`` if none is."""
    meaning = clue.expression.meaning
    if not isinstance(meaning, CalendarDate) or None in (meaning.year, meaning.month, meaning.day):
        return None
    if meaning.hijri:
        return None
    return real_date(meaning.year or 1, meaning.month or 1, meaning.day or 1)


def dated_days(
    draft: Draft, clues: list[Clue], told: list[Clue]
) -> tuple[list[DatedDay], list[str]]:
    """Return the days told as past, and what chose the year of those that print none."""
    full: list[DatedDay] = []
    partial: list[tuple[CalendarDate, Clue]] = []
    for clue in told:
        meaning = clue.expression.meaning
        if not isinstance(meaning, CalendarDate) or meaning.hijri or meaning.years is not None:
            continue
        if meaning.day is None or meaning.month is None:
            continue
        if named_day(meaning, draft.text, clue.expression.span):
            continue
        day = printed_day(clue)
        words = clue.expression.span.of(draft.text)
        if day is not None:
            full.append(DatedDay(_mended(meaning, day, clues), words, clue))
        elif meaning.year is None:
            partial.append((meaning, clue))
    year: int | None = None
    why: list[str] = []
    if partial:
        year, why = years_for(draft, clues, [p for p, _ in partial], [d.day for d in full])
    if year is None:
        return full, [name_of(max(d.day for d in full))] if full else []
    plain = [day for p, _ in partial if (day := _in_year(p, year))]
    days = [
        DatedDay(_month_first(p, year, plain) or day, c.expression.span.of(draft.text), c)
        for p, c in partial
        if (day := _in_year(p, year))
    ]
    certain = [d.day for d in days if d.weekday] + [d.day for d in full if d.day.year == year]
    if certain:  # a day without weekday or year can be of the year before
        days = [d for d in days if d.weekday or (d.day - max(certain)).days <= _BESIDE]
    return full + days, why


def _in_year(found: CalendarDate, year: int) -> date | None:
    day = real_date(year, found.month or 1, found.day or 1)
    if found.weekday is None or (day and day.isoweekday() == found.weekday):
        return day
    before = real_date(year - 1, found.month or 1, found.day or 1)
    if before and before.isoweekday() == found.weekday and (found.month or 1) > 10:
        return before
    return day


def _month_first(found: CalendarDate, year: int, beside: list[date]) -> date | None:
    """Return the day that is meant where the month is printed first: `Sabtu (6/3)` for 3 June.

    Its weekday must fit only so, and another date of the text must stand beside it.
    """
    printed, day = _in_year(found, year), real_date(year, found.day or 1, found.month or 1)
    if found.weekday is None or (printed and printed.isoweekday() == found.weekday):
        return None
    if day is None or day.isoweekday() != found.weekday:
        return None
    return day if any(abs((day - other).days) <= _BESIDE for other in beside) else None


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
