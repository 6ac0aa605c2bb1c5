"""Speakers that are no entity yet: outlets with a voice of their own, people without a name.

``Seorang pejabat mengatakan …`` and ``Reuters melaporkan …`` have a speaker that no earlier layer
had a reason to keep. They become entities only when a statement is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from kawat.draft import Draft
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.patterns import one_of, word_set
from kawat.layers.statements.units import Unit
from kawat.lexicon.outlets import outlet_named
from kawat.reading import Entity, EntityKind, Span

_ONE, _MANY = word_set("one"), word_set("many")
_DEFINITE, _THINGS, _PEOPLE = word_set("definite"), word_set("things"), word_set("people")
_ADVERBS_BEHIND = re.compile(rf"(?:\s+(?:{one_of('adverbs')}|\([^)]*\)|\d+))*\s*$", re.IGNORECASE)
_PHRASE_END = re.compile(rf"\s*(?:[,.;:\x00(]|\b{one_of('stops')}\b)")
_CONNECTORS = re.compile(rf"\s*(?:{one_of('connectors')}\b,?\s+)*", re.IGNORECASE)
_PARTS = re.compile(r"[\w.'-]+")
_LONGEST = 8
"""A phrase of more words than this is no speaker."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of one or more entities."""

    span: Span
    entities: tuple[str, ...]
    kind: str


@dataclass
class _Newcomer:
    name: str
    kind: EntityKind
    country: str | None = None
    sector: str | None = None
    mentions: list[Span] = field(default_factory=list)


class Newcomers:
    """The speakers of an article that the entity layer does not know."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._known = {e.name.casefold(): e.id for e in draft.entities}
        self._new: dict[str, _Newcomer] = {}
        self._press = {e.id for e in draft.entities if e.sector in ("JRN", "MED")}
        self._added: dict[str, list[Span]] = {}

    def is_outlet(self, entity: str) -> bool:
        """Tell whether an entity is an outlet, agency or platform."""
        return entity in self._press

    def outlets(self, taken: Mapping[Span, Mention]) -> Iterator[Mention]:
        """Yield the places where the article names a source, as mentions that may speak."""
        for citation in self._draft.citations:
            if any(citation.span.overlaps(span) for span in taken):
                continue
            known = outlet_named(citation.name)
            country = known.country if known else None
            entity = self._entity(citation.name, "organization", country, "JRN")
            self._press.add(entity)
            yield Mention(citation.span, (entity,), "outlet")

    def speaks(self, mention: Mention) -> None:
        """Note that an outlet speaks here, so that this place is a mention of it."""
        if mention.kind == "outlet":
            for entity in mention.entities:
                self._added.setdefault(entity, []).append(mention.span)

    def before(self, unit: Unit, start: int, cue: Cue, floor: tuple[str, ...]) -> tuple[str, ...]:
        """Return the unnamed subject right before a cue."""
        region = unit.between(start, cue.span.start)
        region = region[: len(region) - len(_ADVERBS_BEHIND.search(region[-160:])[0])]  # type: ignore[index]
        region = region.rstrip(" ,")
        cut = max(region.rfind(","), region.rfind("\x00"), region.rfind(";"), region.rfind(":"))
        lead = _CONNECTORS.match(region, cut + 1)
        at = lead.end() if lead else cut + 1
        return self._phrase(unit, start + at, region[at:], floor)

    def behind(
        self, unit: Unit, start: int, end: int, near: Sequence[Mention], floor: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Return the unnamed speaker right behind a cue, if no name stands in its phrase."""
        text = unit.between(start, end)
        stop = _PHRASE_END.search(text)
        phrase = text[: stop.start()] if stop else text
        if any(m.span.start < start + len(phrase) and m.kind != "country" for m in near):
            return ()
        return self._phrase(unit, start, phrase, floor)

    def entities(self, speakers: set[str]) -> tuple[Entity, ...]:
        """Return the draft's entities with new mentions, and the newcomers that speak."""
        old = [
            e.model_copy(update={"mentions": tuple(sorted({*e.mentions, *self._added[e.id]}))})
            if e.id in self._added and e.id in speakers
            else e
            for e in self._draft.entities
        ]
        new = [
            Entity(
                id=entity,
                kind=one.kind,
                name=one.name,
                country=one.country,
                sector=one.sector,
                mentions=tuple(sorted(set(self._added[entity]))),
            )
            for entity, one in self._new.items()
            if entity in speakers and self._added.get(entity)
        ]
        return (*old, *new)

    def _phrase(self, unit: Unit, start: int, text: str, floor: tuple[str, ...]) -> tuple[str, ...]:
        parts = list(_PARTS.finditer(text))
        head = 0
        while head < len(parts) and parts[head][0].lower() in _ONE | _MANY:
            head += 1
        count = "one" if head and parts[0][0].lower() in _ONE else "many" if head else ""
        if not head < len(parts) <= head + _LONGEST or re.search(r"[^\w\s.'-]", text):
            return ()
        noun = re.sub(r"-\w+$", "", parts[head][0].lower())
        if noun in _THINGS or noun not in _PEOPLE:
            return ()
        span = Span(start + parts[head].start(), start + parts[-1].end())
        definite = parts[-1][0].lower() in _DEFINITE or parts[0][0].lower() == "sang"
        return self._speaker(span.of(unit.text), span, count, definite or len(parts) == 1, floor)

    def _speaker(
        self, name: str, span: Span, count: str, definite: bool, floor: tuple[str, ...]
    ) -> tuple[str, ...]:
        bare = re.sub(rf"\s+{one_of('definite')}$", "", name.casefold())
        matches = [e for n, e in self._known.items() if n.startswith(bare)]
        if definite and matches:
            entity = matches[-1]
        elif definite and not count and floor:
            return floor
        else:
            reduplicated = bool(re.match(r"(\w+)-\1", bare))
            kind: EntityKind = "group" if count == "many" or reduplicated else "person"
            entity = self._entity(name, kind, None, None)
        self._added.setdefault(entity, []).append(span)
        return (entity,)

    def _entity(self, name: str, kind: EntityKind, country: str | None, sector: str | None) -> str:
        known = self._known.get(name.casefold())
        if known is not None:
            return known
        entity = f"e{len(self._draft.entities) + len(self._new) + 1}"
        self._known[name.casefold()] = entity
        self._new[entity] = _Newcomer(name, kind, country, sector)
        return entity
