"""The doctor tells what is wrong with what to do, and never breaks on it itself."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import kawat
from kawat.doctor import Finding, findings, installed, parts
from kawat.doctor.installed import satisfies
from kawat.record.database import Database


def of(part: str, record: Path | str | None = None) -> list[Finding]:
    return [f for f in findings(str(record) if record else None) if f.part == part]


def test_here_all_is_well_and_the_command_says_so(tmp_path: Path) -> None:
    done = kawat("doctor", tmp_path / "uji.kawat", "--format", "jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert {f["state"] for f in found} == {"ok"}, [f for f in found if f["state"] != "ok"]
    assert {"Python", "pydantic", "model/network.onnx", "lexicon", "disk"} <= {
        f["part"] for f in found
    }
    assert done.returncode == 0
    assert not (tmp_path / "uji.kawat").exists()


def test_what_is_wrong_ends_with_1_and_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> list[Finding]:
        raise OSError("rusak")

    monkeypatch.setattr(parts, "model", broken)
    monkeypatch.setattr(
        installed,
        "_requirements",
        lambda: iter([("tidak-ada", ">=1", None), ("numpy", "<1", None)]),
    )
    done = kawat("doctor")
    assert done.returncode == 1
    assert "model: OSError: rusak\n        → install Kawat anew" in done.stdout
    assert "tidak-ada: not installed\n        → pip install 'tidak-ada>=1'" in done.stdout
    assert "but numpy<1 is asked for" in done.stdout


def test_an_extra_that_is_not_there_is_missing_and_not_wrong(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(installed, "_requirements", lambda: iter([("tidak-ada", "", "web")]))
    assert [(f.state, f.fix) for f in of("tidak-ada")] == [("missing", "pip install 'kawat[web]'")]


@pytest.mark.parametrize(
    "version, bounds, holds",
    [
        ("3.10.1", ">=3.9,<4", True),
        ("3.9", ">=3.10", False),
        ("2.0", "==2", True),
        ("4.0rc1", "<4", False),
        ("3.9.2", "~=3.8", True),
        ("4.1", "~=3.8", False),
        ("1", "", True),
    ],
)
def test_versions_are_compared_number_by_number(version: str, bounds: str, holds: bool) -> None:
    assert satisfies(version, bounds) is holds


def test_a_record_is_told_by_its_step_and_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "uji.kawat"
    Database(file, create=True).close()
    assert "this Kawat's own" in of(str(file), file)[0].what
    for step, state in (("0001", "ok"), ("9999", "wrong")):
        with sqlite3.connect(file) as connection:
            (table,) = connection.execute(
                "SELECT name FROM sqlite_master WHERE name LIKE '%version%' AND type = 'table'"
            ).fetchone()
            connection.execute(f"UPDATE {table} SET version_num = ?", [step])
        (found,) = of(str(file), file)
        assert (found.state, step in found.what) == (state, True)
    (tmp_path / "lain.kawat").write_text("bukan rekaman " * 100)
    (refused,) = of("record", tmp_path / "lain.kawat")
    assert (refused.state, "no record" in refused.what) == ("wrong", True)
    assert of("record", "postgresql://tidak-ada.invalid/x")[0].state == "wrong"


def test_it_runs_where_no_library_is_there() -> None:
    """An isolated Python without its site's packages still tells what is missing."""
    source = str(Path(__file__).parent.parent / "src")
    code = f"import sys; sys.path.insert(0, {source!r}); sys.argv = ['kawat.doctor'];"
    code += "import runpy; runpy.run_module('kawat.doctor', run_name='__main__')"
    done = subprocess.run([sys.executable, "-S", "-I", "-c", code], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, "")
    assert "pydantic: not installed" in done.stdout
