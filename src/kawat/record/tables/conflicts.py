"""What is about which conflict."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, article_key, clustered


class ConflictRow(Row):
    """An article, or an event, statement or figure of it, that is about a conflict.

    ``part`` tells which; ``id`` is empty for the article. ``what`` is the event's type, the
    statement's kind or the figure's measure. ``day`` is the first day of it, or of the
    publication; ``known`` the last day on which the article may have been published.
    """

    __tablename__ = "conflicts"
    __table_args__ = clustered(
        Index("ix_conflicts_conflict", "conflict", "part", "what", "day", "known"),
        Index("ix_conflicts_known", "conflict", "part", "known"),
    )
    article: Mapped[int] = article_key()
    part: Mapped[str] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(primary_key=True)
    conflict: Mapped[str] = mapped_column(primary_key=True)
    what: Mapped[str]
    points: Mapped[float]
    day: Mapped[date | None]
    known: Mapped[date | None]
