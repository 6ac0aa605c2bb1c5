"""One event: every telling of it side by side, why they are one, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, and_, func, select

from kawat.record.database import Database
from kawat.record.decisions import Decision, decisions, standing
from kawat.record.disputes import Dispute, disputes_of
from kawat.record.listing import complete_list, tellings_of
from kawat.record.merge.features import Reason, compare
from kawat.record.merge.settle import in_order
from kawat.record.merge.sources import Source, independent, origins
from kawat.record.page import Page
from kawat.record.scope import day_of
from kawat.record.tables import ConflictRow, EventRow, LinkRow, TellingRow
from kawat.record.telling import Place, Telling
from kawat.record.tellings import event_of, load, place_of
from kawat.timeline import Line, line_of


@dataclass(frozen=True, slots=True)
class Joined:
    """A telling of the event: its name, and what speaks for and against its being of it.

    The reasons compare it with the first telling; that one itself has none.
    """

    id: str
    status: str
    day: str | None
    reasons: tuple[Reason, ...]

    @property
    def points(self) -> float:
        """Return the sum of the reasons' points."""
        return round(sum(reason.points for reason in self.reasons), 2)


@dataclass(frozen=True, slots=True)
class Unsure:
    """A telling that may be of the event too, and the telling of it that it is most like."""

    id: str
    like: str
    points: float
    words: str


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as a whole (``line``), and all that it rests on.

    ``joined`` goes with ``line.tellings``, one to one.
    """

    line: Line
    joined: tuple[Joined, ...]
    sources: tuple[Source, ...]
    disputes: tuple[Dispute, ...]
    unsure: tuple[Unsure, ...]
    decisions: tuple[Decision, ...]


def event(database: Database, id: str) -> EventView:
    """Return the event that a name leads to; the name of any of its tellings does.

    :class:`~kawat.errors.UsageError` where no event, or more than one, has that name.
    """
    with database.reading() as connection:
        places = event_of(connection, place_of(connection, id))
        told = load(connection, places)
        group = in_order(told.values())
        known = origins(connection, [telling.number for telling in group])
        sources = independent([known[telling.number] for telling in group])
        return EventView(
            line=line_of(group, len(sources), standing(connection)),
            joined=tuple(_joined(group[0], telling) for telling in group),
            sources=tuple(sources),
            disputes=disputes_of(group),
            unsure=_unsure(connection, told),
            decisions=_decisions(connection, {telling.name for telling in group}),
        )


def disputed(database: Database) -> list[EventView]:
    """Return all events that :func:`disputed_page` has on its pages."""
    return list(disputed_page(database, limit=None).items)


def disputed_page(
    database: Database, *, limit: int | None = 20, after: str | None = None
) -> Page[EventView]:
    """Return the events whose tellings contradict each other, in the order of their names.

    ``after`` is the name of an event.
    """
    complete_list(database)
    query = select(EventRow.name).where(EventRow.disputed)
    if after is not None:
        query = query.where(EventRow.name > after)
    with database.reading() as connection:
        names = connection.scalars(query.order_by(EventRow.name).limit(limit)).all()
        count = select(func.count()).select_from(query.subquery())
        more = connection.execute(count).scalar_one() - len(names)
    views = tuple(event(database, name) for name in names)
    return Page(views, more, names[-1] if more and names else None)


@dataclass(frozen=True, slots=True)
class DisputedLine:
    """An event, as those who tell it have it, and on what they contradict each other."""

    line: Line
    disputes: tuple[Dispute, ...]


def disputed_in(
    database: Database, conflict: str, *, as_of: str | None = None, limit: int = 20
) -> list[DisputedLine]:
    """Return the newest events of a conflict that articles known on a day contradict each other on.

    ``conflict`` is its key. :class:`~kawat.errors.UsageError` for a day that is none.
    """
    day = day_of(as_of)
    complete_list(database)
    about = (
        select(TellingRow.id)
        .join(ConflictRow, _is_about(conflict))
        .where(TellingRow.event_article == EventRow.article, TellingRow.event == EventRow.event)
    )
    query = (
        select(EventRow.article, EventRow.event)
        .where(EventRow.disputed, about.exists())
        .order_by(EventRow.first_day.desc(), EventRow.name)
    )
    found: list[DisputedLine] = []
    with database.reading() as connection:
        stands = standing(connection)
        events = [(row.article, row.event) for row in connection.execute(query.limit(5 * limit))]
        for group in tellings_of(connection, events, stands).values():
            known = [t for t in group if day is None or (t.published and t.published.last <= day)]
            if disputes := disputes_of(known):
                sources = independent(list(origins(connection, [t.number for t in known]).values()))
                found.append(DisputedLine(line_of(known, len(sources), stands), disputes))
    return found[:limit]


def _is_about(conflict: str) -> ColumnElement[bool]:
    same = and_(ConflictRow.article == TellingRow.article, ConflictRow.id == TellingRow.id)
    return and_(same, ConflictRow.part == "event", ConflictRow.conflict == conflict)


def _joined(first: Telling, telling: Telling) -> Joined:
    reasons = compare(first, telling) if telling is not first else ()
    day = telling.value if telling.dated else telling.published_value
    return Joined(telling.name, telling.status, day, reasons)


def _unsure(connection: Connection, told: dict[Place, Telling]) -> tuple[Unsure, ...]:
    """Return the tellings that are linked to the event and yet not of it, the likeliest first."""
    best: dict[Place, tuple[float, str]] = {}
    for (number, id), telling in told.items():
        links = select(LinkRow.other_article, LinkRow.other, LinkRow.points).where(
            LinkRow.article == number, LinkRow.telling == id
        )
        for row in connection.execute(links):
            place = (row.other_article, row.other)
            if place not in told:
                best[place] = max(best.get(place, (0.0, "")), (row.points, telling.name))
    others = load(connection, best)
    found = (
        Unsure(others[place].name, like, points, others[place].said)
        for place, (points, like) in best.items()
    )
    return tuple(sorted(found, key=lambda unsure: (-unsure.points, unsure.id)))


def _decisions(connection: Connection, names: set[str]) -> tuple[Decision, ...]:
    return tuple(d for d in decisions(connection) if names & set(d.tellings))
