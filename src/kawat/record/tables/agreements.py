"""What tellings say of agreements, and when what they expect is due."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, clustered


def _of_telling() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["article", "telling"], ["tellings.article", "tellings.id"], ondelete="CASCADE"
    )


class StageRow(Row):
    """A telling that tells a stage of an agreement on a matter; offsets are of the words that do.

    ``known`` is the last day on which its article may have been published.
    """

    __tablename__ = "stages"
    __table_args__ = clustered(
        _of_telling(),
        Index("ix_stages_matter", "matter", "known"),
        Index("ix_stages_known", "known"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    telling: Mapped[str] = mapped_column(primary_key=True)
    matter: Mapped[str]
    stage: Mapped[str]
    matter_start: Mapped[int]
    matter_end: Mapped[int]
    start: Mapped[int]
    end: Mapped[int]
    known: Mapped[date | None]


class HorizonRow(Row):
    """A telling of what is planned or possible, with the last day on which it is due, and why."""

    __tablename__ = "horizons"
    __table_args__ = clustered(
        _of_telling(),
        Index("ix_horizons_due", "due", "known"),
        Index("ix_horizons_known", "known"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    telling: Mapped[str] = mapped_column(primary_key=True)
    due: Mapped[date | None]
    rule: Mapped[str]
    start: Mapped[int]
    end: Mapped[int]
    known: Mapped[date | None]
