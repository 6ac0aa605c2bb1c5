"""The newest rows of a query, the same whatever order articles were added in."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import Connection, Select


def newest_rows(connection: Connection, query: Select[Any], day: Any, limit: int) -> list[Any]:
    """Return the ``limit`` newest rows by their ``day`` column, then by ``article_id``, ``id``.

    The rows must have columns of these three names (the day as ``day``). Ties at the last day
    are settled by the articles' own ids, not by the record's numbers; so the day is found
    first, by the index, and all rows of it are looked at. Rows without a day come last.
    """
    days = query.with_only_columns(day).where(day.is_not(None)).order_by(day.desc())
    last = connection.execute(days.offset(limit - 1).limit(1)).scalar()
    rows = connection.execute(query.where(day >= last) if last else query).all()
    return sorted(rows, key=_order)[:limit]


def newest_first(day: date | None, article: str) -> tuple[int, str]:
    """Return the order of something by its day, newest first, and its article's id."""
    return -(day or date.min).toordinal(), article


def _order(row: Any) -> tuple[Any, ...]:
    return *newest_first(row.day, row.article_id), len(row.id), row.id
