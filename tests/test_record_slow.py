"""A record lives through kills, full disks and thousands of articles."""

from __future__ import annotations

import itertools
import os
import resource
import signal
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, func, select

from backends import on_sqlite
from kawat.draft import Article
from kawat.errors import RecordError
from kawat.reading import Reading
from kawat.record.add import Outcome, Run
from kawat.record.database import Database
from kawat.record.tables import ArticleRow
from kawat.record.verify import verify
from record_articles import Said, reading_of

pytestmark = pytest.mark.slow

ARTICLES = 1000


def numbered(n: int) -> Reading:
    """Return the n-th article of a series: an attack a day, told in nearly the same words."""
    day = (date(2000, 1, 1) + timedelta(n)).isoformat()
    text = f"Rusia menyerang Suriah pada hari ke-{n}. Turki mengecam serangan itu, kata Anadolu."
    events = [
        Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when=day),
        Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"]),
    ]
    return reading_of(text, events, uri=f"{n:05}.txt", published=day, sources=["Anadolu"])


def add_numbered(where: str, count: int) -> list[Outcome]:
    """Add the first articles of the series, as a process of its own would."""
    outcomes = []
    with Database(where, create=True) as database:
        run = Run(database, "1.0")
        for n in range(count):
            reading = numbered(n)
            need = run.need(Article(reading.text, reading.article.uri))
            outcomes.append(run.keep(need, reading if need.read else None))
        run.end()
    return outcomes


def process(where: str, count: int = ARTICLES, **more: object) -> subprocess.Popen[bytes]:
    """Start another process that adds the whole series."""
    code = "import sys; from test_record_slow import *; add_numbered(sys.argv[1], int(sys.argv[2]))"
    here = str(Path(__file__).parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([here, *sys.path])}
    return subprocess.Popen(
        [sys.executable, "-c", code, where, str(count)],
        env=environment,
        stderr=subprocess.PIPE,
        **more,  # type: ignore[call-overload]
    )


def test_a_kill_at_any_moment_loses_and_doubles_nothing(where: str) -> None:
    """Kill the adding process again and again, each time a little later; then let it end."""
    kept = [0]
    for size in (1, 100, 350, 800):
        running = process(where)
        while running.poll() is None and count(where) < size:
            time.sleep(0.005)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        with Database(where, create=True) as database:
            proof = verify(database)
        assert proof.holds, proof.faults
        kept.append(proof.articles)
    assert kept == sorted(kept)
    assert 0 < kept[-1] < ARTICLES, "no process was killed in the midst of adding"
    outcomes = add_numbered(where, ARTICLES)
    assert outcomes.count(Outcome.KNOWN) == kept[-1]
    assert outcomes.count(Outcome.NEW) == ARTICLES - kept[-1]
    with Database(where, create=False) as database:
        proof = verify(database)
    assert (proof.holds, proof.articles) == (True, ARTICLES)


def count(where: str) -> int:
    """Return how many articles another process has committed so far."""
    try:
        with Database(where, create=False) as database, database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(ArticleRow)) or 0
    except RecordError:  # the record is not there yet
        return 0


def test_two_writers_at_once_lose_nothing(where: str) -> None:
    """Both add the same series; each article is kept once."""
    writers = [process(where, 300), process(where, 300)]
    errors = [writer.communicate()[1].decode() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], errors
    with Database(where, create=False) as database:
        proof = verify(database)
    assert (proof.holds, proof.articles) == (True, 300)


@on_sqlite
def test_a_file_that_may_grow_no_further_is_an_error_with_a_fix(where: str) -> None:
    """The system itself refuses (a file size limit); without the limit, adding goes on."""
    limit = 1_500_000
    running = process(
        where, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    error = running.communicate()[1].decode()
    assert running.returncode == 1
    assert "RecordUnwritable" in error
    assert "then run the same command again" in error
    with Database(where, create=False) as database:
        proof = verify(database)
    assert proof.holds
    assert 0 < proof.articles < ARTICLES
    assert add_numbered(where, ARTICLES).count(Outcome.NEW) == ARTICLES - proof.articles


@on_sqlite
def test_the_last_of_thousands_costs_what_the_first_did(database: Database) -> None:
    """Each article takes as many statements as any other, and none scans a table."""
    asked: list[list[str]] = [[]]

    def note(_: object, __: object, statement: str, *___: object) -> None:
        asked[-1].append(statement)

    run = Run(database, "1.0")
    event.listen(database._engine, "before_cursor_execute", note)
    for n in range(1000):
        asked.append([])
        reading = numbered(n)
        run.keep(run.need(Article(reading.text, reading.article.uri)), reading)
    assert asked[100] == asked[-1]
    event.remove(database._engine, "before_cursor_execute", note)
    plans = list(itertools.chain(*(plan(database, statement) for statement in asked[-1])))
    assert plans
    scanned = {step for step in plans if step.startswith("SCAN")}
    assert scanned <= {"SCAN decisions"}  # which people make, one by one


def plan(database: Database, statement: str) -> list[str]:
    """Return how SQLite would find the rows of a statement."""
    if statement.startswith(("BEGIN", "INSERT")):
        return []
    with database.reading() as connection:
        raw = connection.connection.cursor()
        raw.execute(f"EXPLAIN QUERY PLAN {statement}", [""] * statement.count("?"))
        return [step for *_, step in raw.fetchall()]
