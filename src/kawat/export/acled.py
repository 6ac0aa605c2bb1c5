"""ACLED's columns as tab-separated values: political violence, demonstrations and the like.

Events of other types (talks, statements, aid), and what did not happen, are none of ACLED's: they
are left out and counted. Source: ACLED Codebook (2024).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import IO

import pycountry

from kawat.export.codes import codes
from kawat.export.events import ExportedEvent, Participant
from kawat.export.rows import row

COLUMNS: tuple[str, ...] = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type",
    "sub_event_type", "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2",
    "civilian_targeting", "iso", "region", "country", "admin1", "admin2", "admin3", "location",
    "latitude", "longitude", "geo_precision", "source", "source_scale", "notes", "fatalities",
    "tags",
)  # fmt: skip

_DAY, _WEEK, _MONTH = 1, 2, 3  # time_precision
_TOWN, _AREA = 1, 3  # geo_precision
_CIVILIAN = frozenset(("CVL", "REF", "JRN", "MED", "NGO"))


def write(events: Iterable[ExportedEvent], out: IO[str]) -> Counter[str]:
    """Write the header and the rows; return how many events were left out, by reason."""
    left: Counter[str] = Counter()
    out.write(row(COLUMNS))
    for event in events:
        types = event_types(event)
        if event.status != "happened":
            left[event.status] += 1
        elif types is None:
            left[event.type] += 1
        elif event.day is None:
            left["undated"] += 1
        else:
            cells = _cells(event, *types)
            out.write(row(cells.get(column) for column in COLUMNS))
    return left


def event_types(event: ExportedEvent) -> tuple[str, str] | None:
    """Return ACLED's event and sub-event type, ``None`` where it codes no such event."""
    table = codes("acled").get(event.type, {})
    found = table.get(event.mode or "")
    if found is None and _hits_civilians(event):
        found = table.get("civilians")
    found = found or table.get("default")
    return (str(found[0]), str(found[1])) if found else None


def _hits_civilians(event: ExportedEvent) -> bool:
    return bool(event.recipients) and all(p.sector in _CIVILIAN for p in event.recipients)


def _cells(event: ExportedEvent, type: str, sub_type: str) -> dict[str, object]:
    day = date.fromisoformat(event.day or "")
    outlets = dict.fromkeys(t.outlet or t.uri for t in event.tellings)
    return {
        "event_id_cnty": event.id,
        "event_date": event.day,
        "year": day.year,
        "time_precision": _precision(event),
        "disorder_type": codes("acled")["disorder"][type],
        "event_type": type,
        "sub_event_type": sub_type,
        **_side("1", event.actors),
        **_side("2", event.recipients),
        "civilian_targeting": "Civilian targeting" if _hits_civilians(event) else None,
        **_location(event),
        "source": "; ".join(outlets),
        "source_scale": "National",
        "notes": event.first.words,
        "fatalities": event.killed or 0,
    }


def _precision(event: ExportedEvent) -> int:
    if not event.dated:
        return _WEEK  # the day of publication: it was on it or shortly before
    length = date.fromisoformat(event.last_day or "") - date.fromisoformat(event.day or "")
    return _DAY if length.days == 0 else _WEEK if length.days < 7 else _MONTH


def _side(side: str, parties: Sequence[Participant]) -> dict[str, object]:
    if not parties:
        return {}
    inter = codes("acled")["inter"]
    return {
        f"actor{side}": _named(parties[0]),
        f"assoc_actor_{side}": "; ".join(map(_named, parties[1:])),
        f"inter{side}": inter.get(parties[0].sector or "", "External/Other forces"),
    }


def _named(party: Participant) -> str:
    return f"{party.name} ({party.country})" if party.country else party.name


def _location(event: ExportedEvent) -> dict[str, object]:
    place, at = event.place, event.located
    if place is None:
        return {}
    code = (at.country if at else None) or place.country
    country = pycountry.countries.get(alpha_3=code) if code else None
    return {
        "iso": int(country.numeric) if country else None,
        "country": country.name if country else None,
        "admin1": at.admin1 if at else None,
        "location": place.name,
        "latitude": at.latitude if at else None,
        "longitude": at.longitude if at else None,
        "geo_precision": _TOWN if at and at.geonames else _AREA,
    }
