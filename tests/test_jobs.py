"""Many processes read as one does: the same, in the same order, whatever becomes of them."""

from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from command_line import kawat
from kawat import Record, readings
from kawat.draft import Article
from kawat.engine import batches, workers
from kawat.engine.batches import FEW, in_order, jobs_of
from kawat.engine.reader import reader
from kawat.engine.worker import outcome_of
from kawat.errors import JobsError, LayerFailed, UsageError, WorkerDied
from kawat.reading import Reading

ARTICLES = 40


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A table of articles with a row that is no article, and one text from two addresses."""
    path = tmp_path / "berita.jsonl"
    rows = [
        {
            "teks": f"Putin bertemu Erdogan di Sochi, Senin, kali ke-{n % (ARTICLES - 1)}.",
            "url": f"u{n:02}",
        }
        for n in range(ARTICLES)
    ]
    lines = [json.dumps(row) for row in rows]
    lines.insert(ARTICLES // 2, '{"teks": ')
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def numbered() -> Iterator[Article]:
    """Return articles without end."""
    return (Article(f"Putin tiba di Sochi, hari ke-{n}.", f"{n}.txt") for n in count())


def test_readings_and_problems_are_the_same_and_in_the_same_order(news: Path) -> None:
    one, two = (list(readings([news, "tidak-ada.txt"], jobs=jobs)) for jobs in (1, 2))
    assert len(one) == ARTICLES + 2
    assert [r.to_json() if isinstance(r, Reading) else r for r in one] == [
        r.to_json() if isinstance(r, Reading) else r for r in two
    ]


def test_the_command_prints_the_same_bytes(news: Path) -> None:
    one, two = (kawat("read", "--format", "jsonl", "--jobs", n, news) for n in "12")
    assert (len(one.stdout.splitlines()), one.returncode) == (ARTICLES, 1)
    assert one == two


def test_the_record_is_the_same_row_by_row(news: Path, tmp_path: Path) -> None:
    """Also where the same text comes again from another address, on its way already."""
    dumps = []
    for jobs in (1, 2):
        file = tmp_path / f"{jobs}.kawat"
        added = Record(file).add([news, news], jobs=jobs)
        assert (added.articles, len(added.problems)) == (2 * ARTICLES, 2)
        Record(file).reread(all=True, jobs=jobs)
        dumps.append((added.outcomes, rows_of(file)))
    assert dumps[0] == dumps[1]
    assert len(dumps[0][1]["articles"]) == ARTICLES - 1


def rows_of(file: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return all rows of a record but the times of its runs and the insides of its index."""
    with create_engine(f"sqlite:///{file}").connect() as connection:
        named = text("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'runs'")
        tables = [n for n in connection.scalars(named) if not n.startswith("passage_words")]
        return {
            name: [tuple(row) for row in connection.execute(text(f"SELECT * FROM {name}"))]
            for name in tables
        }


def test_an_error_of_the_stream_comes_after_all_that_was_before_it() -> None:
    def stream() -> Iterator[Article]:
        yield from (next(articles) for _ in range(ARTICLES))
        raise UsageError("berhenti")

    articles = numbered()
    found = in_order(stream(), lambda a: a, reader().read, jobs=2)
    assert [next(found).item.uri for _ in range(ARTICLES)] == [f"{n}.txt" for n in range(ARTICLES)]
    with pytest.raises(UsageError, match="berhenti"):
        next(found)


def test_a_stream_without_end_waits_for_those_who_take_its_readings() -> None:
    taken = count()
    stream = (article for article, _ in zip(numbered(), taken, strict=False))
    readings = in_order(stream, lambda a: a, reader().read, jobs=2)
    for _ in range(FEW + 1):
        next(readings)
    readings.close()  # type: ignore[attr-defined]
    most = FEW + batches.BATCH_ARTICLES * (2 * batches.BATCHES_UNDER_WAY + 1)
    assert FEW < next(taken) <= most + 1


def test_a_few_articles_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "Workers", None)
    few = [next(numbered()) for _ in range(FEW)]
    assert len(list(in_order(few, lambda a: a, reader().read, jobs=8))) == FEW


def test_a_process_that_is_killed_loses_no_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it had in hand is read again by the one that takes its place."""
    started: list[int] = []
    is_ready = workers._Process.is_ready

    def note(process: workers._Process) -> bool:
        started.append(process._process.pid)
        return is_ready(process)

    monkeypatch.setattr(workers._Process, "is_ready", note)
    given = [a for a, _ in zip(numbered(), range(100), strict=False)]
    outcomes = []
    for n, done in enumerate(in_order(given, lambda a: a, reader().read, jobs=2)):
        outcomes.append(done.outcome)
        if n in (FEW, FEW + 30):
            os.kill(started[-1], signal.SIGKILL)
    assert len(started) > 2
    assert [r.text for r in outcomes if isinstance(r, Reading)] == [a.text for a in given]


DEADLY = """
import os, signal
from kawat.engine import worker
from kawat.engine.reader import Reader
read = Reader.read
def deadly(self, article):
    if "maut" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    return read(self, article)
Reader.read = deadly
worker.main()
"""


def test_an_article_that_kills_every_process_is_one_problem(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda args, **more: popen([*args[:-1], DEADLY], **more)
    )
    given = [a for a, _ in zip(numbered(), range(FEW + 20), strict=False)]
    given[FEW + 5] = Article("Ini maut.", "maut.txt")
    found = list(in_order(given, lambda a: a, reader().read, jobs=2))
    (dead,) = (d.outcome for d in found if not isinstance(d.outcome, Reading))
    assert isinstance(dead, WorkerDied)
    assert (dead.where, "signal SIGKILL" in dead.what) == ("maut.txt", True)
    assert [d.item.uri for d in found] == [a.uri for a in given]


def test_processes_that_do_not_start_are_told_and_not_waited_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    popen = subprocess.Popen
    monkeypatch.setattr(
        subprocess, "Popen", lambda args, **more: popen([sys.executable, "-c", "exit(3)"], **more)
    )
    given = [a for a, _ in zip(numbered(), range(FEW + 20), strict=False)]
    with pytest.raises(JobsError, match=r"did not start \(exit code 3\)"):
        list(in_order(given, lambda a: a, reader().read, jobs=2))


def test_an_error_crosses_with_all_its_parts_and_its_cause() -> None:
    error = LayerFailed("rusak", where="a.txt", fix="laporkan")
    crossed = outcome_of(b"E" + pickle.dumps((error, "IndexError: x")), Article("a", "a.txt"))
    assert isinstance(crossed, LayerFailed)
    assert (crossed.what, crossed.where, crossed.fix) == ("rusak", "a.txt", "laporkan")
    assert "IndexError" in str(crossed.__cause__)


def test_jobs_are_one_a_core_if_not_said_and_never_none() -> None:
    assert jobs_of(None) == batches.cores() >= 1
    assert jobs_of(7) == 7
    with pytest.raises(UsageError, match="0 jobs can read nothing"):
        jobs_of(0)
    assert kawat("read", "--jobs", "0", "a.txt").returncode == 2


@pytest.mark.slow
def test_ctrl_c_ends_all_processes_and_the_rest_is_added_later(tmp_path: Path) -> None:
    """What was kept stays; the same command then adds what is missing."""
    path, file = tmp_path / "banyak.jsonl", tmp_path / "uji.kawat"
    rows = (json.dumps({"teks": a.text}) for a, _ in zip(numbered(), range(300), strict=False))
    path.write_text("\n".join(rows), encoding="utf-8")
    command = [sys.executable, "-m", "kawat", "add", "--jobs", "2", str(file), str(path)]
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    )
    while running.poll() is None and articles_in(file) < 2 * FEW:
        time.sleep(0.05)
    os.killpg(running.pid, signal.SIGINT)
    error = running.communicate(timeout=60)[1].decode()
    assert running.returncode not in (0, None)
    assert "Traceback" not in error
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
    kept = articles_in(file)
    assert 0 < kept < 300
    assert Record(file).add([path], jobs=2).outcomes == {"known": kept, "new": 300 - kept}
    assert Record(file).verify().holds


def articles_in(file: Path) -> int:
    """Return how many articles a record has so far."""
    if not file.exists():
        return 0
    with create_engine(f"sqlite:///{file}").connect() as connection:
        there = text("SELECT count(*) FROM sqlite_master WHERE name = 'articles'")
        if not connection.scalar(there):
            return 0
        return connection.scalar(text("SELECT count(*) FROM articles")) or 0
