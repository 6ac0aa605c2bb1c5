"""The conflicts of a record: what is about which, who is on which side, who did what to whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, func, select, true

from kawat.errors import UsageError
from kawat.lexicon.conflicts import Conflict, Member, conflicts
from kawat.record.database import Database
from kawat.record.names import name_key
from kawat.record.scope import conflict_named, day_of
from kawat.record.tables import ArticleRow, ConflictRow, PartyRow, TellingRow
from kawat.record.tellings import load
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

    :class:`UsageError` where no conflict is called so, or the day is none.
    """
    known = conflict_named(name)
    if known is None:
        fix = f"take one of {', '.join(conflicts())}"
        raise UsageError(f"no conflict is called {name!r}", fix=fix)
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


def deeds_of(connection: Connection, key: str, day: date | None) -> list[Deed]:
    """Return who assaulted, aided or supported whom, by type, those in most articles first."""
    found: list[Deed] = []
    for type in DEEDS:
        latest = (
            select(ConflictRow.article, ConflictRow.id, ConflictRow.day)
            .where(_known(day), ConflictRow.conflict == key, ConflictRow.part == "event")
            .where(ConflictRow.what == type)
            .order_by(ConflictRow.day.desc(), ConflictRow.article, ConflictRow.id)
            .limit(LATEST)
            .subquery()
        )
        found += _deeds(connection, type, latest)
    return found


def _deeds(connection: Connection, type: str, latest: Any) -> list[Deed]:
    actor, recipient = (PartyRow.__table__.alias(name) for name in ("actor", "recipient"))

    def part(party: Any, role: str) -> ColumnElement[bool]:
        same = and_(party.c.article == latest.c.article, party.c.telling == latest.c.id)
        return and_(same, party.c.role == role)

    query = (
        select(latest.c.article, latest.c.id, latest.c.day, actor.c.name, recipient.c.name)
        .join(actor, part(actor, "actor"))
        .join(recipient, part(recipient, "recipient"))
        .join(
            TellingRow,
            and_(TellingRow.article == latest.c.article, TellingRow.id == latest.c.id),
        )
        .where(TellingRow.status == "happened")
    )
    pairs: dict[tuple[str, str], list[Any]] = {}
    for row in connection.execute(query):
        pairs.setdefault((name_key(row[3]), name_key(row[4])), []).append(row)
    most = sorted(pairs.items(), key=lambda pair: (-len({row[0] for row in pair[1]}), pair[0]))
    return _told(connection, type, [rows for _, rows in most[:PAIRS]])


def _told(connection: Connection, type: str, pairs: Sequence[list[Any]]) -> list[Deed]:
    latest = [max(rows, key=lambda row: (row[2] or date.min, row[0], row[1])) for rows in pairs]
    told = load(connection, [(row[0], row[1]) for row in latest])
    deeds = []
    for rows, last in zip(pairs, latest, strict=True):
        days = [row[2] for row in rows if row[2]]
        first, newest = (min(days), max(days)) if days else (None, None)
        telling = shown(told[last[0], last[1]])
        articles = len({row[0] for row in rows})
        deeds.append(Deed(type, last[3], last[4], articles, first, newest, telling))
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
