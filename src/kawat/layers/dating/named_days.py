"""Days that are known by their date without a year: ``serangan 7 Oktober``."""

from __future__ import annotations

from datetime import date
from functools import cache

from kawat.lexicon import table
from kawat.reading import Span
from kawat.timex import CalendarDate

_REACH = 60  # characters on either side in which the matter is named


def named_day(found: CalendarDate, text: str, span: Span) -> date | None:
    """Return the day that a date without year and weekday is the name of, ``None`` if of none."""
    if found.year is not None or found.weekday is not None or found.direction is not None:
        return None
    days = _named_days().get((found.month, found.day), ())
    near = text[max(0, span.start - _REACH) : span.end + _REACH].lower() if days else ""
    for day, words in days:
        if any(word in near for word in words):
            return day
    return None


@cache
def _named_days() -> dict[tuple[int | None, int | None], tuple[tuple[date, tuple[str, ...]], ...]]:
    found: dict[tuple[int | None, int | None], list[tuple[date, tuple[str, ...]]]] = {}
    for entry in table("periods")["named_day"]:
        day: date = entry["day"]
        found.setdefault((day.month, day.day), []).append((day, tuple(entry["words"])))
    return {key: tuple(days) for key, days in found.items()}
