"""Adding keeps each article once, whatever the order; a failed addition leaves no trace."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from sqlalchemy import event, select

from backends import on_sqlite
from conftest import Add
from kawat.draft import Article
from kawat.errors import RecordError, RecordUnwritable
from kawat.reading import Reading
from kawat.record.add import Outcome, Run
from kawat.record.database import Database
from kawat.record.problems import problems
from kawat.record.rows import DERIVED
from kawat.record.tables import AddressRow, ArticleRow, LinkRow, ReadingRow, Row, RunRow
from kawat.record.verify import verify
from record_articles import Said, reading_of

TEXT = "Rusia menyerang Suriah pada Senin. Turki mengecam serangan itu."
EVENTS = (
    Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when="2017-02-06"),
    Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"]),
)
TABLES: tuple[type[Row], ...] = (*DERIVED, ArticleRow, AddressRow, LinkRow)


def article(uri: str = "a.txt", **said: Any) -> Reading:
    return reading_of(TEXT, EVENTS, uri=uri, **said)


def content(database: Database) -> dict[str, list[tuple[str, ...]]]:
    """Return every row with articles named by their ids, without the record's own numbers."""
    with database.reading() as connection:
        articles = connection.execute(select(ArticleRow.number, ArticleRow.id))
        ids = {row.number: row.id for row in articles}
        kept = {}
        for table in TABLES:
            rows = connection.execute(select(table.__table__)).mappings()
            kept[table.__tablename__] = sorted(_named(dict(row), ids) for row in rows)
        return kept


def _named(row: dict[str, Any], ids: dict[int, str]) -> tuple[str, ...]:
    for name in ("run", "number", "named"):  # numbers of the record's own
        row.pop(name, None)
    for name in ("article", "other_article", "event_article"):
        if name in row:
            row[name] = ids[row[name]]
    return tuple(map(repr, row.values()))


def test_an_article_and_all_that_follows_from_it_is_kept(database: Database, add: Add) -> None:
    reading = article(outlet="Kabar", published="2017-02-07")
    assert add(reading) == [Outcome.NEW]
    kept = content(database)
    assert [len(kept[name]) for name in ("articles", "tellings", "parties", "entities")] == [
        1, 2, 4, 3,
    ]  # fmt: skip
    with database.reading() as connection:
        text = connection.scalars(select(ArticleRow.text)).one()
        json = connection.scalars(select(ReadingRow.json)).one()
    assert Reading.from_json(json, text) == reading


def test_adding_again_doubles_nothing(database: Database, add: Add) -> None:
    add(article())
    before = content(database)
    assert add(article(), article()) == [Outcome.KNOWN, Outcome.KNOWN]
    assert content(database) == before


def test_the_same_text_elsewhere_is_another_address(database: Database, add: Add) -> None:
    assert add(article("a.txt"), article("b.txt")) == [Outcome.NEW, Outcome.ADDRESS]
    kept = content(database)
    assert len(kept["articles"]) == 1
    assert len(kept["addresses"]) == 2


def test_a_newer_kawat_reads_again_and_an_older_does_not(database: Database, add: Add) -> None:
    add(article(), version="1.9")
    assert add(article(), version="1.10") == [Outcome.REREAD]
    assert add(article(), version="1.9") == [Outcome.KNOWN]
    assert len(content(database)["tellings"]) == 2
    with database.reading() as connection:
        assert connection.scalars(select(ReadingRow.version)).all() == ["1.10"]


def test_an_address_that_says_more_is_read_instead(database: Database, add: Add) -> None:
    add(article("a.txt"))
    assert add(article("z.txt", published="2017-02-07")) == [Outcome.REREAD]
    with database.reading() as connection:
        row = connection.execute(select(ArticleRow.uri, ArticleRow.published)).one()
    assert tuple(row) == ("z.txt", "2017-02-07")
    assert verify(database).holds


def test_the_order_of_adding_changes_nothing(database: Database, add: Add) -> None:
    """All orders of one text at three addresses and another article give the same rows."""
    readings = (
        article("c.txt", published="2017-02-07"),
        article("a.txt"),
        article("b.txt", published="2017-02-07", outlet="Kabar"),
        reading_of("Turki dan Rusia sepakat.", [Said("AGREE", "sepakat", ["Turki", "Rusia"])]),
    )
    seen = []
    for order in itertools.permutations(readings):
        with database.writing() as connection:
            for table in reversed(Row.metadata.sorted_tables):
                connection.execute(table.delete())
        add(*order)
        seen.append(content(database))
    assert len(seen) == 24
    assert len(seen[0]["tellings"]) == 3
    assert all(kept == seen[0] for kept in seen)


def test_two_who_add_the_same_article_keep_it_once(database: Database) -> None:
    """Both find it new, both read it; the second to write finds it there."""
    runs = [Run(database, "1.0"), Run(database, "1.0")]
    readings = [article("b.txt"), article("a.txt")]
    needs = [
        run.need(Article(reading.text, reading.article.uri))
        for run, reading in zip(runs, readings, strict=True)
    ]
    for run, need, reading in zip(runs, needs, readings, strict=True):
        assert run.keep(need, reading) is Outcome.NEW
    kept = content(database)
    assert [len(kept[name]) for name in ("articles", "addresses", "tellings")] == [1, 2, 2]
    assert verify(database).holds


def test_a_failed_addition_leaves_no_trace(database: Database, add: Add) -> None:
    """An article whose last rows can't be written is not there at all."""
    add(article())
    before = content(database)
    broken = reading_of("Suriah menolak.", [Said("REJECT", "menolak", ["Suriah"])], uri="x.txt")
    twice = broken.model_copy(update={"entities": broken.entities * 2})
    with pytest.raises(RecordError, match=r"(?i)unique"):
        add(twice)
    assert content(database) == before


@on_sqlite
def test_a_full_disk_says_so_and_loses_nothing(database: Database, add: Add) -> None:
    """SQLite's own limit of pages stands for the disk; with room again, adding goes on."""
    add(article())
    limit = {"pages": 1}

    def fill(connection: Any, *_: object) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {limit['pages']}")

    event.listen(database._engine, "begin", fill)
    long = reading_of("Suriah menolak. " + "".join(map(chr, range(0x4E00, 0x9F00))), uri="p.txt")
    with pytest.raises(RecordUnwritable, match="the disk is full; make room, then run the same"):
        add(long)
    assert verify(database).articles == 1
    limit["pages"] = 1_000_000
    assert add(long) == [Outcome.NEW]
    assert verify(database).holds


def test_runs_say_which_kawat_and_when(database: Database, add: Add) -> None:
    add(article(), version="1.2.3")
    with database.reading() as connection:
        run = connection.execute(select(RunRow.version, RunRow.started, RunRow.ended)).one()
    assert run.version == "1.2.3"
    assert run.started <= run.ended


PARTS = {"level": "error", "code": "broken-input", "what": "is cut short", "fix": "fetch it"}


def test_a_problem_stands_until_its_input_is_added_without_it(database: Database) -> None:
    first = Run(database, "1.0")
    for _ in range(2):
        first.keep_problem("berita/", where="berita/a.txt", **PARTS)
    first.keep_problem("lain.csv", where="lain.csv:3", **PARTS)
    first.settle("berita/")
    assert [problem.where for problem in problems(database)] == ["berita/a.txt", "lain.csv:3"]
    Run(database, "1.0").settle("berita/")
    assert [problem.where for problem in problems(database)] == ["lain.csv:3"]


def test_an_article_that_can_be_read_now_ends_its_problem(database: Database, add: Add) -> None:
    Run(database, "1.0").keep_problem("berita/", where="a.txt", **PARTS)
    assert len(problems(database)) == 1
    add(article("a.txt"))
    assert problems(database) == []
