"""Speakers that are no entity yet: people and bodies without a name, and names not known before.

``Seorang saksi mata mengatakan …`` has a speaker that no earlier layer had a reason to keep. Such
a one becomes an entity when a statement is theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kawat.draft import Draft
from kawat.layers.names.capitals import is_common
from kawat.layers.statements.clauses import is_verb
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.patterns import one_of, word_set
from kawat.layers.statements.units import Unit
from kawat.reading import Entity, EntityKind, Span

_ONE, _MANY = word_set("one"), word_set("many")
_ADVERBS, _STOPS, _DEFINITE, _PEOPLE, _BODIES = (
    word_set("adverbs"),
    word_set("stops"),
    word_set("definite"),
    word_set("people"),
    word_set("bodies"),
)
_PERSONAL = frozenset({"seorang", "sang", "para"})
_DAYS = frozenset(day.casefold() for day in word_set("weekdays"))
_COUNTED = re.compile(r"\b(?:salah )?seorang\b|\bsebuah\b|\bsejumlah\b|\bbeberapa\b|\bpara\b")
_SOBRIQUETS = word_set("sobriquets")
_ADVERBS_BEHIND = re.compile(rf"(?:\s+(?:{one_of('adverbs')}|\([^)]*\)|\d+))*\s*$", re.IGNORECASE)
_DEFINITE_BEHIND = re.compile(rf"\s+{one_of('definite')}\b")
_PHRASE_END = re.compile(rf"\s*(?:[,.;:\x00(]|\b{one_of('stops')}\b)")
_CONNECTORS = re.compile(rf"\s*(?:{one_of('connectors')}\b,?\s+)*", re.IGNORECASE)
_APPOSED = re.compile(
    rf"[^,.;:\x00]{{1,120}},\s*((?:[A-Z][\w.'-]+\s?){{1,4}})(?=[,.(]|$|\s*{one_of('stops')}\b)"
)
_FIRST_NAMED = re.compile(r"\s*((?:[A-Z][\w.'-]+ ){1,3}[A-Z][\w.'-]+)(?=,)")
_ELSEWHERE = re.compile(r"\b(?:dalam|kepada|saat|ketika|usai|seperti|dikutip|dilansir|seraya)\b")
_PRESS = re.compile(r"(?:kantor berita|surat kabar|harian|stasiun|televisi|media)\b", re.IGNORECASE)
_PARTS = re.compile(r"[\w.'-]+")
_LONGEST = 8
"""A phrase of more words than this is no speaker."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A mention of one or more entities."""

    span: Span
    entities: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class _Newcomer:
    name: str
    kind: EntityKind


class Newcomers:
    """The speakers of an article that the entity layer does not know."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._known = {e.name.casefold(): e.id for e in draft.entities}
        self._new: dict[str, _Newcomer] = {}
        self._added: dict[str, list[Span]] = {}

    def before(self, unit: Unit, start: int, cue: Cue, floor: tuple[str, ...]) -> tuple[str, ...]:
        """Return the unnamed subject right before a cue."""
        region = unit.between(start, cue.span.start)
        behind = _ADVERBS_BEHIND.search(region[-160:])
        adverbs = behind[0] if behind else ""
        definite = _DEFINITE_BEHIND.match(adverbs)
        kept = len(region) - len(adverbs) + (definite.end() if definite else 0)
        region = region[:kept].rstrip(" ,").removesuffix(" yang").rstrip(" ,")
        cut = max(region.rfind(","), region.rfind("\x00"), region.rfind(";"), region.rfind(":"))
        lead = _CONNECTORS.match(region, cut + 1)
        at = lead.end() if lead else cut + 1
        for counted in _COUNTED.finditer(region, at):
            at = counted.start()
        return self._phrase(unit, start + at, region[at:], floor)

    def behind(self, unit: Unit, start: int, rest: str, floor: tuple[str, ...]) -> tuple[str, ...]:
        """Return the unnamed speaker right behind a cue, or the new name in apposition to it."""
        named = _FIRST_NAMED.match(rest)
        if named and not self.is_unnamed(named[0]):
            return self._named(unit, start, list(_PARTS.finditer(rest, *named.span(1))))
        named = _APPOSED.match(rest)
        before = rest[: named.start(1)] if named else ""
        if named and self.is_unnamed(before) and not _ELSEWHERE.search(before):
            return self._named(unit, start, list(_PARTS.finditer(rest, *named.span(1))))
        return self._phrase(unit, start, rest[: self.phrase_end(rest)], floor)

    @staticmethod
    def is_speaker(lead: str) -> bool:
        """Tell whether the words before a name are those of a speaker without one, and no more."""
        parts = [w.lower() for w in _PARTS.findall(lead)]
        nouns = [w for w in parts if w not in _ONE | _MANY]
        return 0 < len(nouns) <= 4 and re.sub(r"-\w+$", "", nouns[0]) in _PEOPLE | _BODIES

    def names_first(self, rest: str) -> bool:
        """Tell whether a full name stands right behind a cue that no earlier layer found."""
        named = _FIRST_NAMED.match(rest)
        return named is not None and not self.is_unnamed(named[0])

    @staticmethod
    def phrase_end(rest: str) -> int:
        """Return where the noun phrase behind a cue ends."""
        stop = _PHRASE_END.search(rest)
        return stop.start() if stop else len(rest)

    @staticmethod
    def is_unnamed(phrase: str) -> bool:
        """Tell whether a phrase has a noun of people or bodies for its head."""
        parts = [w.lower() for w in _PARTS.findall(phrase)]
        head = next((w for w in parts if w not in _ONE | _MANY), "")
        return re.sub(r"-\w+$", "", head) in _PEOPLE | _BODIES

    def group(self, span: Span, text: str) -> str:
        """Return the entity of a group without a name, with a mention of it here."""
        entity = self._entity(span.of(text), "group")
        self._added.setdefault(entity, []).append(span)
        return entity

    def entities(self, parties: set[str]) -> tuple[Entity, ...]:
        """Return the draft's entities with new mentions, and the newcomers among the parties."""
        old = [
            e.model_copy(update={"mentions": _ordered([*e.mentions, *self._added[e.id]])})
            if e.id in self._added and e.id in parties
            else e
            for e in self._draft.entities
        ]
        new = [
            Entity(id=entity, kind=one.kind, name=one.name, mentions=_ordered(self._added[entity]))
            for entity, one in self._new.items()
            if entity in parties
        ]
        return (*old, *new)

    def _phrase(self, unit: Unit, start: int, text: str, floor: tuple[str, ...]) -> tuple[str, ...]:
        parts = list(_PARTS.finditer(text))
        lower = (n for n, p in enumerate(parts) if n and p[0].islower())
        cut = next((n for n in lower if _ends_phrase(parts[n][0])), len(parts))
        parts = parts[:cut]
        head = 0
        while head < len(parts) and parts[head][0].lower() in _ONE | _MANY:
            head += 1
        count = "one" if head and parts[0][0].lower() in _ONE else "many" if head else ""
        if not head < len(parts) <= head + _LONGEST or re.search(r"[^\w\s.'()-]", text):
            return ()
        noun = re.sub(r"-\w+$", "", parts[head][0].lower())
        if noun in _SOBRIQUETS and floor and not count:
            return floor
        if noun not in _PEOPLE | _BODIES and not (head and parts[head - 1][0].lower() in _PERSONAL):
            return self._named(unit, start, parts)
        span = Span(start + parts[head].start(), start + parts[-1].end())
        if outlet := self._outlet_before(span):
            return outlet
        definite = parts[-1][0].lower() in _DEFINITE or parts[0][0].lower() == "sang"
        return self._speaker(span, unit.text, count, floor if definite else ())

    def _outlet_before(self, span: Span) -> tuple[str, ...]:
        """Return the outlet that the phrase only describes: ``RIA, kantor berita Rusia, …``."""
        text = self._draft.text
        if not _PRESS.match(text, span.start):
            return ()
        return tuple(
            e.id
            for e in self._draft.entities
            if e.sector == "JRN"
            and any(
                text[m.end : span.start].strip() == "," for m in e.mentions if m.end < span.start
            )
        )[:1]

    def _named(self, unit: Unit, start: int, parts: list[re.Match[str]]) -> tuple[str, ...]:
        """Return the bearer of a name that no earlier layer found: up to four capitalised words."""
        acronym = len(parts) == 1 and parts[0][0].isupper() and len(parts[0][0]) > 1
        if not acronym and not all(p[0][0].isupper() and p[0][-1:].islower() for p in parts):
            return ()
        parts = parts[-2:] if len(parts) > 4 else parts
        span = Span(start + parts[0].start(), start + parts[-1].end())
        name = span.of(unit.text)
        if all(is_common(p[0].casefold()) for p in parts):
            return ()
        words = {p[0].casefold() for p in parts}
        if words & _DAYS:
            return ()
        bearers = [e for n, e in self._known.items() if words <= set(n.split())]
        if not bearers and parts[0].start() + start == unit.start and len(parts) == 1:
            return ()
        entity = bearers[-1] if bearers else self._entity(name, "person")
        self._added.setdefault(entity, []).append(span)
        return (entity,)

    def _speaker(
        self, span: Span, text: str, count: str, floor: tuple[str, ...]
    ) -> tuple[str, ...]:
        if within := self._known_within(span):
            return within
        name = re.sub(rf"\s+{one_of('definite')}$", "", span.of(text))
        bare = name.casefold()
        matches = [e for n, e in self._known.items() if n.startswith(bare)]
        if matches and (floor or " " not in bare or bare in self._known):
            entity = matches[-1]
        elif floor and not count and bare.split()[0] not in _BODIES:
            return floor
        else:
            entity = self._entity(name, _kind(bare, count))
        self._added.setdefault(entity, []).append(span)
        return (entity,)

    def _known_within(self, span: Span) -> tuple[str, ...]:
        """Return whose name the phrase holds: a person's with a title, a group's or outlet's."""
        aside = span.of(self._draft.text).casefold().startswith("pihak ")
        return tuple(
            e.id
            for e in self._draft.entities
            if (e.kind == "person" or e.sector in ("REB", "JRN", "NGO") or aside)
            and any(span.holds(m) and span != m for m in e.mentions)
        )[:1]

    def _entity(self, name: str, kind: EntityKind) -> str:
        known = self._known.get(name.casefold())
        if known is not None:
            return known
        entity = f"e{len(self._draft.entities) + len(self._new) + 1}"
        self._known[name.casefold()] = entity
        self._new[entity] = _Newcomer(name, kind)
        return entity


def _ends_phrase(word: str) -> bool:
    return is_verb(word) or (word not in _DEFINITE and word in _ADVERBS | _STOPS)


def _kind(name: str, count: str) -> EntityKind:
    if name.split()[0] in _BODIES:
        return "organization"
    return "group" if count == "many" or re.match(r"(\w+)-\1", name) else "person"


def _ordered(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(sorted(set(spans)))
