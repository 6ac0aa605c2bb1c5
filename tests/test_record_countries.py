"""A country is known by its names in Indonesian and English, its abbreviations and codes."""

from __future__ import annotations

import pytest

from kawat.record.countries import country_code


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
