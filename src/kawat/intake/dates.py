"""The publication day in a table's column or a page's metadata.

Days are written the Indonesian way, day before month (``22/11/2017``); where that can't be, as
in ``11/22/2017``, the month is first. A moment in another zone is the day that it was in
Jakarta (UTC+7), by which Indonesian outlets date their pages.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

JAKARTA = timezone(timedelta(hours=7))
INDONESIAN_OFFSETS = (timedelta(hours=7), timedelta(hours=8), timedelta(hours=9))

LONGEST = 100
"""Characters of a column's value that are looked at."""

MONTHS = {
    "jan": 1, "feb": 2, "peb": 2, "mar": 3, "apr": 4, "mei": 5, "may": 5, "jun": 6, "jul": 7,
    "agu": 8, "aug": 8, "ags": 8, "sep": 9, "okt": 10, "oct": 10, "nov": 11, "nop": 11,
    "des": 12, "dec": 12,
}  # fmt: skip
"""The first three letters of a month, in Indonesian and English."""

NAMED = re.compile(r"\b(\d{1,2})\s?[-/. ]?\s?([A-Za-z]{3})[a-z]{0,7}\.?[-/, ]{0,2}(\d{4})\b")
NAMED_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3})[a-z]{0,7}\.? (\d{1,2}),? (\d{4})\b")
NUMBERED = re.compile(r"\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b")
YEAR_FIRST = re.compile(r"\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")


def day_of(value: str) -> str | None:
    """Return the ISO day that a column's value tells, or None where it tells none."""
    value = value.strip()[:LONGEST]
    moment = _moment(value)
    if moment:
        return moment.date().isoformat()
    for pattern, order in (
        (YEAR_FIRST, (1, 2, 3)),
        (NAMED, (3, 2, 1)),
        (NAMED_MONTH_FIRST, (3, 1, 2)),
        (NUMBERED, (3, 1, 2) if month_first(value) else (3, 2, 1)),
        (COMPACT, (1, 2, 3)),
    ):
        found = pattern.search(value)
        if found:
            return _day(*(found.group(part) for part in order))
    return None


def month_first(value: str) -> bool:
    """Tell whether a day in numbers can only be read with the month before the day."""
    found = NUMBERED.search(value[:LONGEST])
    return found is not None and int(found[1]) <= 12 < int(found[2])


def _day(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdecimal() else MONTHS.get(month.lower(), 0)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:  # the 31st of April, or a month that is none: the column tells no day
        return None


def _moment(value: str) -> datetime | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime, _epoch):
        try:
            moment = parse(value)
        except (ValueError, TypeError, IndexError, OverflowError, OSError):
            continue  # not written that way
        if moment.tzinfo is None or moment.utcoffset() in INDONESIAN_OFFSETS:
            return moment
        return moment.astimezone(JAKARTA)
    return None


def _epoch(value: str) -> datetime:
    if not re.fullmatch(r"\d{10}(\d{3})?(\.\d+)?", value):
        raise ValueError(value)
    seconds = float(value)
    return datetime.fromtimestamp(seconds / 1000 if seconds > 1e11 else seconds, UTC)
