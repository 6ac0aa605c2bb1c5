"""The network around an actor: with whom it had to do, how often, and month by month."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, select

from kawat.lexicon.quads import CONFLICT
from kawat.record.actors.dealings import Contact, is_party, party_keys
from kawat.record.actors.grouping import Actor
from kawat.record.actors.stored import actors_at
from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.listing import NO_DAY, complete_list
from kawat.record.tables import EntityRow, NameRow, PartyRow, SubjectRow, TellingRow
from kawat.record.telling import Place
from kawat.record.tellings import chunks
from kawat.who import actor_of

LATEST = 2_000
"""Events, the latest ones, that a network is made of."""

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

    Counted are those among the latest :data:`LATEST` events that name it; ``whole`` tells that
    there are no others. ``more`` are others than those shown. ``contacts`` are with those shown.
    """

    id: str
    name: str
    ties: tuple[Tie, ...]
    more: int
    links: tuple[Link, ...]
    contacts: tuple[Contact, ...]
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
    return network_of(database, *actor_of(database, name, id))


def network_of(database: Database, number: int, actor: Actor) -> Network:
    """Return the network around an actor and its number in this record."""
    complete_list(database)
    with database.reading() as connection:
        listed = _latest(connection, actor)
        events = _events(connection, listed, number)
        mine = Counter(other for event in events for other in event.actors - {number})
        order = sorted(mine, key=lambda other: (-mine[other], other))[:TIES]
        shown = actors_at(connection, order)
    return Network(
        id=actor.id,
        name=actor.name,
        ties=tuple(_tie(shown[other], [e for e in events if other in e.actors]) for other in order),
        more=len(mine) - len(order),
        links=_links(events, {other: shown[other].id for other in order}),
        contacts=_contacts(events, {other: shown[other].name for other in order}),
        months=months_of([(e.type, e.day) for e in events]),
        events=len(events),
        whole=len(listed) < LATEST,
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


def _latest(connection: Connection, actor: Actor) -> list[Any]:
    """Return the latest listed events that happened and are about a name of the actor."""
    columns = (SubjectRow.article, SubjectRow.event, SubjectRow.type, SubjectRow.first_day)
    found: dict[Place, Any] = {}
    for key in party_keys(actor):
        query = select(*columns).where(SubjectRow.subject == key, SubjectRow.status == "happened")
        for days in (SubjectRow.first_day < NO_DAY, SubjectRow.first_day == NO_DAY):
            newest = (SubjectRow.first_day.desc(), SubjectRow.undated.desc())
            order = (*newest, SubjectRow.last_day.desc(), SubjectRow.name.desc())
            rows = connection.execute(query.where(days).order_by(*order).limit(LATEST))
            found.update(((row.article, row.event), row) for row in rows)
    last = sorted(found.values(), key=lambda row: row.first_day, reverse=True)
    return sorted(last, key=lambda row: row.first_day == NO_DAY)[:LATEST]


def _events(connection: Connection, listed: list[Any], number: int) -> list[_Happening]:
    """Return those of the listed events in which the actor itself has a part."""
    parties = _parties(connection, {(row.article, row.event) for row in listed})
    return [
        _Happening(
            row.type,
            row.first_day if row.first_day < NO_DAY else None,
            frozenset(parties[row.article, row.event]),
        )
        for row in listed
        if number in parties.get((row.article, row.event), ())
    ]


def _parties(connection: Connection, events: set[Place]) -> dict[Place, set[int]]:
    """Return the numbers of the actors that have a part in events, by tellings that it happened."""
    rejected = standing(connection).rejected
    telling = (TellingRow.article == PartyRow.article) & (TellingRow.id == PartyRow.telling)
    columns: tuple[Any, ...] = (
        TellingRow.article, TellingRow.id, TellingRow.event_article, TellingRow.event,
        NameRow.actor,
    )  # fmt: skip
    found: dict[Place, set[int]] = {}
    for numbers in chunks({number for number, _ in events}):
        query = (
            select(*columns)
            .select_from(TellingRow)
            .join(PartyRow, telling)
            .join(EntityRow, is_party())
            .join(NameRow, NameRow.number == EntityRow.named)
            .where(TellingRow.event_article.in_(numbers), TellingRow.status == "happened")
            .where(PartyRow.role.in_(SIDES))
        )
        for article, id, *event, actor in connection.execute(query):
            place = (event[0], event[1])
            if actor is not None and place in events and (article, id) not in rejected:
                found.setdefault(place, set()).add(actor)
    return found


def _contacts(events: list[_Happening], names: dict[int, str]) -> tuple[Contact, ...]:
    """Return with whom the actor was in contact in each year."""
    count = Counter(
        (event.day.year if event.day else None, names[other])
        for event in events
        if event.type == "CONSULT"
        for other in event.actors & names.keys()
    )
    order = sorted(count.items(), key=lambda c: (c[0][0] or 9999, -c[1], c[0][1]))
    return tuple(Contact(year, name, events) for (year, name), events in order)


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
