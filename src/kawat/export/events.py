"""Events as exports have them: each with its parties, its place, and the articles that tell it.

What the record keeps in tables is completed from the readings of the tellings: sectors, roles,
printed names and contexts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, select

from kawat.export.toll_of import killed_of
from kawat.reading import Reading
from kawat.record.countries import cow_state
from kawat.record.places.candidates import Place
from kawat.record.places.locate import Located, locate
from kawat.record.tables import ArticleRow, ReadingRow
from kawat.timeline import Line, Party, Telling

BATCH = 200
"""Events whose readings are in memory at once."""

_LONG_AGO = timedelta(days=365)
"""From when on an event counts as history for the article that tells it (PLOVER: historical)."""


@dataclass(frozen=True, slots=True)
class Participant:
    """An actor, recipient or place; ``raw`` is the name as the first telling prints it."""

    name: str
    kind: str | None
    country: str | None
    sector: str | None
    role: str | None
    raw: str

    @property
    def cow(self) -> str | None:
        """Return the state's Correlates of War abbreviation."""
        state = cow_state(self.country) if self.country else None
        return state.abbreviation if state else None


@dataclass(frozen=True, slots=True)
class ExportedEvent:
    """One event of the record. ``id`` is that of its first telling, in full; ``day`` is ISO.

    ``day`` is the first one that the event may have been on, ``None`` where nothing is known;
    where ``dated`` is false it is the day of publication. ``located`` is where the place is,
    ``None`` for a country and where it can't be told. ``killed`` is the number of dead that
    most tellings give in their sentence of the event.
    """

    id: str
    type: str
    mode: str | None
    status: str
    value: str | None
    day: str | None
    last_day: str | None
    dated: bool
    history: bool
    contexts: tuple[str, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    place: Participant | None
    located: Place | None
    topics: tuple[str, ...]
    tellings: tuple[Telling, ...]
    sources: int
    killed: int | None
    people: tuple[str, ...]
    organizations: tuple[str, ...]
    locations: tuple[str, ...]

    @property
    def first(self) -> Telling:
        """Return the telling that was published first."""
        return self.tellings[0]


def exported(connection: Connection, lines: Iterable[Line]) -> Iterator[ExportedEvent]:
    """Yield the events of these lines, in their order."""
    batch: list[Line] = []
    for line in lines:
        batch.append(line)
        if len(batch) == BATCH:
            yield from _completed(connection, batch)
            batch = []
    yield from _completed(connection, batch)


def readings_of(connection: Connection, articles: Iterable[str]) -> dict[str, Reading]:
    """Return the kept readings of these articles (their ids), proved against their texts."""
    columns: tuple[Any, ...] = (ArticleRow.id, ArticleRow.text, ReadingRow.json)
    query = select(*columns).join(ReadingRow, ReadingRow.article == ArticleRow.number)
    found: dict[str, Reading] = {}
    wanted = sorted(set(articles))
    for at in range(0, len(wanted), BATCH):
        some = query.where(ArticleRow.id.in_(wanted[at : at + BATCH]))
        for id, text, json in connection.execute(some):
            found[id] = Reading.from_json(json, text)
    return found


def _completed(connection: Connection, lines: Sequence[Line]) -> Iterator[ExportedEvent]:
    told = {telling.article for line in lines for telling in line.tellings}
    readings = readings_of(connection, told)
    for line in lines:
        yield _event(line, [(t, readings[t.article]) for t in line.tellings])


def _event(line: Line, told: Sequence[tuple[Telling, Reading]]) -> ExportedEvent:
    readings = [reading for _, reading in told]
    tellings = [(next(v for v in r.events if v.id == t.event), r) for t, r in told]
    first = told[0][0]
    place = _participant(Party(line.place, None), readings) if line.place else None
    return ExportedEvent(
        id=f"{first.article}.{first.event}",
        type=line.type,
        mode=line.mode,
        status=line.status,
        value=line.day,
        day=line.days.first.isoformat() if line.days else None,
        last_day=line.days.last.isoformat() if line.days else None,
        dated=line.dated,
        history=_is_history(line),
        contexts=tuple(dict.fromkeys(c for event, _ in tellings for c in event.contexts)),
        actors=tuple(_participant(party, readings) for party in line.actors),
        recipients=tuple(_participant(party, readings) for party in line.recipients),
        place=place,
        located=_located(place, readings),
        topics=line.topics,
        tellings=line.tellings,
        sources=line.sources,
        killed=killed_of(tellings),
        people=_names(readings, "person"),
        organizations=_names(readings, "organization"),
        locations=_names(readings, "place", "country"),
    )


def _is_history(line: Line) -> bool:
    published = line.tellings[0].published
    if not (line.dated and line.days and published and len(published) == len("2016-09-05")):
        return False
    return line.days.last < date.fromisoformat(published) - _LONG_AGO


def _participant(party: Party, readings: Iterable[Reading]) -> Participant:
    """Return a party with what the first reading that has it says of it."""
    for reading in readings:
        for entity in reading.entities:
            if entity.name == party.name and party.country in (None, entity.country):
                raw = entity.mentions[0].of(reading.text) if entity.mentions else entity.name
                return Participant(
                    entity.name, entity.kind, entity.country, entity.sector, entity.role, raw
                )
    return Participant(party.name, None, party.country, None, None, party.name)


def _located(place: Participant | None, readings: Iterable[Reading]) -> Place | None:
    """Return where the place is, by the countries that the articles name, the most named first."""
    if place is None or place.kind == "country":
        return None
    entities = [entity for reading in readings for entity in reading.entities]
    counts = Counter(e.country for e in entities for _ in e.mentions if e.country)
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    found = locate(place.name, place.country, ranked)
    return found.place if isinstance(found, Located) else None


def _names(readings: Iterable[Reading], *kinds: str) -> tuple[str, ...]:
    entities = (entity for reading in readings for entity in reading.entities)
    return tuple(sorted({entity.name for entity in entities if entity.kind in kinds}))
