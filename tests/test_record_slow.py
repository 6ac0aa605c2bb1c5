"""A record lives through kills, full disks and thousands of articles."""

from __future__ import annotations

import itertools
import os
import resource
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from kawat.draft import Article
from kawat.reading import Reading
from kawat.record.add import Outcome, Run
from kawat.record.database import Database
from kawat.record.verify import verify
from record_articles import Said, reading_of

pytestmark = pytest.mark.slow

ARTICLES = 300


def numbered(n: int) -> Reading:
    """Return the n-th article of a series: an attack a day, told in nearly the same words."""
    day = (date(2000, 1, 1) + timedelta(n)).isoformat()
    text = f"Rusia menyerang Suriah pada hari ke-{n}. Turki mengecam serangan itu, kata Anadolu."
    events = [
        Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when=day),
        Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"]),
    ]
    return reading_of(text, events, uri=f"{n:05}.txt", published=day, sources=["Anadolu"])


def add_numbered(file: Path, count: int) -> list[Outcome]:
    """Add the first articles of the series, as a process of its own would."""
    outcomes = []
    with Database(file, create=True) as database:
        run = Run(database, "1.0")
        for n in range(count):
            reading = numbered(n)
            need = run.need(Article(reading.text, reading.article.uri))
            outcomes.append(run.keep(need, reading if need.read else None))
        run.end()
    return outcomes


def process(file: Path, **more: object) -> subprocess.Popen[bytes]:
    """Start another process that adds the whole series."""
    code = (
        "import sys; from pathlib import Path; from test_record_slow import *; "
        "add_numbered(Path(sys.argv[1]), ARTICLES)"
    )
    here = str(Path(__file__).parent)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([here, *sys.path])}
    return subprocess.Popen(
        [sys.executable, "-c", code, str(file)],
        env=environment,
        stderr=subprocess.PIPE,
        **more,  # type: ignore[call-overload]
    )


def test_a_kill_at_any_moment_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Kill the adding process again and again, each time a little later; then let it end."""
    file = tmp_path / "uji.kawat"
    kept = [0]
    for size in (1, 40, 120, 200):
        running = process(file)
        while running.poll() is None and count(file) < size:
            time.sleep(0.005)
        running.send_signal(signal.SIGKILL)
        running.communicate()
        with Database(file, create=True) as database:
            proof = verify(database)
        assert proof.holds, proof.faults
        kept.append(proof.articles)
    assert kept == sorted(kept)
    assert 0 < kept[-1] < ARTICLES, "no process was killed in the midst of adding"
    outcomes = add_numbered(file, ARTICLES)
    assert outcomes.count(Outcome.KNOWN) == kept[-1]
    assert outcomes.count(Outcome.NEW) == ARTICLES - kept[-1]
    with Database(file, create=False) as database:
        proof = verify(database)
    assert (proof.holds, proof.articles) == (True, ARTICLES)


def count(file: Path) -> int:
    """Return how many articles another process has committed so far."""
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT count(*) FROM articles").fetchone()[0])
    except sqlite3.OperationalError:  # the file or its tables are not there yet
        return 0


def test_two_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    """Both add the same series; each article is kept once."""
    file = tmp_path / "uji.kawat"
    writers = [process(file), process(file)]
    errors = [writer.communicate()[1].decode() for writer in writers]
    assert [writer.returncode for writer in writers] == [0, 0], errors
    with Database(file, create=False) as database:
        proof = verify(database)
    assert (proof.holds, proof.articles) == (True, ARTICLES)


def test_a_file_that_may_grow_no_further_is_an_error_with_a_fix(tmp_path: Path) -> None:
    """The system itself refuses (a file size limit); without the limit, adding goes on."""
    file = tmp_path / "uji.kawat"
    limit = 400_000
    running = process(
        file, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    error = running.communicate()[1].decode()
    assert running.returncode == 1
    assert "RecordUnwritable" in error
    assert "then run the same command again" in error
    with Database(file, create=False) as database:
        proof = verify(database)
    assert proof.holds
    assert 0 < proof.articles < ARTICLES
    assert add_numbered(file, ARTICLES).count(Outcome.NEW) == ARTICLES - proof.articles


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
