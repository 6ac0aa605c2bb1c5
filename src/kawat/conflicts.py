"""The conflicts of a record: what is about which, who is on which side, who did what to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from kawat.lexicon.conflicts import Conflict, Member, conflicts
from kawat.record.database import Database
from kawat.record.names import name_key
from kawat.record.newest import newest_rows
from kawat.record.scope import day_of, known_conflict
from kawat.record.tables import ArticleRow, ConflictRow, PartyRow, TellingRow
from kawat.record.telling import Place
from kawat.record.tellings import chunks, load
from kawat.timeline import Telling, shown

DEEDS = ("ASSAULT", "AID", "SUPPORT")
"""Types of events that show who stands against whom, and who with whom."""

LATEST = 2000
"""Tellings, the latest ones, among which it is counted who did what to whom."""

PAIRS = 12
"""Pairs that are shown of each type, those in most articles first."""


@dataclass(frozen=True, slots=True)
class ConflictLine:
    """A conflict of the record: how many articles and events are about it, from when to when.

    ``key`` is ``None`` for what is about no conflict that Kawat knows.
    """

    key: str | None
    id: str
    en: str
    articles: int
    events: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Deed:
    """What one did to another, as the record has it: in how many articles, and told how last."""

    type: str
    actor: str
    recipient: str
    articles: int
    first: date | None
    last: date | None
    telling: Telling


@dataclass(frozen=True, slots=True)
class ConflictView:
    """A conflict as of a day: the curated sides, and the deeds that the record tells.

    ``sides`` are those who were on each that day, parties first; each has its days and source.
    """

    conflict: ConflictLine
    as_of: str | None
    sides: tuple[tuple[Member, ...], ...]
    deeds: tuple[Deed, ...]


def all_conflicts(database: Database) -> list[ConflictLine]:
    """Return the conflicts of a record, those in most articles first, and last what is of none."""
    with database.reading() as connection:
        articles = _articles(connection)
        events = _events(connection)
        none = _none(connection)
    lines = [
        _line(conflicts()[key], articles.get(key, 0), events.get(key, (0, None, None)))
        for key in conflicts()
        if key in articles or key in events
    ]
    return [*sorted(lines, key=lambda line: (-line.articles, -line.events, line.id)), none]


def conflict(database: Database, name: str, *, as_of: str | None = None) -> ConflictView:
    """Return one conflict as of a day: only what was published by then counts.

    :class:`~kawat.errors.UsageError` where no conflict is called so, or the day is none.
    """
    known = known_conflict(name)
    day = day_of(as_of)
    with database.reading() as connection:
        articles = _articles(connection, known.key, day)
        events = _events(connection, known.key, day)
        deeds = deeds_of(connection, known.key, day)
    counts = events.get(known.key, (0, None, None))
    line = _line(known, articles.get(known.key, 0), counts)
    return ConflictView(line, as_of, sides_of(known, day), tuple(deeds))


def sides_of(known: Conflict, day: date | None) -> tuple[tuple[Member, ...], ...]:
    """Return who was on each side of a conflict that day, parties before those who back them."""
    sides: dict[str, list[Member]] = {}
    for member in known.members:
        if member.is_in(day):
            sides.setdefault(member.side, []).append(member)
    ordered = (sorted(side, key=lambda m: m.role != "party") for side in sides.values())
    return tuple(map(tuple, ordered))


def _line(
    known: Conflict, articles: int, events: tuple[int, date | None, date | None]
) -> ConflictLine:
    return ConflictLine(known.key, known.id, known.en, articles, *events)


def _articles(
    connection: Connection, key: str | None = None, day: date | None = None
) -> dict[str, int]:
    article = func.count(ConflictRow.article)
    query = select(ConflictRow.conflict, article).where(_known(day), ConflictRow.part == "article")
    rows = connection.execute(_only(query, key).group_by(ConflictRow.conflict))
    return {row[0]: row[1] for row in rows}


def _events(
    connection: Connection, key: str | None = None, day: date | None = None
) -> dict[str, tuple[int, date | None, date | None]]:
    """Return how many events are of each conflict, with their first and last day."""
    event = (TellingRow.event_article, TellingRow.event)
    query = (
        select(
            ConflictRow.conflict,
            *event,
            func.min(ConflictRow.day).label("first"),
            func.max(ConflictRow.day).label("last"),
        )
        .join(TellingRow, _is_telling())
        .where(_known(day))
    )
    of = _only(query, key).group_by(ConflictRow.conflict, *event).subquery()
    counts = select(of.c.conflict, func.count(), func.min(of.c.first), func.max(of.c.last))
    rows = connection.execute(counts.group_by(of.c.conflict))
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def _none(connection: Connection) -> ConflictLine:
    """Return the line of the articles and events that are of no conflict."""
    about = select(ConflictRow.article).where(ConflictRow.part == "article")
    articles = select(func.count()).where(ArticleRow.number.not_in(about))
    event = (TellingRow.event_article, TellingRow.event)
    known = select(*event).join(ConflictRow, _is_telling()).distinct().subquery()
    every = select(*event).distinct().subquery()
    known_events = connection.execute(select(func.count()).select_from(known)).scalar_one()
    events = connection.execute(select(func.count()).select_from(every)).scalar_one()
    count = connection.execute(articles).scalar_one()
    return ConflictLine(None, "", "", count, events - known_events, None, None)


def deeds_of(connection: Connection, key: str, day: date | None, among: int = LATEST) -> list[Deed]:
    """Return who assaulted, aided or supported whom, by type, those in most articles first.

    They are counted in so many of the latest tellings of each type.
    """
    found: list[Deed] = []
    columns: tuple[Any, ...] = (
        ConflictRow.article,
        ConflictRow.id,
        ConflictRow.day,
        ArticleRow.id.label("article_id"),
    )
    for type in DEEDS:
        query = (
            select(*columns)
            .join(ArticleRow, ArticleRow.number == ConflictRow.article)
            .join(TellingRow, _is_telling())
            .where(_known(day), ConflictRow.conflict == key, ConflictRow.what == type)
            .where(TellingRow.status == "happened")
        )
        latest = newest_rows(connection, query, ConflictRow.day, among)
        found += _deeds(connection, type, latest)
    return found


def _deeds(connection: Connection, type: str, latest: Sequence[Any]) -> list[Deed]:
    """Return the pairs of actors and recipients of these tellings, most articles first."""
    parties = _parties(connection, {(row.article, row.id) for row in latest})
    pairs: dict[tuple[str, str], list[_Pair]] = {}
    for row in latest:
        named = parties.get((row.article, row.id), {})
        for actor in named.get("actor", ()):
            for recipient in named.get("recipient", ()):
                pair = _Pair(row, actor, recipient)
                pairs.setdefault((name_key(actor), name_key(recipient)), []).append(pair)
    most = sorted(pairs.items(), key=lambda item: (-_articles_of(item[1]), item[0]))
    return _told(connection, type, [some for _, some in most[:PAIRS]])


class _Pair(NamedTuple):
    """Who did it to whom in one telling."""

    row: Any
    actor: str
    recipient: str


def _articles_of(pairs: Sequence[_Pair]) -> int:
    return len({pair.row.article for pair in pairs})


def _parties(connection: Connection, places: set[Place]) -> dict[Place, dict[str, list[str]]]:
    found: dict[Place, dict[str, list[str]]] = {}
    columns = (PartyRow.article, PartyRow.telling, PartyRow.role, PartyRow.name)
    for numbers in chunks({number for number, _ in places}):
        query = (
            select(*columns)
            .where(PartyRow.article.in_(numbers), PartyRow.role.in_(("actor", "recipient")))
            .order_by(PartyRow.article, PartyRow.telling, PartyRow.role, PartyRow.position)
        )
        for number, telling, role, name in connection.execute(query):
            if (number, telling) in places:
                found.setdefault((number, telling), {}).setdefault(role, []).append(name)
    return found


def _told(connection: Connection, type: str, pairs: Sequence[Sequence[_Pair]]) -> list[Deed]:
    newest = [some[0] for some in pairs]  # the newest telling comes first
    told = load(connection, [(pair.row.article, pair.row.id) for pair in newest])
    deeds = []
    for some, last in zip(pairs, newest, strict=True):
        days = [pair.row.day for pair in some if pair.row.day]
        first, latest = (min(days), max(days)) if days else (None, None)
        telling = shown(told[last.row.article, last.row.id])
        count = _articles_of(some)
        deeds.append(Deed(type, last.actor, last.recipient, count, first, latest, telling))
    return deeds


def _known(day: date | None) -> ColumnElement[bool]:
    return true() if day is None else ConflictRow.known <= day


def _only(query: Any, key: str | None) -> Any:
    return query if key is None else query.where(ConflictRow.conflict == key)


def _is_telling() -> ColumnElement[bool]:
    return and_(
        ConflictRow.part == "event",
        TellingRow.article == ConflictRow.article,
        TellingRow.id == ConflictRow.id,
    )
