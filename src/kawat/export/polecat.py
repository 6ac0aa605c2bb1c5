"""POLECAT's columns: one event a row, ``None`` for what is missing, several values by ``; ``.

POLECAT has no column for what did not happen or only may: those events are left out and counted.
Source: the POLECAT dataset (Harvard Dataverse, doi:10.7910/DVN/AJGVIT).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import IO

from kawat.export.codes import codes
from kawat.export.events import ExportedEvent, Participant
from kawat.export.plover import QUADS, coded
from kawat.export.rows import row

COLUMNS: tuple[str, ...] = tuple(codes("polecat")["columns"])
_MISSING = "None"


def write(events: Iterable[ExportedEvent], out: IO[str], version: str) -> Counter[str]:
    """Write the header and the rows; return how many events were left out, by status."""
    left: Counter[str] = Counter()
    out.write(row(COLUMNS))
    for event in events:
        if {"hypothetical", "negation"} & set(coded(event).auxiliary):
            left[event.status] += 1
        else:
            cells = _cells(event) | {"Version": f"kawat {version}"}
            out.write(row((cells.get(column) for column in COLUMNS), missing=_MISSING))
    return left


def _cells(event: ExportedEvent) -> dict[str, object]:
    code = coded(event)
    return {
        "Event ID": event.id,
        "Event Date": event.day,
        "Event Type": code.type,
        "Event Mode": code.mode,
        "Intensity": code.score,
        "Quad Code": QUADS[code.quad].upper(),
        "Contexts": _joined(event.contexts),
        **_side("Actor", event.actors),
        **_side("Recipient", event.recipients),
        **_location(event),
        "Source": _joined(t.outlet or t.uri for t in event.tellings),
        "Publication Date": event.first.published,
        "Story People": _joined(event.people),
        "Story Organizations": _joined(event.organizations),
        "Story Locations": _joined(event.locations),
        "Language": "Indonesian",
    }


def _side(side: str, parties: Sequence[Participant]) -> dict[str, object]:
    return {
        f"{side} Name": _joined(party.name for party in parties),
        f"{side} Country": _joined(party.country for party in parties),
        f"{side} COW": _joined(party.cow for party in parties),
        f"Primary {side} Sector": parties[0].sector if parties else None,
        f"{side} Sectors": _joined(party.sector for party in parties),
        f"{side} Title": _joined(party.role for party in parties),
        f"{side} Name Raw": _joined(party.raw for party in parties),
    }


def _location(event: ExportedEvent) -> dict[str, object]:
    place, at = event.place, event.located
    if place is None:
        return {}
    told: dict[str, object] = {
        "Placename": place.name,
        "Country": place.country,
        "Raw Placename": place.raw,
    }
    if at is None:
        return told
    town = at.geonames is not None
    return told | {
        "City": at.name if town else None,
        "Province": at.admin1,
        "Country": at.country or place.country,
        "Latitude": at.latitude,
        "Longitude": at.longitude,
        "GeoNames ID": at.geonames,
        "Feature Type": "PPL" if town else "AREA",
    }


def _joined(values: Iterable[str | None]) -> str | None:
    """Return the values each once, in order; ``None`` where there is none."""
    return "; ".join(dict.fromkeys(filter(None, values))) or None
