"""What an article's words say of when it can have been written: offices, matters, summits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, lru_cache

from kawat.layers.dating.summits import Summit, summits_in
from kawat.lexicon import table
from kawat.lexicon.offices import Term, held_by, office_named
from kawat.lexicon.people import telling_names

_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # words that lost the space at a link: `PresidenMacron`
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

    def of(self, day: date) -> float:
        """Return what this says for an article of that day."""
        iso = day.isoformat()
        for start, end in self.stretches:
            if start <= iso < (end or _OPEN):
                return self.inside
        return self.outside


def total(evidence: tuple[Evidence, ...], day: date) -> float:
    """Return what all evidence says for an article of that day."""
    return sum(e.of(day) for e in evidence)


def evidence_in(text: str) -> tuple[Evidence, ...]:
    """Return the evidence of a text: for each office-holder, matter and summit named."""
    words = _names(text)
    people: dict[str, list[Evidence]] = {}
    matters: dict[str, Evidence] = {}
    for n, beginning in [(n, b) for n, b in enumerate(map(_beginning_with, words)) if b]:
        for rest, person in beginning.persons:
            if _follows(words, n, rest):
                people.setdefault(person, []).extend(_of_person(words, n, person))
                break
        for rest, key, matter in beginning.periods:
            if tuple(w.casefold() for w in words[n + 1 : n + 1 + len(rest)]) == rest:
                matters.setdefault(key, matter)
                break
    summits = (_of_summit(s) for s in summits_in(text))
    crises = (evidence for words_, evidence in _crises() if all(_any_in(w, text) for w in words_))
    named = (e for made in people.values() for e in _clearest(made))
    return (*named, *matters.values(), *crises, *summits)


def _names(text: str) -> list[str]:
    return _NAME.findall(_GLUED.sub(" ", text))


def _follows(words: list[str], at: int, rest: tuple[str, ...]) -> bool:
    """Tell whether the rest of a name follows its first word; a verb may be glued to its end."""
    if not rest:
        return True
    *middle, last = words[at + 1 : at + 1 + len(rest)] or [""]
    return len(middle) + 1 == len(rest) and tuple(middle) == rest[:-1] and last.startswith(rest[-1])


def _any_in(words: tuple[str, ...], text: str) -> bool:
    return any(word in text for word in words)


def _clearest(made: list[Evidence]) -> list[Evidence]:
    """Keep what one mention of a person says: the one with a title, if there is one."""
    titled = [e for e in made if e.inside == _IN_OFFICE]
    return titled[:1] or made[:2]


def _of_person(words: list[str], at: int, person: str) -> Iterator[Evidence]:
    """Yield what a name says: with its title that the office is held, else that it is known."""
    before = words[max(0, at - _TITLE_REACH) : at]
    after = words[at + 1 : at + _FORMER_REACH]
    if any(w.lower() in _former() for w in (*before, *after)):
        return
    held = held_by(person)
    if not held:
        return
    office = _title_in(before)
    terms = tuple(t for t in held if t.office == office)
    if terms:
        yield Evidence(_reason(person, terms), _stretches(terms), _IN_OFFICE, _OUT_OF_OFFICE)
    else:
        known = f"{int(held[0].start[:4]) - _KNOWN_BEFORE}{held[0].start[4:]}"
        yield Evidence(_reason(person, held), _stretches(held), _MENTIONED, 0.0)
        yield Evidence(f"{person} is known", ((known, _OPEN),), 0.0, -_MENTIONED)


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


@dataclass(frozen=True, slots=True)
class _Beginning:
    """The names that begin with a word: their other words and what they name, longest first."""

    persons: tuple[tuple[tuple[str, ...], str], ...]
    periods: tuple[tuple[tuple[str, ...], str, Evidence], ...]


@lru_cache(maxsize=1 << 15)
def _beginning_with(word: str) -> _Beginning | None:
    persons, periods = _persons().get(word, ()), _periods().get(word.casefold(), ())
    return _Beginning(persons, periods) if persons or periods else None


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


@cache
def _crises() -> tuple[tuple[tuple[tuple[str, ...], ...], Evidence], ...]:
    """For each crisis the lists of words of which each must have one in the text."""
    return tuple(
        (
            tuple(tuple(words) for words in crisis["words"]),
            Evidence(
                f"{crisis['name']}: {crisis['from'].isoformat()} to {crisis['to'].isoformat()}",
                ((crisis["from"].isoformat(), crisis["to"].isoformat()),),
                _CRISIS,
                -_MENTIONED,
            ),
        )
        for crisis in table("periods")["crisis"]
    )
