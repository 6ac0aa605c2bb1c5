"""Holidays fall on the days that their calendars give them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.layers.times.feasts import easter, feast_days, hijri_day, orthodox_easter
from kawat.lexicon import table

HOLIDAYS = table("holidays")["holiday"]
FIRST, LAST = 1990, 2035


@pytest.mark.parametrize(
    ("year", "western", "eastern"),
    [(1990, (4, 15), (4, 15)), (2008, (3, 23), (4, 27)), (2016, (3, 27), (5, 1)),
     (2018, (4, 1), (4, 8)), (2024, (3, 31), (5, 5)), (2025, (4, 20), (4, 20)),
     (2035, (3, 25), (4, 29))],
)  # fmt: skip
def test_easter(year: int, western: tuple[int, int], eastern: tuple[int, int]) -> None:
    assert easter(year) == date(year, *western)
    assert orthodox_easter(year) == date(year, *eastern)


@pytest.mark.parametrize(
    ("key", "day"),
    [("fitr", "2017-06-25"), ("fitr", "2023-04-22"), ("adha", "2016-09-12"), ("adha", "2026-05-27"),
     ("arafah", "2025-06-05"), ("good_friday", "2018-03-30"), ("thanksgiving", "2017-11-23"),
     ("chinese_new_year", "2018-02-16"), ("nyepi", "2017-03-28"), ("ascension", "2025-05-29"),
     ("independence", "1995-08-17"), ("memorial", "2025-05-26"), ("labor_usa", "2017-09-04")],
)  # fmt: skip
def test_a_feast_falls_on_its_day(key: str, day: str) -> None:
    assert date.fromisoformat(day) in feast_days(key, int(day[:4]))


def test_a_short_islamic_year_can_have_a_feast_twice_in_a_year() -> None:
    assert len(feast_days("fitr", 2000)) == 2


def test_the_declared_months_are_within_a_day_of_the_tabular_calendar() -> None:
    """The tabled first days of months can't have been mistyped by more than a moon's sighting."""
    starts = table("holidays")["hijri_month_start"]
    for key, day in starts.items():
        year, month = int(key[:4]), int(key[5:])
        before = (year - 1) * 354 + (3 + 11 * year) // 30 + (59 * (month - 1) + 1) // 2
        assert abs(date.fromordinal(227015 + before).toordinal() - day.toordinal()) <= 1


@given(st.integers(1411, 1457), st.integers(1, 11))
def test_islamic_months_follow_each_other_by_29_to_31_days(year: int, month: int) -> None:
    length = (hijri_day(year, month + 1, 1) - hijri_day(year, month, 1)).days
    assert 28 <= length <= 31


@pytest.mark.parametrize("key", sorted(HOLIDAYS))
def test_every_feast_has_names_and_days_in_every_year(key: str) -> None:
    """Tabled feasts are only known in the years of their table."""
    assert HOLIDAYS[key]["names"]
    tabled = HOLIDAYS[key]["rule"] == "table"
    years = range(2010, 2027) if tabled else range(FIRST, LAST + 1)
    assert all(feast_days(key, year) for year in years)
