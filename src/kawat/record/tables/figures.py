"""Counts, as the articles give them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, article_key, clustered


class FigureRow(Row):
    """A count; ``counted_by``, ``blamed`` and ``place`` are entities of the same article.

    ``known`` is the last day on which the article may have been published.
    """

    __tablename__ = "figures"
    __table_args__ = clustered(
        Index("ix_figures_measure", "measure"), Index("ix_figures_known", "known")
    )
    article: Mapped[int] = article_key()
    id: Mapped[str] = mapped_column(primary_key=True)
    measure: Mapped[str]
    value: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    qualifier: Mapped[str]
    unit: Mapped[str | None]
    group: Mapped[str | None]
    counted_by: Mapped[str | None]
    blamed: Mapped[str | None]
    place: Mapped[str | None]
    since: Mapped[str | None]
    as_of: Mapped[str | None]
    start: Mapped[int]
    end: Mapped[int]
    known: Mapped[date | None]
