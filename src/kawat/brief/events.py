"""The newest events of what a brief is about, as they were known on its day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cached_property
from heapq import nsmallest
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, and_, distinct, func, select

from kawat.record.decisions import standing
from kawat.record.merge.settle import Standing, in_order
from kawat.record.merge.sources import independent, origins
from kawat.record.newest import newest_first
from kawat.record.scope import Scope
from kawat.record.tables import ArticleRow, ConflictRow, TellingRow
from kawat.record.telling import Telling as Told
from kawat.record.tellings import chunks, load
from kawat.timeline import Line, line_of

EventName = tuple[int, str]

_EVENT: tuple[Any, ...] = (TellingRow.event_article, TellingRow.event)


class Known:
    """The newest tellings of what is asked about that were published by the day.

    They are all of them, unless the scope has a day since which it looks at what was published.
    """

    def __init__(self, connection: Connection, scope: Scope) -> None:
        self.connection = connection
        self.scope = scope
        self.stands: Standing = standing(connection)

    def newest(
        self, types: Iterable[str], count: int, statuses: Sequence[str] = ("happened", "negated")
    ) -> list[Line]:
        """Return the newest events of these types, ``count`` of each at most, newest first."""
        names: list[EventName] = []
        for type in types:
            rows = [row for row in self._of_type.get(type, ()) if row.status in statuses]
            found = dict.fromkeys((row.event_article, row.event) for row in rows[: count * 3])
            names += list(found)[:count]
        return self.lines(names)

    def told_by_several(self, types: Iterable[str], count: int) -> list[tuple[Line, list[Told]]]:
        """Return the newest events of these types that several articles tell, with all of them."""
        names: list[EventName] = []
        for type in types:
            merged = (r for r in self._of_type.get(type, ()) if r.event_article != r.article)
            names += [(row.event_article, row.event) for row in islice(merged, count)]
        return [pair for pair in self._told(names) if len(pair[1]) > 1]

    def newest_articles(self, count: int) -> list[int]:
        """Return the numbers of the newest articles that tell of it."""
        articles = {row.article: (row.published, row.article_id) for row in self._rows}
        if self.scope.kind == "conflict":
            articles = self._about_conflict()
        return nsmallest(count, articles, key=lambda number: newest_first(*articles[number]))

    def _about_conflict(self) -> dict[int, tuple[date | None, str]]:
        """Return the articles that are about the conflict as a whole, with day and id."""
        query = (
            select(ArticleRow.number, ArticleRow.first_day, ArticleRow.id)
            .join(ConflictRow, ConflictRow.article == ArticleRow.number)
            .where(ConflictRow.conflict == self.scope.key, ConflictRow.part == "article")
            .where(self.scope.is_known(ConflictRow))
        )
        return {row.number: (row.first_day, row.id) for row in self.connection.execute(query)}

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
        if self.scope.since:
            return None
        events = {
            (row.type, row.event_article, row.event)
            for row in self._rows
            if row.status in ("happened", "negated")
        }
        return Counter(type for type, *_ in events)

    def articles(self) -> tuple[int, int, Any, Any]:
        """Return how many articles and outlets tell of it, and their first and last day.

        Only those that are looked at are counted.
        """
        columns = (
            func.count(distinct(ArticleRow.number)),
            func.count(distinct(ArticleRow.outlet)),
            func.min(ArticleRow.first_day),
            func.max(ArticleRow.last_day),
        )
        if self.scope.kind == "conflict":
            of_it = ConflictRow.conflict == self.scope.key
            parts = ("article", "event", "figure", "statement")  # the index goes by part
            numbers = select(ConflictRow.article).where(of_it, ConflictRow.part.in_(parts))
            numbers = numbers.where(self.scope.is_known(ConflictRow))
        else:
            numbers = select(self.scope.events().subquery().c.article)
        query = select(*columns).where(ArticleRow.number.in_(numbers))
        row = self.connection.execute(query).one()
        return row[0], row[1], row[2], row[3]

    @cached_property
    def _of_type(self) -> dict[str, list[Any]]:
        """Return the tellings of each type, newest first."""
        found: dict[str, list[Any]] = {}
        for row in sorted(self._rows, key=lambda r: (*newest_first(r.day, r.article_id), *_id(r))):
            found.setdefault(row.type, []).append(row)
        return found

    @cached_property
    def _rows(self) -> Sequence[Any]:
        asked = self.scope.events().distinct().subquery()
        columns: tuple[Any, ...] = (
            TellingRow.article, TellingRow.id, *_EVENT, TellingRow.type, TellingRow.status,
            TellingRow.first_day.label("day"), ArticleRow.id.label("article_id"),
            ArticleRow.first_day.label("published"),
        )  # fmt: skip
        same = and_(asked.c.article == TellingRow.article, asked.c.id == TellingRow.id)
        query = select(*columns).select_from(asked).join(TellingRow, same)
        query = query.join(ArticleRow, ArticleRow.number == TellingRow.article)
        return self.connection.execute(query).all()

    def _tellings(self) -> Select[Any]:
        return self._known(select(TellingRow.article, TellingRow.id, *_EVENT))

    def _known(self, query: Select[Any]) -> Select[Any]:
        if self.scope.day is None:
            return query
        return query.join(ArticleRow, ArticleRow.number == TellingRow.article).where(
            ArticleRow.last_day <= self.scope.day
        )


def _id(row: Any) -> tuple[int, str]:
    return len(row.id), row.id


def _newest(line: Line) -> tuple[Any, ...]:
    day = line.days.first.toordinal() if line.days else 0
    return -day, not line.dated, line.id
