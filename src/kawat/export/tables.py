"""Flat tables of a record: articles, events, tellings, parties, statements, figures and actors.

Columns have a type of their own, the same in CSV and Parquet. Ids lead from one table to another:
``event`` to events, ``article`` (the sha256 of the text) to articles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from kawat.export.events import ExportedEvent, Participant
from kawat.reading import Reading

Type = Literal["text", "whole", "number", "truth"]
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns with their types, and what makes its rows of an event or a reading."""

    columns: Mapping[str, Type]
    of_event: Callable[[ExportedEvent], Iterable[Row]] | None = None
    of_reading: Callable[[Reading], Iterable[Row]] | None = None


def _events(event: ExportedEvent) -> Iterator[Row]:
    yield {
        "event": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "value": event.value,
        "first_day": event.day,
        "last_day": event.last_day,
        "dated": event.dated,
        "actors": "; ".join(party.name for party in event.actors),
        "recipients": "; ".join(party.name for party in event.recipients),
        "place": event.place.name if event.place else None,
        "place_country": event.place.country if event.place else None,
        "topics": "; ".join(event.topics),
        "contexts": "; ".join(event.contexts),
        "killed": event.killed,
        "tellings": len(event.tellings),
        "sources": event.sources,
    }


def _tellings(event: ExportedEvent) -> Iterator[Row]:
    for telling in event.tellings:
        yield {
            "event": event.id,
            "article": telling.article,
            "telling": telling.event,
            "trigger": telling.trigger,
            "words": telling.words,
        }


def _parties(event: ExportedEvent) -> Iterator[Row]:
    for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for position, party in enumerate(parties):
            yield {"event": event.id, "role": role, "position": position, **_party(party)}


def _party(party: Participant) -> Row:
    return {
        "name": party.name,
        "kind": party.kind,
        "country": party.country,
        "cow": party.cow,
        "sector": party.sector,
        "title": party.role,
        "printed": party.raw,
    }


def _articles(reading: Reading) -> Iterator[Row]:
    head = reading.article
    yield {
        "article": head.id,
        "uri": head.uri,
        "outlet": head.outlet.name if head.outlet else None,
        "title": head.title.text if head.title else None,
        "published": head.published.value if head.published else None,
        "basis": head.published.basis if head.published else None,
        "sources": "; ".join(source.name for source in head.sources),
        "text": reading.text,
    }


def _statements(reading: Reading) -> Iterator[Row]:
    names = {entity.id: entity.name for entity in reading.entities}
    for said in reading.statements:
        yield {
            "article": reading.article.id,
            "statement": said.id,
            "kind": said.kind,
            "start": said.span.start,
            "end": said.span.end,
            "words": said.span.of(reading.text),
            "cue": said.cue.of(reading.text) if said.cue else None,
            "speakers": "; ".join(names[id] for id in said.speakers),
            "addressee": names[said.addressee] if said.addressee else None,
            "via": "; ".join(said.via),
        }


def _figures(reading: Reading) -> Iterator[Row]:
    names = {entity.id: entity.name for entity in reading.entities}
    for figure in reading.figures:
        named = {
            role: names[id] if id else None
            for role, id in (
                ("counted_by", figure.counted_by),
                ("blamed", figure.blamed),
                ("place", figure.place),
            )
        }
        plain = figure.model_dump(exclude={"id", "span", "counted_by", "blamed", "place"})
        words = figure.span.of(reading.text)
        yield {
            "article": reading.article.id, "figure": figure.id, "words": words,
            "start": figure.span.start, "end": figure.span.end, **plain, **named,
        }  # fmt: skip


def _typed(words: str = "", **others: Type) -> dict[str, Type]:
    return {**dict.fromkeys(words.split(), "text"), **others}


TABLES: Mapping[str, Table] = {
    "events": Table(
        _typed(
            "event type mode status value first_day last_day actors recipients place "
            "place_country topics contexts",
            dated="truth", killed="whole", tellings="whole", sources="whole",
        ),
        of_event=_events,
    ),
    "tellings": Table(_typed("event article telling trigger words"), of_event=_tellings),
    "parties": Table(
        _typed("event role name kind country cow sector title printed", position="whole"),
        of_event=_parties,
    ),
    "articles": Table(
        _typed("article uri outlet title published basis sources text"), of_reading=_articles
    ),
    "statements": Table(
        _typed(
            "article statement kind words cue speakers addressee via", start="whole", end="whole"
        ),
        of_reading=_statements,
    ),
    "figures": Table(
        _typed(
            "article figure words measure qualifier unit group counted_by blamed place since as_of",
            start="whole", end="whole", value="number", low="number", high="number",
        ),
        of_reading=_figures,
    ),
}  # fmt: skip
