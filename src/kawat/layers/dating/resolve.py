"""The value of a time expression, once the publication day or the day told is known."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from kawat.layers.dating.clues import Tense
from kawat.layers.times.feasts import feast_days, hijri_day, hijri_years
from kawat.timex import CalendarDate, Feast, Shift, month_shifted, real_date, shifted

_MONTHS, _JUST_GONE = 12, 2
_SEASON_STARTS = {"SP": 3, "SU": 6, "FA": 9}  # month
_SOON, _LONG = 21, 300  # days


@dataclass(frozen=True, slots=True)
class Base:
    """The publication, as far as it is known."""

    day: date | None = None
    year: int | None = None
    month: int | None = None

    @staticmethod
    def of(value: str | None) -> Base:
        """Make the base of a published value: a day, a month, a year or nothing."""
        if not value:
            return Base()
        year, month, day = (int(p) for p in [*value.split("-"), "0", "0"][:3])
        if day:
            return Base(date(year, month, day), year, month)
        return Base(None, year, month or None)


def open_value(found: CalendarDate) -> str:
    """Return the value with ``X`` for what is not known (TIMEX3): ``XXXX-02-07``."""
    if found.month is None and found.day is None and found.weekday is not None:
        return f"XXXX-WXX-{found.weekday}"
    year = f"{found.year:04}" if found.year else "XXXX"
    if found.month is None:
        return year if found.day is None else f"{year}-XX-{found.day:02}"
    day = "" if found.day is None else f"-{found.day:02}"
    return f"{year}-{found.month:02}{day}"


def shift_value(shift: Shift, base: Base, told: date | None, tense: Tense = "open") -> str:
    """Return the value of a shift from its anchor, at the precision that the anchor allows."""
    anchor = (told or base.day) if shift.anchor == "told" else base.day
    if shift.season and base.year:
        year = base.year + shift.amount
        starts = _SEASON_STARTS.get(shift.season, 1)
        if shift.nearest and tense != "future" and base.month and base.month < starts:
            year -= 1
        return f"{year:04}-{shift.season}"
    if anchor is not None:
        return shifted(anchor, shift.unit, shift.amount)
    if shift.unit in ("Y", "10Y", "100Y") and base.year:
        return shifted(date(base.year, 7, 1), shift.unit, shift.amount)
    if shift.unit == "M" and base.year and base.month:
        return month_shifted(base.year, base.month, shift.amount)
    open_ = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX"}
    return open_.get(shift.unit, "XXXX")


def calendar_value(
    found: CalendarDate, base: Base, tense: Tense, started: bool = False, until: bool = False
) -> str:
    """Return the value of a printed date whose year, month or day hangs on the publication.

    ``started`` says that only the start of the month is meant, so that it can be the month's own
    (``awal Juni lalu`` in June); ``until`` that something goes on to it, so that it may lie ahead.
    """
    if found.hijri:
        return _hijri_value(found, base, tense)
    if found.month is None and found.day is None:
        if found.weekday is None:
            return open_value(found)
        return _weekday_value(found, base, tense)
    if found.month is None:
        return _day_of_month_value(found, base, tense)
    if found.years is not None and base.year:
        found = CalendarDate(found.weekday, found.day, found.month, base.year + found.years)
        return open_value(found)
    if found.day is None:
        return _month_value(found, base, tense, started, until)
    if base.day is None:
        return open_value(CalendarDate(None, found.day, found.month, base.year))
    return nearest_date(found, base.day, tense).isoformat()


def weekday_near(found: CalendarDate, day: date, tense: Tense) -> date:
    """Return the nearest such weekday that the tense allows, the day itself among them."""
    weekday = found.weekday or 1
    if found.weeks is not None:
        monday = day - timedelta(days=day.isoweekday() - 1)
        return monday + timedelta(weeks=found.weeks, days=weekday - 1)
    ahead = (weekday - day.isoweekday()) % 7
    if found.direction == "past":
        return day - timedelta(days=(7 - ahead) % 7 or 7)
    if found.direction == "future":
        return day + timedelta(days=ahead or 7)
    if tense == "future":
        return day + timedelta(days=ahead)
    return day - timedelta(days=(7 - ahead) % 7)


def _weekday_value(found: CalendarDate, base: Base, tense: Tense) -> str:
    if base.day is None:
        return open_value(found)
    return weekday_near(found, base.day, tense).isoformat()


def _month_value(found: CalendarDate, base: Base, tense: Tense, started: bool, until: bool) -> str:
    month = found.month or 1
    if base.year is None:
        return open_value(found)
    year = base.year
    if base.month is None:
        back = found.direction == "past" and month > _MONTHS / 2
        return open_value(CalendarDate(month=month, year=year - 1 if back else year))
    if until and found.direction is None:
        ahead = (month - base.month) % _MONTHS
        tense = "future" if ahead < _MONTHS / 2 else "past"
    if found.direction == "past":
        year -= 0 if month < base.month or (started and month == base.month) else 1
    elif found.direction == "future":
        year += 1 if month < base.month else 0
    elif tense == "future":  # a month just gone is not meant for next year
        year += 1 if month < base.month - _JUST_GONE else 0
    elif found.direction is None:
        year -= 1 if month > base.month else 0
    return f"{year:04}-{month:02}"


def _day_of_month_value(found: CalendarDate, base: Base, tense: Tense) -> str:
    if base.day is None or found.day is None:
        return open_value(found)
    months = [found.months] if found.months is not None else [0, -1, 1]
    options = []
    for by in months:
        year, month = (int(p) for p in month_shifted(base.day.year, base.day.month, by).split("-"))
        if option := real_date(year, month, found.day):
            options.append(option)
    if not options:
        return open_value(found)
    return _choose(options, base.day, tense, found.direction is not None).isoformat()


def nearest_date(found: CalendarDate, day: date, tense: Tense) -> date:
    """Return the day with this day and month nearest to another day, as the tense allows."""
    around = (real_date(day.year + by, found.month or 1, found.day or 1) for by in (-1, 0, 1))
    options = [option for option in around if option]
    if not options:  # 29 February
        leap = next(y for y in range(day.year, day.year - 9, -1) if real_date(y, 2, 29))
        options = [date(leap, 2, 29)]
    return _choose(options, day, tense, found.direction is not None)


def _choose(options: Iterable[date], day: date, tense: Tense, strict: bool = False) -> date:
    """Return the option on the side that the tense allows.

    Unless the words themselves say the side (``strict``: ``lalu``), a day a few weeks ahead beats
    one of a year ago: sentences in the past speak of what is coming, too.
    """
    past = [o for o in options if o <= day]
    ahead = [o for o in options if o >= day]
    if not past or not ahead:
        return max(past) if past else min(ahead)
    last, coming = max(past), min(ahead)
    since, until = (day - last).days, (coming - day).days
    if tense == "future" and (strict or since > _SOON or until < _LONG):
        return coming
    if tense == "future":
        return last
    if tense == "past" and (strict or until > _SOON or since < _LONG):
        return last
    return last if since <= 1.5 * until else coming


def _hijri_value(found: CalendarDate, base: Base, tense: Tense) -> str:
    if base.year is None:
        return "XXXX" if found.day is None else "XXXX-XX-XX"
    near = base.day or date(base.year, base.month or 7, 1)
    years = [found.year] if found.year else list(hijri_years(near.year))
    starts = [hijri_day(y, found.month or 1, found.day or 1) for y in years]
    if found.day is None:
        chosen = min(starts, key=lambda d: abs((d + timedelta(days=15) - near).days))
        return f"{chosen.year:04}"
    return _choose(starts, near, tense).isoformat()


def feast_value(feast: Feast, base: Base, tense: Tense) -> str:
    """Return the day of a holiday: in the year printed, else the one that the tense allows."""
    year = feast.year or base.year
    if year is None:
        return "XXXX-XX-XX"
    years = (year,) if feast.year or base.day is None else (year - 1, year, year + 1)
    days = [d + timedelta(days=feast.days) for y in years for d in feast_days(feast.key, y)]
    if not days:
        return f"{year:04}"
    if feast.direction in ("past", "future"):
        tense = feast.direction
    if base.day is None or feast.year:
        return days[0].isoformat()
    return _choose(days, base.day, tense, feast.direction is not None).isoformat()
