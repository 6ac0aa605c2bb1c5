"""Reading tellings out of a record."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, TypeVar

from sqlalchemy import Connection, Row, Select, and_, select

from kawat.errors import UsageError
from kawat.reading import Span
from kawat.record.days import Days
from kawat.record.tables import ArticleRow, EntityRow, PartyRow, TellingRow
from kawat.record.telling import Party, Place, Telling

Key = TypeVar("Key", int, str)

_CHUNK = 400
_TELLING = TellingRow.__table__.c
_ARTICLE: tuple[Any, ...] = (
    ArticleRow.number,
    ArticleRow.id,
    ArticleRow.uri,
    ArticleRow.outlet,
    ArticleRow.published,
    ArticleRow.first_day,
    ArticleRow.last_day,
)


def load(
    connection: Connection, places: Collection[Place], *, words: bool = True
) -> dict[Place, Telling]:
    """Return the tellings at these places; without ``words`` the texts are not unpacked."""
    wanted = set(places)
    found: dict[Place, Telling] = {}
    for numbers in chunks({number for number, _ in wanted}):
        text = (ArticleRow.text,) if words else ()
        query: Select[Any] = select(*_ARTICLE, *text).where(ArticleRow.number.in_(numbers))
        articles = {row.number: row for row in connection.execute(query)}
        parties = _parties(connection, numbers)
        rows = connection.execute(select(*_TELLING).where(TellingRow.article.in_(numbers)))
        for row in rows:
            place = (row.article, row.id)
            if place in wanted:
                found[place] = _telling(row, articles[row.article], parties.get(place, []))
    return found


def texts(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    """Return the kept texts of these articles."""
    found: dict[int, str] = {}
    for some in chunks(numbers):
        query = select(ArticleRow.number, ArticleRow.text).where(ArticleRow.number.in_(some))
        found.update((number, text) for number, text in connection.execute(query))
    return found


def place_of(connection: Connection, name: str) -> Place:
    """Return where the telling of this name stands; any telling's name leads to its event.

    :class:`UsageError` where no telling, or more than one, has it.
    """
    article, _, id = name.strip().partition(".")
    rows = connection.execute(
        select(TellingRow.article, TellingRow.id)
        .join(ArticleRow, ArticleRow.number == TellingRow.article)
        .where(ArticleRow.id.startswith(article, autoescape=True), TellingRow.id == id)
        .limit(2)
    ).all()
    if not article or len(rows) != 1:
        what = "names several events" if rows else "names no event"
        fix = "take an id as kawat timeline --format jsonl prints it: 3f2a9c01b4d2.v1"
        raise UsageError(f"{name!r} {what}", fix=fix)
    return rows[0].article, rows[0].id


def event_at(connection: Connection, place: Place) -> tuple[int | None, str | None]:
    """Return the event that the telling at this place is of, by its first telling."""
    row = connection.execute(
        select(TellingRow.event_article, TellingRow.event).where(
            TellingRow.article == place[0], TellingRow.id == place[1]
        )
    ).one()
    return row.event_article, row.event


def event_of(connection: Connection, place: Place) -> list[Place]:
    """Return the tellings of the event that the telling at this place is of."""
    article, event = event_at(connection, place)
    rows = connection.execute(
        select(TellingRow.article, TellingRow.id).where(
            TellingRow.event_article == article, TellingRow.event == event
        )
    )
    return [(row.article, row.id) for row in rows]


def _telling(row: Row[Any], article: Row[Any], parties: list[Row[Any]]) -> Telling:
    parts: dict[str, list[Party]] = {}
    for party in parties:
        named = Party(party.name, party.kind, party.country, party.sector)
        parts.setdefault(party.role, []).append(named)
    span = Span(row.sentence_start, row.sentence_end)
    text = getattr(article, "text", "")
    return Telling(
        article=article.id,
        id=row.id,
        type=row.type,
        mode=row.mode,
        status=row.status,
        value=row.value,
        dated=row.dated,
        days=_days(row),
        published=_days(article),
        actors=tuple(parts.get("actor", ())),
        recipients=tuple(parts.get("recipient", ())),
        place=next(iter(parts.get("place", ())), None),
        topics=tuple(topic.name for topic in parts.get("topic", ())),
        said_by=tuple(parts.get("said_by", ())),
        said=span.of(text),
        span=span,
        trigger=Span(row.start, row.end).of(text),
        duration=row.duration,
        uri=article.uri,
        outlet=article.outlet,
        published_value=article.published,
        number=row.article,
    )


def _days(row: Row[Any]) -> Days | None:
    return Days(row.first_day, row.last_day) if row.first_day else None


def _parties(connection: Connection, numbers: list[int]) -> dict[Place, list[Row[Any]]]:
    """Return the parties of these articles' tellings with their sectors, in order."""
    entity = and_(EntityRow.article == PartyRow.article, EntityRow.id == PartyRow.entity)
    query: Select[Any] = (
        select(*PartyRow.__table__.c, EntityRow.sector)
        .outerjoin(EntityRow, entity)
        .where(PartyRow.article.in_(numbers))
        .order_by(PartyRow.article, PartyRow.telling, PartyRow.role, PartyRow.position)
    )
    parties: dict[Place, list[Row[Any]]] = {}
    for row in connection.execute(query):
        parties.setdefault((row.article, row.telling), []).append(row)
    return parties


def chunks(keys: Collection[Key]) -> Iterator[list[Key]]:
    """Yield keys in lists that one query can ask for, in their order."""
    ordered = sorted(keys)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
