"""What a user asks about: a conflict, a country or an actor, as conditions on a record's rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select, true

from kawat.errors import UsageError
from kawat.lexicon.conflicts import Conflict, conflicts
from kawat.record.countries import country_code
from kawat.record.days import days_of
from kawat.record.names import name_key
from kawat.record.tables import (
    ConflictRow,
    EntityRow,
    FigureRow,
    HorizonRow,
    PartyRow,
    VoiceRow,
)

WINDOW = 10_000
"""Rows of what is told of it, the newest ones, that are looked at where all would take too long."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A conflict by its key, a country by its ISO code, or an actor by the key of the name.

    ``day`` is the last day on which something may have been published to be known; without it
    all is known. ``since`` is the first day of publication that is looked at; without it all are.
    """

    kind: Literal["all", "conflict", "country", "actor"]
    key: str
    name: str
    day: date | None = None
    since: date | None = None

    def as_of(self, day: date | None) -> Scope:
        """Return the same as of another day."""
        return replace(self, day=day)

    def newest(self, connection: Connection, count: int = WINDOW) -> Scope:
        """Return the same from the day on at which its ``count`` newest rows of events begin.

        A day is in it as a whole, so the order in which articles were added is nothing.
        """
        table: Any = {"all": HorizonRow, "conflict": ConflictRow}.get(self.kind, PartyRow)
        days = select(table.known).where(table.known.is_not(None), self.is_known(table))
        if self.kind == "conflict":
            days = days.where(table.conflict == self.key, table.part == "event")
        else:
            days = days.where(self.is_named(table))
        first = days.order_by(table.known.desc()).offset(count).limit(1)
        return replace(self, since=connection.execute(first).scalar())

    def is_known(self, table: Any) -> ColumnElement[bool]:
        """Return the condition that a row was known on the day, and is looked at."""
        known = table.known <= self.day if self.day else true()
        return and_(known, table.known >= self.since) if self.since else known

    @property
    def conflict(self) -> Conflict | None:
        """Return the conflict, if it is one."""
        return conflicts()[self.key] if self.kind == "conflict" else None

    def events(self) -> Select[int, str]:
        """Return the query for the tellings (article, id) that it is about."""
        if self.kind == "conflict":
            return self._of_conflict("event")
        return select(PartyRow.article, PartyRow.telling.label("id")).where(
            PartyRow.role != "said_by", self.is_named(PartyRow), self.is_known(PartyRow)
        )

    def statements(self) -> Select[int, str]:
        """Return the query for the statements (article, id): on a conflict, or by the actors."""
        if self.kind == "conflict":
            return self._of_conflict("statement")
        return select(VoiceRow.article, VoiceRow.statement.label("id")).where(
            VoiceRow.role == "speaker", self.is_named(VoiceRow), self.is_known(VoiceRow)
        )

    def figures(self) -> Select[int, str]:
        """Return the query for the figures (article, id): those of a place or party, by name."""
        if self.kind == "conflict":
            return self._of_conflict("figure")
        owner = or_(FigureRow.place == EntityRow.id, FigureRow.blamed == EntityRow.id)
        owned = and_(EntityRow.article == FigureRow.article, owner, self.is_named(EntityRow))
        figures = select(FigureRow.article, FigureRow.id).where(self.is_known(FigureRow))
        if self.since:  # few figures: each is asked for its owners
            return figures.where(exists().where(owned))
        return figures.join(EntityRow, owned)

    def _of_conflict(self, part: str) -> Select[int, str]:
        return select(ConflictRow.article, ConflictRow.id).where(
            ConflictRow.conflict == self.key, ConflictRow.part == part, self.is_known(ConflictRow)
        )

    def is_named(self, table: Any) -> ColumnElement[bool]:
        """Return the condition that a row's name or country is the one asked for."""
        condition: ColumnElement[bool]
        if self.kind == "all":
            condition = true()
        elif self.kind == "country":
            condition = table.country == self.key
        else:
            condition = table.key == self.key
        return condition


EVERYTHING = Scope("all", "", "")


def day_of(as_of: str | None) -> date | None:
    """Return the last day that ``as_of`` names; :class:`UsageError` where it names none."""
    if as_of is None:
        return None
    days = days_of(as_of)
    if days is None:
        fix = "give an ISO day, month or year: 2017-02-07, 2017-02 or 2017"
        raise UsageError(f"{as_of!r} is no day", where="as_of", fix=fix)
    return days.last


def conflict_named(name: str) -> Conflict | None:
    """Return the conflict that is called so in Indonesian or English, if there is one."""
    key = name_key(name)
    for known in conflicts().values():
        names = (known.key, known.id, known.en, *known.also, *known.named)
        if key in {name_key(one) for one in names}:
            return known
    return None


def known_conflict(name: str) -> Conflict:
    """Return the conflict that is called so; :class:`UsageError` where none is."""
    known = conflict_named(name)
    if known is None:
        fix = f"take one of {', '.join(conflicts())}"
        raise UsageError(f"no conflict is called {name!r}", fix=fix)
    return known


def scope_of(connection: Connection, name: str, day: date | None = None) -> Scope:
    """Return what a name asks for: a conflict before a country, and that before an actor.

    An ISO code is always the country. A part of an actor's name is enough where one actor alone
    has it. :class:`UsageError` where nothing in the record is called so.
    """
    code = country_code(name)
    if not (code and name.strip().upper() == code) and (known := conflict_named(name)):
        return Scope("conflict", known.key, known.id, day)
    if code:
        return Scope("country", code, name.strip(), day)
    key, printed = _actor(connection, name)
    return Scope("actor", key, printed, day)


def _actor(connection: Connection, name: str) -> tuple[str, str]:
    key = name_key(name)
    columns = (PartyRow.key, PartyRow.name)
    if key:
        exact = connection.execute(select(*columns).where(PartyRow.key == key).limit(1)).first()
        if exact:
            return exact[0], exact[1]
        around = (f"{key} %", f"% {key}", f"% {key} %")
        like = or_(*(PartyRow.key.like(words) for words in around))
        part = connection.execute(select(*columns).where(like).order_by(*columns).distinct())
        found = {row[0]: row[1] for row in part}
        if len(found) == 1:
            return next(iter(found.items()))
        if found:
            names = ", ".join(list(found.values())[:8])
            raise UsageError(f"{name!r} is a part of several names", fix=f"take one of {names}")
    raise UsageError(
        f"the record has no conflict, country or actor {name!r}",
        fix="look at kawat conflicts and kawat who for what it has",
    )
