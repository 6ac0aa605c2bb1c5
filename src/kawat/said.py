"""Who said what: the statements of a record, by speaker, by words, by day, and how they came.

Words are looked for in the record's full-text index (:mod:`kawat.record.search`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, or_, select, tuple_

from kawat.errors import UsageError
from kawat.record.database import Database
from kawat.record.days import Days, days_asked
from kawat.record.names import name_key
from kawat.record.page import Page
from kawat.record.search.index import complete_index, statements_with
from kawat.record.search.words import terms_of
from kawat.record.tables import ArticleRow, StatementRow, VoiceRow
from kawat.record.telling import SHORT_ID


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement, with the way that its words took.

    ``day`` is a TIMEX3 value: of the words where ``dated``, else of the article. ``chain`` goes
    from the speakers over the media and agencies that passed the words on to the outlet (or the
    address) that printed them.
    """

    id: str
    """what names it in every record: the article's short id and the statement's"""
    article: str
    statement: str
    uri: str
    outlet: str | None
    day: str | None
    dated: bool
    kind: str
    words: str
    speakers: tuple[str, ...]
    addressee: str | None
    via: tuple[str, ...]
    chain: tuple[str, ...]


def said(
    database: Database,
    speaker: str | None = None,
    *,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
) -> list[Quote]:
    """Return all statements that :func:`said_page` has on its pages."""
    page = said_page(database, speaker, about=about, since=since, until=until, limit=None)
    return list(page.items)


def said_page(
    database: Database,
    speaker: str | None = None,
    *,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int | None = 100,
    after: str | None = None,
) -> Page[Quote]:
    """Return statements by day; with nothing asked, all of them.

    ``speaker`` is any whole words of a speaker's name. ``about`` are words that all stand in the
    statement, in any order, without regard to case or accents; words in double quotes stand
    side by side, and ``gencat*`` is the beginning of a word. ``since`` and ``until`` are ISO
    days, months or years; statements without a day have that of their article. ``after`` is the
    ``id`` of a statement. :class:`UsageError` for a day that is none and for words that hold no
    letter or digit.
    """
    query = _statements(speaker, days_asked(since, "since"), days_asked(until, "until"))
    if about is not None:
        terms_of(about)  # what can't be asked is told before anything is indexed
        complete_index(database)
    with database.reading() as connection:
        if about is not None:
            key = tuple_(StatementRow.article, StatementRow.id)
            query = query.where(key.in_(statements_with(connection, about)))
        if after is not None:
            query = _later(query, _place_of(connection, after))
        rows = connection.execute(query.order_by(*_ORDER).limit(limit)).all()
        more = _count(connection, query) - len(rows) if limit is not None else 0
        quotes = _quotes(connection, rows)
    return Page(quotes, more, quotes[-1].id if more and quotes else None)


_ORDER: tuple[Any, ...] = (
    StatementRow.first_day.asc().nulls_last(),
    ArticleRow.id,
    StatementRow.start,
    StatementRow.end.desc(),
)


def _later(query: Select[Any], row: Row[Any]) -> Select[Any]:
    """Return the query for what comes after a statement."""
    first = StatementRow.first_day
    behind = tuple_(ArticleRow.id, StatementRow.start, -StatementRow.end) > tuple_(
        row.article_id, row.start, -row.end
    )
    if row.first_day is None:
        return query.where(first.is_(None), behind)
    same = and_(first == row.first_day, behind)
    return query.where(or_(first > row.first_day, same, first.is_(None)))


def _place_of(connection: Connection, id: str) -> Row[Any]:
    """Return the statement of this id (``3f2a9c01b4d2.s1``)."""
    article, _, statement = id.strip().partition(".")
    query = _statements(None, None, None).where(
        ArticleRow.id.startswith(article, autoescape=True), StatementRow.id == statement
    )
    rows = connection.execute(query.limit(2)).all()
    if not article or len(rows) != 1:
        fix = "take an id as kawat said --format jsonl prints it: 3f2a9c01b4d2.s1"
        raise UsageError(f"{id!r} names no statement", fix=fix)
    return rows[0]


def _count(connection: Connection, query: Select[Any]) -> int:
    return connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()


def _quotes(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Quote, ...]:
    words = _words(connection, rows)
    voices = _voices(connection, {row.article for row in rows})
    return tuple(
        _quote(row, words[row.article, row.id], voices[row.article, row.id]) for row in rows
    )


def latest(
    connection: Connection, statements: Select[Any], limit: int, start: int = 0
) -> tuple[int, tuple[Quote, ...]]:
    """Return how many of these statements (article, id) there are, and the latest, newest first.

    ``start`` leaves out so many of the newest.
    """
    key = tuple_(StatementRow.article, StatementRow.id)
    query = _statements(None, None, None).where(key.in_(statements))
    order = (
        StatementRow.first_day.desc().nulls_last(),
        ArticleRow.id.desc(),
        StatementRow.start.desc(),
    )
    rows = connection.execute(query.order_by(*order).limit(limit).offset(start)).all()
    return _count(connection, query), _quotes(connection, rows)


def quotes_at(connection: Connection, places: Sequence[tuple[int, str]]) -> tuple[Quote, ...]:
    """Return the statements at these places (article, id), in this order."""
    key = tuple_(StatementRow.article, StatementRow.id)
    rows = connection.execute(_statements(None, None, None).where(key.in_(places))).all()
    found = {(row.article, row.id): row for row in rows}
    return _quotes(connection, [found[place] for place in places])


def _statements(speaker: str | None, since: Days | None, until: Days | None) -> Select[Any]:
    query = select(
        *StatementRow.__table__.columns,
        ArticleRow.id.label("article_id"),
        ArticleRow.uri,
        ArticleRow.outlet,
        ArticleRow.published,
    ).join(ArticleRow, ArticleRow.number == StatementRow.article)
    if since:
        query = query.where(StatementRow.last_day >= since.first)
    if until:
        query = query.where(StatementRow.first_day <= until.last)
    if speaker is not None:
        named = select(VoiceRow.article, VoiceRow.statement).where(
            VoiceRow.role == "speaker", _is_named(speaker)
        )
        query = query.where(tuple_(StatementRow.article, StatementRow.id).in_(named))
    return query


def _is_named(speaker: str) -> ColumnElement[bool]:
    """Return the condition that a voice's name holds these words, whole."""
    key = name_key(speaker)
    if not key:
        raise UsageError(f"{speaker!r} is no name", fix="give a name, or a part of one: Lavrov")
    around = (f"{key} %", f"% {key}", f"% {key} %")
    return or_(VoiceRow.key == key, *(VoiceRow.key.like(words) for words in around))


def _words(connection: Connection, rows: Iterable[Row[Any]]) -> dict[tuple[int, str], str]:
    """Return the words of the statements, cut from the kept texts."""
    spans: dict[int, list[tuple[str, int, int]]] = {}
    for row in rows:
        spans.setdefault(row.article, []).append((row.id, row.start, row.end))
    words: dict[tuple[int, str], str] = {}
    for some in _batches(sorted(spans)):
        query = select(ArticleRow.number, ArticleRow.text).where(ArticleRow.number.in_(some))
        for number, text in connection.execute(query):
            for id, start, end in spans[number]:
                words[number, id] = text[start:end]
    return words


def _batches(numbers: list[int], size: int = 500) -> Iterator[list[int]]:
    """Yield the numbers in parts that a query can name one by one."""
    for at in range(0, len(numbers), size):
        yield numbers[at : at + size]


def _voices(
    connection: Connection, articles: set[int]
) -> dict[tuple[int, str], dict[str, list[str]]]:
    """Return speakers, addressees and outlets of every statement of these articles, in order."""
    voices: dict[tuple[int, str], dict[str, list[str]]] = {}
    for some in _batches(sorted(articles)):
        ids = select(StatementRow.article, StatementRow.id).where(StatementRow.article.in_(some))
        for number, id in connection.execute(ids):
            voices[number, id] = {"speaker": [], "addressee": [], "via": []}
        query = (
            select(VoiceRow.article, VoiceRow.statement, VoiceRow.role, VoiceRow.name)
            .where(VoiceRow.article.in_(some))
            .order_by(VoiceRow.article, VoiceRow.statement, VoiceRow.role, VoiceRow.position)
        )
        for number, id, role, name in connection.execute(query):
            voices[number, id][role].append(name)
    return voices


def _quote(row: Row[Any], words: str, voices: dict[str, list[str]]) -> Quote:
    speakers, via = tuple(voices["speaker"]), tuple(voices["via"])
    return Quote(
        id=f"{row.article_id[:SHORT_ID]}.{row.id}",
        article=row.article_id,
        statement=row.id,
        uri=row.uri,
        outlet=row.outlet,
        day=row.value if row.dated else row.published,
        dated=row.dated,
        kind=row.kind,
        words=words,
        speakers=speakers,
        addressee=next(iter(voices["addressee"]), None),
        via=via,
        chain=(*speakers, *via, row.outlet or row.uri),
    )
