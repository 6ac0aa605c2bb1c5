"""What the events that were asked for have in common: counts by day, type, party, place, outlet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Any

from sqlalchemy import Connection, Select, and_, case, func, select

from kawat.lexicon.quads import CONFLICT
from kawat.record.asked import Asked, events_asked
from kawat.record.database import Database
from kawat.record.listing import NO_DAY, complete_list
from kawat.record.search.index import complete_index
from kawat.record.tables import ArticleRow, PartyRow, TellingRow
from kawat.record.telling import Place
from kawat.record.tellings import chunks

LOOKED_AT = 1_000
"""Events, the latest ones, of which types, parties, places and outlets are counted."""

DATED = 10_000
"""Events of which days are counted, where more than the list of events has to be looked at."""

SHOWN = 10
"""Values of a facet, those of most events."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value to choose (an actor's name, a type's code), and how many events have it."""

    value: str
    events: int


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of the events that were asked for.

    ``days`` are those of cooperation and of conflict by their first day, by PLOVER's quads.
    ``values`` goes by the name of the filter: type, status, about, pair, place, outlet. These are
    counted in the latest ``looked_at`` events; ``whole`` tells that these are all.
    """

    days: Mapping[date, tuple[int, int]]
    values: Mapping[str, tuple[Value, ...]]
    looked_at: int
    whole: bool


def facets(database: Database, asked: Asked) -> Facets:
    """Return the facets of what is asked; :class:`~kawat.errors.UsageError` as the timeline has."""
    asked.checked()
    complete_list(database)
    if asked.words is not None:
        complete_index(database)
    with database.reading() as connection:
        query = events_asked(connection, asked)
        days = _days(connection, query.limit(DATED) if asked.searches else query.order_by(None))
        first = query.selected_columns[0]
        latest = query.order_by(None).order_by(
            *(c.desc() for c in list(query.selected_columns)[:5])
        )
        rows = connection.execute(latest.where(first < NO_DAY).limit(LOOKED_AT)).all()
        values = {
            "type": _most(Counter(row.type for row in rows)),
            "status": _most(Counter(row.status for row in rows)),
            **_parties(connection, {(row.article, row.event) for row in rows}),
            "outlet": _outlets(connection, {(row.article, row.event) for row in rows}),
        }
    return Facets(days, values, len(rows), len(rows) < LOOKED_AT)


def _days(connection: Connection, query: Select[Any]) -> dict[date, tuple[int, int]]:
    """Return how many events of cooperation and of conflict begin on each day."""
    listed = query.subquery()
    bad = func.sum(case((listed.c.type.in_(sorted(CONFLICT)), 1), else_=0))
    counts = select(listed.c.first_day, func.count(), bad).group_by(listed.c.first_day)
    rows = connection.execute(counts.order_by(listed.c.first_day))
    return {day: (every - bad, bad) for day, every, bad in rows if day < NO_DAY}


def _parties(connection: Connection, events: set[Place]) -> dict[str, tuple[Value, ...]]:
    """Return who has a part in these events, which two have, and where they were."""
    sides: dict[Place, dict[str, None]] = {}
    places: dict[Place, dict[str, None]] = {}
    names: dict[str, Counter[str]] = {}
    party = and_(PartyRow.article == TellingRow.article, PartyRow.telling == TellingRow.id)
    columns: tuple[Any, ...] = (*_EVENT, PartyRow.role, PartyRow.key, PartyRow.name)
    for some in chunks({article for article, _ in events}):
        query = select(*columns).join(PartyRow, party).where(TellingRow.event_article.in_(some))
        for article, event, role, key, name in connection.execute(query.where(_IS_NAMED)):
            if (article, event) in events and "," not in name:
                into = places if role == "place" else sides
                into.setdefault((article, event), {})[key] = None
                names.setdefault(key, Counter())[name] += 1
    called = {key: _first(Counter(counts)) for key, counts in names.items()}
    pairs = Counter(
        ", ".join(called[key] for key in two)
        for keys in sides.values()
        for two in combinations(sorted(keys), 2)
    )
    return {
        "about": _most(Counter(called[key] for keys in sides.values() for key in keys)),
        "pair": _most(pairs),
        "place": _most(Counter(called[key] for keys in places.values() for key in keys)),
    }


_EVENT: tuple[Any, ...] = (TellingRow.event_article, TellingRow.event)
_IS_NAMED = PartyRow.role.in_(("actor", "recipient", "place"))


def _outlets(connection: Connection, events: set[Place]) -> tuple[Value, ...]:
    told: set[tuple[Place, str]] = set()
    article = ArticleRow.number == TellingRow.article
    for some in chunks({number for number, _ in events}):
        query = select(*_EVENT, ArticleRow.outlet).join(ArticleRow, article)
        rows = connection.execute(query.where(TellingRow.event_article.in_(some)))
        told |= {((row.event_article, row.event), row.outlet) for row in rows if row.outlet}
    return _most(Counter(outlet for event, outlet in told if event in events))


def _first(counts: Counter[str]) -> str:
    return min(counts, key=lambda name: (-counts[name], name))


def _most(counts: Counter[str]) -> tuple[Value, ...]:
    """Return the values of most events; of as many, by name."""
    order: Iterable[str] = sorted(counts, key=lambda name: (-counts[name], name))
    return tuple(Value(name, counts[name]) for name in list(order)[:SHOWN])
