"""The timeline: what happened, day by day, on whose telling and in which words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import Connection, Select, and_, func, select, tuple_

from kawat.errors import UsageError
from kawat.reading import EventType, Status
from kawat.record.corrections import corrected
from kawat.record.countries import country_code
from kawat.record.database import Database
from kawat.record.days import Days, days_of
from kawat.record.decisions import standing
from kawat.record.listing import NO_DAY, complete_list, corrections_of, tellings_of
from kawat.record.merge.best import best_of
from kawat.record.merge.settle import Standing
from kawat.record.merge.sources import independent, origins
from kawat.record.names import name_key
from kawat.record.page import Page
from kawat.record.scope import known_conflict
from kawat.record.tables import ConflictRow, EventRow, SubjectRow, SubjectWordRow, TellingRow
from kawat.record.telling import Place
from kawat.record.telling import Telling as Told
from kawat.record.tellings import event_at, place_of


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
    """Return all events that :func:`timeline_page` has on its pages."""
    asked = Asked(about, since, until, type, status)
    return list(timeline_page(database, asked, limit=None).items)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events are asked for; with nothing said, all of them.

    ``about`` names a country (in Indonesian, English or by ISO code), or an actor, place or topic
    by any whole words of its name. ``since`` and ``until`` are ISO days, months or years; an
    event that may have been in that time is in it. ``conflict`` is one that ``kawat conflicts``
    lists; an event is of it if any of its tellings is. Day, ``type`` and ``status`` are those that
    the timeline shows; it is about all that any of its tellings names.
    """

    about: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    status: str | None = None
    conflict: str | None = None


def timeline_page(
    database: Database, asked: Asked, *, limit: int | None = 100, after: str | None = None
) -> Page[Line]:
    """Return events by day, each with all of its tellings; ``after`` is the id of an event.

    Undated events stand under the day of their article, after the dated ones.
    :class:`UsageError` for a day, type, status or id that does not exist.
    """
    days = _bound(asked.since, "since"), _bound(asked.until, "until")
    _check("type", asked.type, get_args(EventType))
    _check("status", asked.status, get_args(Status))
    complete_list(database)
    with database.reading() as connection:
        query = _events(connection, asked, days)
        if after is not None:
            query = _later(query, _order_of(connection, after))
        rows = connection.execute(query.limit(limit)).all()
        more = _count(connection, query) - len(rows) if limit is not None else 0
        lines = _lines(connection, [(row.article, row.event) for row in rows])
    return Page(lines, more, lines[-1].id if more and lines else None)


def _events(
    connection: Connection, asked: Asked, days: tuple[Days | None, Days | None]
) -> Select[Any]:
    """Return the query for the listed events that were asked for, in their order."""
    table: Any = EventRow if asked.about is None else SubjectRow
    columns: tuple[Any, ...] = (*_order(table), table.event)
    query = select(*columns)
    if asked.about is not None:
        subjects = _subjects(connection, asked.about)
        query = query.where(table.subject.in_(subjects))
        query = query.distinct() if len(subjects) > 1 else query
    if asked.conflict is not None:
        key = known_conflict(asked.conflict).key
        of = select(TellingRow.event_article, TellingRow.event).join(
            ConflictRow,
            and_(TellingRow.article == ConflictRow.article, TellingRow.id == ConflictRow.id),
        )
        of = of.where(ConflictRow.conflict == key, ConflictRow.part == "event")
        query = query.where(tuple_(table.article, table.event).in_(of))
    since, until = days
    if since:
        query = query.where(table.last_day >= since.first, table.first_day < NO_DAY)
    if until:
        query = query.where(table.first_day <= until.last)
    if asked.type:
        query = query.where(table.type == asked.type)
    if asked.status:
        query = query.where(table.status == asked.status)
    return query.order_by(*_order(table))


def _order(table: Any) -> tuple[Any, ...]:
    return table.first_day, table.undated, table.last_day, table.name, table.article


def _later(query: Select[Any], order: tuple[Any, ...]) -> Select[Any]:
    """Return the query for what comes after an event."""
    columns = list(query.selected_columns)[: len(order)]
    return query.where(columns[0] >= order[0], tuple_(*columns) > tuple_(*order))


def _order_of(connection: Connection, id: str) -> tuple[Any, ...]:
    article, event = event_at(connection, place_of(connection, id))
    query = select(*_order(EventRow)).where(EventRow.article == article, EventRow.event == event)
    row = connection.execute(query).first()
    if row is None:
        raise UsageError(f"{id!r} is not on the timeline", fix="it was rejected; take another id")
    return tuple(row)


def _count(connection: Connection, query: Select[Any]) -> int:
    counted = query.order_by(None).subquery()
    return connection.execute(select(func.count()).select_from(counted)).scalar_one()


def _lines(connection: Connection, events: list[Place]) -> tuple[Line, ...]:
    stands = standing(connection)
    groups = tellings_of(connection, events, stands)
    sources = _sources(connection, list(groups.values()))
    lines = {
        event: line_of(group, count, stands)
        for (event, group), count in zip(groups.items(), sources, strict=True)
    }
    return tuple(lines[event] for event in events)


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
    best = corrected(best_of(group), corrections_of(group, stands))
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


def _subjects(connection: Connection, about: str) -> list[str]:
    """Return the subjects that ``about`` names: a country's code, and keys with these words."""
    words = name_key(about).split()
    code = country_code(about)
    found = {code} if code else set()
    if words:
        known = select(SubjectWordRow.subject).where(SubjectWordRow.word == words[0])
        within = f" {' '.join(words)} "
        found.update(key for key in connection.scalars(known) if within in f" {key} ")
    return sorted(found)


def _check(name: str, wanted: str | None, known: Iterable[str]) -> None:
    if wanted is not None and wanted not in known:
        fix = f"take one of {', '.join(known)}"
        raise UsageError(f"there is no {name} {wanted!r}", fix=fix)


def _bound(value: str | None, name: str) -> Days | None:
    if value is None:
        return None
    days = days_of(value)
    if days is None:
        fix = "give an ISO day, month or year: 2016-09-12, 2016-09 or 2016"
        raise UsageError(f"{value!r} is no day", where=name, fix=fix)
    return days
