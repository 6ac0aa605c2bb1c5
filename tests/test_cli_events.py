"""The commands about events: look at one, decide on it, and take that back."""

from __future__ import annotations

import json

import pytest

from command_line import kawat
from kawat.draft import Article
from kawat.record.add import Run
from kawat.record.database import Database
from record_articles import Said, reading_of

ATTACK = Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when="2016-09-04")
READINGS = [
    reading_of("Rusia menyerang Suriah.", [ATTACK], uri="a", published="2016-09-05"),
    reading_of("Jet Rusia menyerang Suriah.", [ATTACK], uri="b", published="2016-09-06"),
]
FIRST, SECOND = (f"{reading.article.id[:12]}.v1" for reading in READINGS)


@pytest.fixture
def record(where: str) -> str:
    with Database(where, create=True) as database:
        run = Run(database, "1.0")
        for reading in READINGS:
            run.keep(run.need(Article(reading.text, reading.article.uri)), reading)
    return where


def test_the_timeline_tells_the_ids_that_event_takes(record: str) -> None:
    ids = [
        line.strip()
        for line in kawat("timeline", record, "--ids").stdout.splitlines()
        if line.strip().endswith(".v1")
    ]
    assert ids == [FIRST]
    page = kawat("event", record, ids[0])
    assert page.returncode == 0
    assert "Jet Rusia menyerang Suriah." in page.stdout
    [view] = map(
        json.loads, kawat("event", record, SECOND, "--format", "jsonl").stdout.splitlines()
    )
    assert view["line"]["id"] == FIRST


def test_an_event_is_split_and_the_split_is_undone(record: str) -> None:
    done = kawat("split", record, SECOND, "--by", "Sari", "--note", "dua serangan")
    assert done.stdout.startswith(f"{record}: decision 1 (split); take it back with: kawat undo")
    assert len(kawat("timeline", record, "--format", "jsonl").stdout.splitlines()) == 2
    assert "oleh Sari" in kawat("decisions", record).stdout
    assert kawat("undo", record, "1", "--by", "Budi").returncode == 0
    assert len(kawat("timeline", record, "--format", "jsonl").stdout.splitlines()) == 1
    assert "dibatalkan oleh Budi" in kawat("decisions", record).stdout


def test_an_event_is_corrected_merged_and_rejected(record: str) -> None:
    kawat("correct", record, FIRST, "status", "negated", "--by", "Sari")
    [line] = map(json.loads, kawat("timeline", record, "--format", "jsonl").stdout.splitlines())
    assert line["status"] == "negated"
    kawat("split", record, SECOND, "--by", "Sari")
    assert kawat("merge", record, FIRST, SECOND, "--by", "Sari").returncode == 0
    assert len(kawat("timeline", record, "--format", "jsonl").stdout.splitlines()) == 1
    kawat("reject", record, FIRST, "--by", "Sari")
    assert kawat("timeline", record, "--format", "jsonl").stdout == ""


def test_what_cannot_be_decided_is_told_with_the_way_out(record: str) -> None:
    done = kawat("event", record, "tidak.v1")
    assert (done.returncode, done.stdout) == (2, "")
    assert "names no event" in done.stderr
    assert kawat("disputes", record).stdout == f"{record}: no disputes\n"
    assert kawat("decisions", record).stdout == f"{record}: no decisions\n"
