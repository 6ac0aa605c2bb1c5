"""A record that was tampered with is caught, wherever that was; a whole one is proved."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text, update

from backends import on_sqlite
from conftest import Add
from kawat.record.database import Database
from kawat.record.rows import digest
from kawat.record.tables import ArticleRow, ReadingRow
from kawat.record.verify import verify
from record_articles import Said, reading_of

READING = reading_of(
    "Rusia menyerang Aleppo. Turki mengecam Rusia, kata Anadolu.",
    [
        Said("ASSAULT", "menyerang", ["Rusia"], place="Aleppo", when="2017-02-06"),
        Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"], topics=["serangan"]),
    ],
    published="2017-02-07",
    outlet="Kabar",
    sources=["Anadolu"],
)


@pytest.fixture(autouse=True)
def _kept(add: Add) -> None:
    add(READING)


def test_a_whole_record_is_proved(database: Database) -> None:
    done = []
    proof = verify(database, lambda count, total: done.append((count, total)))
    assert proof.holds
    assert (proof.articles, proof.spans) == (1, sum(1 for _ in READING.spans()))
    assert proof.spans > 5
    assert done == [(1, 1)]


def test_a_changed_text_is_caught(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(update(ArticleRow).values(text=READING.text.replace("Rusia", "Turki")))
    assert "not the one that the article's id was made of" in _only_fault(database)


def test_a_broken_text_is_caught(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("UPDATE articles SET text = :broken"), {"broken": b"\0"})
    assert "can't be unpacked" in _only_fault(database)


def test_a_moved_span_is_caught(database: Database) -> None:
    """Even one that stays within the text."""
    _rewrite(database, '"triggers":[[6,15]]', '"triggers":[[0,5]]')
    assert "not the one that was kept" in _only_fault(database)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('"triggers":[[6,15]]', '"triggers":[[6,999]]', "ends at 999"),
        ('"triggers":[[6,15]]', '"triggers":[[15,6]]', "breaks its schema"),
        ('"actors":["e1"]', '"actors":["e9"]', "names 'e9', which is not in the reading"),
    ],
)
def test_a_false_reading_with_a_true_digest_is_caught(
    database: Database, old: str, new: str, fault: str
) -> None:
    json = _rewrite(database, old, new)
    with database.writing() as connection:
        connection.execute(update(ReadingRow).values(digest=digest(json)))
    assert fault in _only_fault(database)


@pytest.mark.parametrize(
    ("tampering", "fault"),
    [
        ("UPDATE tellings SET status = 'planned' WHERE id = 'v1'", "tellings v1: status"),
        ("UPDATE tellings SET start = 0 WHERE id = 'v1'", "tellings v1: start"),
        ("DELETE FROM tellings WHERE id = 'v2'", "tellings v2: the reading has it"),
        ("UPDATE parties SET country = 'USA' WHERE telling = 'v2'", "parties v2 actor 0: country"),
        ("DELETE FROM citations", "citations 0: the reading has it"),
        ("INSERT INTO citations VALUES (1, 7, 'X', 'x', 0, 1)", "citations 7: the table has it"),
        ("UPDATE articles SET outlet = 'Lain'", "outlet is 'Lain', the reading says 'Kabar'"),
        ("DELETE FROM addresses", "addresses: the one that the reading was made at is missing"),
        ("UPDATE tellings SET event = 'v1' WHERE id = 'v2'", "tellings v2: is of the event "),
        ("DELETE FROM readings", "the article has no reading"),
    ],
)
def test_a_changed_row_is_caught(database: Database, tampering: str, fault: str) -> None:
    with database.writing() as connection:
        connection.execute(text(tampering))
    faults = verify(database).faults
    assert any(fault in found.what for found in faults), faults
    assert {found.article for found in faults} == {READING.article.id}


@on_sqlite
def test_a_row_of_another_type_is_caught(database: Database) -> None:
    """SQLite keeps whatever it is given."""
    with database.writing() as connection:
        connection.execute(text("UPDATE tellings SET first_day = 'kemarin'"))
    assert any("tellings: " in fault.what for fault in verify(database).faults)


@on_sqlite
def test_rows_without_an_article_are_caught(database: Database) -> None:
    with database._engine.connect() as connection:
        raw: Any = connection.connection.dbapi_connection
        raw.execute("PRAGMA foreign_keys = OFF")
        raw.execute("INSERT INTO citations VALUES (99, 0, 'X', 'x', 0, 1)")
    assert _only_fault(database) == "citations: rows of article number 99, not kept"


def _only_fault(database: Database) -> str:
    [fault] = verify(database).faults
    return fault.what


def _rewrite(database: Database, old: str, new: str) -> str:
    """Change words in the kept reading, and return it as it then is."""
    json = READING.to_json()
    assert old in json
    json = json.replace(old, new, 1)
    with database.writing() as connection:
        connection.execute(update(ReadingRow).values(json=json))
    return json
