"""The commands print results to one stream and problems to the other, and tell by exit code."""

from __future__ import annotations

import json
import runpy
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from typer.main import get_command

from command_line import TEXT, kawat
from kawat.cli import app

ROOT = Path(__file__).parent.parent


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "berita.txt"
    path.write_text(TEXT)
    return path


def test_read_prints_a_digest_or_json_and_ends_with_0(article: Path) -> None:
    digest, lines = kawat("read", article), kawat("read", article, "--format", "jsonl")
    assert (digest.returncode, digest.stderr) == (0, "")
    assert str(article) in digest.stdout
    assert "\x1b" not in digest.stdout, "no colours where there is no terminal"
    reading = json.loads(lines.stdout)
    assert (lines.returncode, reading["article"]["uri"]) == (0, str(article))


def test_standard_input_is_an_input_like_others() -> None:
    done = kawat("read", "-", "--format", "jsonl", "--published", "2017-11-22", stdin=TEXT)
    assert (done.returncode, json.loads(done.stdout)["article"]["uri"]) == (0, "-")


def test_problems_are_told_and_the_rest_is_read(article: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "laporan.txt"
    pdf.write_bytes(b"%PDF-1.7")
    done = kawat("read", pdf, tmp_path / "tidak-ada.txt", article, "--format", "jsonl")
    assert done.returncode == 1
    assert len(done.stdout.splitlines()) == 1
    assert done.stderr.splitlines() == [
        f"error: {pdf}: is a PDF, not text",
        "  → save its text as .txt (pdftotext does that)",
        f"error: {tmp_path / 'tidak-ada.txt'}: nothing is there",
        "  → check the path",
    ]


def test_strict_stops_at_the_first_problem(article: Path) -> None:
    done = kawat("read", "--strict", "tidak-ada.txt", article)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("error: tidak-ada.txt: nothing is there\n")


def test_a_note_is_told_but_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "lama.txt"
    path.write_bytes("Kata Menlu: “damai” – José.".encode("cp1252"))
    done = kawat("read", path)
    assert done.returncode == 0
    assert done.stderr.startswith(f"note: {path}: is not UTF-8; read as cp1252 (confidence ")


@pytest.mark.parametrize(
    "args",
    [
        ("read",),
        ("read", "--format", "xml", "a.txt"),
        ("read", "--published", "besok", "a.txt"),
        ("read", "--encoding", "utf-9", "a.txt"),
        ("baca",),
    ],
)
def test_wrong_use_ends_with_2_and_no_traceback(args: tuple[str, ...]) -> None:
    done = kawat(*args)
    assert done.returncode == 2
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_a_pipe_that_closes_ends_it_quietly(tmp_path: Path) -> None:
    path = tmp_path / "banyak.jsonl"
    path.write_text((json.dumps({"teks": TEXT}) + "\n") * 300)
    command = f"{sys.executable} -m kawat read --format jsonl {path} | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, cwd=ROOT)
    assert (len(done.stdout.splitlines()), done.stderr) == (1, "")


def test_a_reading_is_valid_by_the_schema_that_is_printed(article: Path) -> None:
    schema = json.loads(kawat("schema").stdout)
    reading = json.loads(kawat("read", article, "--format", "jsonl").stdout)
    jsonschema.validate(reading, schema)
    reading["events"] = [{"id": "v1", "type": "DANCE", "status": "happened", "triggers": [[0, 7]]}]
    with pytest.raises(jsonschema.ValidationError, match="DANCE"):
        jsonschema.validate(reading, schema)


def test_version_tells_kawat_and_the_shape_of_its_readings() -> None:
    assert kawat("version").stdout == "kawat 0.1.0 (kawat/reading/1)\n"


@pytest.mark.parametrize("page", ["docs/cli.md", "docs/reading.schema.json"])
def test_pages_made_from_the_code_are_up_to_date(page: str) -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))["PAGES"]
    written = (ROOT / page).read_text(encoding="utf-8")
    assert written == pages[ROOT / page](), "run `make docs`"


def test_every_command_and_option_has_help() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert commands
    for name, command in commands.items():
        assert command.help, name
        assert all(getattr(p, "help", "") for p in command.params), name
