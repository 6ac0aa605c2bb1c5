"""A record is made, opened and refused with a plain reason; its tables are the migrated ones."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from kawat.errors import RecordError, RecordMismatch, RecordUnwritable
from kawat.record.database import Database
from kawat.record.migrations import HEAD, VERSION_TABLE
from kawat.record.tables import Row


def test_the_migrations_make_the_tables(database: Database) -> None:
    """Every table and column of the code is in the migrated record, and nothing else.

    Full-text search alone has tables of the database's own kind.
    """

    def is_ours(name: str | None, kind: str, _: object) -> bool:
        return kind != "table" or not str(name).startswith("passage_words")

    opts = {"version_table": VERSION_TABLE, "include_name": is_ours}
    with database.reading() as connection:
        made = set(inspect(connection).get_table_names())
        context = MigrationContext.configure(connection, opts=opts)
        differences = compare_metadata(context, Row.metadata)
    assert {name for name in made if is_ours(name, "table", None)} == {
        *Row.metadata.tables,
        VERSION_TABLE,
    }
    assert differences == []


def test_the_head_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", "kawat.record:migrations")
    assert ScriptDirectory.from_config(config).get_heads() == [HEAD]


def test_a_record_opens_again_without_alembic(tmp_path: Path) -> None:
    """Opening what is up to date changes nothing in the file."""
    file = tmp_path / "uji.kawat"
    Database(file, create=True).close()
    before = file.read_bytes()
    Database(file, create=False).close()
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["uji.kawat"]


def test_a_record_that_is_not_there_is_not_made_by_looking(tmp_path: Path) -> None:
    file = tmp_path / "salah.kawat"
    with pytest.raises(RecordError, match=r"salah\.kawat: there is no record here; make it with"):
        Database(file, create=False)
    assert not file.exists()


def test_another_database_is_no_record(tmp_path: Path) -> None:
    file = tmp_path / "lain.db"
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE catatan (isi TEXT)")
    connection.close()
    with pytest.raises(RecordMismatch, match="something else than a record; name another file"):
        Database(file, create=True)


def test_a_text_is_no_record(tmp_path: Path) -> None:
    file = tmp_path / "berita.txt"
    file.write_text("Rusia dan Turki sepakat. " * 100, encoding="utf-8")
    before = file.read_bytes()
    with pytest.raises(RecordMismatch, match=r"berita\.txt: the file is no record"):
        Database(file, create=True)
    assert file.read_bytes() == before


def test_a_newer_record_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "baru.kawat"
    Database(file, create=True).close()
    with sqlite3.connect(file) as connection:
        connection.execute(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")
    connection.close()
    with pytest.raises(RecordMismatch, match="made by a newer Kawat; upgrade Kawat"):
        Database(file, create=True)


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(RecordUnwritable, match="this is a folder; name a file in it"):
        Database(tmp_path, create=True)


def test_a_record_is_not_made_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(RecordUnwritable, match="its folder does not exist; make the folder"):
        Database(tmp_path / "tidak" / "ada.kawat", create=True)


def test_a_locked_record_says_who_must_end_first(tmp_path: Path) -> None:
    file = tmp_path / "uji.kawat"
    Database(file, create=True).close()
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with (
            Database(file, create=True, patience=0.05) as database,
            pytest.raises(RecordUnwritable, match="another process is writing"),
            database.writing(),
        ):
            pass
    finally:
        other.close()


def test_a_record_that_may_only_be_read_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading asks for no right to write; writing says what is missing."""
    file = tmp_path / "uji 1%.kawat"
    Database(file, create=True).close()
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    with Database(file, create=False) as database:
        with database.reading() as connection:
            assert connection.scalar(text("SELECT count(*) FROM articles")) == 0
            assert [path.name for path in tmp_path.iterdir()] == [file.name]
        with (
            pytest.raises(RecordUnwritable, match="may not be written; give yourself the right"),
            database.writing() as connection,
        ):
            connection.execute(text("DELETE FROM articles"))


@pytest.mark.parametrize("where", ["nosuch://tuan/rumah", "postgresql:///a:b:c@://"])
def test_a_wrong_url_is_refused(where: str) -> None:
    with pytest.raises(RecordError):
        Database(where, create=True)
