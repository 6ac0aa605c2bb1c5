"""Tables give their articles by the columns' names, and a bad row costs no other row."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kawat.draft import Article
from kawat.errors import UnknownFormat, UsageError
from kawat.intake import Columns, Problem, Settings, articles
from kawat.intake.dates import day_of
from kawat.intake.limits import LINE_BYTES
from kawat.lexicon import table


def read(path: Path, settings: Settings | None = None) -> tuple[list[Article], list[Problem]]:
    outcomes = list(articles([path], settings))
    found = [a for a in outcomes if isinstance(a, Article)]
    return found, [p for p in outcomes if isinstance(p, Problem)]


@pytest.mark.parametrize("example", table("columns")["examples"])
def test_columns_are_known_by_their_names(example: dict[str, object]) -> None:
    found = Columns().among(example["columns"])  # type: ignore[arg-type]
    assert example["is"] == {
        part: getattr(found, part) for part in found.__slots__ if getattr(found, part)
    }


def test_json_lines_keep_what_is_whole(tmp_path: Path) -> None:
    """Truncated, empty, foreign and oversized lines are problems with their line number."""
    whole = {
        "judul": "Damai",
        "isi": "Rusia\r\ndan Turki.",
        "tanggal": "Rabu, 22 Nov 2017 10:15 WIB",
    }
    lines = [
        json.dumps(whole).encode(),
        b'{"isi": "Rusia dan Tur',
        b"",
        b'{"isi": null}',
        b"[1, 2]",
        b'{"nomor": 1}',
        b'{"isi": ["Rusia", "dan"]}',
        b'{"isi": "\\ud800"}',
        b'{"isi": "' + b"x" * LINE_BYTES + b'"}',
        b'{"isi": "Rusia \xe2\x80"}',
        b"[" * 100_000,
        b'{"isi": 1' + b"0" * 5000 + b"}",
        json.dumps({"isi": "Turki.", "url": "https://contoh.id/2", "media": "Contoh"}).encode(),
    ]
    path = tmp_path / "berita.jsonl"
    path.write_bytes(b"\n".join(lines))
    found, problems = read(path)
    assert found == [
        Article("Rusia\r\ndan Turki.", f"{path}:1", "2017-11-22", title="Damai"),
        Article("Turki.", "https://contoh.id/2", outlet="Contoh"),
    ]
    by_line = {int(p.where.rpartition(":")[2]): p.code for p in problems}
    assert by_line == {
        2: "broken-input",
        4: "empty-input",
        5: "broken-input",
        6: "unknown-format",
        7: "broken-input",
        8: "broken-input",
        9: "oversized-input",
        10: "broken-input",
        11: "broken-input",
        12: "broken-input",
    }
    assert all(p.fix for p in problems)


@pytest.mark.parametrize(
    ("written", "wheres"),
    [
        ('{"teks": "Damai."}', [""]),
        ('[{"teks": "Damai."}, {"teks": "Perang."}]', ["#1", "#2"]),
        ('{"total": 1, "data": [{"teks": "Damai."}]}', ["#1"]),
        ('{"teks": "Damai."}\n{"teks": "Perang."}\n', [":1", ":2"]),
    ],
)
def test_a_json_document_is_one_object_a_list_or_lines(
    tmp_path: Path, written: str, wheres: list[str]
) -> None:
    path = tmp_path / "berita.json"
    path.write_text(written)
    found, _ = read(path)
    assert [a.uri.removeprefix(str(path)) for a in found] == wheres


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_with_any_delimiter_and_lines_within_cells(tmp_path: Path, delimiter: str) -> None:
    rows = [("Judul", "Isi Berita"), ('"A, B; C | D"', '"Rusia\r\ndan ""Turki"""'), ("B", "Damai.")]
    path = tmp_path / "berita.csv"
    path.write_bytes("\r\n".join(delimiter.join(row) for row in rows).encode())
    found, problems = read(path)
    assert problems == []
    assert [(a.title, a.text, a.uri) for a in found] == [
        ("A, B; C | D", 'Rusia\r\ndan "Turki"', f"{path}:2"),
        ("B", "Damai.", f"{path}:4"),
    ]


def test_a_broken_csv_row_is_told_and_the_next_one_read(tmp_path: Path) -> None:
    path = tmp_path / "berita.csv"
    path.write_text('judul,isi\nA,satu, dua\nB\nC,"x" y\nD,Damai.\nE,"tak pernah tutup\n')
    found, problems = read(path)
    assert [a.text for a in found] == ["Damai."]
    assert [(p.code, p.where.rpartition(":")[2]) for p in problems] == [
        ("broken-input", line) for line in "2346"
    ]


def test_a_table_without_a_text_column_lists_its_columns(tmp_path: Path) -> None:
    path = tmp_path / "angka.csv"
    path.write_text("negara,korban\nSuriah,12\nYaman,3\n")
    with pytest.raises(UnknownFormat, match=r"its columns: negara, korban; .*--text-column"):
        list(articles([path], strict=True))
    assert [a.text for a in read(path, Settings(columns=Columns(text="negara")))[0]] == [
        "Suriah",
        "Yaman",
    ]


def test_a_date_that_tells_no_day_is_a_note_and_costs_nothing(tmp_path: Path) -> None:
    path = tmp_path / "berita.jsonl"
    path.write_text('{"isi": "Damai.", "tanggal": "kemarin sore"}')
    (article,), (told,) = read(path)
    assert article.published is None
    assert (told.level, told.code, told.where) == ("note", "date", f"{path}:1")


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2017-11-22", "2017-11-22"),
        ("2017-11-22T10:15:00+07:00", "2017-11-22"),
        ("2017-11-21T20:00:00Z", "2017-11-22"),
        ("2017-11-22 23:59:00+09:00", "2017-11-22"),
        ("Wed, 22 Nov 2017 10:15:00 +0700", "2017-11-22"),
        ("Rabu, 22 November 2017 | 10:15 WIB", "2017-11-22"),
        ("22 Agustus 2017 10.15", "2017-08-22"),
        ("Selasa (03/04/2018)", "2018-04-03"),
        ("3-4-2018", "2018-04-03"),
        ("01Nov2025", "2025-11-01"),
        ("Nov 1, 2025", "2025-11-01"),
        ("20180403", "2018-04-03"),
        ("1511319600", "2017-11-22"),
        ("1511319600000", "2017-11-22"),
        ("31/02/2018", None),
        ("11/22/2017 10:15", "2017-11-22"),
        ("13/13/2017", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_days_are_read_as_indonesians_write_them(written: str, day: str | None) -> None:
    assert day_of(written) == day


def test_a_month_before_the_day_is_told(tmp_path: Path) -> None:
    """Its neighbours may be ambiguous: 3/4/2018 is the 3rd of April here."""
    path = tmp_path / "berita.jsonl"
    path.write_text('{"isi": "Damai.", "date": "10/20/2025"}\n{"isi": "A.", "date": "3/4/2018"}')
    found, (told,) = read(path)
    assert [a.published for a in found] == ["2025-10-20", "2018-04-03"]
    assert "writes the month before the day: '10/20/2025'" in told.what


def test_a_day_that_is_none_is_wrong_use() -> None:
    with pytest.raises(UsageError, match="'besok' is no day"):
        Settings(published="besok")
