"""The commands of a record: made, added to, shown, proved; and what they say when it can't be."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from command_line import TEXT, kawat

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    (tmp_path / "berita.txt").write_text(TEXT)
    (tmp_path / "laporan.txt").write_bytes(b"%PDF-1.7")
    return tmp_path / "suriah.kawat"


def test_adding_tells_what_was_added_and_what_could_not_be(record: Path) -> None:
    first, again = (kawat("add", record, record.parent / "berita.txt") for _ in range(2))
    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stdout == f"{record}: 1 articles (1 new), 0 problems\n"
    assert again.stdout == f"{record}: 1 articles (1 known), 0 problems\n"
    broken = kawat("add", record, record.parent / "laporan.txt")
    assert (broken.returncode, broken.stdout) == (1, f"{record}: no articles, 1 problems\n")
    assert broken.stderr.startswith(f"error: {record.parent}/laporan.txt: is a PDF, not text\n")


def test_problems_are_kept_and_listed(record: Path) -> None:
    kawat("add", record, record.parent / "laporan.txt")
    listed = kawat("problems", record)
    assert listed.returncode == 0
    assert listed.stdout.splitlines() == [
        f"error: {record.parent}/laporan.txt: is a PDF, not text",
        "  → save its text as .txt (pdftotext does that)",
    ]
    (line,) = kawat("problems", record, "--format", "jsonl").stdout.splitlines()
    assert json.loads(line)["code"] == "unknown-format"


def test_a_record_is_proved_and_a_changed_one_is_not(record: Path) -> None:
    kawat("add", record, record.parent / "berita.txt")
    whole = kawat("verify", record)
    assert (whole.returncode, whole.stdout.rpartition(": ")[2]) == (0, "every span holds\n")
    with sqlite3.connect(record) as database:
        database.execute("delete from readings")
    broken = kawat("verify", record)
    assert broken.returncode == 1
    assert "fault: " in broken.stdout


def test_a_timeline_as_text_and_as_json(record: Path) -> None:
    kawat("add", record, EXAMPLES)
    text, lines = kawat("timeline", record), kawat("timeline", record, "--format", "jsonl")
    assert (text.returncode, lines.returncode) == (0, 0)
    assert text.stdout
    assert all(json.loads(line)["tellings"] for line in lines.stdout.splitlines())


@pytest.mark.parametrize(
    ("args", "words", "code"),
    [
        (("timeline", "tidak-ada.kawat"), "there is no record here", 1),
        (("add", "tidak/ada.kawat", EXAMPLES), "its folder does not exist", 1),
        (("add", EXAMPLES, EXAMPLES), "this is a folder", 1),
        (("verify", EXAMPLES / "README.md"), "the file is no record", 1),
    ],
)
def test_a_record_that_cannot_be_used_is_told_without_a_trace(
    args: tuple[str, ...], words: str, code: int
) -> None:
    done = kawat(*args)
    assert (done.returncode, done.stdout) == (code, "")
    what, fix = done.stderr.splitlines()
    assert what.startswith("error: ")
    assert words in what
    assert fix.startswith("  → ")


@pytest.mark.parametrize(
    "asked", [("--type", "DANCE"), ("--status", "maybe"), ("--since", "besok")]
)
def test_a_wrong_question_is_wrong_use(record: Path, asked: tuple[str, str]) -> None:
    kawat("add", record, record.parent / "berita.txt")
    done = kawat("timeline", record, *asked)
    assert (done.returncode, done.stdout) == (2, "")
    assert asked[1] in done.stderr


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="needs a folder nobody may write to")
def test_a_record_that_may_not_be_written_is_told() -> None:
    done = kawat("add", "/proc/suriah.kawat", EXAMPLES)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: /proc/suriah.kawat: ")
    assert "\n  → " in done.stderr
