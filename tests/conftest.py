"""What the tests share: hypothesis without a clock, a record, and a way to add readings to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from kawat.draft import Article
from kawat.reading import Reading
from kawat.record.add import Outcome, Run
from kawat.record.database import Database

settings.register_profile("kawat", deadline=None)  # time is measured in benchmarks/
settings.load_profile("kawat")

Add = Callable[..., list[Outcome]]


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    """A new record in a folder of its own."""
    with Database(tmp_path / "uji.kawat", create=True) as database:
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
