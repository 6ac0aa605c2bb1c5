"""An article's text with its layers: pieces, each with the records that its words stand for."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from kawat.reading import Reading, Span


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the text, and which records of which layers cover them."""

    words: str
    layers: tuple[str, ...]
    records: tuple[str, ...]


def pieces(reading: Reading) -> list[Piece]:
    """Return the whole text in pieces that begin and end where a record's words do."""
    marks = list(_marks(reading))
    ends = {0, len(reading.text), *(at for span, *_ in marks for at in span)}
    borders = sorted(ends)
    opening: dict[int, list[tuple[Span, str, str]]] = {}
    for mark in marks:
        opening.setdefault(mark[0].start, []).append(mark)
    current: list[tuple[Span, str, str]] = []
    found = []
    for start, end in itertools.pairwise(borders):
        current = [mark for mark in current if mark[0].end > start] + opening.get(start, [])
        found.append(
            Piece(
                reading.text[start:end],
                tuple(dict.fromkeys(layer for _, layer, _ in current)),
                tuple(dict.fromkeys(record for *_, record in current if record)),
            )
        )
    return found


def _marks(reading: Reading) -> Iterator[tuple[Span, str, str]]:
    """Yield the span, layer and record id of all that is marked; empty spans mark nothing."""
    for span, layer, record in _spans(reading):
        if span.end > span.start:
            yield span, layer, record


def _spans(reading: Reading) -> Iterator[tuple[Span, str, str]]:
    for furniture in reading.article.furniture:
        yield furniture.span, "furniture", ""
    for source in reading.article.sources:
        yield source.span, "source", ""
    for time in reading.times:
        yield time.span, "time", time.id
    for entity in reading.entities:
        yield from ((mention, "entity", entity.id) for mention in entity.mentions)
    for said in reading.statements:
        yield said.span, "statement", said.id
        if said.cue:
            yield said.cue, "cue", said.id
    for event in reading.events:
        yield from ((trigger, "event", event.id) for trigger in event.triggers)
    for figure in reading.figures:
        yield figure.span, "figure", figure.id
