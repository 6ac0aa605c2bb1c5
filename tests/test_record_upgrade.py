"""A record that an older Kawat made is brought up to date, with all that it could not hold yet."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine

from kawat.engine import Record
from kawat.record.asked import Asked
from kawat.record.database import Database
from kawat.record.verify import verify

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def newest(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("record") / "baru.kawat"
    Record(file).add([EXAMPLES])
    return file


def first(file: Path, rows_of: Path) -> None:
    """Make a record as the first migration has it, with the rows of another."""
    engine = create_engine(f"sqlite:///{file}")
    with engine.begin() as connection:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "kawat.record:migrations")
        command.upgrade(config, "0001")
    engine.dispose()
    with closing(sqlite3.connect(file)) as old:
        old.execute("ATTACH ? AS newest", (str(rows_of),))
        tables = old.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall()
        for (table,) in tables:
            if table != "kawat_version":
                columns = [row[1] for row in old.execute(f"PRAGMA main.table_info({table})")]
                named = ", ".join(f'"{column}"' for column in columns)
                old.execute(f"INSERT INTO {table} ({named}) SELECT {named} FROM newest.{table}")
        old.commit()


def test_a_record_of_the_first_step_has_everything_of_the_newest(
    newest: Path, tmp_path: Path
) -> None:
    """The same events, actors and statements are found, and every row holds."""
    file = tmp_path / "lama.kawat"
    first(file, newest)
    with Database(file, create=False) as database:
        proof = verify(database)
    assert proof.holds, proof.faults
    assert proof.articles > 0
    old, new = Record(file), Record(newest)
    assert old.timeline_page(Asked()) == new.timeline_page(Asked())
    assert old.timeline_page(Asked()).items
    assert old.said_page(about="gencatan") == new.said_page(about="gencatan")
    assert old.said_page(about="gencatan").items
    name = next(line.actors[0].name for line in old.timeline() if line.actors)
    assert old.who(name) == new.who(name) != []
