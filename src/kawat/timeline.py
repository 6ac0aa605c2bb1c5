"""The timeline: what happened, day by day, on whose telling and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Select, false, or_, select, tuple_

from kawat.errors import UsageError
from kawat.reading import EventType, Status
from kawat.record.corrections import corrected
from kawat.record.countries import country_code
from kawat.record.database import Database
from kawat.record.days import Days, days_of
from kawat.record.decisions import standing
from kawat.record.merge.best import best_of
from kawat.record.merge.settle import Standing, in_order
from kawat.record.merge.sources import independent, origins
from kawat.record.names import name_key
from kawat.record.tables import PartyRow, TellingRow
from kawat.record.telling import Place
from kawat.record.telling import Telling as Told
from kawat.record.tellings import load

_EVENT: tuple[Any, ...] = (TellingRow.event_article, TellingRow.event)


@dataclass(frozen=True, slots=True)
class Party:
    """Who has a part in an event; ``country`` is an ISO 3166-1 alpha-3 code."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's account: the sentence of its first trigger, and the trigger's own word."""

    article: str
    event: str
    uri: str
    outlet: str | None
    published: str | None
    words: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Line:
    """One event on the timeline, with every article that tells it.

    ``id`` is what ``kawat event`` asks for. ``day`` is a TIMEX3 value, as near as the articles
    have it. Where ``dated`` is false it is the day on which the first telling was published,
    ``None`` where that is not known either. ``sources`` counts the independent ones.
    """

    id: str
    day: str | None
    dated: bool
    days: Days | None
    type: str
    mode: str | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    topics: tuple[str, ...]
    tellings: tuple[Telling, ...]
    sources: int


def timeline(
    database: Database,
    *,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,
    status: str | None = None,
) -> list[Line]:
    """Return the events of a record by day; with nothing asked, all of them.

    ``about`` names a country (in Indonesian, English or by ISO code), or an actor, place or topic
    by any whole words of its name. ``since`` and ``until`` are ISO days, months or years; an
    event that may have been in that time is in it. An event is there if any of its tellings is
    what was asked for, and then with all of them. Undated events stand under the day of their
    article, after the dated ones. :class:`UsageError` for a day, type or status that does not
    exist.
    """
    query = _tellings(about, _bound(since, "since"), _bound(until, "until"))
    query = _only(query, TellingRow.type, type, get_args(EventType))
    query = _only(query, TellingRow.status, status, get_args(Status))
    with database.reading() as connection:
        stands = standing(connection)
        events = _events(connection, query, stands.rejected)
        told = load(connection, [place for places in events for place in places])
        groups = [in_order(told[place] for place in places) for places in events]
        sources = _sources(connection, groups)
    lines = [line_of(group, count, stands) for group, count in zip(groups, sources, strict=True)]
    return sorted(lines, key=_order)


def _events(
    connection: Connection, query: Select[Any], rejected: frozenset[Place]
) -> list[list[Place]]:
    """Return the tellings of every event that has one that was asked for."""
    groups: dict[tuple[Any, ...], list[Place]] = {}
    for number, id, *of in connection.execute(
        select(TellingRow.article, TellingRow.id, *_EVENT).where(tuple_(*_EVENT).in_(query))
    ):
        if (number, id) not in rejected:
            groups.setdefault(tuple(of), []).append((number, id))
    return list(groups.values())


def _sources(connection: Connection, groups: list[list[Told]]) -> list[int]:
    """Count the independent sources of each event."""
    shared = {telling.number for group in groups if len(group) > 1 for telling in group}
    known = origins(connection, sorted(shared))
    return [
        len(independent([known[t.number] for t in group])) if len(group) > 1 else 1
        for group in groups
    ]


def line_of(group: list[Told], sources: int, stands: Standing) -> Line:
    """Return the line of an event, as its tellings and the decisions on them have it."""
    places = [(telling.number, telling.id) for telling in group]
    corrections = [pair for place in places for pair in stands.corrections.get(place, ())]
    best = corrected(best_of(group), corrections)
    return Line(
        id=group[0].name,
        day=best.day,
        dated=best.dated,
        days=best.days,
        type=best.type,
        mode=best.mode,
        status=best.status,
        actors=tuple(Party(p.name, p.country) for p in best.actors),
        recipients=tuple(Party(p.name, p.country) for p in best.recipients),
        place=best.place,
        topics=best.topics,
        tellings=tuple(shown(telling) for telling in group),
        sources=sources,
    )


def shown(telling: Told) -> Telling:
    """Return what a view shows of a telling."""
    return Telling(
        article=telling.article,
        event=telling.id,
        uri=telling.uri,
        outlet=telling.outlet,
        published=telling.published_value,
        words=telling.said,
        trigger=telling.trigger,
    )


def _order(line: Line) -> tuple[Any, ...]:
    days = line.days or Days(date.max, date.max)
    first = line.tellings[0]
    return days.first, not line.dated, days.last, first.article, len(first.event), first.event


def _tellings(about: str | None, since: Days | None, until: Days | None) -> Select[Any]:
    """Return the query for the events of the tellings that were asked for."""
    query: Select[Any] = select(*_EVENT)
    if since:
        query = query.where(TellingRow.last_day >= since.first)
    if until:
        query = query.where(TellingRow.first_day <= until.last)
    if about:
        telling = tuple_(TellingRow.article, TellingRow.id)
        named = select(PartyRow.article, PartyRow.telling).where(
            PartyRow.role != "said_by", _is_about(about)
        )
        query = query.where(telling.in_(named))
    return query


def _is_about(about: str) -> ColumnElement[bool]:
    """Return the condition that a party is, or is of, what ``about`` names."""
    key = name_key(about)
    if not key:
        return false()
    whole_words = PartyRow.key.like(f"{key} %") | PartyRow.key.like(f"% {key}")
    named = or_(PartyRow.key == key, whole_words, PartyRow.key.like(f"% {key} %"))
    code = country_code(about)
    return or_(PartyRow.country == code, named) if code else named


def _only(query: Select[Any], column: Any, wanted: str | None, known: Iterable[str]) -> Select[Any]:
    if wanted is None:
        return query
    if wanted not in known:
        fix = f"take one of {', '.join(known)}"
        raise UsageError(f"there is no {column.key} {wanted!r}", fix=fix)
    return query.where(column == wanted)


def _bound(value: str | None, name: str) -> Days | None:
    if value is None:
        return None
    days = days_of(value)
    if days is None:
        fix = "give an ISO day, month or year: 2016-09-12, 2016-09 or 2016"
        raise UsageError(f"{value!r} is no day", where=name, fix=fix)
    return days
