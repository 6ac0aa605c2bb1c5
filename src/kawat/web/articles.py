"""Kept readings by an article's id, or by its beginning."""

from __future__ import annotations

from typing import Any

from sqlalchemy import select

from kawat.reading import Reading
from kawat.record.database import Database
from kawat.record.tables import ArticleRow, ReadingRow
from kawat.web.errors import NotFound


def kept_reading(database: Database, id: str) -> Reading:
    """Return the reading of an article, proved against its text.

    :class:`NotFound` where no article, or more than one, has an id that begins so.
    """
    columns: tuple[Any, ...] = (ArticleRow.text, ReadingRow.json)
    query = (
        select(*columns)
        .join(ReadingRow, ReadingRow.article == ArticleRow.number)
        .where(ArticleRow.id.startswith(id, autoescape=True))
        .limit(2)
    )
    with database.reading() as connection:
        rows = connection.execute(query).all()
    if len(rows) != 1:
        what = "several articles have an id that begins so" if rows else "there is no such article"
        raise NotFound(what, where=id, fix="take an id from the timeline or an event")
    return Reading.from_json(rows[0].json, rows[0].text)
