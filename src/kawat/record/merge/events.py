"""Keeping the events of a record up to date as articles come, change and are decided on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection, bindparam, delete, insert, or_, select, update

from kawat.record.decisions import Standing, standing
from kawat.record.merge.candidates import candidates
from kawat.record.merge.cluster import Key, Link, clusters
from kawat.record.merge.features import SAME, UNSURE, points
from kawat.record.tables import LinkRow, TellingRow
from kawat.record.telling import Telling
from kawat.record.tellings import Place, event_of, load

_ASSIGN = (
    update(TellingRow)
    .where(TellingRow.article == bindparam("number"), TellingRow.id == bindparam("telling"))
    .values(event_article=bindparam("to_article"), event=bindparam("to_event"))
)


def merge_article(connection: Connection, number: int) -> None:
    """Find the events that an article's tellings are of; to be called when its rows are there."""
    mine = _places_of(connection, number)
    for place, telling in load(connection, mine).items():
        found = candidates(connection, number, telling)
        for other, known in load(connection, found).items():
            score = points(telling, known)
            if score >= UNSURE:
                _link(connection, place, other, score)
    regroup(connection, mine)


def unmerge_article(connection: Connection, number: int) -> list[Place]:
    """Take an article's tellings out of their events, before its rows are replaced.

    Returns the tellings that were linked or of one event with its own: they are to be regrouped.
    """
    mine = _places_of(connection, number)
    together = {place for own in mine for place in event_of(connection, own)}
    linked = select(LinkRow.other_article, LinkRow.other).where(LinkRow.article == number)
    together.update((row.other_article, row.other) for row in connection.execute(linked))
    of_article = or_(LinkRow.article == number, LinkRow.other_article == number)
    connection.execute(delete(LinkRow).where(of_article))
    return sorted(together - set(mine))


def regroup(connection: Connection, places: Iterable[Place]) -> None:
    """Find the events of these tellings, and of all that they hang together with, anew."""
    moves = [
        {"number": number, "telling": id, "to_article": article, "to_event": event}
        for (number, id), (article, event) in grouped(connection, places).items()
    ]
    if moves:
        connection.execute(_ASSIGN, moves)


def grouped(connection: Connection, places: Iterable[Place]) -> dict[Place, Place]:
    """Return the first telling of the event that each of these, and all reached, is of."""
    stands = standing(connection)
    reached, links = _component(connection, places, stands)
    told = load(connection, reached)
    place_of = {telling.key: place for place, telling in told.items()}
    groups = [[telling] for place, telling in told.items() if place in stands.rejected]
    kept = {t.key: t for place, t in told.items() if place not in stands.rejected}
    groups += clusters(kept, _between(kept, told, links), stands.decided)
    return {place_of[telling.key]: place_of[group[0].key] for group in groups for telling in group}


def misplaced(connection: Connection) -> Iterator[tuple[Place, Place]]:
    """Yield the tellings that stand in another event than merging finds, with the right one."""
    event = (TellingRow.event_article, TellingRow.event)
    rows = connection.execute(select(TellingRow.article, TellingRow.id, *event)).all()
    linked = {
        (row.article, row.telling)
        for row in connection.execute(
            select(LinkRow.article, LinkRow.telling).where(LinkRow.points >= SAME)
        )
    }
    linked.update(standing(connection).merged)
    right = grouped(connection, linked)
    for number, id, *now in rows:
        place = (number, id)
        if tuple(now) != right.get(place, place):
            yield place, right.get(place, place)


_Pair = tuple[Place, Place, float]


def _between(
    kept: Mapping[Key, Telling], told: Mapping[Place, Telling], links: Iterable[_Pair]
) -> list[Link]:
    """Return the links whose two ends are kept, named as every record names them."""
    pairs = ((told[one].key, told[other].key, score) for one, other, score in links)
    return [Link(*pair) for pair in pairs if pair[0] in kept and pair[1] in kept]


def _component(
    connection: Connection, places: Iterable[Place], stands: Standing
) -> tuple[set[Place], list[_Pair]]:
    """Return all tellings that links or decisions lead to from these, and the links, once each."""
    reached: set[Place] = set()
    links: set[_Pair] = set()
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        if place in reached:
            continue
        reached.add(place)
        waiting.extend(stands.merged.get(place, ()))
        for other, score in _linked(connection, place):
            links.add((min(place, other), max(place, other), score))
            waiting.append(other)
    return reached, sorted(links)


_LINKED = select(LinkRow.other_article, LinkRow.other, LinkRow.points).where(
    LinkRow.article == bindparam("number"),
    LinkRow.telling == bindparam("telling"),
    LinkRow.points >= SAME,
)


def _linked(connection: Connection, place: Place) -> list[tuple[Place, float]]:
    rows = connection.execute(_LINKED, {"number": place[0], "telling": place[1]})
    return [((row.other_article, row.other), row.points) for row in rows]


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


def _places_of(connection: Connection, number: int) -> list[Place]:
    rows = connection.execute(
        select(TellingRow.article, TellingRow.id).where(TellingRow.article == number)
    )
    return [(row.article, row.id) for row in rows]
