"""Statements, and who has a part in them."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, article_key, clustered


class StatementRow(Row):
    """Words that somebody said."""

    __tablename__ = "statements"
    __table_args__ = clustered(Index("ix_statements_first_day", "first_day"))
    article: Mapped[int] = article_key()
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    value: Mapped[str | None]
    dated: Mapped[bool]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]


class VoiceRow(Row):
    """Who has a part in a statement: speaker, addressee or via (an outlet that passes it on).

    ``known`` is the last day on which the article may have been published.
    """

    __tablename__ = "voices"
    __table_args__ = clustered(
        ForeignKeyConstraint(
            ["article", "statement"], ["statements.article", "statements.id"], ondelete="CASCADE"
        ),
        Index("ix_voices_key", "key", "known"),
        Index("ix_voices_country", "country", "known"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    statement: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str | None]
    name: Mapped[str]
    key: Mapped[str]
    country: Mapped[str | None]
    known: Mapped[date | None]
