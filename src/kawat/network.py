"""The network around an actor: with whom it had to do, how often, and month by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, select

from kawat.lexicon.quads import CONFLICT
from kawat.record.actors.dealings import is_party, party_keys
from kawat.record.actors.grouping import Actor
from kawat.record.actors.stored import actors_at
from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.tables import EntityRow, NameRow, PartyRow, TellingRow
from kawat.record.telling import Place
from kawat.record.tellings import chunks
from kawat.who import actor_of

LATEST = 3_000
"""Tellings, the latest ones, that a network is made of."""

TIES = 24
"""Others that are shown, those with the most events first."""

SIDES = ("actor", "recipient")


@dataclass(frozen=True, slots=True)
class Tie:
    """Another with whom the actor has events in common, by PLOVER's quads.

    ``contacts`` are those of cooperation in which they met, called or visited (CONSULT).
    """

    id: str
    name: str
    kind: str
    country: str | None
    contacts: int
    cooperation: int
    conflict: int

    @property
    def events(self) -> int:
        """Return the number of all events."""
        return self.cooperation + self.conflict


@dataclass(frozen=True, slots=True)
class Link:
    """How many of these events two of the others have in common; both are ids."""

    one: str
    other: str
    events: int


@dataclass(frozen=True, slots=True)
class Month:
    """What a month had: ``2017-11``."""

    month: str
    contacts: int
    cooperation: int
    conflict: int


@dataclass(frozen=True, slots=True)
class Network:
    """With whom an actor had to do, in events that happened.

    Counted are the ``events`` of the latest :data:`LATEST` tellings; ``whole`` tells that there
    are no others. ``more`` are others than those shown.
    """

    id: str
    name: str
    ties: tuple[Tie, ...]
    more: int
    links: tuple[Link, ...]
    months: tuple[Month, ...]
    events: int
    whole: bool

    def name_of(self, id: str) -> str:
        """Return the name of the actor itself or of one of those shown."""
        return next((tie.name for tie in self.ties if tie.id == id), self.name)


@dataclass(frozen=True, slots=True)
class _Happening:
    """An event with the numbers of the actors that have a part in it."""

    type: str
    day: date | None
    actors: frozenset[int]

    @property
    def is_conflict(self) -> bool:
        return self.type in CONFLICT


def network(database: Database, name: str, id: str | None = None) -> Network:
    """Return the network around the actor of this name, and ``id`` where several are called so.

    :class:`~kawat.errors.UsageError` where none is.
    """
    number, actor = actor_of(database, name, id)
    with database.reading() as connection:
        tellings = _latest(connection, number, actor)
        events = _events(connection, tellings)
        mine = Counter(other for event in events for other in event.actors - {number})
        order = sorted(mine, key=lambda other: (-mine[other], other))[:TIES]
        shown = actors_at(connection, order)
    ids = {other: shown[other].id for other in order}
    return Network(
        id=actor.id,
        name=actor.name,
        ties=tuple(_tie(shown[other], [e for e in events if other in e.actors]) for other in order),
        more=len(mine) - len(order),
        links=_links(events, ids),
        months=months_of([(e.type, e.day) for e in events]),
        events=len(events),
        whole=len(tellings) < LATEST,
    )


def months_of(events: list[tuple[str, date | None]]) -> tuple[Month, ...]:
    """Return what each month has of these events, given by type and first day."""
    count: dict[str, Counter[str]] = defaultdict(Counter)
    for type, day in events:
        if day:
            month = count[f"{day:%Y-%m}"]
            month["conflict" if type in CONFLICT else "cooperation"] += 1
            month["contacts"] += type == "CONSULT"
    return tuple(
        Month(month, of["contacts"], of["cooperation"], of["conflict"])
        for month, of in sorted(count.items())
    )


def _latest(connection: Connection, number: int, actor: Actor) -> list[Any]:
    """Return the latest tellings of what happened in which the actor has a part."""
    telling = (TellingRow.article == PartyRow.article) & (TellingRow.id == PartyRow.telling)
    columns: tuple[Any, ...] = (
        TellingRow.article, TellingRow.id, TellingRow.type, TellingRow.first_day,
        TellingRow.event_article, TellingRow.event,
    )  # fmt: skip
    query = (
        select(*columns)
        .distinct()
        .select_from(PartyRow)
        .join(TellingRow, telling)
        .join(EntityRow, is_party())
        .join(NameRow, NameRow.number == EntityRow.named)
        .where(
            PartyRow.key.in_(party_keys(actor)),
            PartyRow.role.in_(SIDES),
            TellingRow.status == "happened",
            NameRow.actor == number,
        )
        .order_by(TellingRow.first_day.desc().nulls_last(), TellingRow.article, TellingRow.id)
        .limit(LATEST)
    )
    return list(connection.execute(query))


def _events(connection: Connection, tellings: list[Any]) -> list[_Happening]:
    rejected = standing(connection).rejected
    parties = _parties(connection, {(row.article, row.id) for row in tellings} - rejected)
    groups: dict[tuple[Any, ...], list[Any]] = defaultdict(list)
    for row in tellings:
        if (row.article, row.id) in parties:
            groups[row.event_article, row.event].append(row)
    return [
        _Happening(
            rows[0].type,
            min((row.first_day for row in rows if row.first_day), default=None),
            frozenset().union(*(parties[row.article, row.id] for row in rows)),
        )
        for rows in groups.values()
    ]


def _parties(connection: Connection, places: set[Place]) -> dict[Place, set[int]]:
    """Return the numbers of the actors that have a part in tellings."""
    found: dict[Place, set[int]] = {}
    columns = (PartyRow.article, PartyRow.telling, NameRow.actor)
    for numbers in chunks({number for number, _ in places}):
        query = (
            select(*columns)
            .select_from(PartyRow)
            .join(EntityRow, is_party())
            .join(NameRow, NameRow.number == EntityRow.named)
            .where(PartyRow.article.in_(numbers), PartyRow.role.in_(SIDES))
        )
        for number, telling, actor in connection.execute(query):
            if actor is not None and (number, telling) in places:
                found.setdefault((number, telling), set()).add(actor)
    return found


def _tie(other: Actor, events: list[_Happening]) -> Tie:
    conflict = sum(event.is_conflict for event in events)
    contacts = sum(event.type == "CONSULT" for event in events)
    return Tie(
        other.id, other.name, other.kind, other.country, contacts, len(events) - conflict, conflict
    )


def _links(events: list[_Happening], ids: dict[int, str]) -> tuple[Link, ...]:
    pairs = Counter(
        pair for event in events for pair in combinations(sorted(event.actors & ids.keys()), 2)
    )
    return tuple(
        sorted(
            (Link(ids[one], ids[other], count) for (one, other), count in pairs.items()),
            key=lambda link: (-link.events, link.one, link.other),
        )
    )
