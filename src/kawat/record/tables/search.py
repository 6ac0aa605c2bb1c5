"""What full-text search finds: statements, and articles as a whole."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row


class PassageRow(Row):
    """A statement, or a whole article where ``statement`` is empty; its words are in the index.

    The index is the database's own kind (:mod:`kawat.record.search`) and goes by ``number``.
    """

    __tablename__ = "passages"
    __table_args__ = (Index("ix_passages_article", "article", "statement", unique=True),)
    number: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[int] = mapped_column(ForeignKey("articles.number", ondelete="CASCADE"))
    statement: Mapped[str]


class UnsearchedRow(Row):
    """An article of an older record whose words are not in the index yet."""

    __tablename__ = "unsearched"
    article: Mapped[int] = mapped_column(
        ForeignKey("articles.number", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
