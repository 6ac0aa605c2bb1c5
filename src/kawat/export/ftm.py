"""FollowTheMoney entities, one JSON object a line: actors, articles, events and their mentions.

Ids are hashes of names and articles, so that the same record gives the same ids.
Source: the FollowTheMoney model (followthemoney.tech), schemata Person, Organization, PublicBody,
Event, Article and Mention.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import IO, Any

import pycountry

from kawat.export.events import ExportedEvent, Participant
from kawat.export.source import Selection
from kawat.reading import Reading
from kawat.record.actors.grouping import Actor
from kawat.record.names import name_key

_STATE = frozenset(("GOV", "MIL", "LEG", "JUD", "EXE", "SPY", "COP"))
_SCHEMATA = {"person": "Person", "organization": "Organization", "group": "Organization"}
Known = dict[tuple[str, str | None], str]
"""name and country → the id of the actor"""


def write(selection: Selection, out: IO[str]) -> Counter[str]:
    """Write the entities; return how many actors FollowTheMoney has no schema for, by kind."""
    left: Counter[str] = Counter()
    known: Known = {}
    sectors: dict[str, str] = {}
    for event in selection.events():
        for party in (*event.actors, *event.recipients):
            if party.sector:
                sectors.setdefault(name_key(party.name), party.sector)
    for actor in selection.actors():
        schema = _schema(actor, sectors)
        if schema is None:
            left[actor.kind] += 1
            continue
        entity = _actor(actor, schema)
        known.update({(name_key(s.name), s.country): entity["id"] for s in actor.seen})
        _put(out, entity)
    for reading in selection.readings():
        _put(out, _article(reading))
        for mention in _mentions(reading, known):
            _put(out, mention)
    for event in selection.events():
        _put(out, _event(event, known))
    return left


def _put(out: IO[str], entity: dict[str, Any]) -> None:
    kept = {name: values for name, values in entity["properties"].items() if values}
    out.write(json.dumps({**entity, "properties": kept}, ensure_ascii=False) + "\n")


def _id(*parts: str) -> str:
    return "kawat-" + hashlib.sha1("|".join(parts).encode()).hexdigest()


def _schema(actor: Actor, sectors: dict[str, str]) -> str | None:
    if actor.kind == "country":
        return "PublicBody"
    schema = _SCHEMATA.get(actor.kind)
    state = any(sectors.get(name_key(named.name)) in _STATE for named in actor.names)
    return "PublicBody" if schema == "Organization" and state else schema


def _actor(actor: Actor, schema: str) -> dict[str, Any]:
    names = sorted({s for named in actor.names for s in named.spellings} - {actor.name})
    roles = sorted({seen.role for seen in actor.seen if seen.role})
    return {
        "id": _id("actor", *actor.names[0].key),
        "schema": schema,
        "properties": {
            "name": [actor.name],
            "alias": names,
            "country": _countries(actor.country),
            "position": roles if schema == "Person" else [],
        },
    }


def _article(reading: Reading) -> dict[str, Any]:
    head = reading.article
    uri = head.uri if "://" in head.uri else None
    return {
        "id": _id("article", head.id),
        "schema": "Article",
        "properties": {
            "title": [head.title.text] if head.title else [],
            "fileName": [] if uri else [head.uri],
            "sourceUrl": [uri] if uri else [],
            "publisher": [head.outlet.name] if head.outlet else [],
            "publishedAt": [head.published.value] if head.published else [],
            "language": ["ind"],
            "bodyText": [reading.text],
        },
    }


def _mentions(reading: Reading, known: Known) -> Iterator[dict[str, Any]]:
    for entity in reading.entities:
        actor = known.get((name_key(entity.name), entity.country))
        if actor:
            printed = sorted({mention.of(reading.text) for mention in entity.mentions})
            yield {
                "id": _id("mention", reading.article.id, entity.id),
                "schema": "Mention",
                "properties": {
                    "document": [_id("article", reading.article.id)],
                    "resolved": [actor],
                    "name": printed,
                    "contextCountry": _countries(entity.country),
                },
            }


def _event(event: ExportedEvent, known: Known) -> dict[str, Any]:
    what = " ".join(filter(None, (event.type, event.mode, f"({event.status})")))
    return {
        "id": _id("event", event.id),
        "schema": "Event",
        "properties": {
            "name": [what],
            "summary": [event.first.words],
            "startDate": [event.day] if event.day else [],
            "endDate": [event.last_day] if event.last_day else [],
            "location": [event.place.name] if event.place else [],
            "country": _countries(event.place.country) if event.place else [],
            "organizer": _ids(event.actors, known),
            "involved": _ids(event.recipients, known),
            "proof": [_id("article", telling.article) for telling in event.tellings],
            "recordId": [event.id],
        },
    }


def _ids(parties: Iterable[Participant], known: Known) -> list[str]:
    found = (known.get((name_key(party.name), party.country)) for party in parties)
    return list(dict.fromkeys(filter(None, found)))


def _countries(code: str | None) -> list[str]:
    """Return an ISO alpha-3 code as FollowTheMoney has it: alpha-2, in small letters."""
    country = pycountry.countries.get(alpha_3=code) if code else None
    return [country.alpha_2.lower()] if country else []
