"""Reading again keeps decisions and what was there before, and tells what changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from command_line import kawat
from conftest import Add
from kawat import Record
from kawat.changes import changes, differences
from kawat.draft import Article
from kawat.errors import LayerFailed, UsageError
from kawat.reading import Reading
from kawat.record.database import Database
from kawat.record.verify import verify
from record_articles import Said, reading_of

TEXT = "Rusia akan menyerang Suriah. Turki mengecam Rusia."
PLANNED = Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], status="planned")
HAPPENED = Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"])
ACCUSED = Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"])


def test_what_came_went_and_became_another_is_told_in_order() -> None:
    before = reading_of(TEXT, [PLANNED, Said("THREATEN", "akan", ["Rusia"])])
    after = reading_of(TEXT, [HAPPENED, ACCUSED])
    found = [(c.kind, c.layer, c.words, c.fields.get("status")) for c in differences(before, after)]
    assert found == [
        ("removed", "event", "akan", ("happened", None)),
        ("changed", "event", "menyerang", ("planned", "happened")),
        ("added", "entity", "Turki", None),
        ("added", "event", "mengecam", (None, "happened")),
    ]


def test_equal_readings_differ_in_nothing() -> None:
    assert list(differences(reading_of(TEXT, [PLANNED]), reading_of(TEXT, [PLANNED]))) == []


def test_a_replaced_reading_is_kept_and_compared_with_what_followed(
    database: Database, add: Add
) -> None:
    """Each run has its own changes, though a later one replaced the same reading again."""
    add(reading_of(TEXT, [PLANNED]), version="1.0")
    assert changes(database) == []
    add(reading_of(TEXT, [HAPPENED]), version="1.1")
    add(reading_of(TEXT, [HAPPENED, ACCUSED]), version="1.2")
    [last], [first] = changes(database), changes(database, 2)
    assert (first.before, first.after, last.before, last.after) == ("1.0", "1.1", "1.1", "1.2")
    assert [c.kind for c in first.changes] == ["changed"]
    assert {c.kind for c in last.changes} == {"added"}
    assert verify(database).holds
    with pytest.raises(UsageError, match="run 1 read nothing again; leave --run out"):
        changes(database, 1)


def test_a_reading_that_stays_the_same_is_no_change(database: Database, add: Add) -> None:
    add(reading_of(TEXT, [PLANNED]), version="1.0")
    add(reading_of(TEXT, [PLANNED]), version="1.1")
    assert changes(database) == []


class Rewriting:
    """A reader of another opinion: it takes every event for one that happened."""

    def read(self, article: Article) -> Reading:
        if "gagal dibaca" in article.text:
            raise LayerFailed("the layer 'x' failed", where=article.uri, fix="report it")
        return reading_of(article.text, [HAPPENED], uri=article.uri, published=article.published)


def test_a_record_is_read_again_from_its_own_texts_with_its_decisions(
    where: str, add: Add, database: Database
) -> None:
    """The files are gone; what can't be read any more keeps its reading and is a problem."""
    add(
        reading_of(TEXT, [PLANNED], uri="a.txt", published="2016-09-05"),
        reading_of("Rusia menyerang Suriah, gagal dibaca.", [HAPPENED], uri="b.txt"),
    )
    record: Any = Record(where, read_by=Rewriting())  # type: ignore[arg-type]
    [planned] = record.timeline(status="planned")
    record.decide("correct", [planned.id], author="Sari", field="place", value="Aleppo")
    assert record.reread().articles == 0
    again = record.reread(all=True)
    assert (again.articles, [p.where for p in again.problems]) == (1, ["b.txt"])
    line = next(line for line in record.timeline() if line.id == planned.id)
    assert (line.status, line.place, line.day) == ("happened", "Aleppo", "2016-09-05")
    assert [kept.where for kept in record.problems()] == ["b.txt"]
    [changed] = record.changes()
    assert changed.uri == "a.txt"
    assert changed.changes[0].fields == {"status": ("planned", "happened")}
    assert record.verify().holds


def test_the_commands_read_again_and_tell_what_changed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Moskow - Presiden Rusia Vladimir Putin bertemu Presiden Turki Recep Tayyip Erdogan di "
        "Sochi, Rabu (22/11/2017). Keduanya membahas gencatan senjata dan perang di Suriah.",
        encoding="utf-8",
    )
    record = tmp_path / "uji.kawat"
    kawat("add", record, tmp_path / "a.txt")
    done = kawat("reread", record, "--all")
    assert done.stdout == (
        f"{record}: 1 articles read again, 0 problems\nsee what changed with: kawat diff {record}\n"
    )
    assert kawat("diff", record).stdout == f"{record}: nothing has changed\n"
    with Database(record, create=False) as database, database.writing() as connection:
        _forge(connection)
    kawat("reread", record, "--all")
    text, lines = kawat("diff", record), kawat("diff", record, "--format", "jsonl")
    assert "  + peristiwa “bertemu”" in text.stdout
    [article] = map(json.loads, lines.stdout.splitlines())
    assert any(c["layer"] == "event" and c["kind"] == "added" for c in article["changes"])


def _forge(connection: Any) -> None:
    """Put a reading without events in the place of the kept one, as an older Kawat might."""
    from sqlalchemy import update

    from kawat.record.rows import digest
    from kawat.record.tables import ReadingRow

    line = connection.execute(ReadingRow.__table__.select()).one()
    empty = json.loads(line.json) | {"events": []}
    forged = json.dumps(empty, ensure_ascii=False)
    connection.execute(update(ReadingRow).values(json=forged, digest=digest(forged)))
