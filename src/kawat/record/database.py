"""The database of a record: opened, made or brought up to date, and its errors in plain words.

A record is one SQLite file, or a database of its own on a server where the address is a URL
(``postgresql://…``).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Self

from sqlalchemy import URL, Column, Connection, MetaData, String, Table, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError

from kawat.errors import RecordError, RecordMismatch
from kawat.record import postgresql, sqlite
from kawat.record.migrations import HEAD, VERSION_TABLE

PATIENCE = 30.0
"""Seconds to wait for another process that is writing."""

Refusal = tuple[type[RecordError], str, str]

_VERSION = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32)))


class Database:
    """An open record: connections for reading and for writing.

    ``create`` makes the record where nothing is yet. :class:`RecordMismatch` where something
    else is, :class:`RecordUnwritable` where it can't be made or brought up to date.
    """

    def __init__(self, where: str | Path, *, create: bool, patience: float = PATIENCE) -> None:
        self._url = _url(str(where))
        self.where = shown(str(where))
        if _backend(self._url) is sqlite:
            sqlite.check_file(Path(self._url.database or ""), create)
        with self._refusing():
            self._engine = _backend(self._url).engine(self._url, patience)
            try:
                self._upgrade(create)
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

    def _upgrade(self, create: bool) -> None:
        with self._engine.connect() as connection:
            step = _step(connection, self.where)
        if step == HEAD:
            return
        if step is None and not create:
            fix = f"make it with: kawat add {self.where} ARTICLES"
            raise RecordError("there is no record here", where=self.where, fix=fix)
        with self._engine.execution_options(writing=True).begin() as connection:
            if _step(connection, self.where) != HEAD:  # another process may have done it meanwhile
                _migrate(connection, self.where)

    @contextmanager
    def _refusing(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise _refusal(error, self._url, self.where) from error


_BACKENDS = {"sqlite": sqlite, "postgresql": postgresql}


def _backend(url: URL) -> ModuleType:
    return _BACKENDS[url.get_backend_name()]


def shown(where: str) -> str:
    """Return the address as it may be printed: as it was given, a URL without its password."""
    if "://" not in where or make_url(where).password is None:
        return where
    return make_url(where).render_as_string()


def file_of(where: str) -> Path | None:
    """Return the file in which a record is kept, ``None`` for one on a server."""
    url = _url(where)
    return Path(url.database or "") if _backend(url) is sqlite else None


def step_of(where: str, *, patience: float = PATIENCE) -> str | None:
    """Return the step that a record stands at, ``None`` where nothing is; nothing is changed."""
    url = _url(where)
    engine = _backend(url).engine(url, patience)
    try:
        with engine.connect() as connection:
            return _step(connection, shown(where))
    except DBAPIError as error:
        raise _refusal(error, url, shown(where)) from error
    finally:
        engine.dispose()


def _step(connection: Connection, where: str) -> str | None:
    """Return the step that the record stands at, ``None`` if there is no table at all."""
    if inspect(connection).has_table(VERSION_TABLE):
        return connection.execute(select(_VERSION.c.version_num)).scalar()
    if inspect(connection).get_table_names():
        raise RecordMismatch(
            "the database holds something else than a record",
            where=where,
            fix="name another file, or an empty database",
        )
    return None


def _url(where: str) -> URL:
    if "://" not in where:
        return URL.create("sqlite", database=where)
    try:
        url = make_url(where)
        if url.drivername in ("postgres", "postgresql"):
            url = url.set(drivername=postgresql.DRIVER)
        url.get_dialect()
        if url.get_backend_name() not in _BACKENDS:
            raise NoSuchModuleError(url.get_backend_name())
    except (ArgumentError, NoSuchModuleError) as error:
        fix = "name a file, or a URL that begins with postgresql://"
        raise RecordError("this is no address of a database", where=where, fix=fix) from error
    return url


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


def _refusal(error: DBAPIError, url: URL, where: str) -> RecordError:
    """Return Kawat's error for a database's own."""
    known: Refusal | None = _backend(url).refusal(error)
    kind, what, fix = known or (RecordError, str(error.orig), "look at the database's own log")
    return kind(what, where=where, fix=fix)
