"""The timeline: what happened, day by day, on whose telling and in which words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, Row, Select, false, or_, select, tuple_

from kawat.errors import UsageError
from kawat.reading import EventType, Span, Status
from kawat.record.countries import country_code
from kawat.record.database import Database
from kawat.record.days import Days, days_of
from kawat.record.names import name_key
from kawat.record.tables import ArticleRow, PartyRow, TellingRow

_CHUNK = 500
"""Articles asked for at once; databases limit the parameters of one query."""


@dataclass(frozen=True, slots=True)
class Party:
    """Who has a part in an event; ``country`` is an ISO 3166-1 alpha-3 code."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's account: the sentence of its first trigger, and the trigger's own word."""

    article: str
    event: str
    uri: str
    outlet: str | None
    published: str | None
    words: str
    trigger: str


@dataclass(frozen=True, slots=True)
class Line:
    """One happening on the timeline, with every article that tells it.

    ``day`` is a TIMEX3 value, as near as the article has it. Where ``dated`` is false it is the
    day on which the first telling was published, ``None`` where that is not known either.
    """

    day: str | None
    dated: bool
    days: Days | None
    type: str
    mode: str | None
    status: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: str | None
    topics: tuple[str, ...]
    tellings: tuple[Telling, ...]


def timeline(
    database: Database,
    *,
    about: str | None = None,
    since: str | None = None,
    until: str | None = None,
    type: str | None = None,
    status: str | None = None,
) -> list[Line]:
    """Return the events of a record by day; with nothing asked, all of them.

    ``about`` names a country (in Indonesian, English or by ISO code), or an actor, place or topic
    by any whole words of its name. ``since`` and ``until`` are ISO days, months or years; an
    event that may have been in that time is in it. Undated events stand under the day of their
    article, after the dated ones. Tellings of the same type, status, day and parties are one
    line. :class:`UsageError` for a day, type or status that does not exist.
    """
    query = _query(about, _bound(since, "since"), _bound(until, "until"))
    query = _only(query, TellingRow.type, type, get_args(EventType))
    query = _only(query, TellingRow.status, status, get_args(Status))
    with database.reading() as connection:
        rows = connection.execute(query).all()
        parties = _parties(connection, {row.article for row in rows})
        texts = _texts(connection, {row.article for row in rows})
    groups: dict[tuple[Any, ...], list[_Told]] = {}
    for row in rows:
        told = _Told(row, parties.get((row.article, row.id), []), texts[row.article])
        groups.setdefault(told.sameness, []).append(told)
    return sorted((_line(group) for group in groups.values()), key=_order)


class _Told:
    """One telling with its parties and its article's text."""

    def __init__(self, row: Row[Any], parties: Sequence[Row[Any]], text: str) -> None:
        self.row = row
        self.text = text
        self.parts: dict[str, list[Row[Any]]] = {}
        for party in parties:
            self.parts.setdefault(party.role, []).append(party)

    @property
    def sameness(self) -> tuple[Any, ...]:
        """Equal for tellings of evidently the same happening, and for no others."""
        actors, recipients = (
            frozenset(party.key for party in self.parts.get(role, ()))
            for role in ("actor", "recipient")
        )
        row = self.row
        if not row.dated or row.first_day != row.last_day or not actors | recipients:
            return (row.article, row.id)
        return (row.first_day, row.type, row.status, actors, recipients)

    def telling(self) -> Telling:
        row = self.row
        return Telling(
            article=row.article_id,
            event=row.id,
            uri=row.uri,
            outlet=row.outlet,
            published=row.published,
            words=Span(row.sentence_start, row.sentence_end).of(self.text),
            trigger=Span(row.start, row.end).of(self.text),
        )

    def names(self, role: str) -> tuple[str, ...]:
        return tuple(party.name for party in self.parts.get(role, ()))

    def who(self, role: str) -> tuple[Party, ...]:
        return tuple(Party(party.name, party.country) for party in self.parts.get(role, ()))


def _line(group: list[_Told]) -> Line:
    """Make one line of the tellings of one happening, whatever order they came in."""
    group = sorted(group, key=lambda told: (told.row.published or "~", told.row.article_id))
    first = group[0]
    row = first.row
    return Line(
        day=row.value if row.dated else row.published,
        dated=row.dated,
        days=Days(row.first_day, row.last_day) if row.first_day else None,
        type=row.type,
        mode=_commonest(told.row.mode for told in group),
        status=row.status,
        actors=first.who("actor"),
        recipients=first.who("recipient"),
        place=_commonest(name for told in group for name in told.names("place")),
        topics=tuple(sorted({name for told in group for name in told.names("topic")})),
        tellings=tuple(told.telling() for told in group),
    )


def _commonest(values: Iterable[str | None]) -> str | None:
    counts = Counter(value for value in values if value is not None)
    return min(counts, key=lambda value: (-counts[value], value), default=None)


def _order(line: Line) -> tuple[Any, ...]:
    days = line.days or Days(date.max, date.max)
    first = line.tellings[0]
    return days.first, not line.dated, days.last, first.article, len(first.event), first.event


def _query(about: str | None, since: Days | None, until: Days | None) -> Select[Any]:
    query: Select[Any] = select(
        *TellingRow.__table__.c,
        ArticleRow.id.label("article_id"),
        ArticleRow.uri,
        ArticleRow.outlet,
        ArticleRow.published,
    ).join(ArticleRow, ArticleRow.number == TellingRow.article)
    if since:
        query = query.where(TellingRow.last_day >= since.first)
    if until:
        query = query.where(TellingRow.first_day <= until.last)
    if about:
        telling = tuple_(TellingRow.article, TellingRow.id)
        named = select(PartyRow.article, PartyRow.telling).where(
            PartyRow.role != "said_by", _is_about(about)
        )
        query = query.where(telling.in_(named))
    return query


def _is_about(about: str) -> ColumnElement[bool]:
    """Return the condition that a party is, or is of, what ``about`` names."""
    key = name_key(about)
    if not key:
        return false()
    whole_words = PartyRow.key.like(f"{key} %") | PartyRow.key.like(f"% {key}")
    named = or_(PartyRow.key == key, whole_words, PartyRow.key.like(f"% {key} %"))
    code = country_code(about)
    return or_(PartyRow.country == code, named) if code else named


def _only(
    query: Select[Any], column: Any, wanted: str | None, known: tuple[str, ...]
) -> Select[Any]:
    if wanted is None:
        return query
    if wanted not in known:
        raise UsageError(f"there is no {column.key} {wanted!r}", fix=f"take one of {known}")
    return query.where(column == wanted)


def _bound(value: str | None, name: str) -> Days | None:
    if value is None:
        return None
    days = days_of(value)
    if days is None:
        fix = "give an ISO day, month or year: 2016-09-12, 2016-09 or 2016"
        raise UsageError(f"{value!r} is no day", where=name, fix=fix)
    return days


def _parties(connection: Connection, articles: set[int]) -> dict[tuple[int, str], list[Row[Any]]]:
    parties: dict[tuple[int, str], list[Row[Any]]] = {}
    order = (PartyRow.article, PartyRow.telling, PartyRow.role, PartyRow.position)
    for chunk in _chunks(articles):
        query = select(PartyRow.__table__).where(PartyRow.article.in_(chunk)).order_by(*order)
        for party in connection.execute(query):
            parties.setdefault((party.article, party.telling), []).append(party)
    return parties


def _texts(connection: Connection, articles: set[int]) -> dict[int, str]:
    texts: dict[int, str] = {}
    for chunk in _chunks(articles):
        query = select(ArticleRow.number, ArticleRow.text).where(ArticleRow.number.in_(chunk))
        texts.update((number, text) for number, text in connection.execute(query))
    return texts


def _chunks(numbers: set[int]) -> Iterator[list[int]]:
    ordered = sorted(numbers)
    for start in range(0, len(ordered), _CHUNK):
        yield ordered[start : start + _CHUNK]
