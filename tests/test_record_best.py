"""Each field of an event is chosen among its tellings by the stated rule."""

from __future__ import annotations

from datetime import date

from kawat.record.days import Days
from kawat.record.merge.best import best_of
from kawat.record.telling import Party
from test_record_merge import RUSSIA, TURKEY, telling

ALEPPO = Party("Aleppo", "place", "SYR")


def test_what_happened_stands_above_what_was_planned() -> None:
    told = [telling("a", status="planned"), telling("b", status="planned"), telling("c")]
    assert best_of(told).status == "happened"


def test_of_happened_and_negated_most_tellings_then_the_last_decide() -> None:
    happened, negated = telling("a"), telling("b", status="negated")
    assert best_of([happened, negated]).status == "negated"
    assert best_of([happened, telling("c"), negated]).status == "happened"


def test_a_day_stands_above_a_week_and_that_above_the_publication() -> None:
    week = Days(date(2016, 8, 29), date(2016, 9, 4))
    told = [
        telling("a", day=5, dated=False, published_value="2016-09-05"),
        telling("b", days=week, value="2016-W35"),
        telling("c", day=4, value="2016-09-04"),
    ]
    best = best_of(told)
    assert (best.day, best.dated) == ("2016-09-04", True)
    assert best_of(told[:2]).day == "2016-W35"
    assert (best_of(told[:1]).day, best_of(told[:1]).dated) == ("2016-09-05", False)


def test_of_days_equally_exact_most_tellings_decide() -> None:
    told = [
        telling(name, day=day, value=f"2016-09-0{day}")
        for name, day in zip("abc", (3, 4, 4), strict=True)
    ]
    assert best_of(told).day == "2016-09-04"


def test_the_telling_that_names_most_parties_gives_them() -> None:
    told = [telling("a", recipients=()), telling("b", actors=(RUSSIA, TURKEY), recipients=())]
    assert best_of(told).actors == (RUSSIA, TURKEY)


def test_mode_and_place_are_what_most_tellings_have() -> None:
    told = [
        telling("a", mode="visit"),
        telling("b", mode="phone", place=ALEPPO),
        telling("c", mode="phone"),
    ]
    assert (best_of(told).mode, best_of(told).place) == ("phone", "Aleppo")
