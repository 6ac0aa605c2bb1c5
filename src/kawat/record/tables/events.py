"""Tellings: one article's account of one event each, with its parties and its links."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, article_key, clustered


class TellingRow(Row):
    """One article's account of one event.

    ``dated`` tells whether the days are those of ``value``; otherwise they are those of the
    article's publication. ``start`` and ``end`` are its first trigger, in its sentence.
    ``event_article`` and ``event`` name the first telling of the event that merging found it to
    be of, often itself; they follow from all tellings and decisions together (:mod:`.merge`).
    """

    __tablename__ = "tellings"
    __table_args__ = clustered(
        Index("ix_tellings_first_day", "first_day"),
        Index("ix_tellings_type_first_day", "type", "first_day"),
        Index("ix_tellings_event", "event_article", "event"),
    )
    article: Mapped[int] = article_key()
    id: Mapped[str] = mapped_column(primary_key=True)
    type: Mapped[str]
    mode: Mapped[str | None]
    status: Mapped[str]
    value: Mapped[str | None]
    dated: Mapped[bool]
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    duration: Mapped[str | None]
    start: Mapped[int]
    end: Mapped[int]
    sentence_start: Mapped[int]
    sentence_end: Mapped[int]
    event_article: Mapped[int | None]
    event: Mapped[str | None]


class PartyRow(Row):
    """Who or what has a part in a telling: actor, recipient, place, topic or said_by.

    ``entity`` is null for a topic that is words. ``known`` is the last day on which the article may
    have been published.
    """

    __tablename__ = "parties"
    __table_args__ = clustered(
        ForeignKeyConstraint(
            ["article", "telling"], ["tellings.article", "tellings.id"], ondelete="CASCADE"
        ),
        Index("ix_parties_key", "key", "known"),
        Index("ix_parties_country", "country", "known"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    telling: Mapped[str] = mapped_column(primary_key=True)
    role: Mapped[str] = mapped_column(primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    entity: Mapped[str | None]
    name: Mapped[str]
    key: Mapped[str]
    country: Mapped[str | None]
    kind: Mapped[str | None]
    known: Mapped[date | None]


class LinkRow(Row):
    """Two tellings that are, or may be, of one event; kept once from each side."""

    __tablename__ = "links"
    __table_args__ = clustered(
        ForeignKeyConstraint(
            ["article", "telling"], ["tellings.article", "tellings.id"], ondelete="CASCADE"
        ),
        ForeignKeyConstraint(
            ["other_article", "other"], ["tellings.article", "tellings.id"], ondelete="CASCADE"
        ),
        Index("ix_links_other", "other_article", "other"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    telling: Mapped[str] = mapped_column(primary_key=True)
    other_article: Mapped[int] = mapped_column(primary_key=True)
    other: Mapped[str] = mapped_column(primary_key=True)
    points: Mapped[float]
