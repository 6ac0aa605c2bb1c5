"""Two of a record: the events between them, what one says of the other, what they agreed on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel
from sqlalchemy import ColumnElement, Connection, and_, or_, select

from kawat.agreements import Agreement, agreed, newest, told_cycles
from kawat.errors import UsageError
from kawat.network import SIDES, Month, months_of
from kawat.reading import Entity
from kawat.record.actors.dealings import party_keys
from kawat.record.actors.settling import complete
from kawat.record.actors.stored import actors_named
from kawat.record.countries import country_code
from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.names import name_key
from kawat.record.page import Page
from kawat.record.scope import Scope
from kawat.record.tables import (
    ArticleRow,
    EntityRow,
    PartyRow,
    ReadingRow,
    StatementRow,
    TellingRow,
    VoiceRow,
)
from kawat.record.telling import Place
from kawat.said import Quote, quotes_at
from kawat.timeline import Line, lines_at

ARTICLES = 300
"""Articles, the newest ones, in which statements on the other are looked for."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: a state with all who are of it, or an actor by the keys of its names."""

    name: str
    country: str | None
    keys: tuple[str, ...]

    def is_in(self, table: Any) -> ColumnElement[bool]:
        """Return the condition that a row with a key and country is of this side."""
        if self.country:
            return table.country == self.country  # type: ignore[no-any-return]
        return table.key.in_(self.keys)  # type: ignore[no-any-return]

    def has(self, entity: Entity) -> bool:
        """Tell whether an entity of an article is of this side."""
        if self.country:
            return entity.country == self.country
        return name_key(entity.name) in self.keys

    @property
    def party(self) -> frozenset[str]:
        """Return what stands for it among the parties of agreements."""
        return frozenset({self.country} if self.country else self.keys)


@dataclass(frozen=True, slots=True)
class Pair:
    """What is between two. ``statements`` are those of ``one`` that name ``other``."""

    one: Side
    other: Side
    months: tuple[Month, ...]
    events: Page[Line]
    total: int
    statements: tuple[Quote, ...]
    agreements: tuple[Agreement, ...]


def pair(database: Database, one: str, other: str, *, start: int = 0, limit: int = 20) -> Pair:
    """Return what is between two; the newest first, events from a place on.

    A country is meant with all who are of it. Events are those in which both have a part as
    actor or recipient. :class:`UsageError` where nobody is called so, or both are the same.
    """
    complete(database)
    with database.reading() as connection:
        sides = _side(connection, one), _side(connection, other)
        if sides[0].party & sides[1].party:
            raise UsageError(f"{one!r} and {other!r} are one", fix="name two different ones")
        events = _events(connection, *sides)
        order = sorted(events, key=lambda e: (events[e][1] or date.min, e), reverse=True)
        shown = lines_at(connection, order[start : start + limit])
        return Pair(
            *sides,
            months=months_of(list(events.values())),
            events=Page(shown, max(0, len(order) - start - len(shown))),
            total=len(order),
            statements=_statements(connection, *sides, limit),
            agreements=tuple(_agreements(connection, *sides)),
        )


def _side(connection: Connection, name: str) -> Side:
    if code := country_code(name):
        return Side(name.strip(), code, ())
    found = actors_named(connection, name) if name_key(name) else []
    if not found:
        raise UsageError(f"nobody is called {name!r}", fix="give a name as articles have it")
    actor = found[0][1]
    if actor.kind == "country" and actor.country:
        return Side(actor.name, actor.country, ())
    return Side(actor.name, None, tuple(party_keys(actor)))


def _events(connection: Connection, one: Side, other: Side) -> dict[Place, tuple[str, date | None]]:
    """Return the events in which both have a part, with their type and first day."""
    rejected = standing(connection).rejected
    a, b = PartyRow.__table__.alias(), PartyRow.__table__.alias()
    both = and_(
        a.c.article == b.c.article,
        a.c.telling == b.c.telling,
        or_(a.c.role != b.c.role, a.c.position != b.c.position),
    )
    columns: tuple[Any, ...] = (
        TellingRow.article, TellingRow.id, TellingRow.event_article, TellingRow.event,
        TellingRow.type, TellingRow.first_day,
    )  # fmt: skip
    query = (
        select(*columns)
        .distinct()
        .select_from(a)
        .join(b, both)
        .join(TellingRow, and_(TellingRow.article == a.c.article, TellingRow.id == a.c.telling))
        .where(one.is_in(a.c), other.is_in(b.c), a.c.role.in_(SIDES), b.c.role.in_(SIDES))
    )
    groups: dict[Place, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        if (row.article, row.id) not in rejected:
            groups[row.event_article, row.event].append(row)
    return {
        event: (rows[0].type, min((r.first_day for r in rows if r.first_day), default=None))
        for event, rows in groups.items()
    }


class _Named(BaseModel):
    """The part of a reading that tells where an entity is named."""

    entities: tuple[Entity, ...]


def _statements(connection: Connection, one: Side, other: Side, limit: int) -> tuple[Quote, ...]:
    """Return the newest statements of one in which the other is named."""
    said = select(VoiceRow.article).where(VoiceRow.role == "speaker", one.is_in(VoiceRow))
    named = select(EntityRow.article).where(other.is_in(EntityRow))
    query = (
        select(ArticleRow.number, ReadingRow.json)
        .join(ReadingRow, ReadingRow.article == ArticleRow.number)
        .where(ArticleRow.number.in_(said.intersect(named)))
        .order_by(ArticleRow.first_day.desc().nulls_last(), ArticleRow.id)
        .limit(ARTICLES)
    )
    found: list[Place] = []
    for number, json in connection.execute(query):
        mentions = [
            mention
            for entity in _Named.model_validate_json(json).entities
            if other.has(entity)
            for mention in entity.mentions
        ]
        found += [
            (number, row.id)
            for row in _said_in(connection, one, number)
            if any(row.start <= m.start and m.end <= row.end for m in mentions)
        ]
        if len(found) >= limit:
            break
    return quotes_at(connection, found[:limit])


def _said_in(connection: Connection, one: Side, number: int) -> list[Any]:
    said = and_(VoiceRow.article == StatementRow.article, VoiceRow.statement == StatementRow.id)
    query = (
        select(StatementRow.id, StatementRow.start, StatementRow.end)
        .join(VoiceRow, said)
        .where(StatementRow.article == number, VoiceRow.role == "speaker", one.is_in(VoiceRow))
        .distinct()
        .order_by(StatementRow.start)
    )
    return list(connection.execute(query))


def _agreements(connection: Connection, one: Side, other: Side) -> list[Agreement]:
    """Return the agreements to which both are parties."""
    kind, key = ("country", one.country) if one.country else ("actor", next(iter(one.keys)))
    cycles = agreed(connection, Scope(kind, key, one.name))  # type: ignore[arg-type]
    both = [c for c in cycles if c.parties & one.party and c.parties & other.party]
    return told_cycles(connection, newest(both))
