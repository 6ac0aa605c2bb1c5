"""PLOVER: types, quad codes and scores, and events as JSON lines.

Source: PLOVER Manual draft 0.8. Its rules are that a planned consultation, support, cooperation
or aid is an agreement, and an announced withdrawal or truce a concession; what is to come, may
be, or was not, is told by auxiliary modes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO, Any

from kawat.export.codes import codes
from kawat.export.events import ExportedEvent, Participant

_AGREED = frozenset(("CONSULT", "SUPPORT", "COOPERATE", "AID"))
_AUXILIARY = {"planned": "future", "possible": "hypothetical", "negated": "negation"}
QUADS = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}


@dataclass(frozen=True, slots=True)
class Coded:
    """An event in PLOVER's terms; ``score`` is from -10 (conflict) to 10 (cooperation)."""

    type: str
    mode: str | None
    auxiliary: tuple[str, ...]
    quad: int
    score: float


def coded(event: ExportedEvent) -> Coded:
    """Return the event as PLOVER codes it."""
    kind, mode, auxiliary = event.type, event.mode, _AUXILIARY.get(event.status)
    if event.status == "planned" and kind in _AGREED:
        kind, mode, auxiliary = "AGREE", None, None
    elif event.status == "planned" and kind == "RETREAT":
        kind, mode, auxiliary = "CONCEDE", None, None
    entry = codes("plover")[kind]
    past = ("historical",) if event.history else ()
    return Coded(
        kind,
        mode,
        (*past, auxiliary) if auxiliary else past,
        entry["quad"],
        float(entry.get("modes", {}).get(mode or "", entry["score"])),
    )


def write(events: Iterable[ExportedEvent], out: IO[str], version: str) -> Counter[str]:
    """Write one JSON object a line; nothing is left out. ``version`` is Kawat's."""
    for event in events:
        out.write(json.dumps(_record(event, version), ensure_ascii=False) + "\n")
    return Counter()


def _record(event: ExportedEvent, version: str) -> dict[str, Any]:
    code = coded(event)
    return {
        "id": event.id,
        "date": event.day,
        "end_date": event.last_day,
        "dated": event.dated,
        "type": code.type,
        "mode": code.mode,
        "auxiliary_modes": list(code.auxiliary),
        "contexts": list(event.contexts),
        "quad": code.quad,
        "score": code.score,
        "actors": [_party(party) for party in event.actors],
        "recipients": [_party(party) for party in event.recipients],
        "location": _party(event.place) if event.place else None,
        "topics": list(event.topics),
        "independent_sources": event.sources,
        "tellings": [
            {
                "article": telling.article,
                "event": telling.event,
                "uri": telling.uri,
                "outlet": telling.outlet,
                "published": telling.published,
                "text": telling.words,
            }
            for telling in event.tellings
        ],
        "language": "id",
        "coder": f"kawat {version}",
    }


def _party(party: Participant) -> dict[str, Any]:
    return {
        "name": party.name,
        "country": party.country,
        "cow": party.cow,
        "sector": party.sector,
        "title": party.role,
        "text": party.raw,
    }
