"""What an article's words say of when it can have been written: offices, matters, summits."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from kawat.errors import LexiconError
from kawat.layers.dating.plain import unglued
from kawat.layers.dating.summits import Summit, summits_in
from kawat.lexicon import table
from kawat.lexicon.offices import Term, held_by, office_named
from kawat.lexicon.people import telling_names

_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_TITLE_REACH = 4  # words between a title and the name: `Presiden Amerika Serikat Donald Trump`
_FORMER_REACH = 4  # words from a name on in which it is taken back: `Kofi Annan (mantan Sekjen)`
_KNOWN_BEFORE = 4  # years for which a later office-holder is already in the news
_CRISIS = 0.8
_IN_OFFICE, _OUT_OF_OFFICE, _MENTIONED = 1.0, -1.5, 0.3
_SUMMIT_BEFORE, _SUMMIT_AFTER = timedelta(days=30), timedelta(days=60)
_OPEN = "9999"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Stretches of time in which the words make sense (ISO days, the last one excluded).

    A day within one gets ``inside``, any other ``outside`` (negative where the words deny it).
    """

    reason: str
    stretches: tuple[tuple[str, str], ...]
    inside: float
    outside: float

    def of(self, day: str) -> float:
        """Return what this says for an article of that day (ISO)."""
        for start, end in self.stretches:
            if start <= day < (end or _OPEN):
                return self.inside
        return self.outside


def total(evidence: tuple[Evidence, ...], day: str) -> float:
    """Return what all evidence says for an article of that day (ISO)."""
    return sum([e.of(day) for e in evidence])


def totals(evidence: tuple[Evidence, ...], days: Sequence[str]) -> list[float]:
    """Return what all evidence says for each of the days (ISO, in order).

    It changes only where a stretch begins or ends, so that it is weighed once between two edges.
    """
    edges = {edge for e in evidence for stretch in e.stretches for edge in stretch}
    firsts = sorted({0, len(days), *(bisect_left(days, edge or _OPEN) for edge in edges)})
    said: list[float] = []
    for first, after in pairwise(firsts):
        said += [total(evidence, days[first])] * (after - first)
    return said


@lru_cache(maxsize=1)  # asked again and again while one article is dated
def evidence_in(text: str) -> tuple[Evidence, ...]:
    """Return the evidence of a text: for each office-holder, matter and summit named."""
    words = _names(text)
    named = _named_in(words)
    people: dict[str, tuple[Evidence, ...]] = {}
    matters: dict[str, Evidence] = {}
    for n in [n for n, word in enumerate(words) if word in named.firsts]:
        for rest, person in _persons().get(words[n], ()):
            if _follows(words, n, rest):
                people[person] = _clearest(people.get(person, ()), words, n, person)
                break
        for rest, key, matter in _periods().get(words[n].casefold(), ()):
            if tuple(w.casefold() for w in words[n + 1 : n + 1 + len(rest)]) == rest:
                matters.setdefault(key, matter)
                break
    persons = (e for said in people.values() for e in said)
    crises = (c.evidence for c in named.crises if c.is_told(text))
    return (*persons, *matters.values(), *crises, *map(_of_summit, summits_in(text)))


class _Named(NamedTuple):
    """What may be named in a text, by its words alone."""

    firsts: set[str]
    """the words that a person's or matter's name can begin with"""
    crises: list[_Crisis]


def _named_in(words: list[str]) -> _Named:
    """Return what the words may name; each different word is looked up once."""
    different = set(words)
    persons, periods = _persons().keys() & different, _periods()
    folded = " ".join(different).casefold().split()
    matters = (w for w, low in zip(different, folded, strict=True) if low in periods)
    capitals = " ".join([w for w in different if not w.islower()])
    opening = {first for first in _opening_crises() if first in capitals}
    crises = [c for c in _crises() if not opening.isdisjoint(c.firsts)] if opening else []
    return _Named({*persons, *matters}, crises)


def _names(text: str) -> list[str]:
    return _NAME.findall(unglued(text))


def _follows(words: list[str], at: int, rest: tuple[str, ...]) -> bool:
    """Tell whether the rest of a name follows its first word; a verb may be glued to its end."""
    if not rest:
        return True
    *middle, last = words[at + 1 : at + 1 + len(rest)] or [""]
    return len(middle) + 1 == len(rest) and tuple(middle) == rest[:-1] and last.startswith(rest[-1])


def _clearest(
    said: tuple[Evidence, ...], words: list[str], at: int, person: str
) -> tuple[Evidence, ...]:
    """Return what the mentions of a person say up to this one.

    That is what the first one with a title says, for it tells that the office is held; else what
    the first one says: that the person is known.
    """
    if said and said[0].inside == _IN_OFFICE:
        return said
    before = words[max(0, at - _TITLE_REACH) : at]
    after = words[at + 1 : at + _FORMER_REACH]
    if any(w.lower() in _former() for w in (*before, *after)):
        return said
    held = _held(person, _title_in(before))
    titled = held[:1] and held[0].inside == _IN_OFFICE
    return held if titled else said or held


@cache
def _held(person: str, office: str | None) -> tuple[Evidence, ...]:
    """Return what a person's name says with the title of an office, or without one."""
    held = held_by(person)
    if not held:
        return ()
    terms = tuple(t for t in held if t.office == office)
    if terms:
        return (Evidence(_reason(person, terms), _stretches(terms), _IN_OFFICE, _OUT_OF_OFFICE),)
    known = f"{int(held[0].start[:4]) - _KNOWN_BEFORE}{held[0].start[4:]}"
    return (
        Evidence(_reason(person, held), _stretches(held), _MENTIONED, 0.0),
        Evidence(f"{person} is known", ((known, _OPEN),), 0.0, -_MENTIONED),
    )


def _stretches(terms: tuple[Term, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((t.start, t.end) for t in terms)


def _reason(person: str, terms: tuple[Term, ...]) -> str:
    spells = " and ".join(f"{t.start} to {t.end or 'now'}" for t in terms)
    return f"{person} is {terms[0].office} of {terms[0].of}: {spells}"


def _title_in(before: list[str]) -> str | None:
    for n in range(len(before)):
        for length in (3, 2, 1):
            if office := office_named(" ".join(before[n : n + length])):
                return office
    return None


def _of_summit(summit: Summit) -> Evidence:
    start, end = summit.first - _SUMMIT_BEFORE, summit.last + _SUMMIT_AFTER
    reason = f"{summit.names[0]} meets in {summit.places[0]} until {summit.last.isoformat()}"
    return Evidence(reason, ((start.isoformat(), end.isoformat()),), _IN_OFFICE, -_MENTIONED)


@cache
def _former() -> frozenset[str]:
    return frozenset(table("time_contexts")["former"])


@cache
def _persons() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of a name → the other words and the person, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for spelling, row in telling_names():
        first, *rest = _names(spelling) or [""]
        found.setdefault(first, []).append((tuple(rest), row["name"]))
    return {first: tuple(sorted(f, key=lambda x: -len(x[0]))) for first, f in found.items()}


@cache
def _periods() -> dict[str, tuple[tuple[tuple[str, ...], str, Evidence], ...]]:
    """First word of a matter's name → the other words, the matter and its evidence."""
    found: dict[str, list[tuple[tuple[str, ...], str, Evidence]]] = {}
    for period in table("periods")["period"]:
        start, end = period["from"].isoformat(), str(period.get("to", ""))
        weight: float = period["weight"]
        key = period["names"][0]
        reason = f"{key} is in the news from {start}" + (f" to {end}" if end else "")
        evidence = Evidence(reason, ((start, end),), weight, -2 * weight)
        for name in period["names"]:
            first, *rest = (word.casefold() for word in _names(name))
            found.setdefault(first, []).append((tuple(rest), key, evidence))
    return {first: tuple(sorted(f, key=lambda x: -len(x[0]))) for first, f in found.items()}


@dataclass(frozen=True, slots=True)
class _Crisis:
    """A crisis, with lists of words of which a text that tells of it has one each."""

    lists: tuple[tuple[str, ...], ...]
    firsts: frozenset[str]
    """the first word of each phrase of the first list; it has a capital"""
    evidence: Evidence

    def is_told(self, text: str) -> bool:
        """Tell whether the text has a phrase from each list."""
        return all(any(phrase in text for phrase in phrases) for phrases in self.lists)


@cache
def _crises() -> tuple[_Crisis, ...]:
    return tuple(map(_crisis, table("periods")["crisis"]))


def _crisis(entry: dict[str, Any]) -> _Crisis:
    lists = tuple(tuple(words) for words in entry["words"])
    firsts = frozenset(_names(phrase)[0] for phrase in lists[0])
    if small := [word for word in firsts if word.islower()]:
        fix = "put a list of names first"
        raise LexiconError(f"a crisis is sought by {small[0]!r}", where="periods.toml", fix=fix)
    start, end = entry["from"].isoformat(), entry["to"].isoformat()
    reason = f"{entry['name']}: {start} to {end}"
    return _Crisis(lists, firsts, Evidence(reason, ((start, end),), _CRISIS, -_MENTIONED))


@cache
def _opening_crises() -> frozenset[str]:
    return frozenset(word for crisis in _crises() for word in crisis.firsts)
