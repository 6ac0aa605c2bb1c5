"""The articles that a record keeps, as they came in, to be read again."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import select

from kawat.draft import Article
from kawat.record.add import is_newer
from kawat.record.database import Database
from kawat.record.tables import AddressRow, ArticleRow, ReadingRow


def kept_articles(database: Database, *, newer_than: str | None = None) -> Iterator[Article]:
    """Yield every article at the address that it was read at, by the articles' ids.

    With ``newer_than``, a version of Kawat, only those that an older one read.
    """
    query = select(ArticleRow.number, ReadingRow.version).join(
        ReadingRow, ReadingRow.article == ArticleRow.number
    )
    with database.reading() as connection:
        rows = connection.execute(query.order_by(ArticleRow.id)).all()
    for number, version in rows:
        if newer_than is None or is_newer(newer_than, version):
            yield _article(database, number)


def _article(database: Database, number: int) -> Article:
    query = (
        select(
            ArticleRow.text, ArticleRow.uri,
            AddressRow.published, AddressRow.outlet, AddressRow.title,
        )
        .join(
            AddressRow,
            (AddressRow.article == ArticleRow.number) & (AddressRow.uri == ArticleRow.uri),
        )
        .where(ArticleRow.number == number)
    )  # fmt: skip
    with database.reading() as connection:
        return Article(*connection.execute(query).one())
