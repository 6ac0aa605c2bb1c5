"""A record on a PostgreSQL server: the same as in a file, one writer at a time, plain refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import make_url, text

from kawat import Record
from kawat.errors import RecordError, RecordMismatch, RecordUnwritable
from kawat.record.database import Database
from postgresql_server import Server

pytestmark = pytest.mark.slow

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_a_record_on_a_server_is_the_one_in_a_file(server: Server, tmp_path: Path) -> None:
    """Every view of the examples gives the same, whichever database they were added to."""
    file, served = Record(tmp_path / "contoh.kawat"), Record(server.new())
    for record in (file, served):
        assert record.add([EXAMPLES]).articles > 0
        assert record.verify().holds
    assert served.timeline() == file.timeline() != []
    assert served.said() == file.said() != []
    assert served.said(about="gencatan") == file.said(about="gencatan") != []
    assert served.who("Putin") == file.who("Putin") != []
    assert served.toll() == file.toll()
    assert served.disputes() == file.disputes()


def test_words_are_compared_by_code_point(server: Server) -> None:
    """Whatever the server's locale: no column of words has the database's own order."""
    query = (
        "SELECT table_name, column_name, collation_name FROM information_schema.columns "
        "WHERE table_schema = 'public' AND data_type LIKE 'character%'"
    )
    with Database(server.new(), create=True) as database, database.reading() as connection:
        found = [tuple(row) for row in connection.execute(text(query))]
    assert len(found) > 50
    others = {(table, column) for table, column, collation in found if collation != "C"}
    assert others <= {("kawat_version", "version_num")}


def test_a_second_writer_is_told_who_must_end_first(server: Server) -> None:
    where = server.new()
    with (
        Database(where, create=True) as one,
        Database(where, create=True, patience=0.05) as other,
        one.writing(),
    ):
        with other.reading() as connection:
            assert connection.scalar(text("SELECT count(*) FROM articles")) == 0
        with pytest.raises(RecordUnwritable, match="another process is writing"), other.writing():
            pass


def test_reading_writes_nothing(server: Server) -> None:
    with (
        Database(server.new(), create=True) as database,
        pytest.raises(RecordUnwritable, match="may only be read"),
        database.reading() as connection,
    ):
        connection.execute(text("DELETE FROM articles"))


def test_looking_makes_no_record(server: Server) -> None:
    where = server.new()
    with pytest.raises(RecordError, match="there is no record here; make it with: kawat add"):
        Database(where, create=False)


def test_a_database_with_something_else_in_it_is_no_record(server: Server) -> None:
    where = server.new()
    with Database(where, create=True) as database, database.writing() as connection:
        connection.execute(text("DROP TABLE kawat_version"))
    with pytest.raises(RecordMismatch, match="something else than a record"):
        Database(where, create=True)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"database": "tidakada"}, "refuses: .*does not exist"),
        ({"username": "orang"}, "refuses: .*does not exist"),
        ({"query": {"host": "/tidak/ada"}}, "can't be reached.*; look whether the server runs"),
    ],
)
def test_what_is_wrong_with_an_address_is_told(
    server: Server, change: dict[str, object], words: str
) -> None:
    where = make_url(server.address("postgres")).set(password="rahasia", **change)
    with pytest.raises(RecordError, match=words) as raised:
        Database(where.render_as_string(hide_password=False), create=True)
    assert "rahasia" not in str(raised.value)
