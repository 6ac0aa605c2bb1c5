"""The best value of each field of an event, chosen among its tellings by stated rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kawat.record.days import Days
from kawat.record.telling import Party, Telling

_CERTAINTY = {"happened": 0, "negated": 0, "planned": 1, "possible": 2}


@dataclass(frozen=True, slots=True)
class Best:
    """The fields of an event as a whole; ``day`` is a TIMEX3 value or the day of publication."""

    type: str
    mode: str | None
    status: str
    day: str | None
    dated: bool
    days: Days | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    topics: tuple[str, ...]


def best_of(tellings: Sequence[Telling]) -> Best:
    """Return the best value of each field.

    - *status*: what happened or did not stands above what is planned, and that above what is
      possible; then the status that most tellings have, then the one told last.
    - *day*: a date stands above the day of publication, a day above a week, a month or a year;
      then the value that most tellings have, then the one told first.
    - *mode*, *place*: what most tellings have; then the longest.
    - *actors*, *recipients*: those of the telling that names most of them; then the first told.
    - *topics*: all that any telling names.
    """
    first = tellings[0]
    dating = _dating(tellings)
    return Best(
        type=first.type,
        mode=_commonest(t.mode for t in tellings),
        status=_status(tellings),
        day=dating.value if dating.dated else dating.published_value,
        dated=dating.dated,
        days=dating.days,
        actors=max((t.actors for t in tellings), key=len),
        recipients=max((t.recipients for t in tellings), key=len),
        place=_commonest(t.place.name if t.place else None for t in tellings),
        topics=tuple(sorted({topic for t in tellings for topic in t.topics})),
    )


def _status(tellings: Sequence[Telling]) -> str:
    counts = Counter(t.status for t in tellings)
    last = {t.status: place for place, t in enumerate(tellings)}
    return min(counts, key=lambda s: (_CERTAINTY.get(s, 3), -counts[s], -last[s]))


def _dating(tellings: Sequence[Telling]) -> Telling:
    """Return the telling whose day is the event's."""
    counts = Counter(t.days for t in tellings if t.dated)

    def rank(telling: Telling) -> tuple[bool, int, int]:
        days = telling.days
        length = (days.last - days.first).days if days else 0
        return not telling.dated, length, -counts[days]

    return min(tellings, key=rank)


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda v: (-counts[v], -len(v), v), default=None)
