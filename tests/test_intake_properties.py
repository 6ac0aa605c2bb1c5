"""Whatever the bytes, each input gives articles or problems, never an exception, never nothing."""

from __future__ import annotations

import gzip
import json
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.draft import Article
from kawat.intake import Problem, articles
from kawat.intake.dates import day_of
from kawat.intake.formats import SUFFIXES

MONTH_NAMES = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus",
               "September", "Oktober", "November", "Desember"]  # fmt: skip
BITS = (
    b'{"teks": "', b'"}', b"\n", b"\r\n", b"teks,judul", b'"', b",", b"Rusia ", b"\xe2\x80\x9c",
    b"\xe2\x80", b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"\x93", b"<html><p>", b"[", b"\x1f\x8b",
)  # fmt: skip
NEWSLIKE = st.lists(st.sampled_from(BITS), max_size=30).map(b"".join)


def outcomes(name: str, data: bytes) -> list[Article | Problem]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return list(articles([path]))


@pytest.mark.parametrize("suffix", [*SUFFIXES, ".txt.gz", ".jsonl.gz", ".gz", ".dat", ""])
@given(data=st.one_of(st.binary(max_size=200), NEWSLIKE))
def test_any_bytes_give_articles_or_problems(suffix: str, data: bytes) -> None:
    for packed in {data, gzip.compress(data, mtime=0)} if suffix.endswith(".gz") else {data}:
        for outcome in outcomes(f"berita{suffix}", packed):
            if isinstance(outcome, Problem):
                assert outcome.what
                assert outcome.where
            else:
                assert outcome.text.strip()
                outcome.text.encode()


def test_a_header_that_is_no_csv_is_a_problem() -> None:
    (problem,) = outcomes("berita.tsv", b"\r\x01")
    assert isinstance(problem, Problem)
    assert problem.where.endswith("berita.tsv:1")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1))
def test_a_text_in_a_file_comes_back_whole(text: str) -> None:
    found = [o for o in outcomes("berita.txt", b"Rusia " + text.encode()) if isinstance(o, Article)]
    assert [a.text for a in found] == ["Rusia " + text]


@given(st.lists(st.text(min_size=1), min_size=1))
def test_texts_in_json_lines_come_back_whole_or_as_problems(texts: list[str]) -> None:
    data = "\n".join(json.dumps({"teks": text}) for text in texts).encode()
    found = outcomes("berita.jsonl", data)
    assert len(found) == len(texts)
    for text, outcome in zip(texts, found, strict=True):
        assert isinstance(outcome, Problem) or outcome.text == text


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2999, 12, 31)))
def test_a_day_is_read_in_each_way_of_writing_it(day: date) -> None:
    name = MONTH_NAMES[day.month - 1]
    for written in (
        day.isoformat(),
        f"{day.day} {name} {day.year}",
        f"Senin, {day.day:02} {name[:3]} {day.year} 10:15 WIB",
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day:02}-{day.month:02}-{day.year} 23.59",
        f"{day.year}/{day.month}/{day.day}",
    ):
        assert day_of(written) == day.isoformat(), written


@given(st.one_of(st.text(max_size=60), st.from_regex(r"[\d/.:, -]{1,30}")))
def test_any_column_tells_a_day_or_none(written: str) -> None:
    day = day_of(written)
    assert day is None or date.fromisoformat(day).isoformat() == day
