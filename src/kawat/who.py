"""Who somebody is in a record: names, offices, contacts, statements, sources, and why it is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kawat.errors import UsageError
from kawat.lexicon.offices import Term, held_by
from kawat.record.actors.dealings import (
    Contact,
    Entity,
    Witness,
    contacts,
    voices_of,
    witnesses,
)
from kawat.record.actors.features import compare
from kawat.record.actors.grouping import Actor
from kawat.record.actors.named import Named, identity
from kawat.record.actors.stored import stored_actors
from kawat.record.database import Database
from kawat.record.merge.features import Reason
from kawat.record.names import name_key
from kawat.record.places.locate import Located, Unlocated, locate
from kawat.said import Quote, said

LATEST = 3
"""Statements that are shown of an actor."""


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
class RoleSeen:
    """A role as printed, and the first and last day (ISO) of the articles that print it."""

    role: str
    first: str
    last: str
    articles: int


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
    """One actor of a record. ``offices`` are of the curated table, ``roles`` of the articles."""

    name: str
    kind: str
    country: str | None
    names: tuple[NameSeen, ...]
    offices: tuple[Term, ...]
    roles: tuple[RoleSeen, ...]
    contacts: tuple[Contact, ...]
    statements: int
    latest: tuple[Quote, ...]
    sources: tuple[Witness, ...]
    unsure: tuple[Other, ...]
    where: Located | Unlocated | None
    """where a place is, or why that is not known; none for what is no place"""


@dataclass(frozen=True, slots=True)
class UnsurePair:
    """Two names that may be of one actor, and stay apart until an analyst decides."""

    one: str
    other: str
    points: float
    reasons: tuple[Reason, ...]


def who(database: Database, name: str) -> list[WhoView]:
    """Return the actors that have these whole words in a name, those in most articles first.

    Where the words are all of a name (``Israel``), only the actors of that name are returned, or
    the one that the curated lists know by it. :class:`UsageError` where the words are no name.
    """
    if not name_key(name):
        raise UsageError(f"{name!r} is no name", fix="give a name, or a part of one: Lavrov")
    with database.reading() as connection:
        everybody = stored_actors(connection)
        found = _named(everybody, name)
        known = {(seen.article, seen.entity): actor for actor in everybody for seen in actor.seen}
        told = [
            (actor, contacts(connection, actor, known), witnesses(connection, actor))
            for actor in found
        ]
        spoken = [voices_of(connection, actor) for actor in found]
    return [
        _view(
            actor, met, _quotes(database, actor, voices), named_in, _countries_beside(actor, known)
        )
        for (actor, met, named_in), voices in zip(told, spoken, strict=True)
    ]


def unsure_actors(database: Database) -> list[UnsurePair]:
    """Return every two names that may be of one actor, the likeliest first."""
    with database.reading() as connection:
        everybody = stored_actors(connection)
    pairs: dict[tuple[tuple[str, ...], ...], UnsurePair] = {}
    for actor in everybody:
        for maybe in actor.unsure:
            ours, theirs = sorted((maybe.like, maybe.name), key=lambda named: named.key)
            reasons = compare(ours, theirs)
            pair = UnsurePair(ours.name, theirs.name, maybe.points, reasons)
            pairs[ours.key, theirs.key] = pair
    return sorted(pairs.values(), key=lambda pair: (-pair.points, pair.one, pair.other))


def _named(everybody: Iterable[Actor], name: str) -> list[Actor]:
    """Return the actors that a name asks for."""
    key = name_key(name)
    kinds = ("person", "organization", "country")
    entries = {entry for kind in kinds if (entry := identity(kind, name))}
    exact, holding = [], []
    for actor in everybody:
        keys = {name_key(named.name) for named in actor.names} | {name_key(actor.name)}
        if key in keys or actor.identity in entries:
            exact.append(actor)
        elif any(f" {key} " in f" {known} " for known in keys):
            holding.append(actor)
    surname = len(key.split()) == 1 and all(actor.kind == "person" for actor in exact)
    found = exact + holding if surname or not exact else exact
    return sorted(found, key=lambda actor: (-len(actor.seen), actor.name, actor.names[0].key))


def _countries_beside(actor: Actor, known: Mapping[Entity, Actor]) -> list[str]:
    """Return the countries of the others in the actor's articles, the most frequent first."""
    articles = {seen.article for seen in actor.seen}
    named = Counter(
        other.country
        for (article, _), other in known.items()
        if article in articles and other is not actor and other.country
    )
    return sorted(named, key=lambda country: (-named[country], country))


def _view(
    actor: Actor,
    met: tuple[Contact, ...],
    quotes: list[Quote],
    named_in: tuple[Witness, ...],
    beside: list[str],
) -> WhoView:
    unsure = [
        Other(
            maybe.name.name,
            maybe.name.country,
            maybe.like.name,
            maybe.points,
            compare(maybe.like, maybe.name),
        )
        for maybe in actor.unsure
    ]
    return WhoView(
        name=actor.name,
        kind=actor.kind,
        country=actor.country,
        names=tuple(_name(named, actor.names) for named in actor.names),
        offices=held_by(actor.identity or actor.name) if actor.kind == "person" else (),
        roles=tuple(_roles(actor)),
        contacts=met,
        statements=len(quotes),
        latest=tuple(reversed(quotes[-LATEST:])),
        sources=named_in,
        unsure=tuple(unsure),
        where=locate(actor.name, actor.country, beside) if actor.kind == "place" else None,
    )


def _name(named: Named, names: tuple[Named, ...]) -> NameSeen:
    """Return a name with the reasons that join it to the one before it that it is most like."""
    before = names[: names.index(named)] or names[1:2]
    first = named is names[0]
    compared = [(compare(other, named), other.name) for other in before if not first]
    reasons, like = max(
        compared, key=lambda found: sum(reason.points for reason in found[0]), default=((), None)
    )
    spellings = " / ".join(named.spellings)
    return NameSeen(spellings, len({seen.article for seen in named.seen}), like, reasons)


def _roles(actor: Actor) -> Iterator[RoleSeen]:
    """Yield the printed roles by the day on which they are first seen."""
    days: dict[str, list[str]] = {}
    for seen in actor.seen:
        if seen.role:
            days.setdefault(seen.role, []).append(seen.day)
    found = [(min(filter(None, d), default=""), max(d), role, len(d)) for role, d in days.items()]
    for first, last, role, articles in sorted(found):
        yield RoleSeen(role, first, last, articles)


def _quotes(database: Database, actor: Actor, voices: set[Entity]) -> list[Quote]:
    """Return the actor's statements by day, each once."""
    if not voices:
        return []
    keys = {name_key(named.name): named.name for named in actor.names}
    quotes = {
        (quote.article, quote.statement): quote
        for name in keys.values()
        for quote in said(database, name)
        if (quote.article, quote.statement) in voices
    }
    return sorted(quotes.values(), key=lambda q: (q.day or "9999", q.article, len(q.statement)))
