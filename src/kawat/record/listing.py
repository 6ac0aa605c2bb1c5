"""Keeping the list of events up to date, so that a page of it takes no look at all the others.

What changes an event notes it (:func:`~.merge.events.unlist`) in its own transaction; the list
is completed at the end of a run, or by the next one who reads. So a killed process leaves nothing
half done.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from sqlalchemy import Connection, bindparam, delete, exists, insert, select, text

from kawat.record.corrections import corrected
from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.disputes import disputes_of
from kawat.record.merge.best import Best, best_of
from kawat.record.merge.settle import Standing, in_order
from kawat.record.names import name_key
from kawat.record.tables import (
    EventRow,
    PartyRow,
    SubjectRow,
    TellingRow,
    UnlistedRow,
)
from kawat.record.telling import Place, Telling
from kawat.record.tellings import chunks, load

NO_DAY = date.max
"""The day at which events stand that have none."""

BATCH = 2_000
"""Events that are listed in one transaction."""

_WORD = text(
    "INSERT INTO subject_words (word, subject) VALUES (:word, :subject) ON CONFLICT DO NOTHING"
)
_FORGET = [
    delete(table).where(table.article == bindparam("of"), table.event == bindparam("at"))
    for table in (EventRow, SubjectRow, UnlistedRow)
]
Rows = dict[Any, list[dict[str, Any]]]


def complete_list(database: Database) -> None:
    """List all that is not listed yet; nothing is written where all is."""
    while True:
        with database.reading() as connection:
            if not connection.execute(select(exists(select(UnlistedRow.event)))).scalar_one():
                return
        with database.writing() as connection:
            columns = (UnlistedRow.article, UnlistedRow.event)
            rows = connection.execute(select(*columns).order_by(*columns).limit(BATCH)).all()
            _list(connection, [(row.article, row.event) for row in rows])


def _list(connection: Connection, events: Collection[Place]) -> None:
    if not events:  # another process has listed them meanwhile
        return
    gone = [{"of": article, "at": event} for article, event in events]
    for statement in _FORGET:
        connection.execute(statement, gone)
    rows = rows_of_events(connection, events)
    for table, values in rows.items():
        if values:
            connection.execute(insert(table.__table__), values)
    words = {(word, row["subject"]) for row in rows[SubjectRow] for word in row["subject"].split()}
    if words:
        connection.execute(_WORD, [{"word": w, "subject": s} for w, s in sorted(words)])


def rows_of_events(connection: Connection, events: Collection[Place]) -> Rows:
    """Return the rows of these events and of what they are about; none where all is rejected."""
    stands = standing(connection)
    rows: Rows = {EventRow: [], SubjectRow: []}
    groups = tellings_of(connection, events, stands, words=False)
    named = _named(connection, {t.number for group in groups.values() for t in group})
    for event, group in groups.items():
        best = corrected(best_of(group), corrections_of(group, stands))
        values = {
            "article": event[0],
            "event": event[1],
            "name": group[0].name,
            "first_day": best.days.first if best.days else NO_DAY,
            "last_day": best.days.last if best.days else NO_DAY,
            "undated": not best.dated,
            "type": best.type,
            "status": best.status,
        }
        disputed = bool(disputes_of(group))
        rows[EventRow].append({**values, "tellings": len(group), "disputed": disputed})
        about = {s for t in group for s in named.get((t.number, t.id), ())} | _of(best)
        rows[SubjectRow] += [{"subject": subject, **values} for subject in sorted(about - {""})]
    return rows


def tellings_of(
    connection: Connection, events: Collection[Place], stands: Standing, *, words: bool = True
) -> dict[Place, list[Telling]]:
    """Return the tellings of each event in their order, without rejected ones."""
    places: dict[Place, list[Place]] = {event: [] for event in events}
    columns: tuple[Any, ...] = (
        TellingRow.article, TellingRow.id, TellingRow.event_article, TellingRow.event,
    )  # fmt: skip
    for some in chunks({article for article, _ in events}):
        query = select(*columns).where(TellingRow.event_article.in_(some))
        for number, id, *of in connection.execute(query):
            if (of[0], of[1]) in places and (number, id) not in stands.rejected:
                places[of[0], of[1]].append((number, id))
    told = load(connection, [p for some in places.values() for p in some], words=words)
    return {
        event: in_order(told[place] for place in some) for event, some in places.items() if some
    }


def _named(connection: Connection, numbers: Collection[int]) -> dict[Place, set[str]]:
    """Return the keys and countries of all that the tellings of these articles name."""
    found: dict[Place, set[str]] = {}
    columns = (PartyRow.article, PartyRow.telling, PartyRow.key, PartyRow.country)
    for some in chunks(numbers):
        query = select(*columns).where(PartyRow.article.in_(some), PartyRow.role != "said_by")
        for number, id, key, country in connection.execute(query):
            found.setdefault((number, id), set()).update({key, country or ""})
    return found


def _of(best: Best) -> set[str]:
    """Return the keys and countries of an event's best values, which an analyst may have given."""
    parties = (*best.actors, *best.recipients)
    keys = {party.key for party in parties} | {name_key(best.place or "")}
    return keys | {party.country or "" for party in parties}


def corrections_of(group: list[Telling], stands: Standing) -> list[tuple[str, str]]:
    """Return what analysts corrected in an event."""
    return [pair for t in group for pair in stands.corrections.get((t.number, t.id), ())]


def wrong_list(connection: Connection) -> Iterator[tuple[int, str]]:
    """Yield the events whose rows are not those that follow from tellings and decisions.

    Each with the number of its first article, and what is wrong.
    """
    key: tuple[Any, ...] = (TellingRow.event_article, TellingRow.event)
    told = {(article, event) for article, event in connection.execute(select(*key).distinct())}
    query = select(EventRow.article, EventRow.event)
    known = {(article, event) for article, event in connection.execute(query)}
    subjects = select(SubjectRow.article, SubjectRow.event).distinct()
    known |= {(article, event) for article, event in connection.execute(subjects)}
    everything = sorted(event for event in told | known if event[0] is not None)
    for at in range(0, len(everything), BATCH):
        some = everything[at : at + BATCH]
        for table, want in rows_of_events(connection, some).items():
            have = _kept(connection, table, some)
            for event in sorted(_differing(have, want)):
                what = "is not listed as its tellings and decisions have it"
                yield event[0], f"{table.__tablename__} {event[1]}: {what}"


def _kept(connection: Connection, table: Any, events: list[Place]) -> list[dict[str, Any]]:
    wanted = set(events)
    rows: list[dict[str, Any]] = []
    for some in chunks({article for article, _ in events}):
        query = select(*table.__table__.c).where(table.article.in_(some))
        rows += [dict(row) for row in connection.execute(query).mappings()]
    return [row for row in rows if (row["article"], row["event"]) in wanted]


def _differing(have: list[dict[str, Any]], want: list[dict[str, Any]]) -> set[Place]:
    ours, theirs = ({tuple(sorted(row.items())) for row in rows} for rows in (have, want))
    return {(dict(row)["article"], dict(row)["event"]) for row in ours ^ theirs}
