"""What analysts decide of actors: two names are one, or are not; kept among all decisions.

A decision holds on to the two names, so it outlives re-reading. The later stands above the
earlier.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

from sqlalchemy import Connection, insert, select

from kawat.errors import UsageError
from kawat.record.actors.grouping import Decided
from kawat.record.actors.naming import unsettle
from kawat.record.decisions import now
from kawat.record.names import name_key
from kawat.record.tables import DecisionRow, EntityRow

ActorKind = Literal["merge-actors", "split-actors"]


def decide_actors(
    connection: Connection, kind: ActorKind, names: Sequence[str], *, author: str, note: str = ""
) -> int:
    """Write down that two names are of one actor, or are not, and return the decision's number.

    :class:`UsageError` without an author, for a name that the record does not have, and for two
    that are one name as names are compared.
    """
    if not author.strip():
        raise UsageError("a decision needs its author", fix="say who decides")
    one, other = names
    for name in (one, other):
        known = select(EntityRow.id).where(EntityRow.key == name_key(name)).limit(1)
        if connection.execute(known).first() is None:
            raise UsageError(f"nobody is called {name!r} here", fix="see the names in kawat who")
    if name_key(one) == name_key(other):
        raise UsageError(f"{one!r} and {other!r} are one name", fix="name two")
    values = {"kind": kind, "author": author, "made": now(), "note": note}
    result = connection.execute(
        insert(DecisionRow).values(**values, field=one, value=other)
    ).inserted_primary_key
    unsettle(connection, [name_key(one), name_key(other)])
    return int(result[0]) if result else 0


def decided(connection: Connection) -> Decided:
    """Return what stands decided of actors."""
    kinds = get_args(ActorKind)
    query = (
        select(DecisionRow.kind, DecisionRow.field, DecisionRow.value)
        .where(DecisionRow.kind.in_(kinds), DecisionRow.undone.is_(None))
        .order_by(DecisionRow.number)
    )
    last = {
        frozenset((name_key(one or ""), name_key(other or ""))): kind
        for kind, one, other in connection.execute(query)
    }
    same, apart = (frozenset(pair for pair, kind in last.items() if kind == k) for k in kinds)
    return Decided(same, apart)


def names_decided(connection: Connection, number: int) -> tuple[str, ...]:
    """Return the keys of the names that a decision is about; none if it is about events."""
    row = connection.execute(
        select(DecisionRow.field, DecisionRow.value).where(
            DecisionRow.number == number, DecisionRow.kind.in_(get_args(ActorKind))
        )
    ).first()
    return (name_key(row.field), name_key(row.value)) if row else ()
