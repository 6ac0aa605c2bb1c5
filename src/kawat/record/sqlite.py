"""A record in one SQLite file: how it is opened, how transactions begin, and its errors."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError

from kawat.errors import RecordError, RecordMismatch, RecordUnwritable

PAGES_AT_ONCE = 10_000
"""Pages of 4 KiB that are copied before the process listens for Ctrl-C again."""


def engine(url: URL, patience: float) -> Engine:
    """Return an engine on the file; a writer waits ``patience`` seconds for another."""
    file = Path(url.database or "")
    made = create_engine(_readable(url, file), connect_args={"timeout": patience})
    event.listen(made, "connect", _set_up)
    event.listen(made, "begin", _begin)
    return made


def check_file(file: Path, create: bool) -> None:
    """Refuse a path that can't hold a record, or holds none though one is asked for."""
    if file.is_dir():
        raise RecordUnwritable(
            "this is a folder", where=str(file), fix="name a file in it, such as syria.kawat"
        )
    if file.exists():
        return
    if not create:
        raise RecordError(
            "there is no record here",
            where=str(file),
            fix=f"make it with: kawat add {file} ARTICLES",
        )
    if not file.parent.is_dir():
        raise RecordUnwritable(
            "its folder does not exist", where=str(file), fix=f"make the folder {file.parent}"
        )


def copy_file(source: Path, target: Path) -> None:
    """Copy a record as it is at one moment; whoever writes to it meanwhile does not wait."""
    reads = engine(URL.create("sqlite", database=str(source)), patience=30.0)
    where = source
    try:
        with reads.connect() as connection, closing(sqlite3.connect(target)) as copy:
            # What is read first in a transaction is the moment that all of it shows.
            connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
            given = connection.connection.driver_connection
            assert isinstance(given, sqlite3.Connection)
            where = target
            given.backup(copy, pages=PAGES_AT_ONCE)
    except (DBAPIError, sqlite3.Error) as error:
        wrapped = error if isinstance(error, DBAPIError) else DBAPIError(None, None, error)
        kind, what, fix = refusal(wrapped) or (RecordError, str(error), "look at the disk")
        raise kind(what, where=str(where), fix=fix) from error
    finally:
        reads.dispose()


def _readable(url: URL, file: Path) -> URL:
    """Return a URL that reads a file which may not be written; SQLite would write beside it."""
    if not file.exists() or (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        return url
    name = f"file:{quote(str(file))}"
    return url.set(database=name, query={"uri": "true", "mode": "ro", "immutable": "1"})


def _set_up(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin says
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


_REFUSALS: dict[str, tuple[type[RecordError], str, str]] = {
    "SQLITE_FULL": (
        RecordUnwritable,
        "the disk is full",
        "make room, then run the same command again; what was added so far is kept",
    ),
    "SQLITE_IOERR": (
        RecordUnwritable,
        "the disk did not take or give the data",
        "look at the disk and its limits, then run the same command again; "
        "what was added so far is kept",
    ),
    "SQLITE_BUSY": (
        RecordUnwritable,
        "another process is writing to the record",
        "wait until it ends, then run the same command again",
    ),
    "SQLITE_READONLY": (
        RecordUnwritable,
        "the record may not be written",
        "give yourself the right to write the file and its folder",
    ),
    "SQLITE_CANTOPEN": (
        RecordUnwritable,
        "the file can't be opened or made",
        "look whether its folder is there and you have the right to write in it",
    ),
    "SQLITE_NOTADB": (
        RecordMismatch,
        "the file is no record",
        "name a record, or a file that does not exist yet",
    ),
    "SQLITE_CORRUPT": (
        RecordError,
        "the file is damaged",
        "put back a copy of it, or make a new record from the articles",
    ),
}
"""SQLite's primary code → the error that a user gets, what it says, and what to do."""


def refusal(error: DBAPIError) -> tuple[type[RecordError], str, str] | None:
    """Return the error that a user gets, what it says and what to do; ``None`` if unknown.

    An extended code (``SQLITE_IOERR_WRITE``) begins with its primary one.
    """
    code = str(getattr(error.orig, "sqlite_errorname", ""))
    return _REFUSALS.get("_".join(code.split("_")[:2]))
