"""Proving the stored actors: they are those that all entities and decisions give from scratch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kawat.record.actors.decided import decided
from kawat.record.actors.features import UNSURE
from kawat.record.actors.grouping import joined, pair_points
from kawat.record.actors.named import Named, gather
from kawat.record.actors.naming import ENTITIES, name_id, names_at, seen_of
from kawat.record.actors.signs import signs_of
from kawat.record.tables import LikenessRow, NameRow, SignRow


@dataclass(frozen=True)
class Settled:
    """What a record holds, or should hold, of its names; each by its id."""

    names: dict[str, Named]
    named: dict[tuple[str, str], str]
    """article and entity → name"""
    signs: frozenset[tuple[str, str]]
    likenesses: dict[tuple[str, str], float]
    actors: dict[str, str]
    """name → the name after which its actor is called"""


def wrong_actors(connection: Connection) -> Iterator[str]:
    """Yield what the stored actors and those made from scratch differ in."""
    want, have = expected(connection), stored(connection)
    for part in ("names", "named", "signs", "likenesses", "actors"):
        ours, theirs = getattr(want, part), getattr(have, part)
        if ours == theirs:
            continue
        ours, theirs = (
            part if isinstance(part, dict) else dict.fromkeys(part) for part in (ours, theirs)
        )
        for key in sorted(ours.keys() | theirs.keys()):
            if key not in ours or key not in theirs or ours[key] != theirs[key]:
                yield f"{part}: {key}: not what the entities and decisions give"


def expected(connection: Connection) -> Settled:
    """Return what follows from all entities and the decisions on actors."""
    seen = [seen_of(row) for row in connection.execute(ENTITIES)]
    names = gather(seen)
    ids = [name_id(named.key) for named in names]
    scores = pair_points(names, decided(connection))
    both = [
        (ids[a], ids[b], score)
        for (one, other), score in scores.items()
        if score >= UNSURE
        for a, b in ((one, other), (other, one))
    ]
    return Settled(
        names=dict(zip(ids, map(_plain, names), strict=True)),
        named={
            (s.article, s.entity): id
            for id, named in zip(ids, names, strict=True)
            for s in named.seen
        },
        signs=frozenset(
            (sign, id) for id, named in zip(ids, names, strict=True) for sign in signs_of(named)
        ),
        likenesses={(one, other): score for one, other, score in both},
        actors={ids[n]: ids[min(group)] for group in joined(names, scores) for n in group},
    )


def _plain(named: Named) -> Named:
    return Named(named.key, named.spellings, named.entities, named.roles, named.held)


def stored(connection: Connection) -> Settled:
    """Return what the record's own tables hold."""
    rows = connection.execute(select(NameRow.number, NameRow.id, NameRow.actor)).all()
    id_of = {row.number: row.id for row in rows}
    names = names_at(connection, id_of)
    links = connection.execute(select(LikenessRow.name, LikenessRow.other, LikenessRow.points))
    signs = connection.execute(select(SignRow.sign, SignRow.name))
    return Settled(
        names={id_of[number]: named for number, named in names.items()},
        named={
            (row.article_id, row.id): id_of.get(row.named, "")
            for row in connection.execute(ENTITIES)
        },
        signs=frozenset((sign, id_of[name]) for sign, name in signs),
        likenesses={(id_of[one], id_of[other]): points for one, other, points in links},
        actors={row.id: id_of.get(row.actor, "") for row in rows},
    )
