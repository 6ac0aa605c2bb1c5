"""The table of offices: sane days, one holder of an office at a time, and what is asked of it."""

from __future__ import annotations

import datetime
from itertools import pairwise

import pytest

from kawat.errors import UsageError
from kawat.lexicon import rows
from kawat.lexicon.offices import asked, held_by, holders, office_named, parse_office, terms

# Offices that several people hold at once, each with the reason.
SHARED = {
    ("Juru Bicara Kementerian Luar Negeri", "CHN"),  # they brief in turn
    ("Wakil Menteri Luar Negeri", "IDN"),  # three since October 2024
    ("Presiden Chechnya", "RUS"),  # the separatists' and Moscow's
}


def first_day(day: str) -> datetime.date:
    """Return a day, or the first day of a month."""
    return datetime.date.fromisoformat(day if len(day) > 7 else f"{day}-01")


def meet(end: str, start: str) -> bool:
    """Tell whether a term may end where the next begins, as sure as both are."""
    sure = min(len(end), len(start))
    return end[:sure] <= start[:sure]


def test_every_term_runs_forward_and_names_its_source() -> None:
    assert len(terms()) > 1100
    for term in terms():
        assert 1941 < first_day(term.start).year < 2027, term
        assert not term.end or first_day(term.start) < first_day(term.end), term
        assert term.source, term


def test_no_term_stands_twice() -> None:
    keys = [(t.person, t.office, t.of, t.start) for t in terms()]
    assert len(keys) == len(set(keys)) > 0


def test_an_office_of_one_person_has_one_holder_at_a_time() -> None:
    offices = {(t.office, t.of) for t in terms()} - SHARED
    for office, of in sorted(offices):
        held = sorted(holders(office, of), key=lambda t: t.start)
        for earlier, later in pairwise(held):
            assert earlier.end, f"{earlier} never ends, but {later} follows"
            assert meet(earlier.end, later.start), f"{earlier} overlaps {later}"


@pytest.mark.parametrize(
    ("office", "of", "day", "person"),
    [
        ("Presiden", "USA", "2016-09-05", "Barack Obama"),
        ("Presiden", "USA", "2017-01-20", "Donald Trump"),
        ("Menlu", "RUS", "2017", "Sergei Lavrov"),
        ("Sekretaris Negara", "USA", "2016-09", "John Kerry"),
        ("Sekjen", "Perserikatan Bangsa-Bangsa", "2016-12-30", "Ban Ki-moon"),
        ("Menhan", "RUS", "2016-09-05", "Sergei Shoigu"),
        ("Pemimpin Tertinggi", "IRN", "2018-05-08", "Ali Khamenei"),
        ("Komandan", "Pasukan Quds", "2017-11-21", "Qassem Soleimani"),
        ("Kepala Staf Umum", "ISR", "2009-01-10", "Gabi Ashkenazi"),
        ("Sekretaris Jenderal", "Hizbullah", "2006-07-12", "Hassan Nasrallah"),
        ("Pemimpin", "Macan Tamil", "2009-05-01", "Velupillai Prabhakaran"),
        ("Komisaris Tinggi", "UNHCR", "2012-06-20", "Antonio Guterres"),
        ("Juru Bicara", "Gedung Putih", "2003-03-20", "Ari Fleischer"),
        ("Kapolri", "IDN", "2016-01-14", "Badrodin Haiti"),
        ("Menko Polhukam", "IDN", "2018-05-13", "Wiranto"),
        ("Presiden", "SRB", "2014-05-05", "Tomislav Nikolić"),
        ("Presiden", "COL", "2016-09-26", "Juan Manuel Santos"),
        ("Menlu", "ISR", "2011-05-05", "Avigdor Lieberman"),
        ("Perdana Menteri", "LBY", "2019-04-04", "Fayez al-Sarraj"),
        ("Presiden", "MLI", "2015-11-20", "Ibrahim Boubacar Keïta"),
    ],
)
def test_the_holder_on_a_day(office: str, of: str, day: str, person: str) -> None:
    assert [t.person for t in holders(office, of, day)] == [person]


def test_a_month_of_change_that_is_not_sure_has_both_holders() -> None:
    """A day within it is not told apart, the days around it are."""
    asked_on = {day: {t.person for t in holders("Duta Besar untuk PBB", "USA", day)}
                for day in ("2012-06-01", "2017-01-10", "2017-02-01")}  # fmt: skip
    assert asked_on == {
        "2012-06-01": {"Susan Rice"},
        "2017-01-10": {"Samantha Power", "Nikki Haley"},
        "2017-02-01": {"Nikki Haley"},
    }


def test_every_office_is_of_a_known_country_body_or_seat() -> None:
    known = {row.get("code") or row["name"]
             for name in ("countries", "organizations", "seats") for row in rows(name)}  # fmt: skip
    assert {t.of for t in terms()} <= known


def test_whoever_held_an_office_is_in_the_table_of_people() -> None:
    assert {t.person for t in terms()} <= {row["name"] for row in rows("people")}


def test_a_year_of_change_has_both_holders() -> None:
    assert [t.person for t in holders("Presiden", "USA", "2017")] == [
        "Barack Obama",
        "Donald Trump",
    ]


def test_a_person_is_found_by_any_spelling() -> None:
    assert held_by("Sergey Shoygu") == held_by("Sergei Shoigu") != ()
    assert [t.office for t in held_by("Jokowi")] == ["Gubernur DKI Jakarta", "Presiden"]
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
        ("Utusan Khusus PBB untuk Suriah", "Utusan Khusus untuk Suriah",
         "Perserikatan Bangsa-Bangsa"),
        ("Dubes AS untuk PBB", "Duta Besar untuk PBB", "USA"),
        ("Juru Bicara Kremlin", "Juru Bicara", "Kremlin"),
        ("Juru Bicara Kementerian Luar Negeri China", "Juru Bicara Kementerian Luar Negeri", "CHN"),
        ("Komandan Garda Revolusi Iran", "Komandan", "Korps Garda Revolusi Islam"),
        ("Panglima TNI", "Panglima TNI", "IDN"),
        ("Kapolri", "Kapolri", "IDN"),
        ("Paus", "Paus", "VAT"),
        ("Menhan Rusia", "Menteri Pertahanan", "RUS"),
    ],
)  # fmt: skip
def test_an_office_is_told_from_its_country(words: str, office: str, of: str) -> None:
    assert parse_office(words) == (office, of)


def test_an_office_or_a_person_can_be_asked_for() -> None:
    assert [t.person for t in asked("Presiden Amerika Serikat", "2016-09-05")] == ["Barack Obama"]
    assert [t.office for t in asked("Ban Ki-moon", "2010-01-01")] == ["Sekretaris Jenderal"]
    with pytest.raises(UsageError, match="no office or person is called 'Raja Mars'"):
        asked("Raja Mars")
