"""Who said what: the statements of a record, by speaker, by words, by day, and how they came.

Words are looked for by full-text search (SQLite FTS5) in the statements' own words: an index of
those that speaker and day leave is made for each call, so that it works the same on every
database and can't grow stale.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, or_, select, tuple_

from kawat.errors import RecordError, UsageError
from kawat.record.database import Database
from kawat.record.days import Days, days_of
from kawat.record.names import name_key
from kawat.record.tables import ArticleRow, StatementRow, VoiceRow

_TERM = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement, with the way that its words took.

    ``day`` is a TIMEX3 value: of the words where ``dated``, else of the article. ``chain`` goes
    from the speakers over the media and agencies that passed the words on to the outlet (or the
    address) that printed them.
    """

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
    """Return statements by day; with nothing asked, all of them.

    ``speaker`` is any whole words of a speaker's name. ``about`` are words that all stand in the
    statement, in any order, without regard to case or accents; words in double quotes stand
    side by side, and ``gencat*`` is the beginning of a word. ``since`` and ``until`` are ISO
    days, months or years; statements without a day have that of their article.
    :class:`UsageError` for a day that is none and for words that hold no letter or digit.
    """
    search = _search(about) if about is not None else None
    query = _statements(speaker, _day(since, "since"), _day(until, "until"))
    with database.reading() as connection:
        rows = list(connection.execute(query))
        words = _words(connection, rows)
        if search is not None:
            found = _matching(words, search)
            rows = [row for row in rows if (row.article, row.id) in found]
        voices = _voices(connection, {row.article for row in rows})
    quotes = [
        (row, _quote(row, words[row.article, row.id], voices[row.article, row.id])) for row in rows
    ]
    return [quote for _, quote in sorted(quotes, key=lambda pair: _order(pair[0]))]


def latest(
    connection: Connection, statements: Select[Any], limit: int, start: int = 0
) -> tuple[int, tuple[Quote, ...]]:
    """Return how many of these statements (article, id) there are, and the latest, newest first.

    ``start`` leaves out so many of the newest.
    """
    key = tuple_(StatementRow.article, StatementRow.id)
    query = _statements(None, None, None).where(key.in_(statements))
    count = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    order = (
        StatementRow.first_day.desc().nulls_last(),
        ArticleRow.id.desc(),
        StatementRow.start.desc(),
    )
    rows = list(connection.execute(query.order_by(*order).limit(limit).offset(start)))
    words = _words(connection, rows)
    voices = _voices(connection, {row.article for row in rows})
    return count, tuple(
        _quote(row, words[row.article, row.id], voices[row.article, row.id]) for row in rows
    )


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


def _search(about: str) -> str:
    """Return the words as an FTS5 query: every term quoted, so that none is an operator."""
    terms = []
    for phrase, word in _TERM.findall(about):
        bare = (phrase or word).rstrip("*").replace('"', "")
        if re.search(r"[^\W_]", bare):
            terms.append(f'"{bare}"' + ("*" if word.endswith("*") else ""))
    if not terms:
        raise UsageError(f"{about!r} holds no word to look for", fix="give words: gencatan")
    return " AND ".join(terms)


def _matching(words: dict[tuple[int, str], str], search: str) -> set[tuple[int, str]]:
    """Return the keys of those words that full-text search finds."""
    keys = list(words)
    index = sqlite3.connect(":memory:")
    try:
        index.execute(
            "CREATE VIRTUAL TABLE said USING fts5(words, tokenize='unicode61 remove_diacritics 2')"
        )
        rows = ((n, words[key].encode("utf-8", "replace").decode()) for n, key in enumerate(keys))
        index.executemany("INSERT INTO said(rowid, words) VALUES (?, ?)", rows)
        found = index.execute("SELECT rowid FROM said WHERE said MATCH ?", (search,))
        return {keys[n] for (n,) in found}
    except sqlite3.OperationalError as error:
        fix = "use a Python whose SQLite has FTS5"
        raise RecordError(f"the words can't be searched: {error}", fix=fix) from error
    finally:
        index.close()


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


def _order(row: Row[Any]) -> tuple[Any, ...]:
    return row.first_day or date.max, row.article_id, row.start, -row.end


def _day(value: str | None, name: str) -> Days | None:
    if value is None:
        return None
    days = days_of(value)
    if days is None:
        fix = "give an ISO day, month or year: 2016-09-12, 2016-09 or 2016"
        raise UsageError(f"{value!r} is no day", where=name, fix=fix)
    return days
