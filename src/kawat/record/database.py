"""The database of a record: opened, made or brought up to date, and its errors in plain words.

A record is one SQLite file, or a database of its own on a server where the address is a URL
(``postgresql://…``).
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Self
from urllib.parse import quote

from sqlalchemy import (
    URL,
    Column,
    Connection,
    Engine,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    inspect,
    make_url,
    select,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from kawat.errors import RecordError, RecordMismatch, RecordUnwritable
from kawat.record.migrations import HEAD, VERSION_TABLE

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

_VERSION = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32)))


class Database:
    """An open record: connections for reading and for writing.

    ``create`` makes the record where nothing is yet. :class:`RecordMismatch` where something
    else is, :class:`RecordUnwritable` where it can't be made or brought up to date.
    """

    def __init__(self, where: str | Path, *, create: bool, patience: float = PATIENCE) -> None:
        self.where = str(where)
        url = _url(self.where)
        file = Path(url.database or "") if url.get_backend_name() == "sqlite" else None
        if file is not None:
            _check_file(file, create)
            url = _readable(url, file)
        with self._refusing():
            self._engine = _engine(url, file, patience)
            try:
                self._upgrade()
            except BaseException:
                self._engine.dispose()
                raise

    def close(self) -> None:
        """Close every connection; the file is then whole by itself."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees the record as it is now."""
        with self._refusing(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection that alone may write; kept when it ends well, undone otherwise."""
        with self._refusing(), self._engine.execution_options(writing=True).begin() as connection:
            yield connection

    def _upgrade(self) -> None:
        with self._engine.connect() as connection:
            if self._step(connection) == HEAD:
                return
        with self._engine.execution_options(writing=True).begin() as connection:
            if self._step(connection) != HEAD:  # another process may have done it meanwhile
                _migrate(connection, self.where)

    def _step(self, connection: Connection) -> str | None:
        """Return the step that the record stands at, ``None`` if there is no table at all."""
        if inspect(connection).has_table(VERSION_TABLE):
            return connection.execute(select(_VERSION.c.version_num)).scalar()
        if inspect(connection).get_table_names():
            raise RecordMismatch(
                "the database holds something else than a record",
                where=self.where,
                fix="name another file, or an empty database",
            )
        return None

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _refusal(error, self.where) from error


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername="postgresql+psycopg")
        url.get_dialect()
    except (ArgumentError, NoSuchModuleError) as error:
        fix = "name a file, or a URL that begins with postgresql://"
        raise RecordError("this is no address of a database", where=where, fix=fix) from error
    return url


def _check_file(file: Path, create: bool) -> None:
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


def _readable(url: URL, file: Path) -> URL:
    """Return a URL that reads a file which may not be written; SQLite would write beside it."""
    if not file.exists() or (os.access(file, os.W_OK) and os.access(file.parent, os.W_OK)):
        return url
    name = f"file:{quote(str(file))}"
    return url.set(database=name, query={"uri": "true", "mode": "ro", "immutable": "1"})


def _engine(url: URL, file: Path | None, patience: float) -> Engine:
    if file is None:
        try:
            return create_engine(url)
        except ModuleNotFoundError as error:
            fix = "install it: pip install 'psycopg[binary]'"
            what = f"the driver {error.name} is missing"
            raise RecordError(what, where=url.render_as_string(), fix=fix) from error
    engine = create_engine(url, connect_args={"timeout": patience})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin_sqlite says
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


def _migrate(connection: Connection, where: str) -> None:
    # Alembic takes a tenth of a second to import; a record that is up to date never needs it.
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "kawat.record:migrations")
    try:
        command.upgrade(config, "head")
    except CommandError as error:
        raise RecordMismatch(
            "the record was made by a newer Kawat",
            where=where,
            fix="upgrade Kawat, or make a new record from the articles",
        ) from error


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


def _refusal(error: DBAPIError, where: str) -> RecordError:
    """Return Kawat's error for a database's: the primary SQLite code decides."""
    code: Any = getattr(error.orig, "sqlite_errorname", "")
    primary = "_".join(str(code).split("_")[:2])
    kind, what, fix = _REFUSALS.get(
        primary, (RecordError, str(error.orig), "look at the database's own log")
    )
    return kind(what, where=where, fix=fix)
