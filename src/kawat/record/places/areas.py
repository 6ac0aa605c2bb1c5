"""Regions, provinces, seas and sites that GeoNames' towns lack: the table ``areas.tsv``.

The coordinates are middles of the areas, set by hand to a tenth of a degree (sites to a hundredth)
and checked by tests against GeoNames' towns of the same country.
"""

from __future__ import annotations

from functools import cache

from kawat.lexicon import rows
from kawat.record.names import name_key
from kawat.record.places.candidates import Place


def areas_named(key: str) -> tuple[Place, ...]:
    """Return the areas that have this name (:func:`~kawat.record.names.name_key`)."""
    return _areas().get(key, ())


@cache
def _areas() -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = {}
    for row in rows("areas"):
        area = Place(
            row["name"],
            float(row["latitude"]),
            float(row["longitude"]),
            row["country"] or None,
            row["admin1"] or None,
            None,
        )
        for spelling in (row["name"], *filter(None, row["variants"].split("|"))):
            found.setdefault(name_key(spelling), []).append(area)
    return {key: tuple(places) for key, places in found.items()}
