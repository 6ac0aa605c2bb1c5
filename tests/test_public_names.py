"""The package's public names are what its ``__all__`` says, sorted, and loaded when asked for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kawat
from kawat.errors import BrokenInput, MissingInput, UsageError


def test_all_is_sorted_and_every_name_is_there() -> None:
    assert kawat.__all__ == sorted(kawat.__all__)
    assert set(kawat.__all__) == {*kawat._HOMES, "__version__"}
    assert all(getattr(kawat, name) is not None for name in kawat.__all__)
    with pytest.raises(AttributeError, match="no attribute 'baca'"):
        _ = kawat.baca  # type: ignore[attr-defined]


def test_importing_kawat_loads_nothing_heavy() -> None:
    """A cold start pays only for what is used."""
    heavy = "{'pydantic', 'sqlalchemy', 'trafilatura', 'babel', 'onnxruntime', 'numpy', 'rich'}"
    code = f"import sys, kawat; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_read_takes_a_text_or_a_path(tmp_path: Path) -> None:
    text = "Rusia dan Turki sepakat.\r\n"
    path = tmp_path / "dua kata.txt"
    path.write_bytes(text.encode())
    from_text, from_path, from_name = kawat.read(text), kawat.read(path), kawat.read(str(path))
    assert from_text.text == from_path.text == from_name.text == text
    assert (from_text.article.uri, from_name.article.uri) == ("-", str(path))


def test_read_refuses_what_is_no_single_article(tmp_path: Path) -> None:
    table = tmp_path / "dua.jsonl"
    table.write_text('{"teks": "Damai."}\n{"teks": "Perang."}\n')
    with pytest.raises(
        UsageError, match=r"holds 2 articles, not one; read them with kawat\.readings"
    ):
        kawat.read(table)
    with pytest.raises(MissingInput):
        kawat.read("tidak-ada.txt")
    with pytest.raises(BrokenInput, match="half of a surrogate pair"):
        kawat.read("Damai \ud800.")
    assert kawat.read("kata " * 300).text == "kata " * 300
