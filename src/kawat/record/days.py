"""From a TIMEX3 value to the days it covers."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from kawat.errors import UsageError


class Days(NamedTuple):
    """The first and the last day that a value covers, both included."""

    first: date
    last: date

    @property
    def one(self) -> bool:
        """Tell whether it is a single day."""
        return self.first == self.last


def days_of(value: str | None) -> Days | None:
    """Return the days that a TIMEX3 value covers, or ``None`` where it names none.

    Days, clock times, weeks, weekends, months, quarters, halves, seasons, years, decades
    (``199``) and centuries (``20``) name days; durations, ``PAST_REF`` and values whose year is
    not known (``XXXX-02-07``) name none. An unknown month or day leaves the larger unit
    (``2017-XX`` is the year). A day that no calendar has (``2017-02-30``) is none.
    """
    if not value:
        return None
    head = value.partition("T")[0] if value[:1].isdigit() else value
    while head.endswith("-XX"):
        head = head[:-3]
    for pattern, days in _FORMS:
        if found := pattern.fullmatch(head):
            try:
                return days(*found.groups())
            except (ValueError, OverflowError):
                return None
    return None


def days_asked(value: str | None, name: str) -> Days | None:
    """Return the days that a user asks for; :class:`UsageError` where the value names none."""
    if value is None:
        return None
    days = days_of(value)
    if days is None:
        fix = "give an ISO day, month or year: 2016-09-12, 2016-09 or 2016"
        raise UsageError(f"{value!r} is no day", where=name, fix=fix)
    return days


def _day(year: str, month: str, day: str) -> Days:
    only = date(int(year), int(month), int(day))
    return Days(only, only)


def _months(year: int, first: int, count: int) -> Days:
    """Return the days of some months; the first may be counted past December."""
    start = _month_start(year, first)
    return Days(start, _month_start(year, first + count) - timedelta(1))


def _month_start(year: int, month: int) -> date:
    return date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)


def _month(year: str, month: str) -> Days:
    if not 1 <= int(month) <= 12:
        raise ValueError(f"no month {month}")
    return _months(int(year), int(month), 1)


def _week(year: str, week: str) -> Days:
    monday = date.fromisocalendar(int(year), int(week), 1)
    return Days(monday, monday + timedelta(6))


def _weekend(year: str, week: str) -> Days:
    return Days(*(date.fromisocalendar(int(year), int(week), day) for day in (6, 7)))


def _weekday(year: str, week: str, day: str) -> Days:
    only = date.fromisocalendar(int(year), int(week), int(day))
    return Days(only, only)


def _part(year: str, kind: str, number: str) -> Days:
    length = 3 if kind == "Q" else 6
    return _months(int(year), (int(number) - 1) * length + 1, length)


def _season(year: str, season: str) -> Days:
    return _months(int(year), {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season], 3)


def _years(first: int, count: int) -> Days:
    return Days(date(first, 1, 1), date(first + count - 1, 12, 31))


_FORMS: tuple[tuple[re.Pattern[str], Callable[..., Days]], ...] = tuple(
    (re.compile(pattern, re.ASCII), days)
    for pattern, days in (
        (r"(\d{4})-(\d\d)-(\d\d)", _day),
        (r"(\d{4})-(\d\d)", _month),
        (r"(\d{4})", lambda year: _years(int(year), 1)),
        (r"(\d{4})-W(\d\d)", _week),
        (r"(\d{4})-W(\d\d)-WE", _weekend),
        (r"(\d{4})-W(\d\d)-([1-7])", _weekday),
        (r"(\d{4})-(Q)([1-4])", _part),
        (r"(\d{4})-(H)([12])", _part),
        (r"(\d{4})-(SP|SU|FA|WI)", _season),
        (r"(\d{3})", lambda decade: _years(int(decade) * 10, 10)),
        (r"(\d\d)", lambda century: _years(int(century) * 100, 100)),
    )
)
