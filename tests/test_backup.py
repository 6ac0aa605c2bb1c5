"""A copy of a record is whole, whatever is written meanwhile, and becomes a record again."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from backends import on_sqlite
from command_line import kawat
from conftest import Add
from kawat import Record
from kawat.errors import RecordError, RecordMismatch, RecordUnwritable
from kawat.record.database import Database
from record_articles import Said, reading_of
from test_record_slow import add_numbered, count, process

TEXT = "Rusia menyerang Suriah. Turki mengecam Rusia."
TOLD = [
    Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when="2016-09-10"),
    Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"]),
]


@pytest.fixture
def kept(database: Database, add: Add, where: str) -> str:
    """A record of one article."""
    add(reading_of(TEXT, TOLD, published="2016-09-11"))
    return where


def test_a_copy_is_the_record_and_becomes_one_again(kept: str, tmp_path: Path) -> None:
    """On a server too: into a file, and from that into a file that says the same."""
    copy, again = tmp_path / "salinan.kawat", tmp_path / "lagi.kawat"
    done = kawat("backup", kept, copy)
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 articles" in done.stdout
    assert kawat("restore", copy, again).returncode == 0
    lines = Record(kept).timeline()
    assert len(lines) == 2
    assert Record(copy).timeline() == Record(again).timeline() == lines
    assert Record(again).verify().holds
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


@pytest.mark.slow
def test_a_copy_of_a_file_is_restored_to_a_server_that_goes_on_counting(
    server: object, tmp_path: Path
) -> None:
    file, served = tmp_path / "uji.kawat", server.new()  # type: ignore[attr-defined]
    add_numbered(str(file), 20)
    assert Record(file).backup(tmp_path / "salinan.kawat")
    proof = Record(served).restore(tmp_path / "salinan.kawat")
    assert proof
    assert proof.articles == 20
    assert len(add_numbered(served, 25)) == 25
    assert Record(served).verify().articles == 25
    with pytest.raises(RecordUnwritable, match="a record here already"):
        Record(served).restore(tmp_path / "salinan.kawat")


def test_nothing_that_is_there_is_overwritten(kept: str, tmp_path: Path) -> None:
    copy = tmp_path / "salinan.kawat"
    copy.write_text("lain")
    with pytest.raises(RecordUnwritable, match="a file here already"):
        Record(kept).backup(copy)
    assert copy.read_text() == "lain"
    assert Record(kept).backup(copy, replace=True)
    with pytest.raises(RecordUnwritable, match="already"):
        Record(kept).restore(copy)
    (tmp_path / "terbuka.kawat-wal").touch()
    with pytest.raises(RecordUnwritable, match="has this file open"):
        Record(kept).backup(tmp_path / "terbuka.kawat")


@on_sqlite
def test_a_record_is_no_copy_of_itself(kept: str) -> None:
    with pytest.raises(RecordError, match="the record itself"):
        Record(kept).backup(kept, replace=True)


@on_sqlite
def test_a_copy_that_does_not_hold_is_not_kept_unless_asked_for(kept: str, tmp_path: Path) -> None:
    copy = tmp_path / "salinan.kawat"
    with sqlite3.connect(kept) as connection:
        connection.execute("UPDATE readings SET digest = 'x'")
    with pytest.raises(RecordError, match="the copy does not hold: 1 faults"):
        Record(kept).backup(copy)
    assert not copy.exists()
    assert Record(kept).backup(copy, prove=False) is None
    assert copy.exists()


def test_what_is_no_record_is_neither_copied_nor_restored(tmp_path: Path) -> None:
    other = tmp_path / "lain.txt"
    other.write_text("bukan rekaman " * 100)
    with pytest.raises(RecordMismatch, match="the file is no record"):
        Record(tmp_path / "baru.kawat").restore(other)
    with pytest.raises(RecordError, match="there is no record here"):
        Record(tmp_path / "tidak-ada.kawat").backup(tmp_path / "salinan.kawat")
    assert list(tmp_path.iterdir()) == [other]


@pytest.mark.slow
def test_copies_made_while_another_process_adds_are_all_whole(where: str, tmp_path: Path) -> None:
    """Each copy is the record of some moment, and the later one has no less than the earlier."""
    running = process(where, 200)
    held = []
    while running.poll() is None:
        if count(where) > 5 * len(held):
            proof = Record(where).backup(tmp_path / f"{len(held)}.kawat")
            assert proof
            held.append(proof.articles)
    assert running.communicate()[1].decode() == ""
    assert len(held) > 2
    assert held == sorted(held)
    assert held[0] < 200
