"""A place that a name may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """A town, or the middle of an area or sea; degrees of WGS 84, north and east are positive."""

    name: str
    latitude: float
    longitude: float
    country: str | None
    """ISO 3166-1 alpha-3; none for seas and land that several states claim"""
    admin1: str | None
    """the province or state, by its Indonesian name where it has one"""
    geonames: int | None
    """GeoNames id of a town; none for what ``areas.tsv`` has"""
    population: int = 0
