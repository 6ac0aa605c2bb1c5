"""A country is known by its names in Indonesian and English, its abbreviations and codes."""

from __future__ import annotations

import pytest

from kawat.lexicon import rows
from kawat.record.countries import CowState, country_code, cow_state


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Suriah", "SYR"), ("syria", "SYR"), ("SYR", "SYR"), ("sy", "SYR"), ("Türkiye", "TUR"),
        ("TURKI", "TUR"), ("AS", "USA"), ("RI", "IDN"), ("Korut", "PRK"), ("Pantai Gading", "CIV"),
        ("Aleppo", None), ("", None),
    ],
)  # fmt: skip
def test_a_country_by_its_names(name: str, code: str | None) -> None:
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("code", "number", "abbreviation"),
    [
        ("USA", 2, "USA"), ("RUS", 365, "RUS"), ("SYR", 652, "SYR"), ("IDN", 850, "INS"),
        ("GBR", 200, "UKG"), ("CHE", 225, "SWZ"), ("SWZ", 572, "SWA"), ("SRB", 345, "YUG"),
        ("VNM", 816, "DRV"), ("KOR", 732, "ROK"), ("TLS", 860, "ETM"), ("SSD", 626, "SSD"),
        ("XKX", 347, "KOS"), ("MNE", 341, "MNG"), ("MNG", 712, "MON"), ("AUS", 900, "AUL"),
    ],
)  # fmt: skip
def test_a_state_by_its_cow_codes(code: str, number: int, abbreviation: str) -> None:
    assert cow_state(code) == CowState(number, abbreviation)


def test_what_is_no_state_of_cow_has_no_code() -> None:
    without = {row["code"] for row in rows("countries") if cow_state(row["code"]) is None}
    assert without == {"PSE", "HKG", "MAC", "ESH", "VAT"}


def test_no_two_states_share_a_cow_code() -> None:
    states = [state for row in rows("countries") if (state := cow_state(row["code"]))]
    assert len(states) == len({s.number for s in states}) == len({s.abbreviation for s in states})
    assert len(states) == 195
    assert all(2 <= s.number <= 990 and len(s.abbreviation) == 3 for s in states)
