"""What analysts decide, with author and time: it stands above merging and outlives re-reading.

A decision holds on to the words of the tellings that it is about, not to their numbers in a
reading: when an article is read again, :func:`anchor_again` finds the telling that stands there.
Later decisions stand above earlier ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import permutations
from typing import Any, Literal

from sqlalchemy import Connection, Row, Select, bindparam, insert, select, update

from kawat.errors import UsageError
from kawat.reading import Reading, Span
from kawat.record.corrections import check_correction
from kawat.record.merge.settle import Standing
from kawat.record.tables import AnchorRow, ArticleRow, DecisionRow, TellingRow
from kawat.record.telling import SHORT_ID, Place

Kind = Literal["merge", "split", "reject", "correct"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision: on which tellings, by whom and when (UTC), and who undid it, if anybody.

    *merge*: all the tellings are of one event. *split*: the first is not of the event that the
    others are of. *reject*: they are of no event. *correct*: the event that the first is of has
    this value in this field. ``lost`` counts the tellings that no newer reading has any more.
    """

    number: int
    kind: str
    author: str
    made: str
    note: str
    tellings: tuple[str, ...]
    field: str | None
    value: str | None
    lost: int
    undone: str | None
    undone_by: str | None


def decide(
    connection: Connection,
    kind: Kind,
    places: Sequence[Place],
    *,
    author: str,
    note: str = "",
    field: str | None = None,
    value: str | None = None,
) -> int:
    """Write a decision down and return its number; :class:`UsageError` if it can't be meant."""
    if not author.strip():
        raise UsageError("a decision needs its author", fix="say who decides")
    if kind == "correct":
        check_correction(field or "", value or "")
    values = {"kind": kind, "author": author, "made": now(), "note": note}
    result = connection.execute(
        insert(DecisionRow).values(**values, field=field, value=value)
    ).inserted_primary_key
    number = int(result[0]) if result else 0
    anchors = [
        {"decision": number, "position": position, **_anchor(connection, place)}
        for position, place in enumerate(places)
    ]
    connection.execute(insert(AnchorRow), anchors)
    return number


def undo(connection: Connection, number: int, *, author: str) -> list[Place]:
    """Undo a decision, which stays on record; returns the tellings that it was about."""
    known = connection.execute(
        select(DecisionRow.undone).where(DecisionRow.number == number)
    ).first()
    if known is None or known.undone:
        what = "has been undone already" if known else "does not exist"
        raise UsageError(f"decision {number} {what}", fix="see kawat decisions")
    done = update(DecisionRow).where(DecisionRow.number == number)
    connection.execute(done.values(undone=now(), undone_by=author))
    anchors = connection.execute(
        select(AnchorRow.article, AnchorRow.telling).where(AnchorRow.decision == number)
    )
    return [(row.article, row.telling) for row in anchors if row.telling]


def decisions(connection: Connection) -> list[Decision]:
    """Return every decision, in the order in which they were made."""
    rows = connection.execute(select(*DecisionRow.__table__.c).order_by(DecisionRow.number))
    anchors = _anchors(connection, _ANCHORS)
    return [
        Decision(
            number=row.number,
            kind=row.kind,
            author=row.author,
            made=row.made,
            note=row.note,
            tellings=tuple(
                f"{a.id[:SHORT_ID]}.{a.telling}" for a in anchors.get(row.number, ()) if a.telling
            ),
            field=row.field,
            value=row.value,
            lost=sum(1 for a in anchors.get(row.number, ()) if not a.telling),
            undone=row.undone,
            undone_by=row.undone_by,
        )
        for row in rows
    ]


def standing(connection: Connection) -> Standing:
    """Return the decisions that stand now."""
    same: set[tuple[Place, Place]] = set()
    apart: set[tuple[Place, Place]] = set()
    rejected: set[Place] = set()
    corrections: dict[Place, list[tuple[str, str]]] = {}
    for row, anchors in _active(connection):
        places = [(anchor.article, anchor.telling) for anchor in anchors]
        if row.kind == "merge":
            pairs = set(permutations(places, 2))
            same, apart = same | pairs, apart - pairs
        elif row.kind == "split":
            pairs = {(places[0], other) for other in places[1:]}
            pairs |= {(other, place) for place, other in pairs}
            same, apart = same - pairs, apart | pairs
        elif row.kind == "reject":
            rejected.update(places)
        elif places:
            corrections.setdefault(places[0], []).append((row.field, row.value))
    return Standing(
        same=_by_telling(same),
        apart=_by_telling(apart),
        rejected=frozenset(rejected),
        corrections={place: tuple(values) for place, values in corrections.items()},
    )


def _by_telling(pairs: set[tuple[Place, Place]]) -> dict[Place, frozenset[Place]]:
    others: dict[Place, set[Place]] = {}
    for one, other in pairs:
        others.setdefault(one, set()).add(other)
    return {place: frozenset(found) for place, found in others.items()}


def anchor_again(connection: Connection, number: int, reading: Reading) -> None:
    """Find the tellings of an article that decisions are about in its newest reading."""
    query = select(*AnchorRow.__table__.c).where(AnchorRow.article == number)
    for row in connection.execute(query).all():
        words = Span(row.start, row.end)
        standing_there = [
            event for event in reading.events if any(t.overlaps(words) for t in event.triggers)
        ]
        standing_there.sort(key=lambda event: event.type != row.type)
        telling = standing_there[0].id if standing_there else None
        connection.execute(_MOVE, {"of": row.decision, "at": row.position, "telling": telling})


def _anchors(connection: Connection, query: Select[Any]) -> dict[int, list[Row[Any]]]:
    """Return the anchors of each decision, in their order."""
    anchors: dict[int, list[Row[Any]]] = {}
    for anchor in connection.execute(query):
        anchors.setdefault(anchor.decision, []).append(anchor)
    return anchors


_MOVE = update(AnchorRow).where(
    AnchorRow.decision == bindparam("of"), AnchorRow.position == bindparam("at")
)
_ANCHORS: Select[Any] = (
    select(*AnchorRow.__table__.c, ArticleRow.id)
    .join(ArticleRow, ArticleRow.number == AnchorRow.article)
    .order_by(AnchorRow.decision, AnchorRow.position)
)


def _active(connection: Connection) -> Iterator[tuple[Row[Any], list[Row[Any]]]]:
    """Yield each decision that stands, with the anchors that lead to a telling."""
    rows = connection.execute(
        select(*DecisionRow.__table__.c)
        .where(DecisionRow.undone.is_(None))
        .order_by(DecisionRow.number)
    ).all()
    if not rows:
        return
    anchors = _anchors(connection, _ANCHORS.where(AnchorRow.telling.is_not(None)))
    for row in rows:
        held = anchors.get(row.number, [])
        if row.kind != "split" or (held and held[0].position == 0):
            yield row, held


def _anchor(connection: Connection, place: Place) -> dict[str, Any]:
    row = connection.execute(
        select(TellingRow.type, TellingRow.start, TellingRow.end).where(
            TellingRow.article == place[0], TellingRow.id == place[1]
        )
    ).one()
    return {
        "article": place[0],
        "telling": place[1],
        "type": row.type,
        "start": row.start,
        "end": row.end,
    }


def now() -> str:
    """Return the time as decisions keep it: UTC, ISO, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds")
