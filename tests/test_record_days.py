"""A TIMEX3 value covers the days that the calendar gives it, and never others."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.record.days import days_of


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2017-11-21", "2017-11-21", "2017-11-21"),
        ("2017-11-21T09:30", "2017-11-21", "2017-11-21"),
        ("2026-05-26TNI", "2026-05-26", "2026-05-26"),
        ("2016-09", "2016-09-01", "2016-09-30"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2017-12", "2017-12-01", "2017-12-31"),
        ("2017", "2017-01-01", "2017-12-31"),
        ("2018-W52", "2018-12-24", "2018-12-30"),
        ("2017-W47-WE", "2017-11-25", "2017-11-26"),
        ("2017-W47-2", "2017-11-21", "2017-11-21"),
        ("2017-Q4", "2017-10-01", "2017-12-31"),
        ("2017-H1", "2017-01-01", "2017-06-30"),
        ("2017-WI", "2017-12-01", "2018-02-28"),
        ("199", "1990-01-01", "1999-12-31"),
        ("20", "2000-01-01", "2099-12-31"),
        ("2017-XX-XX", "2017-01-01", "2017-12-31"),
        ("2017-05-XX", "2017-05-01", "2017-05-31"),
    ],
)
def test_a_value_covers_its_days(value: str, first: str, last: str) -> None:
    assert days_of(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value",
    ["", "PAST_REF", "P7Y", "PT1H", "PXD", "XXXX-02-07", "XXXX-WXX-2", "2017-02-30", "2017-13",
     "2017-W60", "0000", "9999-WI", "٢٠١٧", "2017-1-1", "00"],
)  # fmt: skip
def test_a_value_that_names_no_day_covers_none(value: str) -> None:
    assert days_of(value) is None


@given(st.dates(min_value=date(2, 1, 1), max_value=date(9998, 12, 31)))
def test_the_day_lies_in_its_week_month_and_year(day: date) -> None:
    """Larger units hold the smaller, and weeks are seven days that begin on a Monday."""
    year, week, _ = day.isocalendar()
    iso = day.isoformat()
    values = (iso, f"{year:04}-W{week:02}", iso[:7], iso[:4])
    covered = [days_of(value) for value in values]
    assert all(days and days.first <= day <= days.last for days in covered)
    monday = covered[1]
    assert monday
    assert (monday.first.weekday(), monday.last - monday.first) == (0, timedelta(6))


@given(st.text(max_size=30))
def test_no_text_breaks_it(value: str) -> None:
    days = days_of(value)
    assert days is None or days.first <= days.last
