"""Copying a record row by row, between a file and a server or two servers."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection, Table
from sqlalchemy.types import TypeDecorator

from kawat.record.database import Database
from kawat.record.tables import ArticleRow, PassageRow, Row, UnsearchedRow

AT_ONCE = 500
"""Rows in memory; an article's text is one."""


def copy_rows(source: Database, target: Database) -> None:
    """Copy every row, as the record is at one moment, into a record that has none.

    The words of full-text search are of the database's own kind: every article is noted as not
    searched yet, for :func:`~kawat.record.search.index.complete_index`.
    """
    own = {PassageRow.__table__, UnsearchedRow.__table__}
    tables = [table for table in Row.metadata.sorted_tables if table not in own]
    with source.reading() as reads, target.writing() as writes:
        for table in tables:
            _copy(reads, writes, table)
        numbers = sa.select(ArticleRow.number)
        writes.execute(sa.insert(UnsearchedRow).from_select(["article"], numbers))
        if writes.dialect.name == "postgresql":
            for table in tables:
                _count_on(writes, table)


def _copy(reads: Connection, writes: Connection, table: Table) -> None:
    plain = _plain(table)
    streamed = sa.select(plain).execution_options(yield_per=AT_ONCE)
    for rows in reads.execute(streamed).mappings().partitions():
        writes.execute(sa.insert(plain), [dict(row) for row in rows])


def _plain(table: Table) -> Any:
    """Return the table with its values as they are kept: what is packed stays so."""
    columns: list[Any] = []
    for column in table.columns:
        kept = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
        columns.append(sa.column(column.name, kept))
    return sa.table(table.name, *columns)


def _count_on(connection: Connection, table: Table) -> None:
    """Let the next row's number come after those that were copied."""
    for column in table.primary_key:
        asked = sa.select(sa.func.pg_get_serial_sequence(table.name, column.name))
        if column.foreign_keys or not (sequence := connection.scalar(asked)):
            continue
        highest = connection.scalar(sa.select(sa.func.max(column)))
        if highest is not None:
            connection.execute(sa.select(sa.func.setval(sequence, highest)))
