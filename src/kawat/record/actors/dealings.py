"""What a record tells of one actor: whom they met, what they said, and which articles name them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select, tuple_

from kawat.record.actors.grouping import Actor
from kawat.record.actors.stored import actors_at
from kawat.record.decisions import standing
from kawat.record.tables import ArticleRow, EntityRow, NameRow, PartyRow, TellingRow, VoiceRow

_SIDES = ("actor", "recipient")


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


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role as printed, and the first and last day (ISO) of the articles that print it."""

    role: str
    first: str
    last: str
    articles: int


def contacts(connection: Connection, number: int, actor: Actor) -> tuple[Contact, ...]:
    """Count the events in which the actor consulted with each other one, by year."""
    rejected = standing(connection).rejected
    years: dict[tuple[int, str], int | None] = {}
    met: dict[tuple[int, str], set[int]] = {}
    for row in connection.execute(_consulting(number, actor)):
        if (row.article, row.telling) not in rejected:
            event = (row.event_article, row.event)
            year = row.first_day.year if row.first_day else None
            years[event] = min(filter(None, (years.get(event), year)), default=None)
            met.setdefault(event, set()).add(row.actor)
    count = Counter((years[event], one) for event, some in met.items() for one in some - {number})
    names = {n: one.name for n, one in actors_at(connection, {n for _, n in count}).items()}
    together: Counter[tuple[int | None, str]] = Counter()
    for (year, other), events in count.items():
        together[year, names[other]] += events
    order = sorted(together.items(), key=lambda c: (c[0][0] or 9999, -c[1], c[0][1]))
    return tuple(Contact(year, name, events) for (year, name), events in order)


def _consulting(number: int, actor: Actor) -> Select[Any]:
    """Return the query for all parties of the consultations that happened with the actor."""
    telling = (TellingRow.article == PartyRow.article) & (TellingRow.id == PartyRow.telling)
    columns: tuple[Any, ...] = (
        PartyRow.article, PartyRow.telling, NameRow.actor,
        TellingRow.event_article, TellingRow.event, TellingRow.first_day,
    )  # fmt: skip
    parties = (
        select(*columns)
        .select_from(TellingRow)
        .join(PartyRow, telling)
        .join(EntityRow, is_party())
        .join(NameRow, NameRow.number == EntityRow.named)
        .where(
            PartyRow.role.in_(_SIDES),
            TellingRow.type == "CONSULT",
            TellingRow.status == "happened",
        )
    )
    mine = (
        select(TellingRow.event_article, TellingRow.event)
        .select_from(PartyRow)
        .join(TellingRow, telling)
        .join(EntityRow, is_party())
        .join(NameRow, NameRow.number == EntityRow.named)
        .where(
            PartyRow.key.in_(party_keys(actor)),
            PartyRow.role.in_(_SIDES),
            TellingRow.type == "CONSULT",
            TellingRow.status == "happened",
            NameRow.actor == number,
        )
    )
    return parties.where(tuple_(TellingRow.event_article, TellingRow.event).in_(mine))


def is_party() -> Any:
    """Return the condition that an entity is the one of a party."""
    return (EntityRow.article == PartyRow.article) & (EntityRow.id == PartyRow.entity)


def party_keys(actor: Actor) -> list[str]:
    """Return the keys by which the actor stands among parties and voices."""
    return sorted({named.plain for named in actor.names})


def statements_of(number: int, actor: Actor) -> Select[Any]:
    """Return the query for the statements that the actor makes: article and statement."""
    speaker = (EntityRow.article == VoiceRow.article) & (EntityRow.id == VoiceRow.entity)
    columns: tuple[Any, ...] = (VoiceRow.article, VoiceRow.statement)
    return (
        select(*columns)
        .join(EntityRow, speaker)
        .join(NameRow, NameRow.number == EntityRow.named)
        .where(
            VoiceRow.key.in_(party_keys(actor)), VoiceRow.role == "speaker", NameRow.actor == number
        )
    )


def roles(connection: Connection, number: int) -> tuple[RoleSeen, ...]:
    """Return the printed roles by the day on which they are first seen."""
    query = (
        select(
            EntityRow.role,
            func.min(ArticleRow.first_day).label("first"),
            func.max(ArticleRow.first_day).label("last"),
            func.count(EntityRow.article.distinct()).label("articles"),
        )
        .join(NameRow, NameRow.number == EntityRow.named)
        .join(ArticleRow, ArticleRow.number == EntityRow.article)
        .where(NameRow.actor == number, EntityRow.role.is_not(None))
        .group_by(EntityRow.role)
    )
    found = [
        RoleSeen(row.role, _iso(row.first), _iso(row.last), row.articles)
        for row in connection.execute(query)
    ]
    return tuple(sorted(found, key=lambda seen: (seen.first, seen.last, seen.role)))


def _iso(day: Any) -> str:
    return day.isoformat() if day else ""


def articles_by_name(connection: Connection, number: int) -> dict[tuple[str, ...], int]:
    """Return in how many articles each name of the actor is, by the name's key."""
    query = (
        select(NameRow.id, func.count(EntityRow.article.distinct()))
        .join(EntityRow, EntityRow.named == NameRow.number)
        .where(NameRow.actor == number)
        .group_by(NameRow.id)
    )
    return {tuple(id.split("|", 4)): count for id, count in connection.execute(query)}


def countries_beside(connection: Connection, number: int) -> list[str]:
    """Return the countries of the others in the actor's articles, the most frequent first."""
    naming = (
        select(EntityRow.article)
        .join(NameRow, NameRow.number == EntityRow.named)
        .where(NameRow.actor == number)
    )
    query = (
        select(EntityRow.country, func.count().label("entities"))
        .join(NameRow, NameRow.number == EntityRow.named)
        .where(EntityRow.article.in_(naming), NameRow.actor != number)
        .where(EntityRow.country.is_not(None))
        .group_by(EntityRow.country)
        .order_by(func.count().desc(), EntityRow.country)
    )
    return [row.country for row in connection.execute(query)]


def witnesses(connection: Connection, number: int, limit: int) -> tuple[int, tuple[Witness, ...]]:
    """Return how many articles name the actor, and the latest of them, by day."""
    naming = (
        select(EntityRow.article)
        .distinct()
        .join(NameRow, NameRow.number == EntityRow.named)
        .where(NameRow.actor == number)
    )
    count = connection.execute(select(func.count()).select_from(naming.subquery())).scalar_one()
    query = (
        select(ArticleRow.id, ArticleRow.uri, ArticleRow.outlet, ArticleRow.published)
        .where(ArticleRow.number.in_(naming))
        .order_by(ArticleRow.first_day.desc().nulls_last(), ArticleRow.id.desc())
        .limit(limit)
    )
    latest = [Witness(*row) for row in connection.execute(query)]
    return count, tuple(reversed(latest))
