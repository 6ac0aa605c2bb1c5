"""Which place a name is: the country printed with it, then those that the article names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kawat.lexicon import rows
from kawat.reading import Entity
from kawat.record.names import name_key
from kawat.record.places.areas import areas_named
from kawat.record.places.candidates import Place
from kawat.record.places.towns import towns_named

_SHARE = 0.1
"""of the people of the well-known town of the name, for another one to be meant"""
_LARGER = 5
"""times as many people as in any other town of the name, for a town to be meant without context"""


@dataclass(frozen=True, slots=True)
class Located:
    """A place and the reason for choosing it."""

    place: Place
    why: str


@dataclass(frozen=True, slots=True)
class Unlocated:
    """No place, and the reason."""

    why: str


def place_of(entity: Entity, countries: Sequence[str]) -> Located | Unlocated:
    """Return where a place entity is.

    ``countries`` are the codes (ISO 3166-1 alpha-3) of the countries that the article names beside
    it, the most frequent first. The entity's own country comes first, unless the article names
    another country with a place of that name and not this one (``Tripoli`` in a report on Lebanon).
    """
    return locate(entity.name, entity.country, countries)


def locate(name: str, country: str | None, countries: Sequence[str]) -> Located | Unlocated:
    """Return where the place of this name is; see :func:`place_of`."""
    found = candidates(name)
    if not found:
        wide = name_key(name) in {name_key(row["name"]) for row in rows("places")}
        reason = "is too wide for one point" if wide else "is neither in GeoNames nor in areas.tsv"
        return Unlocated(f"{name} {reason}")
    by_country: dict[str | None, list[Place]] = {}
    for place in found:
        by_country.setdefault(place.country, []).append(place)
    named = [code for code in countries if code in by_country]
    own = by_country.get(country, []) if country else []
    if own and not _outweighed(own[0], [by_country[code][0] for code in named], countries):
        return _largest(own, f"in {country}, the country given with it")
    if named:
        return _largest(by_country[named[0]], f"in {named[0]}, which the article names")
    if country is not None and None not in by_country:
        return Unlocated(f"{name} is not in {country}, only in {_codes(found)}")
    return _without_context(name, found)


def _outweighed(own: Place, others: Sequence[Place], countries: Sequence[str]) -> bool:
    """Tell whether the article means a place of a country that it names, and not the well-known.

    That is ``Tripoli`` in Lebanon, but not ``Paris`` in Texas.
    """
    if own.country in countries or not others:
        return False
    return others[0].population >= _SHARE * own.population


def candidates(name: str) -> tuple[Place, ...]:
    """Return all places that the name may be: areas first, then towns, the largest first."""
    if not name_key(name):
        return ()
    areas = areas_named(name_key(name))
    told = {area.country for area in areas}
    return (*areas, *(town for town in towns_named(name) if town.country not in told))


def _largest(places: Sequence[Place], why: str) -> Located:
    return Located(places[0], why if len(places) == 1 else f"{why}; the largest of its name there")


def _without_context(name: str, found: Sequence[Place]) -> Located | Unlocated:
    """Choose where neither the entity nor the article tells the country."""
    claimed = [place for place in found if place.country is None]
    if claimed or len(found) == 1:
        return Located((*claimed, *found)[0], "the only place of the name")
    first, second = found[0], found[1]
    if first.geonames is None and second.geonames is not None:
        return Located(first, "an area better known than the towns of its name")
    if first.geonames is not None and first.population >= _LARGER * second.population:
        return Located(first, "by far the largest of its name")
    return Unlocated(f"{name} may be in {_codes(found)}; the article names none of them")


def _codes(places: Iterable[Place]) -> str:
    return ", ".join(dict.fromkeys(place.country or "no country" for place in places))
