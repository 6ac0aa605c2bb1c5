"""The analyst's word on events: merge, split, reject, correct, and take it back."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from kawat.errors import UsageError
from kawat.record.actors.decided import names_decided
from kawat.record.actors.naming import unsettle
from kawat.record.database import Database
from kawat.record.decisions import Decision, Kind, decide, decisions, undo
from kawat.record.merge.events import regroup, unlist_events_of
from kawat.record.telling import Place
from kawat.record.tellings import event_of, place_of


def decide_on(
    database: Database,
    kind: Kind,
    names: Sequence[str],
    *,
    author: str,
    note: str = "",
    field: str | None = None,
    value: str | None = None,
) -> int:
    """Decide on events by their names, let them follow, and return the decision's number.

    - ``merge``: the events of all the names are one.
    - ``split``: the telling of the first name is not of the event that it is in, or, with more
      names, not of the events of these; two events that may be one so stay apart.
    - ``reject``: the events of the names are no events.
    - ``correct``: the event of the first name has ``value`` in ``field``.

    :class:`UsageError` for a name, field or value that does not exist, or with nothing to decide.
    """
    with database.writing() as connection:
        places = _places(connection, kind, [place_of(connection, name) for name in names])
        number = decide(
            connection, kind, places, author=author, note=note, field=field, value=value
        )
        unlist_events_of(connection, places)
        if kind != "correct":
            regroup(connection, {article for article, _ in places})
    return number


def take_back(database: Database, number: int, *, author: str) -> None:
    """Undo a decision and let the events follow; it stays on record with who undid it."""
    with database.writing() as connection:
        places = undo(connection, number, author=author)
        unlist_events_of(connection, places)
        regroup(connection, {article for article, _ in places})
        unsettle(connection, names_decided(connection, number))


def all_decisions(database: Database) -> list[Decision]:
    """Return every decision, in the order in which they were made."""
    with database.reading() as connection:
        return decisions(connection)


def _places(connection: Connection, kind: Kind, named: list[Place]) -> list[Place]:
    """Return the tellings that a decision on these is about."""
    if not named:
        raise UsageError("no event is named", fix="give the id of one")
    if kind == "correct":
        return named[:1]
    events = [event_of(connection, place) for place in named]
    together = list(dict.fromkeys(place for event in events for place in sorted(event)))
    if kind == "split":
        parted = {place for event in events[1:] or events for place in event}
        others = sorted(parted - {named[0]})
        if not others:
            raise UsageError("only one article tells this event", fix="there is nothing to split")
        return [named[0], *others]
    if kind == "merge" and len({frozenset(event) for event in events}) < 2:
        raise UsageError("these are one event already", fix="name two events")
    return together
