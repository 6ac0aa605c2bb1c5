"""Tolls that exclude one another, by counter, and contradictions inside one article.

Where the tellings of one event contradict each other is in :mod:`kawat.event`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel
from sqlalchemy import Connection, Select, select

from kawat.reading import ReadingWarning, Words
from kawat.record.database import Database
from kawat.record.figures import CountTold, counts_told
from kawat.record.names import name_key
from kawat.record.rows import sentence_of
from kawat.record.scope import EVERYTHING, Scope, day_of, scope_of
from kawat.record.tables import ArticleRow, ReadingRow, TellingRow
from kawat.record.tellings import chunks

ROUGH = 0.1
"""How far a count that is said to be about may be off, as a share of it."""

_CONTRADICTIONS = frozenset({"date-contradiction", "suspect-text"})


@dataclass(frozen=True, slots=True)
class CountSide:
    """Counts that may be one, and what they leave: ``None`` where a bound is open."""

    low: float | None
    high: float | None
    counts: tuple[CountTold, ...]


@dataclass(frozen=True, slots=True)
class TollDispute:
    """Counts of the same people on the same day that can't all be right.

    They are of one event, by its id, or count from a start on (``cumulative``) in one place.
    """

    kind: Literal["toll"]
    measure: str
    group: str | None
    place: str | None
    day: str | None
    event: str | None
    cumulative: bool
    sides: tuple[CountSide, ...]


@dataclass(frozen=True, slots=True)
class ArticleDispute:
    """What one article says against itself, the words in question, and their sentence."""

    kind: Literal["article"]
    article: str
    uri: str
    outlet: str | None
    published: str | None
    code: str
    message: str
    words: str
    said: str


class _Warned(BaseModel):
    sentences: tuple[Words, ...]
    warnings: tuple[ReadingWarning, ...]


def toll_disputes(
    database: Database,
    *,
    about: str | None = None,
    as_of: str | None = None,
    among: int | None = None,
) -> list[TollDispute]:
    """Return the counts that exclude one another, in the order of measure, day and words.

    ``among`` looks only at so many of the newest counts.
    """
    day = day_of(as_of)
    with database.reading() as connection:
        scope = scope_of(connection, about, day) if about else EVERYTHING.as_of(day)
        return disputed_tolls(connection, counts_told(connection, scope, among))


def article_disputes(
    database: Database, *, about: str | None = None, as_of: str | None = None
) -> list[ArticleDispute]:
    """Return the dates and words that articles contradict themselves in, by article."""
    day = day_of(as_of)
    with database.reading() as connection:
        scope = scope_of(connection, about, day) if about else EVERYTHING.as_of(day)
        return disputed_articles(connection, _articles(scope))


def disputed_tolls(connection: Connection, counts: Sequence[CountTold]) -> list[TollDispute]:
    """Return where these counts exclude one another."""
    events = _events(connection, {count.number for count in counts})
    groups: dict[tuple[Any, ...], list[tuple[CountTold, str | None]]] = {}
    for count in counts:
        event = _event_of(count, events)
        cumulative = count.since is not None
        if cumulative or event:
            what = None if cumulative else event
            people = (count.measure, name_key(count.group or ""), name_key(count.place or ""))
            day = count.as_of or count.published if cumulative else None
            groups.setdefault((*people, cumulative, day, what), []).append((count, event))
    found = (_dispute(key, [count for count, _ in some]) for key, some in groups.items())
    return sorted(filter(None, found), key=_order)


def _dispute(key: tuple[Any, ...], counts: list[CountTold]) -> TollDispute | None:
    measure, _, _, cumulative, day, event = key
    sides = _sides(sorted(_each_counter_once(counts), key=_size))
    if len(sides) < 2:
        return None
    first = sides[0].counts[0]
    return TollDispute(
        "toll", measure, first.group, first.place, day, event, cumulative, tuple(sides)
    )


def _each_counter_once(counts: Iterable[CountTold]) -> list[CountTold]:
    """Return the newest count of each counter; one that was put right is no dispute."""
    ordered = sorted(counts, key=lambda c: (c.as_of or c.published or "", c.article, c.span))
    return list({_counter(count): count for count in ordered}.values())


def _counter(count: CountTold) -> str:
    return name_key(count.counted_by or count.outlet or "") or count.article


def _sides(counts: Iterable[CountTold]) -> list[CountSide]:
    sides: list[CountSide] = []
    for count in counts:
        low, high = _bounds(count)
        for number, side in enumerate(sides):
            if _meet((low, high), (side.low, side.high)):
                low, high = _both((low, high), (side.low, side.high))
                sides[number] = CountSide(low, high, (*side.counts, count))
                break
        else:
            sides.append(CountSide(low, high, (count,)))
    return sides


def _bounds(count: CountTold) -> tuple[float | None, float | None]:
    """Return how low and high a count may be, by its own words."""
    low = count.low if count.low is not None else count.value
    high = count.high if count.high is not None else count.value
    if count.qualifier == "at_least":
        return low, count.high
    if count.qualifier == "at_most":
        return count.low, high
    if count.qualifier == "about" and low is not None and high is not None:
        return low * (1 - ROUGH), high * (1 + ROUGH)
    return low, high


def _meet(one: tuple[float | None, float | None], other: tuple[float | None, float | None]) -> bool:
    def below(high: float | None, low: float | None) -> bool:
        return high is not None and low is not None and high < low

    return not below(one[1], other[0]) and not below(other[1], one[0])


def _both(
    one: tuple[float | None, float | None], other: tuple[float | None, float | None]
) -> tuple[float | None, float | None]:
    lows = [low for low in (one[0], other[0]) if low is not None]
    highs = [high for high in (one[1], other[1]) if high is not None]
    return max(lows, default=None), min(highs, default=None)


def _size(count: CountTold) -> tuple[float, str, int]:
    size = next((v for v in (count.value, count.high, count.low) if v is not None), 0.0)
    return size, count.article, count.span.start


def _order(dispute: TollDispute) -> tuple[Any, ...]:
    first = dispute.sides[0].counts[0]
    return dispute.measure, dispute.day or "", first.article, first.span


def _events(connection: Connection, numbers: set[int]) -> dict[int, list[tuple[int, int, str]]]:
    """Return where the sentences of attacks stand in these articles, and the event's name."""
    found: dict[int, list[tuple[int, int, str]]] = {}
    for some in chunks(numbers):
        query = (
            select(
                TellingRow.article, TellingRow.sentence_start, TellingRow.sentence_end,
                TellingRow.event, ArticleRow.id,
            )
            .join(ArticleRow, ArticleRow.number == TellingRow.event_article)
            .where(TellingRow.article.in_(some), TellingRow.type == "ASSAULT")
            .order_by(TellingRow.article, TellingRow.start)
        )  # fmt: skip
        for number, start, end, event, article in connection.execute(query):
            found.setdefault(number, []).append((start, end, f"{article[:12]}.{event}"))
    return found


def _event_of(count: CountTold, events: dict[int, list[tuple[int, int, str]]]) -> str | None:
    """Return the one attack in whose sentence a count stands, ``None`` if there are several."""
    here = {
        event
        for start, end, event in events.get(count.number, ())
        if start <= count.span.start < end
    }
    return next(iter(here)) if len(here) == 1 else None


def _articles(scope: Scope) -> Select[Any]:
    query: Select[Any] = select(ArticleRow.number)
    if scope.kind != "all":
        query = query.where(ArticleRow.number.in_(select(scope.events().subquery().c.article)))
    return query.where(ArticleRow.last_day <= scope.day) if scope.day else query


def disputed_articles(connection: Connection, numbers: Any) -> list[ArticleDispute]:
    """Return what the articles of these numbers (a query, or a list) say against themselves."""
    query = (
        select(
            ArticleRow.id, ArticleRow.uri, ArticleRow.outlet, ArticleRow.published,
            ArticleRow.text, ReadingRow.json,
        )
        .join(ReadingRow, ReadingRow.article == ArticleRow.number)
        .where(ArticleRow.number.in_(numbers))
    )  # fmt: skip
    rows = (row for row in connection.execute(query) if '"warnings":[]' not in row.json)
    found = [dispute for row in rows for dispute in _warnings(row)]
    return sorted(found, key=lambda one: (one.published or "", one.article, one.words))


def _warnings(row: Any) -> Iterator[ArticleDispute]:
    reading = _Warned.model_validate_json(row.json)
    for warning in reading.warnings:
        if warning.code in _CONTRADICTIONS and warning.span:
            sentence = sentence_of(warning.span, reading.sentences)
            yield ArticleDispute(
                "article",
                row.id,
                row.uri,
                row.outlet,
                row.published,
                warning.code,
                warning.message,
                warning.span.of(row.text),
                sentence.of(row.text),
            )
