"""What a time expression means before the day it was written on is known.

The values are TIMEX3's (TimeML 1.2.1, ISO 8601): a day ``2017-11-21``, a week ``2017-W47``, a
part of the day ``2017-11-21TNI``. Where the words leave a part of the value open, the meaning
says what is open and what it hangs on; the dating layer works it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Direction = Literal["past", "present", "future"]
Unit = Literal["D", "W", "M", "Y", "10Y", "100Y", "WE"]
Anchor = Literal["published", "told"]
"""``published``: the publication day; ``told``: the day told last before the words."""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A weekday, day, month or year, as far as printed: ``Selasa (7/2)``, ``September lalu``.

    ``years``, ``months`` and ``weeks`` count from the publication day: ``September tahun lalu``
    has ``years`` -1, ``Senin pekan depan`` ``weeks`` 1. ``weekday`` is ISO's (Monday is 1).
    """

    weekday: int | None = None
    day: int | None = None
    month: int | None = None
    year: int | None = None
    direction: Direction | None = None
    years: int | None = None
    months: int | None = None
    weeks: int | None = None
    hijri: bool = False
    odd_year: str = ""
    """digits set as a year that are none (``16/6/205``)"""


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after an anchor: ``kemarin``, ``pekan lalu``, ``sehari setelah``."""

    unit: Unit
    amount: int
    anchor: Anchor = "published"
    season: str = ""
    """``SU``, ``Q3``, ``H1`` … where a season, quarter or half of that year is meant"""
    nearest: bool = False
    """a season without year: the nearest that the tense allows"""
    nth: int = 0
    """the so-maniest day of something (``hari kedelapan perang``: 8), counted from its start"""
    of_event: bool = False
    """counted from an event that follows in the text (``sehari setelah mereka bertemu``)"""


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday: its key in the lexicon, the year if printed, days before (-1: the eve)."""

    key: str
    year: int | None = None
    days: int = 0
    direction: Direction | None = None


@dataclass(frozen=True, slots=True)
class Slip:
    """Digits set as a date that no calendar has: ``19/22/2017``."""

    words: str


Meaning = CalendarDate | Shift | Feast | Slip


def week_of(day: date) -> str:
    """Return the ISO week of a day as TIMEX3 has it: ``2017-W47``."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def month_shifted(year: int, month: int, by: int) -> str:
    """Return the month so many months away: ``2017-01`` by -1 is ``2016-12``."""
    months = year * 12 + month - 1 + by
    return f"{months // 12:04}-{months % 12 + 1:02}"


def shifted(day: date, unit: Unit, amount: int) -> str:
    """Return what lies so many units from a day, at the precision of the unit."""
    if unit == "D":
        return (day + timedelta(days=amount)).isoformat()
    if unit in ("W", "WE"):
        week = week_of(day + timedelta(weeks=amount))
        return f"{week}-WE" if unit == "WE" else week
    if unit == "M":
        return month_shifted(day.year, day.month, amount)
    if unit == "10Y":
        return f"{day.year // 10 + amount:03}"
    if unit == "100Y":
        return f"{day.year // 100 + amount:02}"
    return f"{day.year + amount:04}"


def real_date(year: int, month: int, day: int) -> date | None:
    """Return the day, or ``None`` where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
