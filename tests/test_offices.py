"""The table of offices: sane days, one holder of an office at a time, and what is asked of it."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

from kawat.errors import UsageError
from kawat.lexicon import rows
from kawat.lexicon.offices import asked, held_by, holders, office_named, parse_office, terms

# Offices that several people hold at once, each with the reason.
SHARED: frozenset[tuple[str, str]] = frozenset()


def test_every_term_runs_forward_and_names_its_source() -> None:
    assert len(terms()) > 400
    for term in terms():
        start = datetime.date.fromisoformat(term.start)
        assert not term.end or start < datetime.date.fromisoformat(term.end), term
        assert term.source, term


def test_an_office_of_one_person_has_one_holder_at_a_time() -> None:
    offices = {(t.office, t.of) for t in terms()} - SHARED
    for office, of in sorted(offices):
        held = sorted(holders(office, of), key=lambda t: t.start)
        for earlier, later in pairwise(held):
            assert earlier.end, f"{earlier} never ends, but {later} follows"
            assert earlier.end <= later.start, f"{earlier} overlaps {later}"


@pytest.mark.parametrize(
    ("office", "of", "day", "person"),
    [
        ("Presiden", "USA", "2016-09-05", "Barack Obama"),
        ("Presiden", "USA", "2017-01-20", "Donald Trump"),
        ("Menlu", "RUS", "2017", "Sergei Lavrov"),
        ("Sekretaris Negara", "USA", "2016-09", "John Kerry"),
        ("Sekjen", "Perserikatan Bangsa-Bangsa", "2016-12-30", "Ban Ki-moon"),
    ],
)
def test_the_holder_on_a_day(office: str, of: str, day: str, person: str) -> None:
    assert [t.person for t in holders(office, of, day)] == [person]


def test_whoever_held_an_office_is_in_the_table_of_people() -> None:
    assert {t.person for t in terms()} <= {row["name"] for row in rows("people")}


def test_a_year_of_change_has_both_holders() -> None:
    assert [t.person for t in holders("Presiden", "USA", "2017")] == [
        "Barack Obama",
        "Donald Trump",
    ]


def test_a_person_is_found_by_any_spelling() -> None:
    assert held_by("Sergey Shoygu") == held_by("Sergei Shoigu") != ()
    assert [t.office for t in held_by("Jokowi")] == ["Presiden"]
    assert held_by("Orang Tak Dikenal") == ()


def test_the_two_bushes_are_two() -> None:
    assert {t.person for t in holders("Presiden", "USA") if "Bush" in t.person} == {
        "George W. Bush",
        "George H. W. Bush",
    }


def test_what_is_no_office_has_no_name() -> None:
    assert office_named("Menlu") == "Menteri Luar Negeri"
    assert office_named("warga") is None


@pytest.mark.parametrize(
    ("words", "office", "of"),
    [
        ("Presiden Amerika Serikat", "Presiden", "USA"),
        ("Menlu RI", "Menteri Luar Negeri", "IDN"),
        ("Sekjen PBB", "Sekretaris Jenderal", "Perserikatan Bangsa-Bangsa"),
    ],
)
def test_an_office_is_told_from_its_country(words: str, office: str, of: str) -> None:
    assert parse_office(words) == (office, of)


def test_an_office_or_a_person_can_be_asked_for() -> None:
    assert [t.person for t in asked("Presiden Amerika Serikat", "2016-09-05")] == ["Barack Obama"]
    assert [t.office for t in asked("Ban Ki-moon", "2010-01-01")] == ["Sekretaris Jenderal"]
    with pytest.raises(UsageError, match="no office or person is called 'Raja Mars'"):
        asked("Raja Mars")
