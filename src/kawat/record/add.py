"""Adding articles and problems to a record: each in one transaction, none twice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from functools import cache
from typing import cast

from sqlalchemy import Connection, Insert, Table, bindparam, delete, insert, select, update

from kawat.draft import Article
from kawat.reading import Reading, article_id
from kawat.record import problems
from kawat.record.actors.naming import leave
from kawat.record.actors.settling import complete
from kawat.record.database import Database
from kawat.record.decisions import anchor_again
from kawat.record.former import keep_former
from kawat.record.judgments import judge_again
from kawat.record.listing import complete_list
from kawat.record.merge.events import merge_article, regroup, unmerge_article
from kawat.record.rows import DERIVED, Values, article_values, digest, rows_of
from kawat.record.search.index import index_article, leave_index
from kawat.record.tables import AddressRow, ArticleRow, ReadingRow, Row, RunRow

# Asked for every article, and so made once.
_NUMBER = select(ArticleRow.number).where(ArticleRow.id == bindparam("id"))
_READ_BY = select(ReadingRow.version).where(ReadingRow.article == bindparam("number"))
_ADDRESSES = select(
    AddressRow.uri, AddressRow.published, AddressRow.outlet, AddressRow.title
).where(AddressRow.article == bindparam("number"))
_ADDRESS = update(AddressRow).where(
    AddressRow.article == bindparam("number"), AddressRow.uri == bindparam("at")
)


@cache
def _insertion(table: type[Row]) -> Insert:
    """Return the plain insertion into a table; the mapped one is much slower."""
    return insert(cast(Table, table.__table__))


class Outcome(StrEnum):
    """What adding an article did."""

    NEW = "new"
    KNOWN = "known"
    """nothing: the same text from the same address, read by the same Kawat"""
    ADDRESS = "address"
    """the same text was known from another address; this one is noted beside it"""
    REREAD = "reread"
    """its reading was made again: by a newer Kawat, or because this address says more"""


@dataclass(frozen=True, slots=True)
class Need:
    """What adding an article takes: the article to read first, if any."""

    outcome: Outcome
    article: Article
    read: Article | None


class Run:
    """One call of ``add``, by a Kawat of this ``version``."""

    def __init__(self, database: Database, version: str) -> None:
        self._database = database
        self._version = version
        with database.writing() as connection:
            self._number = _insert(connection, RunRow, {"version": version, "started": _now()})

    def end(self) -> None:
        """Write down when the run ended, with all actors settled and all events listed."""
        complete(self._database)
        complete_list(self._database)
        with self._database.writing() as connection:
            mine = update(RunRow).where(RunRow.number == self._number)
            connection.execute(mine.values(ended=_now()))

    def need(self, article: Article, *, reread: bool = False) -> Need:
        """Tell what adding this article takes; ``reread`` asks for a new reading of it."""
        with self._database.reading() as connection:
            return _need(connection, article, self._version, reread)

    def keep(self, need: Need, reading: Reading | None) -> Outcome:
        """Keep the article and its reading, the one made of ``need.read``.

        Another process may have added the same article meanwhile: what is kept is settled again
        here, alone with the record, and is the same whoever comes first.
        """
        if need.outcome is Outcome.KNOWN:
            return Outcome.KNOWN
        with self._database.writing() as connection:
            number = _number_of(connection, article_id(need.article.text))
            if reading is not None:
                number = self._keep_reading(connection, number, need, reading)
            if number is not None:
                self._note_address(connection, number, need.article)
            problems.forget(connection, self._number, where=need.article.uri)
        return need.outcome

    def keep_problem(self, input: str, **parts: str) -> None:
        """Keep a problem of an input: its ``level``, ``code``, ``where``, ``what`` and ``fix``."""
        with self._database.writing() as connection:
            problems.keep(connection, self._number, input, parts)

    def settle(self, input: str) -> None:
        """Forget the problems that earlier runs met in this input, and this run did not."""
        with self._database.writing() as connection:
            problems.forget(connection, self._number, input=input)

    def _keep_reading(
        self, connection: Connection, number: int | None, need: Need, reading: Reading
    ) -> int:
        if number is None:
            number = self._insert_article(connection, reading)
            self._insert_reading(connection, number, reading)
            merge_article(connection, number)
        elif need.read == _best(need.article, _addresses(connection, number, need.article)):
            self._replace_reading(connection, number, reading)
        return number

    def _insert_article(self, connection: Connection, reading: Reading) -> int:
        values = {**article_values(reading), "text": reading.text, "run": self._number}
        return _insert(connection, ArticleRow, values)

    def _insert_reading(self, connection: Connection, number: int, reading: Reading) -> None:
        json = reading.to_json()
        kept = {
            "version": self._version,
            "json": json,
            "digest": digest(json),
            "run": self._number,
        }
        connection.execute(_insertion(ReadingRow), {"article": number, **kept})
        for table, rows in rows_of(reading).items():
            if rows:
                given = [{"article": number, **row} for row in rows]
                connection.execute(_insertion(table), given)
        index_article(connection, number)

    def _replace_reading(self, connection: Connection, number: int, reading: Reading) -> None:
        keep_former(connection, number, self._number, digest(reading.to_json()))
        linked = unmerge_article(connection, number)
        leave(connection, number)
        leave_index(connection, number)
        derived: tuple[type[Row], ...] = (*reversed(DERIVED), ReadingRow)
        for table in derived:
            connection.execute(delete(table).where(table.__table__.c.article == number))
        mine = update(ArticleRow).where(ArticleRow.number == number)
        connection.execute(mine.values(article_values(reading)))
        self._insert_reading(connection, number, reading)
        anchor_again(connection, number, reading)
        judge_again(connection, number, reading)
        merge_article(connection, number)
        regroup(connection, linked)

    def _note_address(self, connection: Connection, number: int, article: Article) -> None:
        values = {
            "published": article.published,
            "outlet": article.outlet,
            "title": article.title,
            "run": self._number,
        }
        row = {"article": number, "uri": article.uri, **values}
        if not connection.execute(_ADDRESS, {"number": number, "at": article.uri, **row}).rowcount:
            connection.execute(_insertion(AddressRow), row)


def _need(connection: Connection, article: Article, version: str, reread: bool) -> Need:
    number = _number_of(connection, article_id(article.text))
    if number is None:
        return Need(Outcome.NEW, article, article)
    addresses = _addresses(connection, number, article)
    best = _best(article, addresses)
    read_by = connection.execute(_READ_BY, {"number": number}).scalar_one()
    if reread or is_newer(version, read_by) or best != min(addresses, key=_rank):
        return Need(Outcome.REREAD, article, best)
    return Need(Outcome.KNOWN if article in addresses else Outcome.ADDRESS, article, None)


def _insert(connection: Connection, table: type[Row], values: Values) -> int:
    """Insert one row and return the number that it got."""
    key = connection.execute(_insertion(table), values).inserted_primary_key
    return cast("tuple[int]", key)[0]


def _number_of(connection: Connection, id: str) -> int | None:
    return connection.execute(_NUMBER, {"id": id}).scalar()


def _addresses(connection: Connection, number: int, article: Article) -> list[Article]:
    """Return the article as it came from each address that is known."""
    rows = connection.execute(_ADDRESSES, {"number": number})
    return [Article(article.text, *row) for row in rows]


def _best(article: Article, addresses: list[Article]) -> Article:
    """Return the address to read the article at, so that the order of adding is nothing.

    It is the one that says most of the article, then the first by name. What an address says
    now replaces what it said before.
    """
    return min([article, *(a for a in addresses if a.uri != article.uri)], key=_rank)


def _rank(article: Article) -> tuple[bool, bool, bool, str]:
    said = (article.published, article.outlet, article.title)
    return said[0] is None, said[1] is None, said[2] is None, article.uri


def is_newer(version: str, than: str) -> bool:
    """Tell whether one version of Kawat came after another."""
    return _release(version) > _release(than)


def _release(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
