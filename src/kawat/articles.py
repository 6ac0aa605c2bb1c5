"""The articles of a record: by day, by outlet, by the words in them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, func, or_, select, tuple_

from kawat.errors import UsageError
from kawat.record.database import Database
from kawat.record.days import days_asked
from kawat.record.page import Page
from kawat.record.search.index import articles_with, complete_index
from kawat.record.search.words import terms_of
from kawat.record.tables import ArticleRow


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """An article by its id (the sha256 of its text); ``basis`` tells how its day is known.

    ``published`` is a TIMEX3 value.
    """

    id: str
    uri: str
    outlet: str | None
    title: str | None
    published: str | None
    basis: str | None


def articles_page(
    database: Database,
    *,
    words: str | None = None,
    outlet: str | None = None,
    since: str | None = None,
    until: str | None = None,
    limit: int = 100,
    after: str | None = None,
) -> Page[ArticleLine]:
    """Return articles by the day of their publication; those without any come last.

    ``words`` all stand in the article, as :func:`kawat.said.said_page` asks for them. ``outlet``
    is its name as the record has it. ``since`` and ``until`` are ISO days, months or years.
    ``after`` is the id of an article. :class:`UsageError` for a day, id or words that are none.
    """
    days = days_asked(since, "since"), days_asked(until, "until")
    if words is not None:
        terms_of(words)
        complete_index(database)
    query = select(*_COLUMNS)
    if days[0]:
        query = query.where(ArticleRow.last_day >= days[0].first)
    if days[1]:
        query = query.where(ArticleRow.first_day <= days[1].last)
    if outlet is not None:
        query = query.where(ArticleRow.outlet == outlet)
    with database.reading() as connection:
        if words is not None:
            query = query.where(ArticleRow.number.in_(articles_with(connection, words)))
        if after is not None:
            query = _later(connection, query, after)
        order = (ArticleRow.first_day.asc().nulls_last(), ArticleRow.id)
        rows = connection.execute(query.order_by(*order).limit(limit)).all()
        counted = select(func.count()).select_from(query.subquery())
        more = connection.execute(counted).scalar_one() - len(rows)
    items = tuple(ArticleLine(*row) for row in rows)
    return Page(items, more, items[-1].id if more and items else None)


_COLUMNS: tuple[Any, ...] = (
    ArticleRow.id,
    ArticleRow.uri,
    ArticleRow.outlet,
    ArticleRow.title,
    ArticleRow.published,
    ArticleRow.basis,
)


def _later(connection: Connection, query: Select[Any], after: str) -> Select[Any]:
    """Return the query for what comes after an article."""
    known = select(ArticleRow.first_day).where(ArticleRow.id == after)
    row = connection.execute(known).first()
    if row is None:
        raise UsageError(f"no article has the id {after!r}", where="after", fix="take one whole")
    day, id = ArticleRow.first_day, ArticleRow.id
    if row.first_day is None:
        return query.where(day.is_(None), id > after)
    return query.where(or_(tuple_(day, id) > tuple_(row.first_day, after), day.is_(None)))
