"""From a reading to the rows that the record keeps of it.

The rows follow from the reading alone, so that ``verify`` can make them again and compare.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from kawat.reading import (
    Entity,
    Event,
    Figure,
    Reading,
    ReadingWarning,
    Span,
    Statement,
    TimeRef,
)
from kawat.record.agreements.horizons import Horizon, horizons
from kawat.record.agreements.stages import Stage, stages
from kawat.record.conflicts.about import About, about
from kawat.record.days import days_of
from kawat.record.names import name_key
from kawat.record.tables import (
    CitationRow,
    ConflictRow,
    EntityRow,
    FigureRow,
    HorizonRow,
    PartyRow,
    Row,
    StageRow,
    StatementRow,
    TellingRow,
    VoiceRow,
    WarningRow,
)

Values = dict[str, Any]
"""The columns of one row, without the article's number."""

DERIVED: tuple[type[Row], ...] = (
    EntityRow,
    TellingRow,
    PartyRow,
    StatementRow,
    VoiceRow,
    FigureRow,
    CitationRow,
    ConflictRow,
    StageRow,
    HorizonRow,
    WarningRow,
)
"""The tables that follow from readings; a row stands after the rows it refers to."""


def digest(json: str) -> str:
    """Return the sha256 of a reading's JSON, in hex."""
    return hashlib.sha256(json.encode()).hexdigest()


def article_values(reading: Reading) -> Values:
    """Return what the record's articles table takes from a reading."""
    head = reading.article
    days = days_of(head.published.value) if head.published else None
    return {
        "id": head.id,
        "uri": head.uri,
        "outlet": head.outlet.name if head.outlet else None,
        "title": head.title.text if head.title else None,
        "published": head.published.value if head.published else None,
        "basis": head.published.basis if head.published else None,
        "first_day": days.first if days else None,
        "last_day": days.last if days else None,
    }


def rows_of(reading: Reading) -> dict[type[Row], list[Values]]:
    """Return the rows of a reading, table by table in the order of :data:`DERIVED`."""
    entities = {entity.id: entity for entity in reading.entities}
    values = {time.id: time.value for time in reading.times}
    known = _known(reading)
    return {
        EntityRow: [_entity(entity) for entity in reading.entities],
        TellingRow: [_telling(event, reading) for event in reading.events],
        PartyRow: [p for event in reading.events for p in _parties(event, entities, known)],
        StatementRow: [_statement(said, values, reading) for said in reading.statements],
        VoiceRow: [
            voice for said in reading.statements for voice in _voices(said, entities, known)
        ],
        FigureRow: [_figure(figure, known) for figure in reading.figures],
        CitationRow: [
            {
                "position": position,
                "name": source.name,
                "key": name_key(source.name),
                **_span(source.span),
            }
            for position, source in enumerate(reading.article.sources)
        ],
        ConflictRow: [_about(found, reading) for found in about(reading)],
        StageRow: [_stage(stage, reading) for stage in stages(reading)],
        HorizonRow: [_horizon(horizon, reading) for horizon in horizons(reading)],
        WarningRow: [_warning(n, warning) for n, warning in enumerate(reading.warnings, 1)],
    }


def _span(span: Span) -> Values:
    return {"start": span.start, "end": span.end}


def _entity(entity: Entity) -> Values:
    kept = entity.model_dump(include={"id", "kind", "name", "country", "sector", "role"})
    return {**kept, "key": name_key(entity.name)}


def _when(value: str | None, reading: Reading) -> Values:
    """Return the days of a value, or of the publication where the value names none."""
    days = days_of(value)
    published = reading.article.published
    fallback = days or days_of(published.value if published else None)
    return {
        "value": value,
        "dated": days is not None,
        "first_day": fallback.first if fallback else None,
        "last_day": fallback.last if fallback else None,
    }


def _telling(event: Event, reading: Reading) -> Values:
    trigger = event.triggers[0]
    sentence = sentence_of(trigger, reading.sentences)
    return {
        "id": event.id,
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        **_when(_value(event.time), reading),
        "duration": _value(event.duration),
        **_span(trigger),
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
    }


def _value(time: TimeRef | None) -> str | None:
    return time.value if time else None


def sentence_of(span: Span, sentences: tuple[Span, ...]) -> Span:
    """Return the sentence in which the span begins, or the span itself where there is none."""
    index = bisect_right(sentences, span.start, key=lambda s: s.start) - 1
    if index < 0 or sentences[index].end <= span.start:
        return span
    return Span(sentences[index].start, max(sentences[index].end, span.end))


def _parties(event: Event, entities: dict[str, Entity], known: date | None) -> Iterator[Values]:
    parts: tuple[tuple[str, Iterable[str]], ...] = (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("place", (event.place,) if event.place else ()),
        ("topic", event.topics),
        ("said_by", event.said_by),
    )
    for role, named in parts:
        for position, entity_id in enumerate(named):
            entity = entities.get(entity_id)
            yield {
                "telling": event.id,
                "role": role,
                "position": position,
                **_named(entity_id, entity),
                "kind": entity.kind if entity else None,
                "known": known,
            }


def _named(word: str, entity: Entity | None) -> Values:
    """Return the columns of an entity, or of a word that stands for itself."""
    name = entity.name if entity else word
    return {
        "entity": entity.id if entity else None,
        "name": name,
        "key": name_key(name),
        "country": entity.country if entity else None,
    }


def _statement(said: Statement, values: dict[str, str], reading: Reading) -> Values:
    value = values[said.time] if said.time else None
    return {"id": said.id, "kind": said.kind, **_span(said.span), **_when(value, reading)}


def _voices(said: Statement, entities: dict[str, Entity], known: date | None) -> Iterator[Values]:
    addressee = (said.addressee,) if said.addressee else ()
    for role, ids in (("speaker", said.speakers), ("addressee", addressee)):
        for position, entity_id in enumerate(ids):
            named = _named(entity_id, entities[entity_id])
            place = {"statement": said.id, "role": role, "position": position}
            yield {**place, **named, "known": known}
    for position, outlet in enumerate(said.via):
        named = _named(outlet, None)
        place = {"statement": said.id, "role": "via", "position": position}
        yield {**place, **named, "known": known}


def _figure(figure: Figure, known: date | None) -> Values:
    return {**figure.model_dump(exclude={"span"}), **_span(figure.span), "known": known}


def _about(found: About, reading: Reading) -> Values:
    return {**asdict(found), "known": _known(reading)}


def _known(reading: Reading) -> date | None:
    """Return the last day on which the article may have been published."""
    published = reading.article.published
    days = days_of(published.value if published else None)
    return days.last if days else None


def _stage(stage: Stage, reading: Reading) -> Values:
    return {
        "telling": stage.telling,
        "matter": stage.matter,
        "stage": stage.stage,
        "matter_start": stage.matter_span.start,
        "matter_end": stage.matter_span.end,
        **_span(stage.span),
        "known": _known(reading),
    }


def _horizon(horizon: Horizon, reading: Reading) -> Values:
    words = _span(horizon.span)
    kept = {"telling": horizon.telling, "due": horizon.due, "rule": horizon.rule}
    return {**kept, **words, "known": _known(reading)}


def _warning(position: int, warning: ReadingWarning) -> Values:
    words = _span(warning.span) if warning.span else {"start": None, "end": None}
    return {"position": position, "code": warning.code, "message": warning.message, **words}
