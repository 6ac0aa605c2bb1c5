"""One event per real happening: tellings of the same type, parties, time and status become one.

A telling joins the latest happening that it does not contradict. Parties contradict where both
tellings name some and none is shared; a person stands for the country too (Putin, Rusia).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from kawat.layers.events.circumstances import DISCUSS
from kawat.layers.events.kin import Kin
from kawat.layers.events.status_of_nouns import DEEDS
from kawat.layers.events.telling import Telling
from kawat.layers.events.units import Party
from kawat.reading import Status, TimeRef

_BACK = 300
"""happenings that a telling is compared with, at most: more than a report holds"""
_WEEK = 6
"""days from the first to the last of a week"""
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
            telling.time is not None and _width(telling.time.value) < _width(self.time.value)
        )
        if finer and telling.time is not None:
            self.time = telling.time


def merge(tellings: Iterable[Telling], kin: Kin) -> list[Happening]:
    """Return the happenings that the tellings are of, in text order."""
    happenings: list[Happening] = []
    for telling in tellings:
        for happening in reversed(happenings[-_BACK:]):
            if _same(happening, telling, kin):
                happening.add(telling)
                break
        else:
            new = Happening()
            new.add(telling)
            happenings.append(new)
    return happenings


def _same(happening: Happening, telling: Telling, kin: Kin) -> bool:
    first = happening.tellings[0]
    if first.entry.type != telling.entry.type:
        return False
    if first.entry.type == "ASSAULT" and first.mutual != telling.mutual:
        return False
    if _is_trip(first) != _is_trip(telling):
        return False
    if _is_where_discussed(happening.tellings[-1], telling):
        return True
    if not (_status_fits(happening, telling) and _time_fits(happening, telling)):
        return False
    if happening.mode and telling.entry.mode and happening.mode != telling.entry.mode:
        return False
    old = (*happening.actors, *happening.recipients)
    if not telling.parties or not old:
        return telling.definite or _discusses(telling) or telling.entry.stem in happening.stems
    if telling.mutual or (first.mutual and len(telling.actors) > 1):
        return kin.within(telling.parties, old) or kin.within(old, telling.parties)
    return _role_fits(happening.actors, telling.actors, kin) and _role_fits(
        happening.recipients, telling.recipients, kin
    )


def _is_trip(telling: Telling) -> bool:
    """A visit is not the meetings that it is made for."""
    return telling.entry.frame.name in ("visit", "trip")


def _discusses(telling: Telling) -> bool:
    """What is discussed is discussed at the meeting told before: ``isu yang dibahas``."""
    return telling.entry.type == "CONSULT" and telling.entry.root in DISCUSS


def _is_where_discussed(before: Telling, telling: Telling) -> bool:
    """``akan dibahas dalam pertemuan``: the meeting is where it is discussed."""
    at = telling.setting and before.sentence == telling.sentence
    return at and _discusses(before) and not before.parties


def _status_fits(happening: Happening, telling: Telling) -> bool:
    taken = happening.cued is None and telling.status == "happened"
    known = telling.definite and (
        telling.entry.type not in DEEDS or "happened" in happening.statuses
    )
    if not telling.cued and (known or taken):
        return True
    return telling.status in happening.statuses


def _time_fits(happening: Happening, telling: Telling) -> bool:
    one, other = happening.time, telling.time
    if one is None and other is None:
        return True
    if one is None or other is None:
        near = one is not None and telling.sentence - happening.tellings[-1].sentence <= 1
        return near or not _is_background(telling, one or other)
    a, b = _days(one.value), _days(other.value)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def _is_background(telling: Telling, time: TimeRef | None) -> bool:
    """Tell whether a time keeps a telling apart from an undated one of the same kind.

    A report dates its news by the day; what has only a month or a year is background. A war
    lasts, so a month or a year may well date it.
    """
    war = telling.entry.type == "ASSAULT" and telling.mutual
    vague = time is not None and _width(time.value) > _WEEK
    return vague and not war and not telling.definite


def _width(value: str) -> int:
    """Return how many days a date spans, more than a year for a vague one."""
    days = _days(value)
    return 1000 if days is None else (days[1] - days[0]).days


@lru_cache(maxsize=4096)
def _days(value: str) -> tuple[date, date] | None:
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


def _role_fits(old: Iterable[str], new: Party, kin: Kin) -> bool:
    """The parties of one role fit if either telling names none, or they share one."""
    known = tuple(old)
    return not known or not new or kin.share(known, new)
