"""What the README shows is what the commands print."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

import kawat

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_the_outputs_in_the_readme_are_real() -> None:
    pages = runpy.run_path(str(ROOT / "docs" / "generate.py"))
    written = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(pages["RUN"].findall(written)) >= 4
    assert written == pages["readme"](), "run `make docs`"


def test_the_python_in_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (code,) = (part.split("```")[0] for part in readme.split("```python\n")[1:])
    (tmp_path / "berita").symlink_to(ROOT / "examples")
    monkeypatch.chdir(tmp_path)
    exec(code, {})
    assert "CONSULT happened" in capsys.readouterr().out
    assert kawat.Record(tmp_path / "syria.kawat").timeline()
