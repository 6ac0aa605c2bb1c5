"""What a reading claims, piece by piece: each piece with its words, and a hash of what it says.

Two readings of one text that say the same of the same words make the same claim, whatever they
number their records. So a verdict on a claim outlives re-reading for as long as it is still said.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import BaseModel

from kawat.reading import Reading, Span

Layer = Literal["event", "statement", "figure", "entity", "warning", "article"]
LAYERS: tuple[Layer, ...] = get_args(Layer)

JUDGED_WHOLLY: tuple[Layer, ...] = ("event", "statement", "figure", "entity", "article")
"""The layers of which every piece must be judged before an article is judged wholly."""

_REFERENCES = (
    "actors", "recipients", "place", "topics", "said_by", "speakers", "addressee", "counted_by",
    "blamed",
)  # fmt: skip
_TIMES = ("time", "duration")


@dataclass(frozen=True, slots=True)
class Claim:
    """One piece of a reading: the record's id (``v1``), its first words, and a sha256 in hex.

    A warning is called by its place (``w1``). The article as a whole, called ``all``, claims that
    nothing is missing beside the other claims.
    """

    layer: Layer
    id: str
    span: Span
    digest: str


def claims_of(reading: Reading) -> list[Claim]:
    """Return every claim of a reading that can be judged, the article as a whole last."""
    single = list(_claims(reading))
    digests = sorted(claim.digest for claim in single if claim.layer != "warning")
    whole = Claim("article", "all", Span(0, len(reading.text)), _digest("article", digests))
    return [*single, whole]


def _claims(reading: Reading) -> Iterator[Claim]:
    names = {entity.id: entity.name for entity in reading.entities}
    values = {time.id: time.value for time in reading.times}
    for event in reading.events:
        yield _claim("event", event.id, event.triggers[0], event, names, values)
    for said in reading.statements:
        yield _claim("statement", said.id, said.span, said, names, values)
    for figure in reading.figures:
        yield _claim("figure", figure.id, figure.span, figure, names, values)
    for entity in reading.entities:
        first = entity.mentions[0] if entity.mentions else Span(0, 0)
        yield _claim("entity", entity.id, first, entity, {}, {})
    for position, warning in enumerate(reading.warnings, 1):
        span = warning.span or Span(0, 0)
        yield _claim("warning", f"w{position}", span, warning, {}, {})


def _claim(
    layer: Layer,
    id: str,
    span: Span,
    record: BaseModel,
    names: dict[str, str],
    values: dict[str, str],
) -> Claim:
    """Return the claim of a record, with names and values in the place of ids."""
    said = record.model_dump(mode="json", exclude={"id"})
    for field in _REFERENCES:
        if said.get(field):
            said[field] = _named(said[field], names)
    for field in _TIMES:
        if isinstance(said.get(field), dict):
            said[field] = said[field]["value"]
        elif said.get(field):
            said[field] = values[said[field]]
    return Claim(layer, id, span, _digest(layer, said))


def _named(ids: str | list[str], names: dict[str, str]) -> str | list[str]:
    return names.get(ids, ids) if isinstance(ids, str) else [names.get(id, id) for id in ids]


def _digest(layer: Layer, said: Any) -> str:
    kept = json.dumps([layer, said], ensure_ascii=True, sort_keys=True)
    return hashlib.sha256(kept.encode()).hexdigest()
