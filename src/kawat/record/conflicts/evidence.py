"""What a passage of an article holds that speaks for a conflict: names, parties, places, words."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from kawat.lexicon.conflicts import Conflict, Member, conflicts, words_of_force
from kawat.reading import Entity, Reading, Span
from kawat.record.names import name_key
from kawat.record.phrases import Phrases

_ACTS_FOR_STATE = frozenset({None, "GOV", "MIL", "SPY", "LEG", "COP", "JUD"})

FORCE = ""
"""The conflict under which words of force, which no conflict owns, are found."""


@dataclass
class Evidence:
    """What one passage has for one conflict: words found, and its parties there by side."""

    named: bool = False
    place: bool = False
    country: bool = False
    words: bool = False
    parties: set[str] = field(default_factory=set)
    """sides of which a party itself is there"""
    backers: set[str] = field(default_factory=set)
    """sides of which one that backs it is there"""

    @property
    def specific(self) -> bool:
        """Tell whether more than parties and countries is there."""
        return self.named or self.place or self.words


class Passages:
    """The sentences of a reading, each with what it names; the headline is one of them."""

    def __init__(self, reading: Reading) -> None:
        title = reading.article.title
        spans = {*reading.sentences, *([title.span] if title else [])}
        self.spans = sorted(spans)
        self._starts = [span.start for span in self.spans]
        self.found: list[dict[str, set[str]]] = [{} for _ in self.spans]
        self.entities: list[set[str]] = [set() for _ in self.spans]
        for span, (conflict, kind) in _phrases().find(reading.text):
            if (at := self.index(span)) is not None:
                self.found[at].setdefault(conflict, set()).add(kind)
        for entity in reading.entities:
            for mention in entity.mentions:
                if (at := self.index(mention)) is not None:
                    self.entities[at].add(entity.id)

    def index(self, span: Span) -> int | None:
        """Return the passage in which a span begins."""
        at = bisect_right(self._starts, span.start) - 1
        return at if at >= 0 and span.start < self.spans[at].end else None

    def has_force(self, at: int) -> bool:
        """Tell whether a passage has a word of force."""
        return FORCE in self.found[at]


def evidence(
    passages: Passages, indices: Iterable[int], entities: Iterable[Entity], day: date | None
) -> dict[str, Evidence]:
    """Return what these passages and entities have for each conflict, as of a day."""
    gathered: dict[str, Evidence] = {}
    for at in indices:
        for conflict, kinds in passages.found[at].items():
            if conflict != FORCE:
                one = gathered.setdefault(conflict, Evidence())
                one.named |= "named" in kinds
                one.place |= "place" in kinds
                one.words |= "word" in kinds
    for entity in entities:
        for conflict in _by_country().get(entity.country or "", ()):
            gathered.setdefault(conflict, Evidence()).country = True
        for conflict, member in _members_of(entity):
            if member.is_in(day):
                one = gathered.setdefault(conflict, Evidence())
                (one.parties if member.role == "party" else one.backers).add(member.side)
    return gathered


def _members_of(entity: Entity) -> tuple[tuple[str, Member], ...]:
    """Return the members of conflicts that an entity is, or acts for."""
    named = _by_name().get(name_key(entity.name), ())
    acts = entity.kind == "country" or (
        entity.kind in ("person", "organization") and entity.sector in _ACTS_FOR_STATE
    )
    stands = _by_code().get(entity.country or "", ()) if acts else ()
    return (*named, *stands)


def _each_member() -> Iterable[tuple[str, Member]]:
    return ((key, member) for key, known in conflicts().items() for member in known.members)


@cache
def _by_name() -> dict[str, tuple[tuple[str, Member], ...]]:
    found: dict[str, tuple[tuple[str, Member], ...]] = {}
    for key, member in _each_member():
        for name in {name_key(name) for name in (member.name, *member.variants)}:
            found[name] = (*found.get(name, ()), (key, member))
    return found


@cache
def _by_code() -> dict[str, tuple[tuple[str, Member], ...]]:
    found: dict[str, tuple[tuple[str, Member], ...]] = {}
    for key, member in _each_member():
        if member.code:
            found[member.code] = (*found.get(member.code, ()), (key, member))
    return found


@cache
def _by_country() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for key, known in conflicts().items():
        for code in known.countries:
            found[code] = (*found.get(code, ()), key)
    return found


@cache
def _phrases() -> Phrases[tuple[str, str]]:
    def of(known: Conflict) -> Iterable[tuple[str, tuple[str, str]]]:
        for kind, phrases in (("named", known.named), ("place", known.places)):
            yield from ((phrase, (known.key, kind)) for phrase in phrases)
        yield from ((phrase, (known.key, "word")) for phrase in known.words)

    every = [pair for known in conflicts().values() for pair in of(known)]
    return Phrases([*every, *((phrase, (FORCE, "word")) for phrase in words_of_force())])
