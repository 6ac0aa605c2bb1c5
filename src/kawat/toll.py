"""The toll: how many were killed, driven out or sent, by whose count, and as of when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, get_args

from pydantic import BaseModel
from sqlalchemy import Connection, Select, exists, select

from kawat.errors import UsageError
from kawat.reading import Entity, Figure, Measure, Span, Words
from kawat.record.countries import country_code
from kawat.record.database import Database
from kawat.record.days import days_of
from kawat.record.figures import CountTold, counts_told
from kawat.record.names import name_key
from kawat.record.rows import sentence_of
from kawat.record.scope import day_of, scope_of
from kawat.record.tables import ArticleRow, FigureRow, ReadingRow, TellingRow
from kawat.record.tellings import chunks, event_of, place_of


@dataclass(frozen=True, slots=True)
class Count:
    """One article's count: the figure's very words, and how low and high they leave it.

    ``day`` is the one it was counted on (ISO), else the day of publication. ``counted_by`` is
    ``None`` where the article does not say.
    """

    day: str | None
    low: float | None
    value: float | None
    high: float | None
    qualifier: str
    counted_by: str | None
    blamed: str | None
    place: str | None
    since: str | None
    words: str
    said: str
    article: str
    uri: str
    outlet: str | None
    published: str | None


@dataclass(frozen=True, slots=True)
class Toll:
    """The counts of one measure for one group of people, by day.

    A count from a start on (``cumulative``) is never mixed with that of a single blow. ``low``
    and ``high`` are the bounds that the newest count of each counter leaves, ``None`` where one
    leaves it open. ``best`` is one of these: a count stands above a bound (at least, at most),
    then the value that most articles give, then the newest.
    """

    measure: str
    group: str | None
    cumulative: bool
    low: float | None
    best: float | None
    high: float | None
    counts: tuple[Count, ...]


class Counted(Protocol):
    """What of a figure tells to which toll it belongs, and what it leaves open."""

    @property
    def measure(self) -> str:
        """Return what is counted."""

    @property
    def group(self) -> str | None:
        """Return who they are."""

    @property
    def since(self) -> str | None:
        """Return the start of the count."""

    @property
    def qualifier(self) -> str:
        """Return whether it is a bound."""

    @property
    def value(self) -> float | None:
        """Return the count itself."""

    @property
    def low(self) -> float | None:
        """Return the lowest that its words leave."""

    @property
    def high(self) -> float | None:
        """Return the highest that its words leave."""


class _CountedReading(BaseModel):
    """The parts of a reading that a toll is made of."""

    sentences: tuple[Words, ...]
    entities: tuple[Entity, ...]
    figures: tuple[Figure, ...]


def toll(
    database: Database,
    *,
    about: str | None = None,
    event: str | None = None,
    measure: str | None = None,
    as_of: str | None = None,
) -> list[Toll]:
    """Return the tolls of a country, place or party (``about``), or of one ``event`` by its id.

    A figure is about what its place is, or is of; where it has no place, about all that its
    sentence names. It is of an event if it stands in the sentence of one of its tellings. As of a
    day only what was published by then counts. The tolls with the most counts come first.
    :class:`~kawat.errors.UsageError` for a measure, day or event that does not exist.
    """
    if measure is not None and measure not in get_args(Measure):
        fix = f"take one of {', '.join(get_args(Measure))}"
        raise UsageError(f"there is no measure {measure!r}", fix=fix)
    query = _articles(measure, as_of)
    with database.reading() as connection:
        spans = _sentences_of(connection, event) if event else {}
        if event:
            query = query.where(ArticleRow.number.in_(spans))
        wanted = _Wanted(about, measure, spans if event else None)
        found = [pair for row in connection.execute(query).all() for pair in _counts(row, wanted)]
    return tolls_of(found)


def toll_newest(
    database: Database, *, about: str, as_of: str | None = None, among: int = 1_000
) -> list[Toll]:
    """Return the tolls of a conflict, country or actor, made of so many of its newest counts."""
    with database.reading() as connection:
        scope = scope_of(connection, about, day_of(as_of))
        return tolls_of((one, count_of(one)) for one in counts_told(connection, scope, among))


def count_of(one: CountTold) -> Count:
    """Return a count of the record's rows as a toll has it."""
    return Count(
        day=one.as_of if days_of(one.as_of) else one.published,
        **bounds(one),
        qualifier=one.qualifier,
        counted_by=one.counted_by,
        blamed=one.blamed,
        place=one.place,
        since=one.since,
        words=one.words,
        said=one.said,
        article=one.article,
        uri=one.uri,
        outlet=one.outlet,
        published=one.published,
    )


@dataclass(frozen=True)
class _Wanted:
    about: str | None
    measure: str | None
    sentences: dict[int, set[int]] | None
    """article → where the sentences of the event's tellings begin"""

    def takes(self, figure: Figure, sentence: Span, number: int, entities: list[Entity]) -> bool:
        if self.measure and figure.measure != self.measure:
            return False
        if self.sentences is not None and sentence.start not in self.sentences[number]:
            return False
        if not self.about:
            return True
        placed = [entity for entity in entities if entity.id == figure.place]
        named = (e for e in entities if any(m.overlaps(sentence) for m in e.mentions))
        return any(_is_about(entity, self.about) for entity in placed or named)


def _is_about(entity: Entity, about: str) -> bool:
    code, key = country_code(about), name_key(about)
    known = name_key(entity.name)
    return bool(code and entity.country == code) or f" {key} " in f" {known} "


def _articles(measure: str | None, as_of: str | None) -> Select[Any]:
    """Return the query for the articles that have figures, with their readings."""
    figure = exists().where(FigureRow.article == ArticleRow.number)
    if measure:
        figure = figure.where(FigureRow.measure == measure)
    columns: tuple[Any, ...] = (*ArticleRow.__table__.c, ReadingRow.json)
    query = select(*columns).join(ReadingRow, ReadingRow.article == ArticleRow.number).where(figure)
    if as_of is None:
        return query
    days = days_of(as_of)
    if days is None:
        fix = "give an ISO day, month or year: 2017-02-07, 2017-02 or 2017"
        raise UsageError(f"{as_of!r} is no day", where="as_of", fix=fix)
    return query.where(ArticleRow.first_day <= days.last)


def _sentences_of(connection: Connection, event: str) -> dict[int, set[int]]:
    """Return where the sentences begin that tell an event, article by article."""
    places = set(event_of(connection, place_of(connection, event)))
    begins: dict[int, set[int]] = {}
    for numbers in chunks({number for number, _ in places}):
        columns = (TellingRow.article, TellingRow.id, TellingRow.sentence_start)
        for number, id, start in connection.execute(
            select(*columns).where(TellingRow.article.in_(numbers))
        ):
            if (number, id) in places:
                begins.setdefault(number, set()).add(start)
    return begins


def _counts(row: Any, wanted: _Wanted) -> Iterator[tuple[Figure, Count]]:
    """Yield the counts of one article that were asked for, each told once."""
    reading = _CountedReading.model_validate_json(row.json)
    names = {entity.id: entity.name for entity in reading.entities}
    seen = set()
    for figure in reading.figures:
        sentence = sentence_of(figure.span, reading.sentences)
        if not wanted.takes(figure, sentence, row.number, list(reading.entities)):
            continue
        count = Count(
            day=figure.as_of if days_of(figure.as_of) else row.published,
            **bounds(figure),
            qualifier=figure.qualifier,
            counted_by=names.get(figure.counted_by or ""),
            blamed=names.get(figure.blamed or ""),
            place=names.get(figure.place or ""),
            since=figure.since,
            words=figure.span.of(row.text),
            said=sentence.of(row.text),
            article=row.id,
            uri=row.uri,
            outlet=row.outlet,
            published=row.published,
        )
        told = (figure.measure, figure.group, count.value, count.low, count.high, count.counted_by)
        if told not in seen:
            seen.add(told)
            yield figure, count


def bounds(figure: Counted) -> dict[str, float | None]:
    """Return the low, best and high that a figure's words leave."""
    value = figure.value
    low = figure.low if figure.low is not None else value
    high = figure.high if figure.high is not None else value
    if figure.qualifier == "at_least":
        high = figure.high
    elif figure.qualifier == "at_most":
        low = figure.low
    return {"low": low, "value": value, "high": high}


def tolls_of(found: Iterable[tuple[Counted, Count]]) -> list[Toll]:
    """Return counts as tolls: one for each measure and group, cumulative and single apart."""
    groups: dict[tuple[str, str, bool], list[tuple[Counted, Count]]] = {}
    for figure, count in found:
        key = (figure.measure, name_key(figure.group or ""), figure.since is not None)
        groups.setdefault(key, []).append((figure, count))
    tolls = []
    for (measure, _, cumulative), pairs in groups.items():
        counts = tuple(sorted((count for _, count in pairs), key=_by_day))
        group = min((figure.group for figure, _ in pairs if figure.group), default=None)
        tolls.append(Toll(measure, group, cumulative, *_summary(counts), counts))
    return sorted(tolls, key=lambda t: (-len(t.counts), t.measure, t.cumulative, t.group or ""))


def _by_day(count: Count) -> tuple[Any, ...]:
    days = days_of(count.day)
    return (days.last if days else date.min, count.article, count.words)


def _summary(counts: tuple[Count, ...]) -> tuple[float | None, float | None, float | None]:
    """Return low, best and high over the newest count of each counter; counts come by day."""
    newest = list({_counter(count): count for count in counts}.values())
    lows = [count.low for count in newest if count.low is not None]
    highs = [count.high for count in newest if count.high is not None]
    told = Counter(count.value for count in counts)
    valued = [count for count in sorted(newest, key=_by_day) if count.value is not None]
    best = max(
        reversed(valued),
        key=lambda count: (count.qualifier in ("exact", "about"), told[count.value]),
        default=None,
    )
    return (
        min(lows) if len(lows) == len(newest) else None,
        best.value if best else None,
        max(highs) if len(highs) == len(newest) else None,
    )


def _counter(count: Count) -> str:
    """Return who counted: whom the article names, else its outlet, else the article itself."""
    return name_key(count.counted_by or count.outlet or "") or count.article
