"""A record in a PostgreSQL database of its own: how it is opened, who may write, and its errors.

Every call of :meth:`~kawat.record.database.Database.writing` holds one advisory lock until its
transaction ends, so that writers come one after the other as with SQLite. Reading takes one
snapshot and waits for nobody.
"""

from __future__ import annotations

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, OperationalError

from kawat.errors import RecordError, RecordMismatch, RecordUnwritable

DRIVER = "postgresql+psycopg"

_WRITER = 0x6B61776174  # "kawat"; advisory locks are of one database each


def engine(url: URL, patience: float) -> Engine:
    """Return an engine on the database; a writer waits ``patience`` seconds for another.

    :class:`RecordError` where the driver is not installed.
    """
    wait = max(1, int(patience))
    try:
        made = create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": wait})
    except ModuleNotFoundError as error:
        fix = "install it: pip install 'kawat[postgresql]'"
        what = f"the driver {error.name} is missing"
        raise RecordError(what, where=url.render_as_string(), fix=fix) from error

    def begin(connection: Connection) -> None:
        if connection.get_execution_options().get("writing"):
            milliseconds = max(1, int(patience * 1000))
            connection.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}")
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER})")
        else:
            connection.exec_driver_sql("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")

    event.listen(made, "begin", begin)
    return made


_ASK = "ask who looks after the server"

_REFUSALS: dict[str, tuple[type[RecordError], str, str]] = {
    "25006": (
        RecordUnwritable,
        "the database may only be read",
        "write to the primary server, not to a standby",
    ),
    "42501": (
        RecordUnwritable,
        "the record may not be written",
        f"{_ASK} for the right to make and write tables in this database",
    ),
    "53100": (
        RecordUnwritable,
        "the server's disk is full",
        "make room, then run the same command again; what was added so far is kept",
    ),
    "53300": (RecordError, "the server has too many connections", "try again later"),
    "55P03": (
        RecordUnwritable,
        "another process is writing to the record",
        "wait until it ends, then run the same command again",
    ),
    "08": (RecordError, "the server can't be reached", "look whether it runs"),
    "57P": (
        RecordError,
        "the server ended the connection",
        "run the same command again when it is back; what was added so far is kept",
    ),
    "22021": (
        RecordMismatch,
        "the database can't hold every character",
        "make it with UTF-8: createdb --encoding=UTF8 --template=template0 NAME",
    ),
    "22P05": (
        RecordMismatch,
        "the database can't hold every character",
        "make it with UTF-8: createdb --encoding=UTF8 --template=template0 NAME",
    ),
}
"""The beginning of an SQLSTATE → the error that a user gets, what it says, and what to do."""


def refusal(error: DBAPIError) -> tuple[type[RecordError], str, str] | None:
    """Return the error that a user gets, what it says and what to do; ``None`` if unknown.

    The driver gives a refused connection no SQLSTATE, only the server's words.
    """
    state = getattr(error.orig, "sqlstate", None)
    if state is None and isinstance(error, OperationalError):
        words = str(error.orig).strip().splitlines()[-1]
        fix = "look whether the server runs, and whether host, user, password and name are right"
        return RecordError, f"the server can't be reached, or refuses: {words}", fix
    return next((known for key, known in _REFUSALS.items() if str(state).startswith(key)), None)
