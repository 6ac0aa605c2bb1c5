"""Who somebody is in a record: names, offices, contacts, statements, sources, and why it is one."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection

from kawat.errors import UsageError
from kawat.lexicon.offices import Term, held_by
from kawat.record.actors.dealings import (
    Contact,
    RoleSeen,
    Witness,
    articles_by_name,
    contacts,
    countries_beside,
    roles,
    statements_of,
    witnesses,
)
from kawat.record.actors.features import compare
from kawat.record.actors.grouping import Actor, Maybe
from kawat.record.actors.named import Named
from kawat.record.actors.settling import complete
from kawat.record.actors.stored import actors_at, actors_named, most_entities, sectors, unsure
from kawat.record.countries import CowState, cow_state
from kawat.record.database import Database
from kawat.record.merge.features import Reason
from kawat.record.names import name_key
from kawat.record.page import Page
from kawat.record.places.locate import Located, Unlocated, locate
from kawat.said import Quote, latest

LATEST = 3
"""Statements that are shown of an actor."""

WITNESSES = 100
"""Articles that are shown of an actor, the latest ones."""


@dataclass(frozen=True, slots=True)
class NameSeen:
    """A name of the actor in all its spellings, and why it is one with ``like``.

    The first name has no ``like``.
    """

    name: str
    articles: int
    like: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Other:
    """Another actor that may be this one too, with the reasons for and against."""

    name: str
    country: str | None
    like: str
    points: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class WhoView:
    """One actor of a record. ``offices`` are of the curated table, ``roles`` of the articles.

    ``id`` names it in every record that holds the same articles. ``country`` is an ISO 3166-1
    alpha-3 code, ``cow`` the same state in the Correlates of War lists, ``sector`` PLOVER's that
    most articles give. ``articles`` counts those that name it; ``sources`` are the latest.
    """

    id: str
    name: str
    kind: str
    country: str | None
    cow: CowState | None
    sector: str | None
    names: tuple[NameSeen, ...]
    offices: tuple[Term, ...]
    roles: tuple[RoleSeen, ...]
    contacts: tuple[Contact, ...]
    statements: int
    latest: tuple[Quote, ...]
    articles: int
    sources: tuple[Witness, ...]
    unsure: tuple[Other, ...]
    where: Located | Unlocated | None
    """where a place is, or why that is not known; none for what is no place"""


@dataclass(frozen=True, slots=True)
class Called:
    """An actor of a name, with as much as it takes to choose one; ``entities`` are of articles."""

    id: str
    name: str
    kind: str
    country: str | None
    entities: int


@dataclass(frozen=True, slots=True)
class UnsurePair:
    """Two names that may be of one actor, and stay apart until an analyst decides."""

    one: str
    other: str
    points: float
    reasons: tuple[Reason, ...]


def who(database: Database, name: str) -> list[WhoView]:
    """Return all actors that :func:`who_page` has on its pages."""
    return list(who_page(database, name, limit=None).items)


def who_page(
    database: Database, name: str, *, limit: int | None = 10, after: str | None = None
) -> Page[WhoView]:
    """Return the actors that have these whole words in a name, those named most often first.

    Where the words are all of a name (``Israel``), only the actors of that name are returned, or
    the one that the curated lists know by it. ``after`` is the id of an actor.
    :class:`UsageError` where the words are no name.
    """
    found = named(database, name)
    with database.reading() as connection:
        start = next((n for n, (_, actor) in enumerate(found, 1) if actor.id == after), 0)
        shown = found[start : start + limit] if limit is not None else found[start:]
        views = tuple(_view(connection, number, actor) for number, actor in shown)
    more = len(found) - start - len(shown)
    return Page(views, more, views[-1].id if more and views else None)


def called(database: Database, name: str) -> list[Called]:
    """Return who is called so, as :func:`who_page` finds them; those named most often first."""
    return [Called(a.id, a.name, a.kind, a.country, a.entities) for _, a in named(database, name)]


def most_named(database: Database, limit: int = 100) -> list[Called]:
    """Return the actors that most entities of articles are."""
    complete(database)
    with database.reading() as connection:
        found = actors_at(connection, most_entities(connection, limit))
    views = [Called(a.id, a.name, a.kind, a.country, a.entities) for a in found.values()]
    return sorted(views, key=lambda one: (-one.entities, one.name, one.id))


def actor_of(database: Database, name: str, id: str | None = None) -> tuple[int, Actor]:
    """Return the actor of this name, with its number, and of this ``id`` where several are so.

    Without an id it is the one that most entities are. :class:`UsageError` where none is.
    """
    for number, actor in named(database, name):
        if id in (None, actor.id):
            return number, actor
    raise UsageError(f"nobody is called {name!r}", fix="give a name as articles have it: Lavrov")


def named(database: Database, name: str) -> list[tuple[int, Actor]]:
    """Return the actors that are called so with their numbers; see :func:`who_page`."""
    if not name_key(name):
        raise UsageError(f"{name!r} is no name", fix="give a name, or a part of one: Lavrov")
    complete(database)
    with database.reading() as connection:
        return actors_named(connection, name)


def who_is(database: Database, name: str, id: str | None = None) -> WhoView:
    """Return all that the record has on the actor of :func:`actor_of`."""
    return view_of(database, *actor_of(database, name, id))


def view_of(
    database: Database, number: int, actor: Actor, *, with_contacts: bool = True
) -> WhoView:
    """Return all that the record has on an actor; to count contacts takes long on a large one."""
    with database.reading() as connection:
        return _view(connection, number, actor, with_contacts=with_contacts)


def statements_page(
    database: Database, number: int, actor: Actor, *, start: int = 0, limit: int = 20
) -> tuple[int, tuple[Quote, ...]]:
    """Return how many statements the actor makes, and some of them, newest first."""
    with database.reading() as connection:
        return latest(connection, statements_of(number, actor), limit, start)


def unsure_actors(database: Database) -> list[UnsurePair]:
    """Return every two names that may be of one actor, the likeliest first."""
    complete(database)
    with database.reading() as connection:
        pairs = unsure(connection)
    return [unsure_pair(*pair) for pair in pairs]


def unsure_pair(one: Named, other: Named, points: float) -> UnsurePair:
    """Return two names with what speaks for and against their being of one actor."""
    return UnsurePair(one.name, other.name, points, compare(one, other))


def _view(
    connection: Connection, number: int, actor: Actor, *, with_contacts: bool = True
) -> WhoView:
    statements, quotes = latest(connection, statements_of(number, actor), LATEST)
    articles, sources = witnesses(connection, number, WITNESSES)
    by_name = articles_by_name(connection, number)
    is_person = actor.kind == "person"
    return WhoView(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        cow=cow_state(actor.country) if actor.country else None,
        sector=sectors(connection, [number]).get(number),
        names=tuple(_name(one, actor.names, by_name[one.key]) for one in actor.names),
        offices=held_by(actor.identity or actor.name) if is_person else (),
        roles=roles(connection, number),
        contacts=contacts(connection, number, actor) if with_contacts else (),
        statements=statements,
        latest=quotes,
        articles=articles,
        sources=sources,
        unsure=tuple(_other(maybe) for maybe in actor.unsure),
        where=_where(connection, number, actor) if actor.kind == "place" else None,
    )


def _where(connection: Connection, number: int, actor: Actor) -> Located | Unlocated:
    return locate(actor.name, actor.country, countries_beside(connection, number))


def _other(maybe: Maybe) -> Other:
    reasons = compare(maybe.like, maybe.name)
    return Other(maybe.name.name, maybe.name.country, maybe.like.name, maybe.points, reasons)


def _name(named: Named, names: tuple[Named, ...], articles: int) -> NameSeen:
    """Return a name with the reasons that join it to the one before it that it is most like."""
    before = names[: names.index(named)] or names[1:2]
    first = named is names[0]
    compared = [(compare(other, named), other.name) for other in before if not first]
    reasons, like = max(
        compared, key=lambda found: sum(reason.points for reason in found[0]), default=((), None)
    )
    return NameSeen(" / ".join(named.spellings), articles, like, reasons)
