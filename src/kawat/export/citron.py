"""Quotes in the annotation format of BBC's Citron: one JSON object an article and line.

Every span is cut from the kept text, so it holds the very words. Citron marks a quote by its cue:
a statement without one is left out and counted.
Source: Citron Annotation Format (bbc/citron, docs/data_format.md).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from typing import IO, Any

from kawat.reading import Entity, Reading, Span, Statement


def write(readings: Iterable[Reading], out: IO[str]) -> Counter[str]:
    """Write the quotes of the readings; return how many statements have no cue."""
    left: Counter[str] = Counter()
    for reading in readings:
        entities = {entity.id: entity for entity in reading.entities}
        quotes = []
        for said in reading.statements:
            if said.cue is None:
                left["without a cue"] += 1
            else:
                quotes.append(_quote(said, said.cue, entities, reading))
        groups = [
            [_span(mention, reading.text) for mention in entity.mentions]
            for entity in reading.entities
            if len(entity.mentions) > 1
        ]
        document = {"text": reading.text, "quotes": quotes, "coreference_groups": groups}
        out.write(json.dumps(document, ensure_ascii=False) + "\n")
    return left


def _quote(
    said: Statement, cue: Span, entities: dict[str, Entity], reading: Reading
) -> dict[str, Any]:
    speakers = [entities[id] for id in said.speakers]
    near = [_nearest(speaker, said.span) for speaker in speakers if speaker.mentions]
    return {
        "id": f"{reading.article.id}.{said.id}",
        "cue": _span(cue, reading.text),
        "sources": [_span(mention, reading.text) for mention in near],
        "contents": [_span(said.span, reading.text)],
        "coreferences": [
            _span(speaker.mentions[0], reading.text)
            for speaker, mention in zip((s for s in speakers if s.mentions), near, strict=True)
            if speaker.mentions[0] != mention
        ],
    }


def _nearest(speaker: Entity, said: Span) -> Span:
    """Return the speaker's mention that stands nearest to the words, outside of them."""

    def distance(mention: Span) -> tuple[bool, int, int]:
        inside = said.start <= mention.start < said.end
        gap = max(mention.start - said.end, said.start - mention.end, 0)
        return inside, gap, mention.start

    return min(speaker.mentions, key=distance)


def _span(span: Span, text: str) -> dict[str, Any]:
    return {"start": span.start, "end": span.end, "text": span.of(text)}
