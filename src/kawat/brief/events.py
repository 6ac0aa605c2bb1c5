"""The newest events of what a brief is about, as they were known on its day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Select, and_, distinct, exists, func, select

from kawat.record.decisions import standing
from kawat.record.merge.settle import Standing, in_order
from kawat.record.merge.sources import independent, origins
from kawat.record.newest import newest_rows
from kawat.record.scope import Scope
from kawat.record.tables import ArticleRow, ConflictRow, PartyRow, TellingRow
from kawat.record.telling import Telling as Told
from kawat.record.tellings import chunks, load
from kawat.timeline import Line, line_of

FEW = 20_000
"""Rows of parties up to which those of a country or actor are gone through one by one."""

EventName = tuple[int, str]

_EVENT: tuple[Any, ...] = (TellingRow.event_article, TellingRow.event)


class Known:
    """The tellings of what is asked about that were published by the day."""

    def __init__(self, connection: Connection, scope: Scope) -> None:
        self.connection = connection
        self.scope = scope
        self.stands: Standing = standing(connection)
        self._few = self._are_few()

    def newest(
        self, types: Iterable[str], count: int, statuses: Sequence[str] = ("happened", "negated")
    ) -> list[Line]:
        """Return the newest events of these types, ``count`` of each at most, newest first."""
        names: list[EventName] = []
        for type in types:
            query, day = self._query(type, statuses)
            rows = newest_rows(self.connection, query, day, count * 3)
            found = dict.fromkeys((row.event_article, row.event) for row in rows)
            names += list(found)[:count]
        return self.lines(names)

    def told_by_several(self, types: Iterable[str], count: int) -> list[tuple[Line, list[Told]]]:
        """Return the newest events of these types that several articles tell, with all of them."""
        names: list[EventName] = []
        for type in types:
            query, day = self._query(type, ("happened", "negated", "planned", "possible"))
            merged = query.where(TellingRow.event_article != TellingRow.article)
            rows = newest_rows(self.connection, merged, day, count)
            names += [(row.event_article, row.event) for row in rows]
        return [pair for pair in self._told(names) if len(pair[1]) > 1]

    def newest_articles(self, count: int) -> list[int]:
        """Return the numbers of the newest articles that tell of it."""
        columns: tuple[Any, ...] = (
            ArticleRow.number,
            ArticleRow.first_day.label("day"),
            ArticleRow.id.label("article_id"),
            ArticleRow.id,
        )
        query = select(*columns)
        if self.scope.kind == "conflict":
            about = select(ConflictRow.article).where(
                ConflictRow.conflict == self.scope.key, ConflictRow.part == "article"
            )
            query = query.where(ArticleRow.number.in_(about))
        elif self._few:
            query = query.where(
                ArticleRow.number.in_(select(self.scope.events().subquery().c.article))
            )
        else:
            return []
        if self.scope.day:
            query = query.where(ArticleRow.last_day <= self.scope.day)
        rows = newest_rows(self.connection, query, ArticleRow.first_day, count)
        return [row.number for row in rows]

    def lines(self, names: Iterable[EventName]) -> list[Line]:
        """Return these events as far as they were known, newest first."""
        return [line for line, _ in self._told(names)]

    def _told(self, names: Iterable[EventName]) -> list[tuple[Line, list[Told]]]:
        wanted = dict.fromkeys(names)
        groups: dict[EventName, list[Any]] = {}
        for numbers in chunks({article for article, _ in wanted}):
            query = self._tellings().where(TellingRow.event_article.in_(numbers))
            for row in self.connection.execute(query):
                event = (row.event_article, row.event)
                place = (row.article, row.id)
                if event in wanted and place not in self.stands.rejected:
                    groups.setdefault(event, []).append(place)
        told = load(self.connection, [place for places in groups.values() for place in places])
        ordered = [in_order(told[place] for place in places) for places in groups.values()]
        known = origins(
            self.connection, sorted({t.number for g in ordered if len(g) > 1 for t in g})
        )
        found = []
        for group in ordered:
            origin = [known[t.number] for t in group] if len(group) > 1 else []
            sources = len(independent(origin)) if origin else 1
            found.append((line_of(group, sources, self.stands), group))
        return sorted(found, key=lambda pair: _newest(pair[0]))

    @cached_property
    def counts(self) -> dict[str, int] | None:
        """Return how many events of each type happened or did not; ``None`` where they are many."""
        if not self._few:
            return None
        asked = self.scope.events().distinct().subquery()
        same = and_(asked.c.article == TellingRow.article, asked.c.id == TellingRow.id)
        names = select(TellingRow.type, *_EVENT)
        names = names.join(asked, same).where(TellingRow.status.in_(("happened", "negated")))
        of = self._known(names).distinct().subquery()
        rows = self.connection.execute(select(of.c.type, func.count()).group_by(of.c.type))
        return {row[0]: row[1] for row in rows}

    def articles(self) -> tuple[int, int, Any, Any]:
        """Return how many articles and outlets tell of it, and their first and last day."""
        columns = (
            func.count(distinct(ArticleRow.number)),
            func.count(distinct(ArticleRow.outlet)),
            func.min(ArticleRow.first_day),
            func.max(ArticleRow.last_day),
        )
        if self.scope.kind == "conflict":
            numbers = select(ConflictRow.article).where(ConflictRow.conflict == self.scope.key)
        elif self._few:
            numbers = select(self.scope.events().subquery().c.article)
        else:
            numbers = select(ArticleRow.number)
        query = select(*columns).where(ArticleRow.number.in_(numbers))
        if self.scope.day:
            query = query.where(ArticleRow.last_day <= self.scope.day)
        row = self.connection.execute(query).one()
        return row[0], row[1], row[2], row[3]

    def _query(self, type: str, statuses: Sequence[str]) -> tuple[Select[Any], Any]:
        """Return the query for the tellings of a type, and its column of days."""
        row = ConflictRow
        of_conflict = self.scope.kind == "conflict"
        day = row.day if of_conflict else TellingRow.first_day
        columns: tuple[Any, ...] = (
            TellingRow.id,
            day.label("day"),
            ArticleRow.id.label("article_id"),
        )
        query = (
            select(*_EVENT, *columns)
            .select_from(row if of_conflict else TellingRow)
            .where(TellingRow.type == type, TellingRow.status.in_(statuses))
        )
        if of_conflict:
            same = and_(TellingRow.article == row.article, TellingRow.id == row.id)
            query = query.join(TellingRow, same).where(
                row.conflict == self.scope.key, row.part == "event", row.what == type
            )
        query = query.join(ArticleRow, ArticleRow.number == TellingRow.article)
        if self.scope.day:
            query = query.where(
                (row.known if of_conflict else ArticleRow.last_day) <= self.scope.day
            )
        return (query if of_conflict else self._named(query)), day

    def _named(self, query: Select[Any]) -> Select[Any]:
        """Return the query for those tellings alone that have the country or actor."""
        if self._few:
            asked = self.scope.events().distinct().subquery()
            same = and_(asked.c.article == TellingRow.article, asked.c.id == TellingRow.id)
            return query.join(asked, same)
        return query.where(
            exists().where(
                PartyRow.article == TellingRow.article,
                PartyRow.telling == TellingRow.id,
                PartyRow.role != "said_by",
                self.scope.is_named(PartyRow),
            )
        )

    def _tellings(self) -> Select[Any]:
        return self._known(select(TellingRow.article, TellingRow.id, *_EVENT))

    def _known(self, query: Select[Any]) -> Select[Any]:
        if self.scope.day is None:
            return query
        return query.join(ArticleRow, ArticleRow.number == TellingRow.article).where(
            ArticleRow.last_day <= self.scope.day
        )

    def _are_few(self) -> bool:
        some = self.scope.events().limit(FEW + 1).subquery()
        found = self.connection.execute(select(func.count()).select_from(some)).scalar_one()
        return found <= FEW


def _newest(line: Line) -> tuple[Any, ...]:
    day = line.days.first.toordinal() if line.days else 0
    return -day, not line.dated, line.id
