"""The list of events: one row each, in the order of days, and what each is about.

It follows from the tellings and the decisions; :mod:`kawat.record.listing` keeps it up to date.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, clustered


class EventRow(Row):
    """An event as it is listed: the best values of its tellings, with the analyst's corrections.

    ``article`` and ``event`` are its first telling's, ``name`` is what views show. An event
    without any day stands at :data:`~kawat.record.listing.NO_DAY`. ``disputed`` tells whether its
    tellings contradict each other.
    """

    __tablename__ = "events"
    __table_args__ = clustered(
        Index(
            "ix_events_day",
            *("first_day", "undated", "last_day", "name", "article", "type", "status"),
        ),
        Index("ix_events_disputed", "disputed", "name"),
    )
    article: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[str]
    first_day: Mapped[date]
    last_day: Mapped[date]
    undated: Mapped[bool]
    type: Mapped[str]
    status: Mapped[str]
    tellings: Mapped[int]
    disputed: Mapped[bool]


class SubjectRow(Row):
    """A country (ISO code) or the key of an actor, recipient, place or topic of a listed event."""

    __tablename__ = "subjects"
    __table_args__ = clustered(Index("ix_subjects_event", "article", "event"))
    subject: Mapped[str] = mapped_column(primary_key=True)
    first_day: Mapped[date] = mapped_column(primary_key=True)
    undated: Mapped[bool] = mapped_column(primary_key=True)
    last_day: Mapped[date] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(primary_key=True)
    article: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[str]
    type: Mapped[str]
    status: Mapped[str]


class SubjectWordRow(Row):
    """A word of a subject, by which it is found; those of subjects that are gone do no harm."""

    __tablename__ = "subject_words"
    __table_args__ = clustered()
    word: Mapped[str] = mapped_column(primary_key=True)
    subject: Mapped[str] = mapped_column(primary_key=True)


class UnlistedRow(Row):
    """An event that changed since it was listed."""

    __tablename__ = "unlisted"
    __table_args__ = clustered()
    article: Mapped[int] = mapped_column(primary_key=True)
    event: Mapped[str] = mapped_column(primary_key=True)
