"""The day of a report without a date that tells one of the days that the world remembers."""

from __future__ import annotations

from datetime import timedelta

from kawat.draft import Draft
from kawat.layers.dating.clues import Clue
from kawat.layers.dating.evidence import evidence_in, total
from kawat.layers.dating.happenings import happenings_in
from kawat.layers.dating.undated import values_printed
from kawat.reading import Published

_NEWS = 2  # days after the happening on which a weekday of the report may lie


def day_of_happening(draft: Draft, clues: list[Clue]) -> Published | None:
    """Return the day of a report that has only bare weekdays and tells a known happening.

    One of its weekdays must be that of the happening, the offices and matters in the text must
    not speak against the day, and no later year may be printed; otherwise ``None``.
    """
    weekdays = _weekdays_told(clues)
    if not weekdays:
        return None
    told = happenings_in(draft.text, lambda day: day.isoweekday() in weekdays)
    newest = values_printed(clues).newest
    evidence = evidence_in(draft.text) if told else ()
    fits = [h for h in told if newest <= h.day.isoformat() and total(evidence, h.day) >= 0]
    if not fits:
        return None
    last = max(fits, key=lambda h: h.day)
    ahead = [n for w in weekdays if (n := (w - last.day.isoweekday()) % 7) <= _NEWS]
    day = last.day + timedelta(days=max(ahead))
    value, after = day.isoformat(), (day + timedelta(days=1)).isoformat()
    why = (
        "no date in the text, only weekdays",
        f"it tells what is known of {last.day.isoformat()}: {last.name}",
        *[e.reason for e in evidence if e.of(last.day) > 0][:3],
        f"its last weekday from then on is that of {value}",
    )
    return Published(value=value, basis="inferred", candidates=(value, after), why=why)


def _weekdays_told(clues: list[Clue]) -> set[int]:
    """Return the bare weekdays (ISO, Monday is 1) that are not ahead and not quoted."""
    return {bare.weekday for clue in clues if (bare := clue.bare_weekday) and bare.weekday}
