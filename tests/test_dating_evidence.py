"""Offices, matters of a time and summits say of which years a text can be."""

from __future__ import annotations

from datetime import date

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.layers.dating.evidence import evidence_in, total
from kawat.lexicon import rows, table
from kawat.reading import Published

PERIODS = table("periods")["period"]
CRISES = table("periods")["crisis"]
NAMED_DAYS = table("periods")["named_day"]


def published(text: str) -> Published:
    found = Reader().read(Article(text, "a.txt")).article.published
    assert found is not None
    return found


@pytest.mark.parametrize("period", PERIODS, ids=[p["names"][0] for p in PERIODS])
def test_the_example_of_a_matter_is_evidence_for_its_time(period: dict[str, object]) -> None:
    start = period["from"]
    assert isinstance(start, date)
    evidence = evidence_in(str(period["example"]))
    assert any(
        e.of(start.isoformat()) >= 0 and e.stretches[0][0] == start.isoformat() for e in evidence
    )


@pytest.mark.parametrize("crisis", CRISES, ids=[c["name"] for c in CRISES])
def test_the_words_of_a_crisis_are_evidence_for_its_time(
    crisis: dict[str, list[list[str]]],
) -> None:
    text = " ".join(words[0] for words in crisis["words"])
    start = crisis["from"]
    assert isinstance(start, date)
    assert total(evidence_in(text), start.isoformat()) > 0


@pytest.mark.parametrize("named", NAMED_DAYS, ids=[n["example"] for n in NAMED_DAYS])
def test_a_day_known_by_its_date_keeps_its_year(named: dict[str, object]) -> None:
    text = f"Hal itu terkait {named['example']} yang lama dibahas."
    reading = Reader().read(Article(text, "a.txt", published="2026-05-05"))
    assert [t.value for t in reading.times] == [str(named["day"])]


def test_every_summit_runs_forward() -> None:
    assert all(row["from"] <= row["to"] for row in rows("summits"))


def test_an_office_held_twice_counts_in_both_terms() -> None:
    evidence = evidence_in("Presiden AS Donald Trump berpidato.")
    inside = [total(evidence, f"{y}-06-01") > 0 for y in (2016, 2018, 2022, 2025)]
    assert inside == [False, True, False, True]


def test_a_former_president_says_nothing_of_his_term() -> None:
    assert evidence_in("Mantan Presiden AS Barack Obama berpidato.") == ()
    assert evidence_in("Ia menelepon Sekjen PBB, Kofi Annan (mantan Sekjen).") == ()


def test_a_summit_with_its_place_dates_a_text_without_a_day() -> None:
    text = (
        "Presiden AS Barack Obama dan Presiden Rusia Vladimir Putin bertemu di sela KTT G20 di "
        "China. Menlu AS John Kerry hadir."
    )
    found = published(text)
    assert found.value == "2016-09"
    assert found.candidates == ("2016-09-05", "2016-09-06")
    assert any("Obama" in reason for reason in found.why)


def test_years_that_are_as_likely_are_named() -> None:
    """14 June is a Saturday in 2014 and in 2025, and nothing here chooses."""
    found = published("Kedua menteri bertemu di Kairo, Sabtu (14/6).")
    assert found.basis == "inferred"
    assert any("2014" in reason and "2025" in reason for reason in found.why)


def test_what_lies_ahead_is_not_the_day_of_the_report() -> None:
    text = "Menlu berbicara, Selasa (17/6/2025). Ia bertolak pada 24 Juni 2025 bersama rombongan."
    assert published(text).value == "2025-06-17"
