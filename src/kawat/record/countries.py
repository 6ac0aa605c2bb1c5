"""What people call a country, to its ISO 3166-1 alpha-3 code, and from there to its COW code."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import pycountry
from babel import Locale

from kawat.lexicon import rows
from kawat.record.names import name_key


def country_code(name: str) -> str | None:
    """Return the code of a country named in Indonesian, in English or by an ISO code.

    Case and accents don't matter. ``AS`` is the United States, as in Indonesian news, and not
    the alpha-2 code of American Samoa.
    """
    return _codes().get(name_key(name))


@dataclass(frozen=True, slots=True)
class CowState:
    """A state as the Correlates of War project codes it."""

    number: int
    """``ccode``: 2 is the United States"""
    abbreviation: str
    """``stateabb``: often not the ISO code, as ``INS`` for Indonesia"""


def cow_state(code: str) -> CowState | None:
    """Return the COW codes of a country (ISO 3166-1 alpha-3); none where it is no COW state.

    Palestine, Hong Kong, Macao, Western Sahara and the Vatican are none; Serbia goes on the
    codes of Yugoslavia, Vietnam on those of North Vietnam. Source: COW State System Membership
    list, version 2016.
    """
    return _cow_states().get(code)


@cache
def _cow_states() -> dict[str, CowState]:
    return {
        row["code"]: CowState(int(row["cow"]), row["cow_abbreviation"])
        for row in rows("countries")
        if row["cow"]
    }


@cache
def _codes() -> dict[str, str]:
    """Return every name's code; what the lexicon says stands above CLDR, names above codes."""
    alpha_3 = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    codes = {name_key(two): three for two, three in alpha_3.items()}
    for language in ("en", "id"):
        for two, name in Locale(language).territories.items():
            if two in alpha_3:
                codes[name_key(name)] = alpha_3[two]
    codes.update((name_key(three), three) for three in alpha_3.values())
    for row in rows("countries"):
        for name in (row["name"], *filter(None, row["variants"].split("|"))):
            codes[name_key(name)] = row["code"]
    return codes
