"""What a record tells of one actor: whom they met, what they said, and which articles name them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from kawat.record.actors.grouping import Actor
from kawat.record.decisions import standing
from kawat.record.tables import ArticleRow, PartyRow, TellingRow, VoiceRow
from kawat.record.tellings import chunks

Entity = tuple[str, str]
"""An article's id, and the id of an entity in its reading."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom the actor met, called or visited in a year: events that happened, not reports."""

    year: int | None
    name: str
    events: int


@dataclass(frozen=True, slots=True)
class Witness:
    """An article that names the actor."""

    article: str
    uri: str
    outlet: str | None
    published: str | None


def _numbers(connection: Connection, actor: Actor) -> dict[int, str]:
    """Return the articles that name the actor: the record's own numbers, with their ids."""
    found: dict[int, str] = {}
    for some in _some({seen.article for seen in actor.seen}):
        query = select(ArticleRow.number, ArticleRow.id).where(ArticleRow.id.in_(some))
        found.update((row.number, row.id) for row in connection.execute(query))
    return found


def contacts(
    connection: Connection, actor: Actor, known: Mapping[Entity, Actor]
) -> tuple[Contact, ...]:
    """Count the events in which the actor consulted with each other one, by year."""
    rejected = standing(connection).rejected
    parties: dict[tuple[int, str], set[int]] = {}
    years: dict[tuple[int, str], int | None] = {}
    numbers = _numbers(connection, actor)
    people = {id(other): other for other in known.values()}
    for row in _consulting(connection, numbers):
        party = known.get((numbers[row.article], row.entity or ""))
        if party and (row.article, row.telling) not in rejected:
            event = (row.event_article, row.event)
            parties.setdefault(event, set()).add(id(party))
            year = row.first_day.year if row.first_day else None
            years[event] = min(filter(None, (years.get(event), year)), default=None)
    count: Counter[tuple[int | None, str]] = Counter()
    for event, met in parties.items():
        if id(actor) in met:
            count.update((years[event], people[other].name) for other in met - {id(actor)})
    order = sorted(count.items(), key=lambda c: (c[0][0] or 9999, -c[1], c[0][1]))
    return tuple(Contact(year, name, events) for (year, name), events in order)


def _consulting(connection: Connection, numbers: Mapping[int, str]) -> Iterator[Any]:
    """Yield the parties of all consultations of these articles that happened."""
    columns: tuple[Any, ...] = (
        PartyRow.article, PartyRow.telling, PartyRow.entity,
        TellingRow.event_article, TellingRow.event, TellingRow.first_day,
    )  # fmt: skip
    query = (
        select(*columns)
        .join(
            TellingRow,
            (TellingRow.article == PartyRow.article) & (TellingRow.id == PartyRow.telling),
        )
        .where(
            PartyRow.role.in_(("actor", "recipient")),
            TellingRow.type == "CONSULT",
            TellingRow.status == "happened",
        )
    )
    for some in chunks(numbers.keys()):
        yield from connection.execute(query.where(PartyRow.article.in_(some)))


def voices_of(connection: Connection, actor: Actor) -> set[Entity]:
    """Return the statements that the actor makes: the article's id, and the statement's."""
    numbers = _numbers(connection, actor)
    mine = {(seen.article, seen.entity) for seen in actor.seen}
    found: set[Entity] = set()
    columns: tuple[Any, ...] = (VoiceRow.article, VoiceRow.statement, VoiceRow.entity)
    for some in chunks(numbers.keys()):
        query = select(*columns).where(VoiceRow.role == "speaker", VoiceRow.article.in_(some))
        found.update(
            (numbers[row.article], row.statement)
            for row in connection.execute(query)
            if (numbers[row.article], row.entity) in mine
        )
    return found


def witnesses(connection: Connection, actor: Actor) -> tuple[Witness, ...]:
    """Return the articles that name the actor, by day."""
    found: list[Witness] = []
    columns: tuple[Any, ...] = (
        ArticleRow.id, ArticleRow.uri, ArticleRow.outlet, ArticleRow.published,
    )  # fmt: skip
    for some in _some({seen.article for seen in actor.seen}):
        query = select(*columns).where(ArticleRow.id.in_(some))
        found += [Witness(*row) for row in connection.execute(query)]
    return tuple(sorted(found, key=lambda w: (w.published or "9999", w.article)))


def _some(ids: Iterable[str], size: int = 500) -> Iterator[list[str]]:
    ordered = sorted(ids)
    for at in range(0, len(ordered), size):
        yield ordered[at : at + size]
