"""Where it happened: the places of events, with their coordinates, or why these are not known."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, select

from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.newest import newest_rows
from kawat.record.places.locate import Located, Unlocated, locate
from kawat.record.scope import day_of, scope_of
from kawat.record.tables import ArticleRow, PartyRow, TellingRow
from kawat.record.telling import Place

LATEST = 3_000
"""Tellings, the latest ones, whose places are looked at."""


@dataclass(frozen=True, slots=True)
class PlaceSeen:
    """A place of events that happened: as most articles print it, and where that is.

    A state as a whole (``is_state``) is no point on a map; ``where`` then says so, and
    ``country`` is the state's ISO 3166-1 alpha-3 code.
    """

    name: str
    country: str | None
    is_state: bool
    events: int
    where: Located | Unlocated


@dataclass(frozen=True, slots=True)
class Places:
    """Places, those of most events first; ``whole`` tells that all tellings were looked at."""

    places: tuple[PlaceSeen, ...]
    more: int
    events: int
    whole: bool


def places(database: Database, *, about: str, as_of: str | None = None, limit: int = 80) -> Places:
    """Return the places of the events of a conflict, country or actor.

    As of a day only what was published by then counts. :class:`~kawat.errors.UsageError` for a
    name or day that is none.
    """
    with database.reading() as connection:
        scope = scope_of(connection, about, day_of(as_of))
        asked = scope.events().distinct().subquery()
        columns: tuple[Any, ...] = (
            TellingRow.article, TellingRow.id, TellingRow.first_day.label("day"),
            TellingRow.event_article, TellingRow.event, ArticleRow.id.label("article_id"),
            PartyRow.name, PartyRow.key, PartyRow.country, PartyRow.kind,
        )  # fmt: skip
        place = and_(PartyRow.article == TellingRow.article, PartyRow.telling == TellingRow.id)
        query = (
            select(*columns)
            .select_from(asked)
            .join(
                TellingRow,
                and_(TellingRow.article == asked.c.article, TellingRow.id == asked.c.id),
            )
            .join(PartyRow, and_(place, PartyRow.role == "place"))
            .join(ArticleRow, ArticleRow.number == TellingRow.article)
            .where(TellingRow.status == "happened")
        )
        if scope.day:
            query = query.where(ArticleRow.last_day <= scope.day)
        rows = newest_rows(connection, query, TellingRow.first_day, LATEST)
        rejected = standing(connection).rejected
    beside = list(scope.conflict.countries) if scope.conflict else []
    kept = [row for row in rows if (row.article, row.id) not in rejected]
    return _places(kept, beside, limit, whole=len(rows) < LATEST)


def _places(rows: list[Any], beside: list[str], limit: int, *, whole: bool) -> Places:
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in rows:
        groups[row.key].append(row)
    order = sorted(groups, key=lambda key: (-len(_events(groups[key])), key))
    shown = tuple(_seen(groups[key], beside) for key in order[:limit])
    return Places(shown, len(order) - len(shown), len(_events(rows)), whole)


def _seen(rows: list[Any], beside: list[str]) -> PlaceSeen:
    names = Counter(row.name for row in rows)
    name = min(names, key=lambda one: (-names[one], one))
    countries = Counter(row.country for row in rows if row.country)
    country = min(countries, key=lambda one: (-countries[one], one), default=None)
    is_state = any(row.kind == "country" for row in rows)
    where = Unlocated(f"{name} is a state") if is_state else locate(name, country, beside)
    return PlaceSeen(name, country, is_state, len(_events(rows)), where)


def _events(rows: list[Any]) -> set[Place]:
    return {(row.event_article, row.event) for row in rows}
