"""The timeline: what happened, day by day, on whose telling and in which words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, select, tuple_

from kawat.errors import UsageError
from kawat.record.asked import Asked, events_asked, order_of
from kawat.record.corrections import corrected
from kawat.record.database import Database
from kawat.record.days import Days
from kawat.record.decisions import standing
from kawat.record.listing import complete_list, corrections_of, tellings_of
from kawat.record.merge.best import best_of
from kawat.record.merge.settle import Standing
from kawat.record.merge.sources import independent, origins
from kawat.record.page import Page
from kawat.record.search.index import complete_index
from kawat.record.tables import EventRow
from kawat.record.telling import Place
from kawat.record.telling import Telling as Told
from kawat.record.tellings import event_at, place_of

MOST = 10_000
"""Events up to which they are counted where each has to be looked at."""


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


def timeline_page(
    database: Database,
    asked: Asked,
    *,
    limit: int | None = 100,
    after: str | None = None,
    count_to: int | None = None,
) -> Page[Line]:
    """Return events by day, each with all of its tellings; ``after`` is the id of an event.

    Undated events stand under the day of their article, after the dated ones. Where more has to
    be looked at than the list of events, they are counted up to :data:`MOST` and the page is not
    ``exact``; ``count_to`` sets another such end.
    :class:`UsageError` for a day, type, status or id that does not exist.
    """
    asked.checked()
    complete_list(database)
    if asked.words is not None:
        complete_index(database)
    with database.reading() as connection:
        query = events_asked(connection, asked)
        if after is not None:
            query = _later(query, _order_of(connection, after))
        rows = connection.execute(query.limit(limit)).all()
        most = min((n for n in (count_to, MOST if asked.searches else None) if n), default=None)
        more = _count(connection, query, most) - len(rows) if limit is not None else 0
        lines = lines_at(connection, [(row.article, row.event) for row in rows])
    exact = limit is None or most is None or more + len(rows) < most
    return Page(lines, more, lines[-1].id if more and lines else None, exact)


def _later(query: Select[Any], order: tuple[Any, ...]) -> Select[Any]:
    """Return the query for what comes after an event."""
    columns = list(query.selected_columns)[: len(order)]
    return query.where(columns[0] >= order[0], tuple_(*columns) > tuple_(*order))


def _order_of(connection: Connection, id: str) -> tuple[Any, ...]:
    article, event = event_at(connection, place_of(connection, id))
    query = select(*order_of(EventRow)).where(EventRow.article == article, EventRow.event == event)
    row = connection.execute(query).first()
    if row is None:
        raise UsageError(f"{id!r} is not on the timeline", fix="it was rejected; take another id")
    return tuple(row)


def _count(connection: Connection, query: Select[Any], most: int | None) -> int:
    counted = query.order_by(None).limit(most).subquery()
    return connection.execute(select(func.count()).select_from(counted)).scalar_one()


def lines_at(connection: Connection, events: list[Place]) -> tuple[Line, ...]:
    """Return the lines of listed events, in this order."""
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
