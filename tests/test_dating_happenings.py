"""Reports without a year or a date are dated by what the world remembers of a day."""

from __future__ import annotations

from kawat.draft import Article
from kawat.engine import Reader
from kawat.layers.dating.happenings import happenings_reported
from kawat.lexicon import rows
from kawat.reading import Published

WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")

FALL_OF_RAQQA = (
    "Beirut - Pasukan Demokratik Suriah yang didukung AS menguasai seluruh kota Raqqa pada "
    "Selasa setelah pertempuran berbulan-bulan melawan ISIS. Juru bicara pasukan itu mengatakan "
    "pembersihan ranjau masih berlangsung."
)


def published(text: str) -> Published | None:
    return Reader().read(Article(text, "a.txt")).article.published


def test_a_known_day_with_its_weekday_dates_the_report() -> None:
    found = published(FALL_OF_RAQQA)
    assert found is not None
    assert (found.value, found.basis) == ("2017-10-17", "inferred")
    assert "Raqqa is taken" in " ".join(found.why)


def test_another_weekday_does_not() -> None:
    found = published(FALL_OF_RAQQA.replace("Selasa", "Sabtu"))
    assert found is None or len(found.value) < len("2017-10-17")


def test_a_later_year_in_the_text_speaks_against_the_day() -> None:
    later = FALL_OF_RAQQA + " Kota itu baru dibangun kembali sejak 2021."
    found = published(later)
    assert found is None or found.value != "2017-10-17"


def test_what_is_said_after_bahwa_may_lie_ahead_of_the_day() -> None:
    text = FALL_OF_RAQQA.replace("pada Selasa", "").replace(
        "Juru bicara pasukan itu mengatakan",
        "Juru bicara pasukan itu pada Selasa mengatakan bahwa akan ada dewan kota;",
    )
    found = published(text)
    assert found is not None
    assert found.value == "2017-10-17"


def test_each_row_can_be_told_and_names_no_weekday() -> None:
    """The calendar knows the weekday; the first word of each list together tell the day."""
    known = rows("happenings")
    assert known
    for row in known:
        groups = [group.split("|") for group in row["words"].split(";")]
        words = [word for group in groups for word in group]
        assert row["name"]
        assert len(groups) > 1 or len(words[0]) > 3, row
        assert all(word == word.lower() and word.strip() for word in words), row
        assert not set(words) & set(WEEKDAYS), row
        told = happenings_reported(" ".join(group[0] for group in groups))
        assert (row["day"], row["name"]) in [(h.day.isoformat(), h.name) for h in told]


def test_every_happening_stands_once() -> None:
    names = [(row["day"], row["name"]) for row in rows("happenings")]
    assert len(names) > 1000
    assert sorted(set(names)) == names


def test_what_is_only_recalled_further_down_is_no_report_of_its_day() -> None:
    """An earlier event below the lead must not date the report, though its weekday is printed."""
    recalled = FALL_OF_RAQQA.removeprefix("Beirut - ")
    lead = "Kairo - Para menteri ekonomi membahas harga gandum dan pupuk di kawasan itu. " * 12
    found = published(lead + recalled)
    assert found is None or found.value != "2017-10-17"


def test_a_known_day_without_any_weekday_leaves_the_month() -> None:
    found = published(FALL_OF_RAQQA.replace(" pada Selasa", ""))
    assert found is not None
    assert (found.value, found.candidates) == ("2017-10", ("2017-10-17", "2017-10-18"))


def test_the_weekday_after_a_known_day_dates_the_report_to_it() -> None:
    """Only Thursday is printed; the city fell on a Tuesday, so the report is of two days later."""
    found = published(FALL_OF_RAQQA.replace("Selasa", "Kamis"))
    assert found is not None
    assert found.value == "2017-10-19"


def test_a_known_day_and_month_tell_their_year() -> None:
    """14 July is a Thursday in 2011, 2016 and 2022; the truck in Nice leaves one of them."""
    text = (
        "Paris - Truk menabrak kerumunan warga yang merayakan Hari Bastille di Nice, Kamis (14/7). "
        "Polisi mengatakan sopirnya ditembak mati di tempat."
    )
    found = published(text)
    assert found is not None
    assert found.value == "2016-07-14"
    assert "the attack in Nice" in " ".join(found.why)


def test_a_date_with_its_month_first_is_known_by_its_weekday_beside_another() -> None:
    """3 June 2017 was a Saturday, 6 March was not; 31 May stands beside it."""
    text = (
        "Kabul - Ledakan mengguncang pemakaman di Kabul, Sabtu (6/3), tiga hari setelah bom truk "
        "di kawasan kedutaan pada Rabu (31/5) yang menewaskan puluhan warga, kata polisi."
    )
    found = published(text)
    assert found is not None
    assert found.value == "2017-06-03"
