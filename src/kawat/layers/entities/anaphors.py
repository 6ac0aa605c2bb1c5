"""What pronouns and their like stand for.

An antecedent is the nearest entity of the right kind and number: for one person the subject of
the clause before (Tata Bahasa Baku: a third-person pronoun takes up the subject named last), for
two the last two that stand together.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from kawat.draft import Anaphor, Draft, Words
from kawat.language.morphology import analyse
from kawat.layers.names.gazetteer import Gazetteer, Known
from kawat.lexicon import table
from kawat.reading import Entity, Span

_REACH = 120
"""An anaphor reaches back over so many mentions at most."""
_ALWAYS = frozenset(
    {"two_people", "three_people", "two_countries", "own_country", "country", "body"}
)
_AS_TO = frozenset({"menurut", "mengenai", "menyangkut"})
"""prepositions that look like verbs"""
_JOINS = frozenset({"dan", "-", "–", "dengan", "serta", "maupun", "versus", "vs", "terhadap", "ke"})
_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"'})


@cache
def _lexicon() -> Gazetteer:
    data = table("mentions")["anaphors"]
    return Gazetteer(
        (words, Known(kind, words))
        for kind, phrases in data.items()
        if kind not in ("oblique", "leaders")
        for words in phrases
    )


@dataclass(frozen=True, slots=True)
class _Named:
    span: Span
    entity: Entity
    subject: bool


class AnaphorReader:
    """Resolves the anaphors of one article against its entities."""

    def __init__(self, draft: Draft, text: Words, entities: tuple[Entity, ...]) -> None:
        self.draft, self.text = draft, text
        self.quoted = _quoted(draft.text)
        self.leaders = tuple(table("mentions")["anaphors"]["leaders"])
        oblique = frozenset(table("mentions")["anaphors"]["oblique"])
        self.named = [
            _Named(span, e, self._is_subject(span, oblique))
            for e in entities
            for span in e.mentions
        ]
        self.named.sort(key=lambda n: n.span)
        self.starts = [n.span.start for n in self.named]

    def _is_subject(self, span: Span, oblique: frozenset[str]) -> bool:
        i = bisect_left(self.text.starts, span.start)
        before = self.text.lows[i - 1] if i and self.text.close(i) else ""
        return before not in oblique and not self._in_quotation(span.start)

    def _in_quotation(self, offset: int) -> bool:
        return bool(self.quoted[offset])

    def all(self) -> Iterator[Anaphor]:
        """Yield every anaphor that can be resolved."""
        text = self.text
        for i in range(len(text)):
            match = _lexicon().at(text, i)
            kind = match.known.kind if match else "one_person" if self._clitic(i) else ""
            if not kind:
                continue
            span = Span(text.starts[i], text.ends[(match.end if match else i + 1) - 1])
            if found := self._resolve(kind, span):
                counts = kind in _ALWAYS and not self._barred(kind, i)
                yield Anaphor(span, tuple(e.id for e in found), counts)

    def _barred(self, kind: str, i: int) -> bool:
        """Tell whether the word before leaves the anaphor a part of another phrase."""
        before = self.text.lows[i - 1] if i and self.text.close(i) else ""
        return before in table("mentions")["barred"].get(kind, ())

    def _clitic(self, i: int) -> bool:
        text = self.text
        return text.lows[i] == "nya" and i > 0 and text.starts[i] == text.ends[i - 1]

    def _resolve(self, kind: str, span: Span) -> list[Entity]:
        at = bisect_left(self.starts, span.start)
        before = self.named[max(0, at - _REACH) : at]
        if kind == "one_person":
            free = self._without_subject(before, span)
            return self._sayer(before, span) or self._person(free, span)
        if kind in ("two_people", "three_people"):
            count = 2 if kind == "two_people" else 3
            leading = [n for n in before if self._leads(n.entity)]
            led = " " in span.of(self.draft.text) and _last(leading, "person", count)
            return led or _last(before, "person", count)
        if kind == "two_countries":
            return self._pair(before) or _last(before, "country", 2)
        if kind == "own_country":
            return self._own_country(before, span)
        if kind == "country":
            return _last(before, "country", 1)
        if kind == "body":
            armed = span.of(self.draft.text).casefold().startswith(("kelompok", "gerakan"))
            fitting = [n for n in before if not armed or n.entity.sector == "REB"]
            return _last(fitting, "organization", 1)
        return self._many(before)

    def _leads(self, entity: Entity) -> bool:
        role = (entity.role or "").casefold()
        return entity.kind == "person" and role.startswith(self.leaders)

    def _person(self, before: list[_Named], span: Span) -> list[Entity]:
        """Return the subject of this sentence so far, or of the nearest one that has one."""
        people = [n for n in before if n.entity.kind == "person" and not self.quoted[n.span.start]]
        if not people:
            return []
        sentence = self.draft.sentence_at(span.start)
        for back in range(sentence, max(-1, sentence - 6), -1):
            here = [n for n in people if self.draft.sentence_at(n.span.start) == back]
            if here:
                return [next((n for n in here if n.subject), here[0]).entity]
        return [people[-1].entity]

    def _sayer(self, before: list[_Named], span: Span) -> list[Entity]:
        """Return the body that a ``-nya`` in its own words stands for: `X membantah pesawatnya`."""
        if span.of(self.draft.text).casefold() != "nya" or not before:
            return []
        named, text = before[-1], self.text
        i = bisect_left(text.starts, named.span.end)
        at = bisect_left(text.starts, span.start)
        says = i < at - 1 and text.lows[i] in table("events/grammar")["saying"]
        one = self.draft.sentence_at(span.start) == self.draft.sentence_at(named.span.start)
        state = named.entity.kind in ("organization", "country") and named.subject
        return [named.entity] if says and one and state else []

    def _without_subject(self, before: list[_Named], span: Span) -> list[_Named]:
        """Leave out who does it to another: ``X meneleponnya``, where ``-nya`` is never X."""
        text = self.text
        i = bisect_left(text.starts, span.start)
        if not before or not self._clitic(i) or not _takes_object(text.lows[i - 1]):
            return before
        last = before[-1]
        one = self.draft.sentence_at(span.start) == self.draft.sentence_at(last.span.start)
        return [n for n in before if n.entity != last.entity] if one else before

    def _own_country(self, before: list[_Named], span: Span) -> list[Entity]:
        """Return the country of the person or government who is the subject."""
        speaker = self._person(before, span)
        near = [n.entity for n in before if n.entity.country][-1:]
        code = (speaker or near)[0].country if speaker or near else None
        countries = [n.entity for n in self.named if n.entity.kind == "country"]
        return [c for c in countries if c.country == code][:1]

    def _pair(self, before: list[_Named]) -> list[Entity]:
        """Return the last two countries that one phrase joins: ``Rusia dan Turki``."""
        countries = [n for n in before if n.entity.kind == "country"]
        for left, right in reversed(list(pairwise(countries))):
            between = self.draft.text[left.span.end : right.span.start].strip(" )(")
            if between in _JOINS and left.entity != right.entity:
                return [left.entity, right.entity]
        return []

    def _many(self, before: list[_Named]) -> list[Entity]:
        for named in reversed(before):
            if named.entity.kind == "group":
                return [named.entity]
            if named.entity.kind == "organization" and named.entity.sector in ("REB", "MIL"):
                return [named.entity]
            if named.entity.kind == "person":
                return _last(before, "person", 2)
        return []


def _takes_object(word: str) -> bool:
    """Tell whether a word is a verb that ``-nya`` is the object of: ``menelepon``."""
    analysis = analyse(word) if word.startswith("me") and word not in _AS_TO else None
    return analysis is not None and analysis.kind == "verb"


def _last(before: list[_Named], kind: str, count: int) -> list[Entity]:
    """Return the last different entities of the kind, in text order; none if there are fewer."""
    found: list[Entity] = []
    for named in reversed(before):
        if named.entity.kind == kind and named.entity not in found:
            found.append(named.entity)
        if len(found) == count:
            return found[::-1]
    return []


def _quoted(text: str) -> bytearray:
    """Return 1 for every character between quotation marks; a mark left open ends with its line."""
    flags, inside = bytearray(len(text)), False
    for i, char in enumerate(text.translate(_QUOTES)):
        if char == '"':
            inside = not inside
        elif char == "\n":
            inside = False
        flags[i] = inside
    return flags
