"""Which events are asked for, as a query for the list of events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, or_, select, tuple_

from kawat.errors import UsageError
from kawat.reading import EventType, Status
from kawat.record.countries import country_code
from kawat.record.days import Days, days_asked
from kawat.record.listing import NO_DAY
from kawat.record.names import name_key
from kawat.record.scope import known_conflict
from kawat.record.search.index import articles_with
from kawat.record.search.words import terms_of
from kawat.record.tables import (
    ArticleRow,
    ConflictRow,
    EventRow,
    PartyRow,
    SubjectRow,
    SubjectWordRow,
)
from kawat.record.tables import TellingRow as Told

FEW = 2_000
"""Articles up to which events are found from them, and not them from the events."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which events are asked for; with nothing said, all of them.

    ``about`` names a country (in Indonesian, English or by ISO code), or an actor, place or topic
    by any whole words of its name. ``since`` and ``until`` are ISO days, months or years; an
    event that may have been in that time is in it. Day, ``type`` and ``status`` are those that
    the timeline shows; it is about all that any of its tellings names. ``pair`` are two with a
    comma between, who are actors or recipients of it; ``place`` is where a telling has it,
    ``outlet`` who tells it, and ``words`` all stand in an article that does. ``conflict`` is one
    that ``kawat conflicts`` lists; an event is of it if any of its tellings is.
    """

    about: str | None = None
    since: str | None = None
    until: str | None = None
    type: str | None = None
    status: str | None = None
    pair: str | None = None
    place: str | None = None
    outlet: str | None = None
    words: str | None = None
    conflict: str | None = None

    @property
    def searches(self) -> bool:
        """Tell whether more than the list of events has to be looked at."""
        return any((self.pair, self.place, self.outlet, self.words))

    def checked(self) -> tuple[Days | None, Days | None]:
        """Return the days; :class:`UsageError` for a day, type, status, pair or words of none."""
        _check("type", self.type, get_args(EventType))
        _check("status", self.status, get_args(Status))
        if self.pair is not None:
            pair_of(self.pair)
        if self.words is not None:
            terms_of(self.words)
        if self.conflict is not None:
            known_conflict(self.conflict)
        return days_asked(self.since, "since"), days_asked(self.until, "until")


def pair_of(pair: str) -> tuple[str, str]:
    """Return the two of a pair; :class:`UsageError` where it does not name two."""
    names = [name.strip() for name in pair.split(",")]
    if len(names) != 2 or not all(map(name_key, names)):
        raise UsageError(f"{pair!r} are not two", where="pair", fix="give two names: Rusia, Turki")
    return names[0], names[1]


def events_asked(connection: Connection, asked: Asked) -> Select[Any]:
    """Return the query for the listed events that were asked for, in their order.

    Its columns are those of :func:`order_of`, ``event``, ``type`` and ``status``.
    """
    since, until = asked.checked()
    lead = asked.about or (pair_of(asked.pair)[0] if asked.pair else asked.place)
    table: Any = EventRow if lead is None else SubjectRow
    columns: tuple[Any, ...] = (*order_of(table), table.event, table.type, table.status)
    query = select(*columns)
    if lead is not None:
        subjects = _subjects(connection, lead)
        query = query.where(table.subject.in_(subjects))
        query = query.distinct() if len(subjects) > 1 else query
    if since:
        query = query.where(table.last_day >= since.first, table.first_day < NO_DAY)
    if until:
        query = query.where(table.first_day <= until.last)
    if asked.type:
        query = query.where(table.type == asked.type)
    if asked.status:
        query = query.where(table.status == asked.status)
    if asked.conflict:
        query = query.where(tuple_(table.article, table.event).in_(_of_conflict(asked.conflict)))
    for condition in _searched(connection, asked, table):
        query = query.where(condition)
    return query.order_by(*order_of(table))


def order_of(table: Any) -> tuple[Any, ...]:
    """Return the columns by which listed events stand in their order."""
    return table.first_day, table.undated, table.last_day, table.name, table.article


def _of_conflict(name: str) -> Select[Any]:
    """Return the query for the events (article, event) of which a telling is of a conflict."""
    event: tuple[Any, ...] = (Told.event_article, Told.event)
    telling = and_(Told.article == ConflictRow.article, Told.id == ConflictRow.id)
    of = select(*event).join(ConflictRow, telling)
    return of.where(ConflictRow.conflict == known_conflict(name).key, ConflictRow.part == "event")


def _searched(connection: Connection, asked: Asked, table: Any) -> Iterable[ColumnElement[bool]]:
    for name in pair_of(asked.pair) if asked.pair else ():
        yield _has_party(connection, table, name, ("actor", "recipient"))
    if asked.place:
        yield _has_party(connection, table, asked.place, ("place",))
    if asked.outlet or asked.words:
        yield _is_told(connection, asked, table)


def _is_of(table: Any) -> ColumnElement[bool]:
    return and_(Told.event_article == table.article, Told.event == table.event)


def _has_party(
    connection: Connection, table: Any, name: str, roles: tuple[str, ...]
) -> ColumnElement[bool]:
    """Return the condition that a telling of the event names somebody or something in a role."""
    subjects = _subjects(connection, name)
    of_country: ColumnElement[bool] = PartyRow.country.in_(subjects)
    if roles == ("place",):  # a town is not its country
        of_country = and_(of_country, PartyRow.kind == "country")
    named = or_(PartyRow.key.in_(subjects), of_country)
    party = and_(PartyRow.article == Told.article, PartyRow.telling == Told.id)
    return exists(
        select(PartyRow.name)
        .join(Told, party)
        .where(_is_of(table), PartyRow.role.in_(roles), named)
    )


def _is_told(connection: Connection, asked: Asked, table: Any) -> ColumnElement[bool]:
    """Return the condition that an article of this outlet, or with these words, tells the event."""
    number: Any = ArticleRow.number
    articles = select(number)
    if asked.outlet:
        articles = articles.where(ArticleRow.outlet == asked.outlet)
    if asked.words:
        articles = articles.where(number.in_(articles_with(connection, asked.words)))
    few = connection.scalars(articles.limit(FEW + 1)).all()
    if len(few) <= FEW:
        event: tuple[Any, ...] = (Told.event_article, Told.event)
        told = select(*event).where(Told.article.in_(few))
        return tuple_(table.article, table.event).in_(told)
    return exists(select(Told.id).where(_is_of(table), Told.article.in_(articles)))


def _subjects(connection: Connection, about: str) -> list[str]:
    """Return the subjects that ``about`` names: a country's code, and keys with these words."""
    words = name_key(about).split()
    code = country_code(about)
    found = {code} if code else set()
    if words:
        known = select(SubjectWordRow.subject).where(SubjectWordRow.word == words[0])
        within = f" {' '.join(words)} "
        found.update(key for key in connection.scalars(known) if within in f" {key} ")
    return sorted(found)


def _check(name: str, wanted: str | None, known: Iterable[str]) -> None:
    if wanted is not None and wanted not in known:
        fix = f"take one of {', '.join(known)}"
        raise UsageError(f"there is no {name} {wanted!r}", where=name, fix=fix)
