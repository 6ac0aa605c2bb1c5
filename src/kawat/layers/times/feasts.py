"""When a holiday falls: fixed days, Easter, the Islamic calendar, and tabled days."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Any

from kawat.lexicon import table

_CIVIL_EPOCH = 227014  # the day before 1 Muharram 1, as a proleptic Gregorian ordinal


def feast_days(key: str, year: int) -> tuple[date, ...]:
    """Return the days on which a holiday falls in a Gregorian year; Islamic ones can be two."""
    rule: dict[str, Any] = table("holidays")["holiday"][key]
    kind = rule["rule"]
    if kind == "fixed":
        return (date(year, rule["month"], rule["day"]),)
    if kind == "easter":
        return (easter(year) + timedelta(days=rule["days"]),)
    if kind == "orthodox":
        return (orthodox_easter(year) + timedelta(days=rule["days"]),)
    if kind == "weekday":
        return (_nth_weekday(year, rule["month"], rule["weekday"], rule["nth"]),)
    if kind == "hijri":
        days = (hijri_day(y, rule["month"], rule["day"]) for y in hijri_years(year))
        return tuple(day for day in days if day.year == year)
    tabled = (date.fromisoformat(day) for day in rule["days"])
    return tuple(day for day in tabled if day.year == year)


def feast_day_of_hijri_year(key: str, hijri_year: int) -> date | None:
    """Return the day of an Islamic holiday in an Islamic year, ``None`` for other holidays."""
    rule: dict[str, Any] = table("holidays")["holiday"][key]
    if rule["rule"] != "hijri":
        return None
    return hijri_day(hijri_year, rule["month"], rule["day"])


def hijri_years(year: int) -> range:
    """Return the Islamic years that share a day with a Gregorian one."""
    first = (year - 622) * 33 // 32 - 1
    return range(first, first + 4)


def hijri_day(year: int, month: int, day: int) -> date:
    """Return the Gregorian day of an Islamic date, as declared in Indonesia where tabled.

    The rest is the tabular civil calendar (Reingold & Dershowitz, Calendrical Calculations, ch. 7),
    which is off by a day where the moon was seen earlier or later.
    """
    declared = _month_starts().get((year, month))
    if declared:
        return declared + timedelta(days=day - 1)
    before = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
    return date.fromordinal(_CIVIL_EPOCH + before + day)


@cache
def _month_starts() -> dict[tuple[int, int], date]:
    starts: dict[str, date] = table("holidays")["hijri_month_start"]
    return {(int(key[:4]), int(key[5:])): day for key, day in starts.items()}


@cache
def easter(year: int) -> date:
    """Return Western Easter Sunday (anonymous Gregorian algorithm; Meeus 1991, ch. 8)."""
    century, of_century = divmod(year, 100)
    golden = year % 19
    correction = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - correction + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (of_century // 4) - epact - of_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@cache
def orthodox_easter(year: int) -> date:
    """Return Orthodox Easter Sunday, 1900 to 2099 (Meeus 1991, ch. 8; 13 days to Gregorian)."""
    moon = (19 * (year % 19) + 15) % 30
    weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7
    month, day = divmod(moon + weekday + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def _nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    if nth < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
