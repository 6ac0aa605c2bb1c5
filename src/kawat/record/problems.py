"""What could not be read, and has not been since.

A problem stands until the input that it came from is added again without it, or the article that
it names is.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, insert, select

from kawat.record.database import Database
from kawat.record.tables import ProblemRow, RunRow


@dataclass(frozen=True, slots=True)
class KeptProblem:
    """A problem of an input, as intake tells it, and when (UTC) the run began that met it."""

    level: str
    code: str
    where: str
    what: str
    fix: str
    when: str


def problems(database: Database) -> list[KeptProblem]:
    """Return the problems that stand, by where they are."""
    columns = (ProblemRow.level, ProblemRow.code, ProblemRow.where, ProblemRow.what, ProblemRow.fix)
    query = (
        select(*columns, RunRow.started)
        .join(RunRow, RunRow.number == ProblemRow.run)
        .order_by(ProblemRow.where, ProblemRow.what)
    )
    with database.reading() as connection:
        return [KeptProblem(*row) for row in connection.execute(query)]


def keep(connection: Connection, run: int, input: str, parts: dict[str, str]) -> None:
    """Keep a problem, once: ``parts`` are its level, code, where, what and fix."""
    same = (ProblemRow.where == parts["where"]) & (ProblemRow.what == parts["what"])
    connection.execute(delete(ProblemRow).where(same))
    connection.execute(insert(ProblemRow).values(input=input, run=run, **parts))


def forget(connection: Connection, run: int, *, input: str = "", where: str = "") -> None:
    """Forget what earlier runs met in an input, or at the address of an article."""
    statement = _OF_INPUT if input else _OF_ARTICLE
    connection.execute(statement, {"name": input or where, "mine": run})


_OTHERS = delete(ProblemRow).where(ProblemRow.run != bindparam("mine"))
_OF_INPUT = _OTHERS.where(ProblemRow.input == bindparam("name"))
_OF_ARTICLE = _OTHERS.where(ProblemRow.where == bindparam("name"))
