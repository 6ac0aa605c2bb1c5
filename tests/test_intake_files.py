"""Files, folders, archives and standard input come in as they are, and what can't is told."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from kawat.draft import Article
from kawat.errors import (
    BrokenInput,
    EmptyInput,
    InputError,
    MissingInput,
    OversizedInput,
    UnknownFormat,
)
from kawat.intake import Problem, Settings, articles
from kawat.intake.limits import DOCUMENT_BYTES

TEXT = "Rusia – “dan” Turki sepakat.\r\n\r\nMenlu José tiba di Ankara.\n"


def texts(*paths: Path | str, settings: Settings | None = None) -> list[str]:
    return [a.text for a in articles(paths, settings, strict=True) if isinstance(a, Article)]


def problems(*paths: Path | str) -> list[Problem]:
    return [p for p in articles(paths) if isinstance(p, Problem)]


def test_a_text_is_kept_as_given(tmp_path: Path) -> None:
    """Line ends, spaces and quotation marks stay: spans are offsets into this very text."""
    path = tmp_path / "berita.txt"
    path.write_bytes(f"  {TEXT}\t".encode())
    assert texts(path) == [f"  {TEXT}\t"]


def test_a_folder_is_read_in_order_and_says_what_it_leaves_out(tmp_path: Path) -> None:
    for name in ("b/2.txt", "a/1.txt.gz", "b/gambar.jpg", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        data = name.encode()
        path.write_bytes(gzip.compress(data) if name.endswith("gz") else data)
    assert texts(tmp_path) == ["a/1.txt.gz", "b/2.txt"]
    (left_out,) = problems(tmp_path)
    assert (left_out.level, left_out.code) == ("note", "left-out")
    assert left_out.what.endswith("1 .jpg, 1 hidden")


def test_standard_input_is_a_text_or_what_its_first_bytes_say(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for data, expected in ((TEXT.encode(), TEXT), (b'{"teks": "Damai."}\n', "Damai.")):
        stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(data)))  # type: ignore[arg-type]
        monkeypatch.setattr("sys.stdin", stdin)
        assert texts("-") == [expected]


UNREADABLE: dict[str, tuple[bytes, type[InputError], str]] = {
    "kosong.txt": (b"", EmptyInput, "no text"),
    "spasi.txt": (" \n\u200b\ufeff".encode(), EmptyInput, "no text"),
    "laporan.txt": (b"%PDF-1.7\n\xe2\xe3\xcf\xd3", UnknownFormat, "a PDF"),
    "arsip.txt": (b"PK\x03\x04\x14\0\0\0", UnknownFormat, "zip"),
    "foto.txt": (b"\x89PNG\r\n\x1a\n\0\0", UnknownFormat, "PNG"),
    "paket.txt": (gzip.compress(b"Damai.", mtime=0), UnknownFormat, "gzipped"),
    "biner.txt": (b"Rusia\0\x01\x02 dan", UnknownFormat, "NUL"),
    "putus.txt.gz": (gzip.compress(bytes(range(256)), mtime=0)[:-20], BrokenInput, "breaks off"),
    "bukan.txt.gz": (b"Rusia dan Turki", BrokenInput, "not a whole .gz"),
    "besar.txt": (b"x" * (DOCUMENT_BYTES + 1), OversizedInput, "32 MiB"),
    "panjang.txt": (b"x" * 4_000_001, OversizedInput, "4,000,000 characters"),
    "rusak.html": (b"<html><body></body></html>", EmptyInput, "no article"),
}
"""File name: its bytes, the error, and words of its message."""


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_says_what_where_and_what_to_do(tmp_path: Path, name: str) -> None:
    data, error, words = UNREADABLE[name]
    path = tmp_path / name
    path.write_bytes(data)
    good = tmp_path / "zz.txt"
    good.write_text("Damai.")
    problem, article = articles([path, good])
    assert isinstance(problem, Problem)
    assert (problem.level, problem.where) == ("error", str(path))
    assert words in problem.what
    assert problem.fix
    assert isinstance(article, Article), "the rest is read"
    with pytest.raises(error, match=words):
        texts(path)


def test_nothing_at_a_path_and_nothing_in_a_folder(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match=r"tidak-ada\.txt: nothing is there"):
        texts(tmp_path / "tidak-ada.txt")
    (tmp_path / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    with pytest.raises(EmptyInput, match="no article in it"):
        texts(tmp_path)


def test_a_page_that_is_called_txt_is_read_as_a_page_and_said_so(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>Rusia dan Turki membahas Suriah pada hari {n}.</p>" for n in range(9))
    path = tmp_path / "halaman.txt"
    path.write_text(f"<!DOCTYPE html><html><body><article>{paragraphs}</article></body></html>")
    told, article = articles([path])
    assert isinstance(told, Problem)
    assert (told.level, told.code) == ("note", "format")
    assert isinstance(article, Article)
    assert "<p>" not in article.text
    assert "membahas Suriah pada hari 8." in article.text


def test_a_day_given_by_the_user_stands_above_the_input(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"teks": "Damai.", "tanggal": "1 Mei 2018"}')
    (article,) = articles([path], Settings(published="2017-11-22"))
    assert isinstance(article, Article)
    assert article.published == "2017-11-22"
