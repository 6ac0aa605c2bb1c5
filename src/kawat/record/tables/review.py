"""What reviewers judged of single records, and the warnings that readings give."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.migrations.columns import HASH
from kawat.record.tables.base import Row, article_key, clustered


class WarningRow(Row):
    """A warning of a reading; without words of its own, ``start`` and ``end`` are null."""

    __tablename__ = "warnings"
    __table_args__ = clustered()
    article: Mapped[int] = article_key()
    position: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str]
    message: Mapped[str]
    start: Mapped[int | None]
    end: Mapped[int | None]


class JudgmentRow(Row):
    """A reviewer's verdict on what a reading says, held by its words and by what it says of them.

    ``start`` and ``end`` are the record's first words, ``claim`` the sha256 of all that it says
    (:mod:`kawat.record.claims`). ``record`` is the one that says so there now, null where the
    newest reading has none. Who judges again undoes the former verdict, which stays on record.
    """

    __tablename__ = "judgments"
    __table_args__ = (Index("ix_judgments_article", "article", "layer", "record"),)
    number: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[int] = mapped_column(ForeignKey("articles.number", ondelete="CASCADE"))
    layer: Mapped[str]
    record: Mapped[str | None]
    start: Mapped[int]
    end: Mapped[int]
    claim: Mapped[str] = mapped_column(HASH)
    verdict: Mapped[str]
    author: Mapped[str]
    made: Mapped[str]
    note: Mapped[str]
    undone: Mapped[str | None]
