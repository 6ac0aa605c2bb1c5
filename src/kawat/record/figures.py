"""The counts of what is asked about, with the names that they refer to and their very words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, and_, select

from kawat.reading import Span
from kawat.record.scope import Scope
from kawat.record.tables import ArticleRow, ConflictRow, EntityRow, FigureRow
from kawat.record.tellings import chunks, texts


@dataclass(frozen=True, slots=True)
class CountTold:
    """A figure of an article; ``said`` is the sentence around its ``words``, at ``span``.

    ``number`` is the record's own for the article.
    """

    number: int
    article: str
    uri: str
    outlet: str | None
    published: str | None
    first_day: date | None
    measure: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: str
    group: str | None
    counted_by: str | None
    blamed: str | None
    place: str | None
    since: str | None
    as_of: str | None
    span: Span
    words: str
    said: str


def counts_told(connection: Connection, scope: Scope, limit: int | None) -> list[CountTold]:
    """Return the newest counts of what is asked about, those of the newest articles first.

    Without a ``limit`` all of them.
    """
    columns: tuple[Any, ...] = (
        *FigureRow.__table__.columns,
        ArticleRow.id.label("article_id"),
        ArticleRow.uri,
        ArticleRow.outlet,
        ArticleRow.published,
        ArticleRow.first_day,
    )
    query = select(*columns).join(ArticleRow, ArticleRow.number == FigureRow.article)
    if scope.kind == "conflict":
        row = ConflictRow
        same = and_(row.article == FigureRow.article, row.id == FigureRow.id)
        query = query.join(row, same).where(row.conflict == scope.key, row.part == "figure")
    elif scope.kind != "all":
        asked = scope.figures().distinct().subquery()
        same = and_(asked.c.article == FigureRow.article, asked.c.id == FigureRow.id)
        query = query.join(asked, same)
    if scope.day:
        query = query.where(ArticleRow.last_day <= scope.day)
    order = (ArticleRow.first_day.desc().nulls_last(), ArticleRow.id, FigureRow.start)
    query = query.order_by(*order)
    rows = list(connection.execute(query.limit(limit) if limit else query))
    numbers = {row.article for row in rows}
    kept, names = texts(connection, numbers), _names(connection, numbers)
    return [_count(row, kept[row.article], names) for row in rows]


def _names(connection: Connection, numbers: set[int]) -> dict[tuple[int, str], str]:
    found: dict[tuple[int, str], str] = {}
    for some in chunks(numbers):
        columns = (EntityRow.article, EntityRow.id, EntityRow.name)
        for number, id, name in connection.execute(
            select(*columns).where(EntityRow.article.in_(some))
        ):
            found[number, id] = name
    return found


def _count(row: Any, text: str, names: dict[tuple[int, str], str]) -> CountTold:
    span = Span(row.start, row.end)

    def name(id: str | None) -> str | None:
        return names.get((row.article, id)) if id else None

    return CountTold(
        number=row.article,
        article=row.article_id,
        uri=row.uri,
        outlet=row.outlet,
        published=row.published,
        first_day=row.first_day,
        measure=row.measure,
        value=row.value,
        low=row.low,
        high=row.high,
        qualifier=row.qualifier,
        group=row.group,
        counted_by=name(row.counted_by),
        blamed=name(row.blamed),
        place=name(row.place),
        since=row.since,
        as_of=row.as_of,
        span=span,
        words=span.of(text),
        said=_around(span, text).of(text),
    )


def _around(span: Span, text: str) -> Span:
    """Return the line, or the sentence in it, in which a span stands."""
    starts = (text.rfind(mark, 0, span.start) + len(mark) for mark in ("\n", ". ", "? ", "! "))
    start = max(at for at in (0, *starts) if at <= span.start)
    ends = (text.find(mark, span.end) for mark in ("\n", ". ", "? ", "! "))
    end = min((at for at in ends if at >= 0), default=len(text))
    while start < span.start and text[start].isspace():
        start += 1
    return Span(start, end)
