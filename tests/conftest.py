"""What the tests share: hypothesis without a clock, a record, and a way to add readings to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kawat import Record
from kawat.draft import Article
from kawat.reading import Reading
from kawat.record.add import Outcome, Run
from kawat.record.database import Database
from postgresql_server import Server, programs, running

settings.register_profile("kawat", deadline=None)  # time is measured in benchmarks/
settings.load_profile("kawat")

Add = Callable[..., list[Outcome]]


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """A PostgreSQL server; one for each process of the tests."""
    folder = programs()
    if folder is None:
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    with running(folder) as server:
        yield server


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of ``examples/``, made once for each process: read it, change a copy."""
    record = Record(tmp_path_factory.mktemp("desk") / "contoh.kawat")
    record.add([Path(__file__).parent.parent / "examples"])
    return record


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.slow)])
def where(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new record may be: a file, or a database on a server."""
    if request.param == "sqlite":
        return str(tmp_path / "uji.kawat")
    server: Server = request.getfixturevalue("server")
    return server.new()


@pytest.fixture
def database(where: str) -> Iterator[Database]:
    """A new record."""
    with Database(where, create=True) as database:
        yield database


@pytest.fixture
def add(database: Database) -> Add:
    """Add readings in one run, as the engine does; returns the outcomes."""

    def add(*readings: Reading, version: str = "1.0") -> list[Outcome]:
        run = Run(database, version)
        outcomes = []
        for reading in readings:
            head = reading.article
            published = head.published.value if head.published else None
            outlet = head.outlet.name if head.outlet else None
            need = run.need(Article(reading.text, head.uri, published, outlet))
            outcomes.append(run.keep(need, reading if need.read else None))
        run.end()
        return outcomes

    return add
