"""Whose they are: what decides the country of those who are named without one."""

from __future__ import annotations

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.layers.names.origins import origins
from kawat.lexicon import rows, table
from kawat.reading import Entity

READER = Reader()
HOMES = [tuple(part.strip() for part in e.split("|")) for e in table("homes")["examples"]]
ORIGINS = [tuple(part.strip() for part in e.split("=")) for e in table("origins")["examples"]]


def the(words: str, text: str) -> Entity:
    """Return the one entity that is mentioned by these words."""
    reading = READER.read(Article(text, "a.txt"))
    found = [e for e in reading.entities if words in {m.of(text) for m in e.mentions}]
    assert len(found) == 1, (words, [e.name for e in reading.entities])
    return found[0]


@pytest.mark.parametrize(("text", "words", "country"), HOMES)
def test_an_example_has_the_country_named_behind_it(text: str, words: str, country: str) -> None:
    assert the(words, text).country == (None if country == "none" else country)


@pytest.mark.parametrize(("name", "states"), ORIGINS)
def test_a_name_is_at_home_in_one_state_and_not_in_the_other(name: str, states: str) -> None:
    home, _, elsewhere = states.partition(", not ")
    found = origins(name)
    assert found is not None
    assert home in found
    assert elsewhere not in found


def test_every_state_of_an_origin_is_in_the_table_of_countries() -> None:
    codes = {row["code"] for row in rows("countries")}
    listed = {state for row in table("origins")["origin"] for state in row["states"]}
    assert listed
    assert listed <= codes


def test_a_place_lies_where_the_place_behind_it_lies_and_not_where_its_visitor_is_from() -> None:
    text = "Perdana Menteri India Narendra Modi menginap di Istana Belmar, Budapest, semalam."
    assert the("Istana Belmar", text).country == "HUN"


def test_a_house_named_after_a_state_lies_where_it_is_told() -> None:
    text = "Pasien dirawat di Rumah Sakit Indonesia di Gaza sejak Senin."
    assert the("Rumah Sakit Indonesia", text).country == "PSE"


def test_a_base_lies_where_the_town_in_its_name_lies() -> None:
    text = "Amerika Serikat memindahkan pesawat dari pangkalan udara Al Udeid pada Rabu."
    assert the("pangkalan udara Al Udeid", text).country == "QAT"


def test_those_hit_are_not_of_the_state_whose_attack_it_is() -> None:
    text = "Lebanon menyebut serangan Israel menewaskan warga sipil."
    assert the("warga sipil", text).country == "LBN"


@pytest.mark.parametrize(
    "words", ["militan", "kelompok teroris", "umat Kristen", "pasukan koalisi"]
)
def test_what_is_of_many_states_is_given_none(words: str) -> None:
    text = f"Menurut Presiden AS Donald Trump, {words} masih bertahan."
    assert the(words, text).country is None


def test_forces_of_a_league_are_of_no_state() -> None:
    text = "Pasukan NATO membantu tentara AS di Kabul."
    assert the("Pasukan NATO", text).country is None


def test_a_man_is_not_of_a_state_where_nobody_has_such_a_name() -> None:
    text = "Israel mengumumkan tewasnya Mahmoud al-Barghani. Barghani tinggal di Jalur Gaza."
    assert the("Mahmoud al-Barghani", text).country == "PSE"


def test_an_unknown_name_that_fits_no_state_of_the_article_has_no_country() -> None:
    text = "Nama Wang Junfeng disebut Amerika Serikat. Wang Junfeng lalu diperiksa."
    assert the("Wang Junfeng", text).country is None


def test_an_abbreviation_in_brackets_behind_a_state_is_not_the_state() -> None:
    text = "Ia bertugas di misi PBB di Republik Afrika Tengah (MINUSCA). MINUSCA berdiri pada 2014."
    assert the("MINUSCA", text).country is None


def test_a_regime_is_of_the_state_of_the_man_it_is_named_after() -> None:
    text = "Presiden Suriah Bashar al-Assad bertahan. Kata Trump, rezim Al-Assad harus pergi."
    assert the("rezim Al-Assad", text).country == "SYR"


def test_a_capital_right_behind_an_airport_is_a_place() -> None:
    text = "Raja Salman mendarat di Bandara Vnukovo Moskow pada Rabu."
    assert the("Moskow", text).kind == "place"


def test_the_side_of_a_hospital_speaks_as_a_body() -> None:
    text = "Pihak Rumah Sakit Al-Shifa mengonfirmasi jumlah korban di Gaza."
    assert the("Rumah Sakit Al-Shifa", text).kind == "organization"
