"""The entities of the articles."""

from __future__ import annotations

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, article_key, clustered


class EntityRow(Row):
    """An entity of one article; ``named`` is the name that it has, null until it is settled."""

    __tablename__ = "entities"
    __table_args__ = clustered(
        Index("ix_entities_key", "key"),
        Index("ix_entities_named", "named"),
        Index("ix_entities_country", "country"),
    )
    article: Mapped[int] = article_key()
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    name: Mapped[str]
    key: Mapped[str]
    country: Mapped[str | None]
    sector: Mapped[str | None]
    role: Mapped[str | None]
    named: Mapped[int | None]
