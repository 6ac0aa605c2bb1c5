"""Meetings of heads of state and government that a text names with their place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from kawat.lexicon import rows

_REACH = 90  # characters around the name in which `KTT` and the place stand


@dataclass(frozen=True, slots=True)
class Summit:
    """A summit: its names, the names of its place, its first and last day."""

    names: tuple[str, ...]
    places: tuple[str, ...]
    first: date
    last: date


def summits_in(text: str) -> list[Summit]:
    """Return the summits that a text names with their place close by (``KTT G20 di China``)."""
    if "KTT" not in text:
        return []
    return [summit for summit in _summits() if _is_named(summit, text)]


def _is_named(summit: Summit, text: str) -> bool:
    for name in summit.names:
        at = text.find(name)
        near = text[max(0, at - _REACH) : at + _REACH] if at >= 0 else ""
        places = (spot for place in summit.places for spot in (f"di {place}", f"{name} {place}"))
        if "KTT" in near and any(spot in near for spot in places):
            return True
    return False


@cache
def _summits() -> tuple[Summit, ...]:
    return tuple(
        Summit(
            tuple(row["name"].split("|")),
            tuple(row["places"].split("|")),
            date.fromisoformat(row["from"]),
            date.fromisoformat(row["to"]),
        )
        for row in rows("summits")
    )
