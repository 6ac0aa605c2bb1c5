"""Entities: one real thing, all its mentions, and nothing that is none."""

from __future__ import annotations

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.reading import Entity


def entities(text: str) -> dict[str, Entity]:
    """Read the text and return its entities by the words of each mention."""
    reading = Reader().read(Article(text, "a.txt"))
    return {m.of(text): e for e in reading.entities for m in e.mentions}


def test_a_surname_is_the_person_named_before() -> None:
    found = entities("Presiden Rusia Vladimir Putin tiba. Putin disambut hangat.")
    assert found["Putin"] is found["Vladimir Putin"]
    assert found["Putin"].role == "Presiden Rusia"
    assert (found["Putin"].country, found["Putin"].sector) == ("RUS", "GOV")


def test_a_title_alone_is_the_person_who_bears_it() -> None:
    found = entities("Presiden Rusia Vladimir Putin tiba. Menurut presiden Rusia itu, damai dekat.")
    assert found["presiden Rusia itu"] is found["Vladimir Putin"]


def test_the_longest_noun_phrase_is_the_mention() -> None:
    found = entities("Serangan pasukan pemerintah Suriah menewaskan warga sipil.")
    assert set(found) == {"pasukan pemerintah Suriah", "warga sipil"}


def test_a_noun_over_two_countries_gives_the_countries() -> None:
    found = entities("Pasukan Suriah dan Rusia mengepung kota itu.")
    assert {w for w in found if found[w].kind == "country"} == {"Suriah", "Rusia"}


@pytest.mark.parametrize(
    ("text", "capital", "kind"),
    [
        ("Washington menuduh Moskow ingkar.", "Washington", "organization"),
        ("Keduanya bertemu di Washington kemarin.", "Washington", "place"),
        ("Ia tiba di Moskow kemarin.", "Moskow", "place"),
    ],
)
def test_a_capital_is_a_government_or_a_place(text: str, capital: str, kind: str) -> None:
    assert entities(text)[capital].kind == kind
