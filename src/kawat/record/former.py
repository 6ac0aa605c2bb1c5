"""Readings that others took the place of: kept, so that what changed can be shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from sqlalchemy import Connection, Table, insert, select

from kawat.reading import Reading
from kawat.record.tables import ArticleRow, FormerReadingRow, ReadingRow


@dataclass(frozen=True, slots=True)
class Replaced:
    """A reading and the one that took its place, with the versions of Kawat that made them."""

    before: Reading
    after: Reading
    version_before: str
    version_after: str


def keep_former(connection: Connection, number: int, run: int, digest: str) -> None:
    """Keep the reading of an article before it is replaced in this run, unless it is the same.

    ``digest`` is that of the reading to come. Of several in one run the first is kept.
    """
    kept = connection.execute(select(ReadingRow).where(ReadingRow.article == number)).one()
    known = select(FormerReadingRow.article).where(
        FormerReadingRow.article == number, FormerReadingRow.replaced_by == run
    )
    if kept.digest == digest or connection.execute(known).first():
        return
    values = {name: getattr(kept, name) for name in ("version", "json", "digest", "run")}
    table = cast(Table, FormerReadingRow.__table__)
    connection.execute(insert(table), {"article": number, "replaced_by": run, **values})


def last_run(connection: Connection) -> int | None:
    """Return the last run that replaced a reading."""
    query = select(FormerReadingRow.replaced_by).order_by(FormerReadingRow.replaced_by.desc())
    return connection.execute(query.limit(1)).scalar()


def replaced(connection: Connection, run: int) -> Iterator[Replaced]:
    """Yield what a run replaced, by the articles' ids; both readings are proved again."""
    query = (
        select(FormerReadingRow, ArticleRow.text)
        .join(ArticleRow, ArticleRow.number == FormerReadingRow.article)
        .where(FormerReadingRow.replaced_by == run)
        .order_by(ArticleRow.id)
    )
    for row in connection.execute(query).all():
        json, version = _after(connection, row.article, run)
        yield Replaced(
            Reading.from_json(row.json, row.text),
            Reading.from_json(json, row.text),
            row.version,
            version,
        )


def _after(connection: Connection, number: int, run: int) -> tuple[str, str]:
    """Return the reading that the run put in place: a later former one, or the kept one."""
    later = (
        select(FormerReadingRow.json, FormerReadingRow.version)
        .where(FormerReadingRow.article == number, FormerReadingRow.replaced_by > run)
        .order_by(FormerReadingRow.replaced_by)
        .limit(1)
    )
    kept = select(ReadingRow.json, ReadingRow.version).where(ReadingRow.article == number)
    row = connection.execute(later).first() or connection.execute(kept).one()
    return row.json, row.version
