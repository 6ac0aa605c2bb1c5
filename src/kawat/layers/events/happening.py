"""A happening: the tellings of it, and what they say of it together."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kawat.layers.events.telling import Telling
from kawat.reading import Status, TimeRef

_DATE = re.compile(r"(\d{4})(?:-W(\d{2})|-(\d{2})(?:-(\d{2}))?)?")


@dataclass
class Happening:
    """Tellings taken to be of one real happening."""

    tellings: list[Telling] = field(default_factory=list)
    actors: dict[str, None] = field(default_factory=dict)
    recipients: dict[str, None] = field(default_factory=dict)
    time: TimeRef | None = None
    """the finest date told: a day before a week, a month or a year, these before `now`"""
    mode: str | None = None
    """the first mode told"""
    stems: set[str] = field(default_factory=set)
    statuses: set[Status] = field(default_factory=set)
    cued: Status | None = None
    """the first status that a word says, not taken for granted"""

    @property
    def first(self) -> Telling:
        """The telling that says most: dated, with most parties."""
        return max(
            self.tellings,
            key=lambda t: (len(t.parties) > 0, t.time is not None, len(t.parties), -t.span.start),
        )

    @property
    def status(self) -> Status:
        """The status that is told outright, or else the first."""
        return self.cued or self.tellings[0].status

    def add(self, telling: Telling) -> None:
        """Take the telling in, with its parties."""
        self.tellings.append(telling)
        self.actors.update(dict.fromkeys(telling.actors))
        self.recipients.update(dict.fromkeys(p for p in telling.recipients if p not in self.actors))
        self.mode = self.mode or telling.entry.mode
        self.stems.add(telling.entry.stem)
        self.statuses.add(telling.status)
        if telling.cued and self.cued is None:
            self.cued = telling.status
        finer = self.time is None or (
            telling.time is not None and width(telling.time.value) < width(self.time.value)
        )
        if finer and telling.time is not None:
            self.time = telling.time


def width(value: str) -> int:
    """Return how many days a date spans, more than a year for a vague one."""
    span = days(value)
    return 1000 if span is None else (span[1] - span[0]).days


@lru_cache(maxsize=4096)
def days(value: str) -> tuple[date, date] | None:
    """Return the first and last day of a TIMEX3 date; ``None`` for what is no calendar date."""
    match = _DATE.match(value)
    if match is None:
        return None
    year, week, month, day = (int(g) if g else 0 for g in match.groups())
    try:
        if week:
            return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
        first = date(year, month or 1, day or 1)
        last = first if day else date(year, month or 12, monthrange(year, month or 12)[1])
    except ValueError:
        return None
    return first, last
