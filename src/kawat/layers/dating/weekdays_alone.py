"""The day of a report without a date that tells one of the days that the world remembers."""

from __future__ import annotations

from datetime import date, timedelta

from kawat.draft import Draft
from kawat.layers.dating.clues import Clue
from kawat.layers.dating.evidence import Evidence, evidence_in, total
from kawat.layers.dating.happenings import Happening, happenings_reported
from kawat.layers.dating.printed import values_printed
from kawat.reading import Published

_NEWS = 2  # days after the happening on which a weekday of the report may lie


def day_of_happening(
    draft: Draft, clues: list[Clue], after: date | None = None
) -> Published | None:
    """Return the day of a report that tells a known happening; ``None`` if it tells of none.

    The offices and matters in the text must not speak against the day, no later year may be
    printed, and the bare weekdays of the text must be those of the happening or of the days
    after it. Without any weekday only its month is known. ``after`` leaves out what was
    before a day.
    """
    told = happenings_reported(draft.text)
    newest = values_printed(clues).newest
    evidence = evidence_in(draft.text) if told else ()
    fits = [
        h
        for h in told
        if newest <= h.day.isoformat()
        and (after is None or h.day > after)
        and total(evidence, h.day.isoformat()) >= 0
    ]
    weekdays = _weekdays_told(clues)
    if not weekdays:
        return _month_of(fits, evidence) if after is None else None
    dated = [(_days_after(h, weekdays), total(evidence, h.day.isoformat()), h) for h in fits]
    near = [(n == 0, score, h.day, h) for n, score, h in dated if n is not None]
    if not near:
        return None
    *_, last = max(near, key=lambda found: found[:3])
    ahead = [n for w in weekdays if (n := (w - last.day.isoweekday()) % 7) <= _NEWS]
    day = last.day + timedelta(days=max(ahead))
    value, next_day = day.isoformat(), (day + timedelta(days=1)).isoformat()
    why = (
        "no date of the news in the text, only weekdays",
        *_reasons(last, evidence),
        f"its last weekday from then on is that of {value}",
    )
    return Published(value=value, basis="inferred", candidates=(value, next_day), why=why)


def _days_after(happening: Happening, weekdays: set[int]) -> int | None:
    """Return after how many days one of the weekdays follows, ``None`` if too late."""
    ahead = min((w - happening.day.isoweekday()) % 7 for w in weekdays)
    return ahead if ahead <= _NEWS else None


def _month_of(told: list[Happening], evidence: tuple[Evidence, ...]) -> Published | None:
    """Return the month of the happening that is told, if all that are told are of one month."""
    months = {h.day.isoformat()[:7] for h in told}
    if len(months) != 1:
        return None
    last = max(told, key=lambda h: h.day)
    days = tuple((last.day + timedelta(days=n)).isoformat() for n in (0, 1))
    why = ("no date and no weekday in the text", *_reasons(last, evidence), "the day is not stated")
    return Published(value=months.pop(), basis="inferred", candidates=days, why=why)


def _reasons(happening: Happening, evidence: tuple[Evidence, ...]) -> list[str]:
    return [
        f"it tells what is known of {happening.day.isoformat()}: {happening.name}",
        *[e.reason for e in evidence if e.of(happening.day.isoformat()) > 0][:3],
    ]


def _weekdays_told(clues: list[Clue]) -> set[int]:
    """Return the bare weekdays (ISO, Monday is 1) that are not ahead and not quoted."""
    return {bare.weekday for clue in clues if (bare := clue.bare_weekday) and bare.weekday}
