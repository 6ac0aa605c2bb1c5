"""Time expressions have the span, type, value and modifier that TIMEX3 gives them.

``data/times.tsv`` holds the expressions, each in brackets in a sentence written for it, with what
they mean on a given day of publication.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import NamedTuple

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.layers.times import expressions_in
from kawat.reading import Reading

TABLE = Path(__file__).parent / "data" / "times.tsv"
LEAST_ROWS = 200


class Row(NamedTuple):
    published: str
    sentence: str
    type: str
    value: str
    mod: str


def rows() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [Row(**row) for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)]


def read(text: str, published: str) -> Reading:
    return Reader().read(Article(text, "a.txt", published=published))


@pytest.mark.parametrize("row", rows(), ids=[f"{r.published} {r.sentence}" for r in rows()])
def test_the_expression_in_brackets_has_its_value(row: Row) -> None:
    before, _, rest = row.sentence.partition("[")
    words, _, after = rest.partition("]")
    reading = read(before + words + after, row.published)
    found = [t for t in reading.times if t.span.overlaps((len(before), len(before) + len(words)))]
    assert [t.span.of(reading.text) for t in found] == [words]
    assert (found[0].type, found[0].value, found[0].mod or "") == (row.type, row.value, row.mod)


def test_the_table_is_as_long_as_promised() -> None:
    assert len(rows()) >= LEAST_ROWS


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Delegasi tiba 15-18 Juni 2018.", ["15", "18 Juni 2018"]),
        ("Delegasi tiba 30 Juni - 2 Juli 2018.", ["30 Juni", "2 Juli 2018"]),
        ("Perang berlangsung pada 2007-2014.", ["2007", "2014"]),
        ("Sidang digelar Senin-Rabu (4-6/6/2018).", ["Senin", "Rabu (4-6/6/2018)"]),
        ("Pemilu digelar 8-10 November 2024 mendatang.", ["8", "10 November 2024 mendatang"]),
        ("Pesta digelar Oktober-November 2016.", ["Oktober", "November 2016"]),
        ("Kantor dibuka pukul 08.00-16.00 WIB.", ["pukul 08.00", "16.00 WIB"]),
    ],
)
def test_a_range_is_two_times(text: str, words: list[str]) -> None:
    assert [e.span.of(text) for e in expressions_in(text)] == words


@pytest.mark.parametrize("text", [
    "Pria berusia 44 tahun itu ditahan.",
    "Usia minimal 18 tahun, 0 bulan.",
    "Korban berumur antara 17 hingga 23 tahun.",
    "Tersangka (44 tahun) ditahan.",
    "Penyanyi 23 tahun itu tampil.",
    "Ia kelahiran 14 Juni 1946.",
    "Ia lahir di Lyon, pada 6 Februari 1940.",
    "Sementara itu, kedua pihak bertemu beberapa kali.",
    "Sebelumnya, seusai rapat, ia diam tak lama setelah itu.",
    "Dalam kehidupan sehari-hari ia ramah.",
    "Resolusi 2231 dan Rp 2000 serta 1945 orang disebut.",
    "Berkas 100.3.3.1/712/013 diterima.",
    "Skor akhir 2-1 dan 15-21.",
    "April Jones dan Juni Harto hadir.",
    "Perpres 110/2025 dan UU Nomor 2 Tahun 2002 berlaku.",
    "Mereka menginap semalam di kedutaan.",
    "Pasukan mengirim sekitar 30-an pesawat.",
    "Armada itu membawa 1800 peluru kendali.",
])  # fmt: skip
def test_what_is_no_time_is_left_alone(text: str) -> None:
    """Ages, birthdays, connectives, numbers of things, scores and names are not times."""
    assert [e.span.of(text) for e in expressions_in(text)] == []
