"""Filling new tables from the readings that a record has: what follows from these is made anew."""

from __future__ import annotations

from typing import cast

from alembic import op
from sqlalchemy import Table, insert, select

from kawat.reading import Reading
from kawat.record.rows import rows_of
from kawat.record.tables import ArticleRow, ReadingRow, Row


def fill(*tables: type[Row]) -> None:
    """Fill these tables, which are empty, article by article."""
    connection = op.get_bind()
    numbers = connection.scalars(select(ArticleRow.number).order_by(ArticleRow.number)).all()
    kept = select(ArticleRow.text, ReadingRow.json).join(
        ReadingRow, ReadingRow.article == ArticleRow.number
    )
    for number in numbers:
        text, json = connection.execute(kept.where(ArticleRow.number == number)).one()
        rows = rows_of(Reading.from_json(json, text))
        for table in tables:
            if rows[table]:
                given = [{"article": number, **row} for row in rows[table]]
                connection.execute(insert(cast(Table, table.__table__)), given)
