"""Keeping the events of a record up to date as articles come, change and are decided on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from heapq import heapify, heappop, heappush
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, text, update

from kawat.record.decisions import standing
from kawat.record.merge.candidates import candidates
from kawat.record.merge.features import UNSURE, could_be_one, points
from kawat.record.merge.settle import Standing, order_of, settle
from kawat.record.tables import ArticleRow, LinkRow, TellingRow
from kawat.record.telling import Place
from kawat.record.tellings import chunks, event_of, load

_ASSIGN = (
    update(TellingRow)
    .where(TellingRow.article == bindparam("number"), TellingRow.id == bindparam("telling"))
    .values(event_article=bindparam("to_article"), event=bindparam("to_event"))
)


_UNLIST = text(
    "INSERT INTO unlisted (article, event) VALUES (:article, :event) ON CONFLICT DO NOTHING"
)


def merge_article(connection: Connection, number: int) -> None:
    """Find the events that an article's tellings are of; to be called when its rows are there."""
    for place, telling in load(connection, _places_of(connection, number)).items():
        found = load(connection, candidates(connection, number, telling), words=False)
        likely = [other for other, known in found.items() if could_be_one(telling, known)]
        for other, known in load(connection, likely).items():
            score = points(telling, known)
            if score >= UNSURE:
                _link(connection, place, other, score)
    regroup(connection, [number])


def unmerge_article(connection: Connection, number: int) -> list[int]:
    """Take an article's tellings out of their events, before its rows are replaced.

    Returns the articles that are linked or have an event in common with it: they are to be
    regrouped.
    """
    mine = _places_of(connection, number)
    unlist_events_of(connection, mine)
    together = {other for place in mine for other, _ in event_of(connection, place)}
    linked = select(LinkRow.other_article).where(LinkRow.article == number)
    together.update(connection.scalars(linked))
    of_article = or_(LinkRow.article == number, LinkRow.other_article == number)
    connection.execute(delete(LinkRow).where(of_article))
    return sorted(together - {number})


def regroup(connection: Connection, numbers: Iterable[int]) -> None:
    """Settle the tellings of these articles anew, and those of later ones that hang on them."""
    stands = standing(connection)
    waiting = [(order, number) for number, order in _orders(connection, set(numbers)).items()]
    heapify(waiting)
    queued = {number for _, number in waiting}
    while waiting:
        order, number = heappop(waiting)
        around = _Around(connection, number, stands)
        moved = around.moved()
        if moved:
            unlist(connection, around.changed(moved))
            connection.execute(_ASSIGN, moved)
            for other, later in around.orders.items():
                if later > order and other not in queued:
                    queued.add(other)
                    heappush(waiting, (later, other))


class _Around:
    """An article's tellings, and what they hang on: links, decisions, and the events so far."""

    def __init__(self, connection: Connection, number: int, stands: Standing) -> None:
        self.stands = stands
        self.mine = _places_of(connection, number)
        self.links: dict[Place, dict[Place, float]] = {place: {} for place in self.mine}
        for row in connection.execute(_LINKS, {"number": number}):
            self.links[row.article, row.telling][row.other_article, row.other] = row.points
        near = {other for linked in self.links.values() for other in linked}
        for place in self.mine:
            near |= stands.same.get(place, frozenset()) | stands.apart.get(place, frozenset())
        self.orders = _orders(connection, {number, *(article for article, _ in near)})
        self.now = _events(connection, set(self.orders))
        self._order = self.orders.pop(number)

    def settled(self) -> dict[Place, Place]:
        """Return the events of the article's tellings as they should be."""
        earlier = {
            place: event
            for place, event in self.now.items()
            if event and self.orders.get(place[0], self._order) < self._order
        }
        order = {
            (number, id): order_of(*self.orders.get(number, self._order), id)
            for number, id in {*self.now, *earlier.values()}
            if number in self.orders or (number, id) in self.links
        }
        return settle(self.mine, self.links, earlier, order, self.stands)

    def changed(self, moved: Iterable[dict[str, Any]]) -> set[Place | None]:
        """Return the events that the tellings moved from, and those that they moved to."""
        rows = list(moved)
        left = {self.now.get((row["number"], row["telling"])) for row in rows}
        return left | {(row["to_article"], row["to_event"]) for row in rows}

    def moved(self) -> list[dict[str, Any]]:
        """Return what is to be written: the tellings that are of another event now."""
        return [
            {"number": number, "telling": id, "to_article": event[0], "to_event": event[1]}
            for (number, id), event in self.settled().items()
            if self.now.get((number, id)) != event
        ]


def unlist(connection: Connection, events: Iterable[Place | None]) -> None:
    """Note events that changed, or are no more, for the list of events to be made anew."""
    rows = [{"article": event[0], "event": event[1]} for event in {*events} if event]
    if rows:
        connection.execute(_UNLIST, rows)


def unlist_events_of(connection: Connection, places: Iterable[Place]) -> None:
    """Note the events that these tellings are of now."""
    numbers = {number for number, _ in places}
    of = _events(connection, numbers)
    unlist(connection, [of.get(place) for place in places])


def _link(connection: Connection, one: Place, other: Place, score: float) -> None:
    connection.execute(
        insert(LinkRow),
        [
            {
                "article": a[0],
                "telling": a[1],
                "other_article": b[0],
                "other": b[1],
                "points": score,
            }
            for a, b in ((one, other), (other, one))
        ],
    )


_LINKS = select(
    LinkRow.article, LinkRow.telling, LinkRow.other_article, LinkRow.other, LinkRow.points
).where(LinkRow.article == bindparam("number"))


def misplaced(connection: Connection, number: int, stands: Standing) -> Iterator[tuple[str, str]]:
    """Yield the tellings of an article that are of another event than they should be, and why.

    Where no article has any, the events of the whole record are those that follow from its
    tellings and the decisions, because each article hangs on earlier ones alone.
    """
    around = _Around(connection, number, stands)
    for place, event in around.settled().items():
        if around.now.get(place) != event:
            yield place[1], f"is of the event that {event[1]} of article number {event[0]} begins"


def _orders(connection: Connection, numbers: set[int]) -> dict[int, tuple[date, str]]:
    """Return where articles stand among all."""
    orders: dict[int, tuple[date, str]] = {}
    for some in chunks(numbers):
        query = select(ArticleRow.number, ArticleRow.id, ArticleRow.first_day)
        for number, id, day in connection.execute(query.where(ArticleRow.number.in_(some))):
            orders[number] = (day or date.max, id)
    return orders


def _events(connection: Connection, numbers: set[int]) -> dict[Place, Place | None]:
    """Return the event that each telling of these articles is of now."""
    events: dict[Place, Place | None] = {}
    columns: tuple[Any, ...] = (
        TellingRow.article,
        TellingRow.id,
        TellingRow.event_article,
        TellingRow.event,
    )
    for some in chunks(numbers):
        query = select(*columns).where(TellingRow.article.in_(some))
        for number, id, article, event in connection.execute(query):
            events[number, id] = None if event is None else (article, event)
    return events


def _places_of(connection: Connection, number: int) -> list[Place]:
    rows = connection.execute(
        select(TellingRow.article, TellingRow.id).where(TellingRow.article == number)
    )
    return [(row.article, row.id) for row in rows]
