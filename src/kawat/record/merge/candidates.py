"""The tellings of a record as they are compared, and those that may be of the same event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import timedelta
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, exists, or_, select

from kawat.reading import Span
from kawat.record.days import Days
from kawat.record.merge.features import NEAR
from kawat.record.merge.telling import Party, Telling
from kawat.record.tables import ArticleRow, EntityRow, PartyRow, TellingRow

LONGEST = timedelta(31)
"""An event dated no nearer than this is told too vaguely to be known again by its date."""

_CHUNK = 400
_TELLING = TellingRow.__table__.c
_ARTICLE: tuple[Any, ...] = (
    ArticleRow.number,
    ArticleRow.id,
    ArticleRow.text,
    ArticleRow.first_day,
    ArticleRow.last_day,
)

Place = tuple[int, str]
"""Where a telling stands in this record: the article's number and the event's id."""


def load(connection: Connection, places: Collection[Place]) -> dict[Place, Telling]:
    """Return the tellings at these places."""
    wanted = set(places)
    found: dict[Place, Telling] = {}
    for numbers in _chunks({number for number, _ in wanted}):
        query: Select[Any] = select(*_ARTICLE).where(ArticleRow.number.in_(numbers))
        articles = {row.number: row for row in connection.execute(query)}
        parties = _parties(connection, numbers)
        rows = connection.execute(select(*_TELLING).where(TellingRow.article.in_(numbers)))
        for row in rows:
            place = (row.article, row.id)
            if place in wanted:
                found[place] = _telling(row, articles[row.article], parties.get(place, []))
    return found


def candidates(connection: Connection, number: int, telling: Telling) -> list[Place]:
    """Return the tellings of other articles that may be of the same event.

    They are of its type, near its days, and have a party in common by name or country.
    """
    days = telling.days
    if days is None or days.last - days.first > LONGEST or not telling.parties:
        return []
    near = timedelta(NEAR)
    query = select(TellingRow.article, TellingRow.id).where(
        TellingRow.type == telling.type,
        TellingRow.first_day.between(days.first - near - LONGEST, days.last + near),
        TellingRow.last_day.between(days.first - near, days.last + near + LONGEST),
        TellingRow.article != number,
        exists().where(
            PartyRow.article == TellingRow.article,
            PartyRow.telling == TellingRow.id,
            PartyRow.role.in_(("actor", "recipient")),
            _is_one_of(telling.parties),
        ),
    )
    return [(row.article, row.id) for row in connection.execute(query)]


def _is_one_of(parties: Iterable[Party]) -> Any:
    keys = {party.key for party in parties}
    countries = {party.country for party in parties if party.country}
    named = PartyRow.key.in_(sorted(keys))
    return or_(named, PartyRow.country.in_(sorted(countries))) if countries else named


def _telling(row: Row[Any], article: Row[Any], parties: list[Row[Any]]) -> Telling:
    parts: dict[str, list[Party]] = {"actor": [], "recipient": [], "place": []}
    for party in parties:
        parts[party.role].append(Party(party.name, party.kind, party.country, party.sector))
    return Telling(
        article=article.id,
        id=row.id,
        type=row.type,
        mode=row.mode,
        status=row.status,
        dated=row.dated,
        days=_days(row),
        published=_days(article),
        actors=tuple(parts["actor"]),
        recipients=tuple(parts["recipient"]),
        place=parts["place"][0] if parts["place"] else None,
        said=Span(row.sentence_start, row.sentence_end).of(article.text),
        trigger=Span(row.start, row.end).of(article.text),
    )


def _days(row: Row[Any]) -> Days | None:
    return Days(row.first_day, row.last_day) if row.first_day else None


def _parties(connection: Connection, numbers: list[int]) -> dict[Place, list[Row[Any]]]:
    """Return actors, recipients and places with their sectors, in the reading's order."""
    entity = and_(EntityRow.article == PartyRow.article, EntityRow.id == PartyRow.entity)
    query: Select[Any] = (
        select(*PartyRow.__table__.c, EntityRow.sector)
        .outerjoin(EntityRow, entity)
        .where(PartyRow.article.in_(numbers), PartyRow.role.in_(("actor", "recipient", "place")))
        .order_by(PartyRow.article, PartyRow.telling, PartyRow.role, PartyRow.position)
    )
    parties: dict[Place, list[Row[Any]]] = {}
    for row in connection.execute(query):
        parties.setdefault((row.article, row.telling), []).append(row)
    return parties


def _chunks(numbers: Collection[int]) -> Iterator[list[int]]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
