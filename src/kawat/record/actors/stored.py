"""Reading actors out of a record, where :mod:`.settling` has put them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, or_, select

from kawat.record.actors.grouping import Actor, Maybe, likeliest, rank
from kawat.record.actors.named import Named, Seen, identity, in_order, key_of
from kawat.record.actors.naming import ENTITIES, name_id, names_at, seen_of
from kawat.record.names import name_key
from kawat.record.tables import FormRow, LikenessRow, NameRow
from kawat.record.tellings import chunks

_KINDS = ("person", "organization", "country")


def actors_named(connection: Connection, name: str) -> list[tuple[int, Actor]]:
    """Return the actors that have these whole words in a name, with their numbers.

    Those of most entities come first. Where the words are all of a name (``Israel``), only the
    actors of that name are returned, or the one that the curated lists know by it; a surname is
    looked for in all names.
    """
    key = name_key(name)
    entries = {entry for kind in _KINDS if (entry := identity(kind, name))}
    numbers = _numbers(connection, NameRow.key == key, NameRow.identity.in_(sorted(entries)))
    found = actors_at(connection, numbers)
    is_surname = " " not in key and all(actor.kind == "person" for actor in found.values())
    if is_surname or not found:
        around = (f"{key} %", f"% {key}", f"% {key} %")
        holding = _numbers(connection, *(NameRow.key.like(words) for words in around))
        found.update(actors_at(connection, holding - numbers))
    return sorted(found.items(), key=lambda pair: _order(pair[1]))


def _order(actor: Actor) -> tuple[object, ...]:
    return -actor.entities, actor.name, actor.names[0].key


def most_entities(connection: Connection, limit: int) -> list[int]:
    """Return the numbers of the actors that most entities of articles are."""
    entities = func.sum(NameRow.entities)
    query = (
        select(NameRow.actor)
        .where(NameRow.actor.is_not(None))
        .group_by(NameRow.actor)
        .order_by(entities.desc(), NameRow.actor)
        .limit(limit)
    )
    return [number for number in connection.scalars(query) if number is not None]


def stored_actors(connection: Connection) -> list[Actor]:
    """Return every actor of the record with all its entities, by name."""
    named: dict[str, list[Seen]] = {}
    for row in connection.execute(ENTITIES):
        seen = seen_of(row)
        named.setdefault(name_id(key_of(seen)), []).append(seen)
    actors = actors_at(connection, _numbers(connection, NameRow.actor.is_not(None)))
    found = [
        replace(
            actor,
            names=tuple(replace(n, seen=in_order(named[name_id(n.key)])) for n in actor.names),
        )
        for actor in actors.values()
    ]
    return sorted(found, key=lambda actor: (actor.name, actor.names[0].key))


def actors_at(connection: Connection, numbers: Collection[int]) -> dict[int, Actor]:
    """Return the actors of these numbers, each with all its names and the doubts about them."""
    members: dict[int, list[int]] = {}
    for some in chunks(numbers):
        columns: tuple[Any, ...] = (NameRow.actor, NameRow.number)
        query = select(*columns).where(NameRow.actor.in_(some))
        for actor, number in connection.execute(query):
            members.setdefault(actor, []).append(number)
    known = names_at(connection, {number for some in members.values() for number in some})
    doubts = _doubts(connection, members)
    return {
        actor: Actor(
            tuple(sorted((known[number] for number in some), key=rank)), doubts.get(actor, ())
        )
        for actor, some in members.items()
    }


def sectors(connection: Connection, numbers: Collection[int]) -> dict[int, str]:
    """Return the PLOVER sector that most entities of each actor have, where any has one."""
    counts: dict[int, Counter[str]] = {}
    for some in chunks(numbers):
        columns: tuple[Any, ...] = (NameRow.actor, FormRow.sector, func.sum(FormRow.entities))
        query = (
            select(*columns)
            .join(FormRow, FormRow.name == NameRow.number)
            .where(NameRow.actor.in_(some), FormRow.sector != "")
            .group_by(NameRow.actor, FormRow.sector)
        )
        for actor, sector, count in connection.execute(query):
            counts.setdefault(actor, Counter())[sector] = count
    return {
        actor: min(found, key=lambda sector: (-found[sector], sector))
        for actor, found in counts.items()
    }


def unsure(connection: Connection) -> list[tuple[Named, Named, float]]:
    """Return every two names that may be of one actor and are not, the likeliest first."""
    one, other = NameRow.__table__.alias(), NameRow.__table__.alias()
    query = (
        select(LikenessRow.name, LikenessRow.other, LikenessRow.points)
        .join(one, one.c.number == LikenessRow.name)
        .join(other, other.c.number == LikenessRow.other)
        .where(one.c.actor != other.c.actor, one.c.id < other.c.id)
    )
    rows = connection.execute(query).all()
    known = names_at(connection, {number for row in rows for number in (row.name, row.other)})
    pairs = [(known[row.name], known[row.other], row.points) for row in rows]
    return sorted(pairs, key=lambda pair: (-pair[2], pair[0].name, pair[1].name, pair[0].key))


def _numbers(connection: Connection, *conditions: ColumnElement[bool]) -> set[int]:
    query = select(NameRow.actor).where(or_(*conditions)).distinct()
    return {number for number in connection.scalars(query) if number is not None}


def _doubts(connection: Connection, members: dict[int, list[int]]) -> dict[int, tuple[Maybe, ...]]:
    """Return the names of other actors that may be of each of these too."""
    actor_of = {number: actor for actor, some in members.items() for number in some}
    pairs: list[tuple[int, int, float]] = []
    for some in chunks(actor_of.keys()):
        columns = (LikenessRow.name, LikenessRow.other, LikenessRow.points)
        query = (
            select(*columns, NameRow.actor)
            .join(NameRow, NameRow.number == LikenessRow.other)
            .where(LikenessRow.name.in_(some))
        )
        for mine, theirs, points, other in connection.execute(query):
            if other != actor_of[mine]:
                pairs.append((mine, theirs, points))
    known = names_at(connection, {number for pair in pairs for number in pair[:2]})
    found: dict[int, list[Maybe]] = {}
    for mine, theirs, points in pairs:
        found.setdefault(actor_of[mine], []).append(Maybe(known[theirs], known[mine], points))
    return {actor: likeliest(maybes) for actor, maybes in found.items()}
