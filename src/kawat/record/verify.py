"""Proving a record: texts against their ids, readings against texts, rows against readings."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from kawat.errors import KawatError, ReadingError
from kawat.reading import Reading, article_id
from kawat.record.actors.proof import wrong_actors
from kawat.record.actors.settling import complete
from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.listing import complete_list, wrong_list
from kawat.record.merge.events import misplaced
from kawat.record.rows import DERIVED, Values, article_values, digest, rows_of
from kawat.record.search.index import complete_index, wrong_passages
from kawat.record.tables import AddressRow, ArticleRow, ReadingRow, Row


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the record that does not hold, and the article in which it stands."""

    article: str
    what: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What was proved, and every fault that was found; a whole record has none."""

    articles: int
    spans: int
    faults: tuple[Fault, ...]

    @property
    def holds(self) -> bool:
        """Tell whether no fault was found."""
        return not self.faults


def verify(database: Database, progress: Callable[[int, int | None], None] | None = None) -> Proof:
    """Prove every article of the record again; ``progress`` hears how many are done, of how many.

    - The article's id is the sha256 of its kept text.
    - The reading is the one that was kept (by its own sha256), is of this text, and each of its
      spans and ids holds.
    - The rows that views read are those that follow from the reading, no more and no fewer.
    - Every telling is of the event that merging and the decisions put it in.
    - Every entity is of the actor that all names and the decisions give.

    - The full-text index holds the words of every article and statement in their places.
    - The list of events is the one that tellings and decisions give.

    What a killed process left to be settled or listed is so first.
    """
    complete(database)
    complete_list(database)
    complete_index(database)
    spans = 0
    faults: list[Fault] = []
    with database.reading() as connection:
        ids = connection.execute(select(ArticleRow.number, ArticleRow.id).order_by(ArticleRow.id))
        articles = ids.all()
        stands = standing(connection)
        for done, (number, id) in enumerate(articles, 1):
            try:
                reading = _proved_reading(connection, number, id)
            except KawatError as error:
                faults.append(Fault(id, error.what))
            else:
                spans += sum(1 for _ in reading.spans())
                differing = _differing_rows(connection, number, reading)
                faults.extend(Fault(id, what) for what in differing)
                misplacing = misplaced(connection, number, stands)
                faults.extend(Fault(id, f"tellings {name}: {what}") for name, what in misplacing)
            if progress:
                progress(done, len(articles))
        faults.extend(_stray_rows(connection))
        if not faults:  # what is worked out from rows is proved where these hold
            faults.extend(Fault("", what) for what in wrong_actors(connection))
            id_of = {row.number: row.id for row in articles}
            for number in wrong_passages(connection, id_of):
                faults.append(Fault(id_of.get(number, ""), "passages: not the words of the text"))
            wrong = wrong_list(connection)
            faults.extend(Fault(id_of.get(number, ""), what) for number, what in wrong)
    return Proof(len(articles), spans, tuple(faults))


def _proved_reading(connection: Connection, number: int, id: str) -> Reading:
    """Return the reading, proved against its text; :class:`ReadingError` if anything fails."""
    try:
        text: str = connection.execute(
            select(ArticleRow.text).where(ArticleRow.number == number)
        ).scalar_one()
        kept = connection.execute(
            select(ReadingRow.json, ReadingRow.digest).where(ReadingRow.article == number)
        ).first()
    except (zlib.error, UnicodeError) as error:
        raise ReadingError("the kept text or its reading can't be unpacked") from error
    if article_id(text) != id:
        raise ReadingError("the kept text is not the one that the article's id was made of")
    if kept is None:
        raise ReadingError("the article has no reading")
    if digest(kept.json) != kept.digest:
        raise ReadingError("the reading is not the one that was kept")
    try:
        return Reading.from_json(kept.json, text)
    except ValueError as error:
        raise ReadingError(f"the reading breaks its schema: {error}") from error


def _differing_rows(connection: Connection, number: int, reading: Reading) -> Iterator[str]:
    """Yield what differs between the kept rows and those that follow from the reading."""
    expected = rows_of(reading)
    expected[ArticleRow] = [article_values(reading)]
    for table, rows in expected.items():
        try:
            kept = _kept_rows(connection, table, number)
        except ValueError as error:
            yield f"{table.__tablename__}: {error}"
        else:
            yield from _differences(table, kept, rows)
    uris = select(AddressRow.uri).where(AddressRow.article == number)
    if reading.article.uri not in connection.scalars(uris).all():
        yield "addresses: the one that the reading was made at is missing"


def _kept_rows(connection: Connection, table: type[Row], number: int) -> list[Values]:
    columns = table.__table__.c
    owner = columns.number if table is ArticleRow else columns.article
    rows = connection.execute(select(table.__table__).where(owner == number)).mappings()
    return [dict(row) for row in rows]


def _differences(table: type[Row], kept: list[Values], expected: list[Values]) -> Iterator[str]:
    names = [c.name for c in table.__table__.primary_key if c.name not in ("article", "number")]

    def by_key(rows: list[Values]) -> dict[str, Values]:
        return {" ".join([table.__tablename__, *(str(r[n]) for n in names)]): r for r in rows}

    have, want = by_key(kept), by_key(expected)
    yield from (
        f"{key}: the reading has it, the table has not" for key in sorted(want.keys() - have)
    )
    yield from (
        f"{key}: the table has it, the reading has not" for key in sorted(have.keys() - want)
    )
    for key in sorted(want.keys() & have):
        for column, value in want[key].items():
            if have[key][column] != value:
                yield f"{key}: {column} is {have[key][column]!r}, the reading says {value!r}"


def _stray_rows(connection: Connection) -> Iterator[Fault]:
    """Yield the rows of articles that are not there."""
    tables: tuple[type[Row], ...] = (*DERIVED, ReadingRow, AddressRow)
    for table in tables:
        article = table.__table__.c.article
        stray = select(article).distinct().where(article.not_in(select(ArticleRow.number)))
        for number in connection.scalars(stray):
            yield Fault("", f"{table.__tablename__}: rows of article number {number}, not kept")
