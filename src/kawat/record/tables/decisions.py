"""What analysts decided, and the words that it is about."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, clustered


class DecisionRow(Row):
    """What an analyst decided: merge, split, reject or correct; undone ones stay on record."""

    __tablename__ = "decisions"
    number: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    author: Mapped[str]
    made: Mapped[str]
    note: Mapped[str]
    field: Mapped[str | None]
    value: Mapped[str | None]
    undone: Mapped[str | None]
    undone_by: Mapped[str | None]


class AnchorRow(Row):
    """A telling that a decision is about, held by its words so that it outlives re-reading.

    ``start`` and ``end`` are its first trigger when the decision was made; ``telling`` is the one
    of that type that stands there now, null where the newest reading has none.
    """

    __tablename__ = "anchors"
    __table_args__ = clustered(Index("ix_anchors_article", "article"))
    decision: Mapped[int] = mapped_column(
        ForeignKey("decisions.number", ondelete="CASCADE"), primary_key=True
    )
    position: Mapped[int] = mapped_column(primary_key=True)
    article: Mapped[int] = mapped_column(ForeignKey("articles.number", ondelete="CASCADE"))
    telling: Mapped[str | None]
    type: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
