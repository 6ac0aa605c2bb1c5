"""Keeping the index of passages as articles come and are read again, and asking it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from types import ModuleType
from typing import Any

from sqlalchemy import Connection, Select, delete, exists, insert, select

from kawat.record.database import Database
from kawat.record.search import fts5, tsvector
from kawat.record.search.words import terms_of, words_of
from kawat.record.tables import ArticleRow, PassageRow, StatementRow, UnsearchedRow

WHOLE = ""
"""The ``statement`` of the passage that is a whole article."""

BATCH = 500
"""Articles of an older record that are indexed in one transaction."""

MOST = 200_000
"""Letters of one passage that are indexed, its first; PostgreSQL's vectors hold 1 MB."""

_KINDS: dict[str, ModuleType] = {"sqlite": fts5, "postgresql": tsvector}

Passages = dict[str, list[str]]
"""The words of an article's passages, by statement."""


def _kind(connection: Connection) -> ModuleType:
    return _KINDS[connection.dialect.name]


def index_article(connection: Connection, article: int) -> None:
    """Put an article and its statements into the index; to be called when its rows are there."""
    passages = _passages(connection, article)
    rows = [{"article": article, "statement": name} for name in passages]
    connection.execute(insert(PassageRow), rows)
    numbered = _numbers(connection, article)
    _kind(connection).add(connection, [(numbered[name], words) for name, words in passages.items()])


def leave_index(connection: Connection, article: int) -> None:
    """Take an article out of the index; to be called before its rows are replaced."""
    passages, numbered = _passages(connection, article), _numbers(connection, article)
    taken = [(number, passages[name]) for name, number in numbered.items()]
    if taken:
        _kind(connection).take(connection, taken)
        connection.execute(delete(PassageRow).where(PassageRow.article == article))


def statements_with(connection: Connection, asked: str) -> Select[Any]:
    """Return the query for the statements (article, id) in which all words asked for stand."""
    columns: tuple[Any, ...] = (PassageRow.article, PassageRow.statement)
    return select(*columns).where(_is_found(connection, asked), PassageRow.statement != WHOLE)


def articles_with(connection: Connection, asked: str) -> Select[Any]:
    """Return the query for the numbers of the articles in which all words asked for stand.

    The headline counts, whether it is in the text or came with it.
    """
    columns: tuple[Any, ...] = (PassageRow.article,)
    return select(*columns).where(_is_found(connection, asked), PassageRow.statement == WHOLE)


def _is_found(connection: Connection, asked: str) -> Any:
    return PassageRow.number.in_(_kind(connection).matching(terms_of(asked)))


def complete_index(database: Database) -> None:
    """Index the articles of a record that an older Kawat made."""
    while True:
        with database.reading() as connection:
            if not connection.execute(select(exists(select(UnsearchedRow.article)))).scalar_one():
                return
        with database.writing() as connection:
            some = connection.scalars(select(UnsearchedRow.article).limit(BATCH)).all()
            for article in some:
                index_article(connection, article)
            connection.execute(delete(UnsearchedRow).where(UnsearchedRow.article.in_(some)))


def wrong_passages(connection: Connection, articles: Iterable[int]) -> Iterator[int]:
    """Yield the numbers of the articles that the index does not hold as they are.

    0 stands for passages of no article.
    """
    kind = _kind(connection)
    have = kind.sums(connection)
    for article in articles:
        passages, numbered = _passages(connection, article), _numbers(connection, article)
        sums = [have.pop(number, 0) for number in numbered.values()]
        if passages.keys() != numbered.keys() or sums != [
            kind.sum_of(passages[name]) for name in numbered
        ]:
            yield article
    if have:
        yield 0


def _passages(connection: Connection, article: int) -> Passages:
    """Return the words of an article as a whole, and of each of its statements."""
    head = select(ArticleRow.title, ArticleRow.text).where(ArticleRow.number == article)
    title, body = connection.execute(head).one()
    whole = body if not title or title in body else f"{title}\n{body}"
    spans = select(StatementRow.id, StatementRow.start, StatementRow.end)
    rows = connection.execute(spans.where(StatementRow.article == article))
    words = {WHOLE: words_of(whole), **{id: words_of(body[a:b]) for id, a, b in rows}}
    return {name: _first(some) for name, some in words.items()}


def _first(words: list[str]) -> list[str]:
    """Return the words that the index takes of one passage."""
    room = [*accumulate(len(word) for word in words)]
    return words[: bisect_right(room, MOST)]


def _numbers(connection: Connection, article: int) -> dict[str, int]:
    query = select(PassageRow.statement, PassageRow.number).where(PassageRow.article == article)
    return {row.statement: row.number for row in connection.execute(query)}
