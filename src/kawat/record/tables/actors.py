"""Actors: the names of a record, what they are compared by, and the actor that each is of.

All of it follows from the entities and the analyst's decisions; :mod:`kawat.record.actors` keeps
it up to date. A name's ``number`` is the record's own; its ``id`` is not.
"""

from __future__ import annotations

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kawat.record.tables.base import Row, clustered


class NameRow(Row):
    """A name of one kind and country, with all entities that have it.

    ``id`` is its whole key in one string, ``key`` the part by which names are looked for.
    ``roles`` and ``held`` are JSON lists, sorted. ``actor`` is the name after which its actor is
    called, null until it is settled.
    """

    __tablename__ = "names"
    __table_args__ = (Index("ix_names_key", "key"), Index("ix_names_actor", "actor"))
    number: Mapped[int] = mapped_column(primary_key=True)
    id: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    key: Mapped[str]
    country: Mapped[str | None]
    identity: Mapped[str | None]
    roles: Mapped[str]
    held: Mapped[str]
    entities: Mapped[int]
    actor: Mapped[int | None]


class FormRow(Row):
    """A spelling of a name with a sector (empty if none), and how many entities have both."""

    __tablename__ = "forms"
    __table_args__ = clustered()
    name: Mapped[int] = mapped_column(
        ForeignKey("names.number", ondelete="CASCADE"), primary_key=True
    )
    spelling: Mapped[str] = mapped_column(primary_key=True)
    sector: Mapped[str] = mapped_column(primary_key=True)
    entities: Mapped[int]


class SignRow(Row):
    """Something by which a name is found to be worth comparing; see :mod:`.actors.signs`."""

    __tablename__ = "signs"
    __table_args__ = clustered(Index("ix_signs_name", "name"))
    sign: Mapped[str] = mapped_column(primary_key=True)
    name: Mapped[int] = mapped_column(
        ForeignKey("names.number", ondelete="CASCADE"), primary_key=True
    )


class LikenessRow(Row):
    """Two names that are or may be of one actor; kept once from each side."""

    __tablename__ = "likenesses"
    __table_args__ = clustered(Index("ix_likenesses_other", "other"))
    name: Mapped[int] = mapped_column(
        ForeignKey("names.number", ondelete="CASCADE"), primary_key=True
    )
    other: Mapped[int] = mapped_column(
        ForeignKey("names.number", ondelete="CASCADE"), primary_key=True
    )
    points: Mapped[float]


class UnsettledRow(Row):
    """A name that lost entities, or that was decided on, since actors were settled."""

    __tablename__ = "unsettled"
    name: Mapped[int] = mapped_column(
        ForeignKey("names.number", ondelete="CASCADE"), primary_key=True
    )
