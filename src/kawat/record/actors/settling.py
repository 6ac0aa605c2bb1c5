"""Keeping the actors of a record up to date: only names that changed, and what hangs on them.

The actors are those that :func:`~.grouping.actors` makes of all entities at once, in whatever
order and batches these came. Two names are compared if they have a sign in common that is not too
common; where a sign becomes so, or ceases to be, all its names are compared again. Then every
group of names that likeness connects, and that a changed name is in, is settled anew.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, bindparam, delete, exists, func, insert, select, update

from kawat.record.actors.decided import decided
from kawat.record.actors.features import SAME, UNSURE, are_comparable, points
from kawat.record.actors.grouping import Decided, Pair, decided_pairs, joined
from kawat.record.actors.named import Named
from kawat.record.actors.naming import name_new, named_of, recount
from kawat.record.actors.signs import is_telling
from kawat.record.database import Database
from kawat.record.tables import EntityRow, LikenessRow, NameRow, SignRow, UnsettledRow
from kawat.record.tellings import chunks

_TO_ACTOR = (
    update(NameRow).where(NameRow.number == bindparam("of")).values(actor=bindparam("to_actor"))
)


def complete(database: Database) -> None:
    """Settle all that is not settled yet; nothing is written where all is."""
    while True:
        with database.reading() as connection:
            if is_settled(connection):
                return
        with database.writing() as connection:
            settle(connection)


def is_settled(connection: Connection) -> bool:
    """Tell whether every entity is of the actor that it should be of."""
    todo = exists().where(EntityRow.named.is_(None)) | exists(select(UnsettledRow.name))
    return not connection.execute(select(todo)).scalar_one()


def settle(connection: Connection) -> None:
    """Settle what changed, as far as one transaction takes it."""
    lost = set(connection.scalars(select(UnsettledRow.name)))
    gone = recount(connection, lost)
    signs = _signs(connection, gone)
    loose = _partners(connection, gone) - gone
    for some in chunks(gone):
        connection.execute(delete(NameRow).where(NameRow.number.in_(some)))
    connection.execute(delete(UnsettledRow))
    changed = name_new(connection)
    new = _unsettled(connection, changed)
    signs.subtract(_signs(connection, new))
    changed |= (lost - gone) | _of_turned_signs(connection, signs)
    stands = decided(connection)
    loose |= changed | _partners(connection, changed)
    _compare(connection, changed, stands)
    _regroup(connection, loose | _partners(connection, changed), stands)


def _unsettled(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Return those of the names that have no actor yet: they are new."""
    found: set[int] = set()
    for some in chunks(numbers):
        query = select(NameRow.number).where(NameRow.number.in_(some), NameRow.actor.is_(None))
        found.update(connection.scalars(query))
    return found


def _signs(connection: Connection, numbers: Collection[int]) -> Counter[str]:
    """Return how many of these names have each sign."""
    found: Counter[str] = Counter()
    for some in chunks(numbers):
        found.update(connection.scalars(select(SignRow.sign).where(SignRow.name.in_(some))))
    return found


def _of_turned_signs(connection: Connection, fewer: Counter[str]) -> set[int]:
    """Return the names of the signs that became too common, or are so no more.

    ``fewer`` tells how many names less have a sign than before.
    """
    now: dict[str, int] = {}
    for some in chunks(fewer.keys()):
        query = select(SignRow.sign, func.count()).where(SignRow.sign.in_(some))
        for sign, count in connection.execute(query.group_by(SignRow.sign)):
            now[sign] = count
    turned = {
        sign
        for sign, change in fewer.items()
        if is_telling(now.get(sign, 0)) != is_telling(now.get(sign, 0) + change)
    }
    found: set[int] = set()
    for some in chunks(turned):
        found.update(connection.scalars(select(SignRow.name).where(SignRow.sign.in_(some))))
    return found


def _partners(connection: Connection, numbers: Collection[int]) -> set[int]:
    """Return the names that are likely enough of one actor with these to be joined to them."""
    found: set[int] = set()
    for some in chunks(numbers):
        query = select(LikenessRow.other).where(
            LikenessRow.name.in_(some), LikenessRow.points >= SAME
        )
        found.update(connection.scalars(query))
    return found


def _compare(connection: Connection, numbers: Collection[int], stands: Decided) -> None:
    """Compare these names with all that have a sign in common, or were decided on with them."""
    for some in chunks(numbers):
        connection.execute(delete(LikenessRow).where(LikenessRow.name.in_(some)))
        connection.execute(delete(LikenessRow).where(LikenessRow.other.in_(some)))
    pairs = _candidates(connection, numbers)
    known = names(connection, {number for pair in pairs for number in pair} | set(numbers))
    found = {
        (one, other): points(known[one], known[other])
        for one, other in pairs
        if are_comparable(known[one], known[other])
    }
    found.update(_decided(connection, {number: known[number] for number in numbers}, stands))
    rows = [
        {"name": a, "other": b, "points": score}
        for (one, other), score in found.items()
        if score >= UNSURE
        for a, b in ((one, other), (other, one))
    ]
    if rows:
        connection.execute(insert(LikenessRow), rows)


def _candidates(connection: Connection, numbers: Collection[int]) -> set[Pair]:
    """Return the pairs of these names, and of these with others, that have a telling sign."""
    signs: dict[str, list[int]] = {}
    for some in chunks(numbers):
        query = select(SignRow.sign, SignRow.name).where(SignRow.name.in_(some))
        for sign, name in connection.execute(query):
            signs.setdefault(sign, []).append(name)
    members: dict[str, list[int]] = {}
    for signs_asked in chunks(signs.keys()):
        query = select(SignRow.sign, SignRow.name).where(SignRow.sign.in_(signs_asked))
        for sign, name in connection.execute(query):
            members.setdefault(sign, []).append(name)
    return {
        (min(one, other), max(one, other))
        for sign, mine in signs.items()
        if is_telling(len(members[sign]))
        for one in mine
        for other in members[sign]
        if one != other
    }


def _decided(connection: Connection, mine: dict[int, Named], stands: Decided) -> dict[Pair, float]:
    """Return the points of the pairs of these names, with any others, that were decided on."""
    pairs = stands.same | stands.apart
    ours = {named.plain for named in mine.values()} if pairs else set()
    asked = {key for pair in pairs if pair & ours for key in pair}
    others = dict(mine)
    for some in chunks(asked):
        numbers = connection.scalars(select(NameRow.number).where(NameRow.key.in_(some)))
        others.update(names(connection, numbers.all()))
    order = sorted(others)
    found = decided_pairs([others[number] for number in order], stands)
    return {
        (order[a], order[b]): score
        for (a, b), score in found.items()
        if order[a] in mine or order[b] in mine
    }


def names(connection: Connection, numbers: Collection[int]) -> dict[int, Named]:
    """Return names as they are compared, which takes no spellings."""
    found: dict[int, Named] = {}
    for some in chunks(numbers):
        query = select(*NameRow.__table__.c).where(NameRow.number.in_(some))
        found.update((row.number, named_of(row, (row.key,))) for row in connection.execute(query))
    return found


def _regroup(connection: Connection, numbers: Iterable[int], stands: Decided) -> None:
    """Settle the actors of these names, and of all that likeness connects with them."""
    scores: dict[Pair, float] = {}
    group = set(numbers)
    waiting = set(group)
    while waiting:
        reached: set[int] = set()
        for some in chunks(waiting):
            columns = (LikenessRow.name, LikenessRow.other, LikenessRow.points)
            for one, other, score in connection.execute(
                select(*columns).where(LikenessRow.name.in_(some), LikenessRow.points >= SAME)
            ):
                scores[one, other] = score
                reached.add(other)
        waiting = reached - group
        group |= waiting
    found = names(connection, group)
    order = sorted(found, key=lambda number: found[number].key)
    place = {number: n for n, number in enumerate(order)}
    pairs = {(place[a], place[b]): s for (a, b), s in scores.items() if place[a] < place[b]}
    ordered = [found[number] for number in order]
    pairs.update(decided_pairs(ordered, stands))
    moved = [
        {"of": order[n], "to_actor": order[min(members)]}
        for members in joined(ordered, pairs)
        for n in members
    ]
    if moved:
        connection.execute(_TO_ACTOR, moved)
