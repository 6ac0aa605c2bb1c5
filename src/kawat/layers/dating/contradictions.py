"""Dates that the calendar or the article itself contradicts, and their likeliest reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from kawat.layers.dating.clues import Tense
from kawat.timex import CalendarDate, real_date

_NEAR = 45  # days from the publication day within which a mended date is believed
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Mended:
    """The likeliest reading of a contradictory date, with both readings in words."""

    day: date
    message: str


def name_of(day: date) -> str:
    """Return the day with its weekday: ``Tuesday 2 January 2018``."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {day:%B %Y}"


def mend(found: CalendarDate, printed: date, near: date, tense: Tense) -> Mended | None:
    """Return the likeliest reading where the weekday contradicts the date, else ``None``.

    Tried in this order, each only within some weeks of the publication day: the year mistyped,
    day and month exchanged, the month mistyped. Otherwise the weekday is held to be the slip,
    unless the sentence looks ahead and the weekday lies ahead while the date does not.
    """
    if found.weekday is None or printed.isoweekday() == found.weekday:
        return None
    wanted = WEEKDAYS[found.weekday - 1]
    for day, how in _readings(found, printed, near):
        if day.isoweekday() == found.weekday and abs((day - near).days) <= _NEAR:
            return Mended(
                day,
                f"{name_of(printed)} is not a {wanted}; {name_of(day)} is ({how}): "
                f"read as {day.isoformat()}",
            )
    if tense == "future" and printed <= near:
        ahead = near + timedelta(days=(found.weekday - near.isoweekday()) % 7 or 7)
        return Mended(
            ahead,
            f"{name_of(printed)} is not a {wanted}, and what is spoken of lies ahead: "
            f"read as {name_of(ahead)}",
        )
    return Mended(
        printed,
        f"{name_of(printed)} is not a {wanted}: the weekday or the date is a slip; "
        f"read as {printed.isoformat()}",
    )


def _readings(found: CalendarDate, printed: date, near: date) -> list[tuple[date, str]]:
    day, month = printed.day, printed.month
    readings: list[tuple[date | None, str]] = []
    if found.year is not None and abs((printed - near).days) > _NEAR:
        readings += [
            (real_date(printed.year + by, month, day), "the year mistyped") for by in (-1, 1)
        ]
    if abs((printed - near).days) > 7:
        readings += [(real_date(printed.year, day, month), "day and month exchanged")]
        readings += [
            (real_date(printed.year, other, day), "the month mistyped")
            for other in (near.month, (near.month - 2) % 12 + 1)
        ]
    return [(d, how) for d, how in readings if d is not None and d != printed]
