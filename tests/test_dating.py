"""The publication day is stated, inferred or left open, and dates are resolved against it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.draft import Article
from kawat.engine import Reader
from kawat.errors import UsageError
from kawat.reading import Reading

WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
DAYS = st.dates(date(2005, 1, 1), date(2030, 12, 31))


def read(text: str, published: str | None = None) -> Reading:
    return Reader().read(Article(text, "a.txt", published=published))


def values(reading: Reading) -> dict[str, str]:
    return {t.span.of(reading.text): t.value for t in reading.times}


def test_metadata_is_the_day_and_has_no_span() -> None:
    published = read("Menlu tiba kemarin.", "2018-03-05").article.published
    assert published is not None
    assert (published.value, published.basis, published.span) == ("2018-03-05", "metadata", None)


def test_a_date_line_is_stated_with_its_words() -> None:
    reading = read("Senin, 05 Maret 2018 10:15\n\nMenlu tiba di Kairo kemarin.")
    published = reading.article.published
    assert published is not None
    assert published.span is not None
    assert (published.value, published.basis) == ("2018-03-05", "stated")
    assert published.span.of(reading.text) == "Senin, 05 Maret 2018 10:15"
    assert values(reading)["kemarin"] == "2018-03-04"


def test_the_latest_past_day_is_inferred_with_the_next_as_candidate() -> None:
    text = (
        "Utusan PBB bertemu kedua pihak di Jenewa, Kamis (8/3/2018). "
        "Pertemuan berikutnya akan digelar pada Senin (19/3/2018)."
    )
    published = read(text).article.published
    assert published is not None
    assert published.basis == "inferred"
    assert published.candidates == ("2018-03-08", "2018-03-09")
    assert any("Kamis (8/3/2018)" in reason for reason in published.why)


def test_a_weekday_and_an_office_fix_the_year() -> None:
    """7 February is a Tuesday in 2012, 2017 and 2023; only in one of them is Trump president."""
    text = "Presiden AS Donald Trump berbicara dengan mitranya, Selasa (7/2)."
    published = read(text).article.published
    assert published is not None
    assert published.value == "2017-02-07"
    assert any("Trump" in reason for reason in published.why)


def test_a_text_without_any_time_has_no_publication_day() -> None:
    assert read("Kedua negara sepakat bekerja sama.").article.published is None


def test_a_weekday_that_the_date_contradicts_is_warned_of_with_both_readings() -> None:
    text = "Kedua menteri bertemu di Ankara, Rabu (2/1/2018)."
    reading = read(text, "2019-01-02")
    assert values(reading) == {"Rabu (2/1/2018)": "2019-01-02"}
    (warning,) = reading.warnings
    assert warning.code == "date-contradiction"
    assert warning.span is not None
    assert "2018" in warning.message
    assert "2019-01-02" in warning.message


def test_a_typing_slip_is_said_and_never_forced() -> None:
    reading = read("Pesawat itu jatuh pada Rabu (19/22/2017).", "2017-12-21")
    assert [w.code for w in reading.warnings] == ["date-contradiction"]
    assert values(reading) == {"Rabu (19/22/2017)": "2017"}


def test_the_day_after_an_event_with_its_own_day_is_counted_from_it() -> None:
    text = "Pernyataan itu muncul dua hari setelah serangan pada Senin (5/3/2018)."
    assert values(read(text, "2018-03-08"))["dua hari setelah"] == "2018-03-07"


def test_a_day_in_apposition_gives_the_day_of_writing() -> None:
    published = read("Menlu berangkat kemarin, Minggu (4/3/2018).").article.published
    assert published is not None
    assert published.value == "2018-03-05"


def test_a_stretch_that_is_over_leaves_no_earlier_year() -> None:
    """``sejak … hingga Desember 2015`` has been: no Tuesday of 2012 will do."""
    text = (
        "Amnesty menerbitkan laporannya pada Selasa (7/2). "
        "Hukuman itu dijalankan sejak September 2011 hingga Desember 2015."
    )
    published = read(text).article.published
    assert published is not None
    assert published.value == "2017-02-07"


def test_a_day_of_publication_that_is_no_day_is_refused() -> None:
    with pytest.raises(UsageError, match="'18 Juni 2025' is no ISO day; give it as 2017-11-22"):
        read("Menlu tiba kemarin.", "18 Juni 2025")


@given(DAYS)
@settings(deadline=None, max_examples=60)
def test_every_weekday_with_its_date_is_that_day_and_no_contradiction(day: date) -> None:
    words = f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month}/{day.year})"
    reading = read(f"Kedua menteri bertemu di Kairo, {words}.", day.isoformat())
    assert values(reading) == {words: day.isoformat()}
    assert reading.warnings == ()


@given(DAYS, st.integers(0, 170))
@settings(deadline=None, max_examples=60)
def test_a_date_without_year_is_the_one_just_past(day: date, later: int) -> None:
    words = f"{WEEKDAYS[day.weekday()]} ({day.day}/{day.month})"
    published = (day + timedelta(days=later)).isoformat()
    assert values(read(f"Kedua menteri bertemu, {words}.", published)) == {words: day.isoformat()}


@given(DAYS, st.integers(1, 6))
@settings(deadline=None, max_examples=60)
def test_a_bare_weekday_is_the_last_such_day(day: date, later: int) -> None:
    published = (day + timedelta(days=later)).isoformat()
    word = WEEKDAYS[day.weekday()]
    assert values(read(f"Kedua menteri bertemu pada {word}.", published)) == {word: day.isoformat()}


@given(DAYS, st.integers(1, 6))
@settings(deadline=None, max_examples=60)
def test_a_weekday_that_the_date_denies_is_always_warned_of(day: date, off: int) -> None:
    word = WEEKDAYS[(day.weekday() + off) % 7]
    text = f"Kedua menteri bertemu, {word} ({day.day}/{day.month}/{day.year})."
    assert [w.code for w in read(text, day.isoformat()).warnings] == ["date-contradiction"]
