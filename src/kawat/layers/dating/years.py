"""What an article's own words say of the years it can be of: offices held, matters of a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from kawat.lexicon import rows, table
from kawat.lexicon.offices import held_by, office_named

_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_FORMER = ("mantan", "eks", "bekas", "almarhum", "mendiang", "calon", "terpilih")
_TITLE_REACH = 4  # words between a title and the name: `Presiden Amerika Serikat Donald Trump`
_IN_OFFICE, _OUT_OF_OFFICE, _MENTIONED = 1.0, -1.5, 0.4


@dataclass(frozen=True, slots=True)
class Evidence:
    """A stretch of time in which the words make sense, and how much they say for it.

    Outside it they say ``against`` (negative) instead of ``weight``.
    """

    words: str
    reason: str
    start: str
    end: str
    weight: float
    against: float

    def of(self, day: date) -> float:
        """Return what this says for an article of that day."""
        iso = day.isoformat()
        inside = self.start <= iso and (not self.end or iso < self.end)
        return self.weight if inside else self.against


def evidence_in(text: str) -> tuple[Evidence, ...]:
    """Return the evidence of a text: one for each office-holder and each matter named."""
    found: dict[str, list[Evidence]] = {}
    words = [(m.group(), m.start()) for m in _NAME.finditer(text)]
    names, periods = _persons(), _periods()
    for n, (word, _) in enumerate(words):
        for rest, person in names.get(word, ()):
            if _follows(words, n + 1, rest):
                found.setdefault(person, []).extend(_of_person(words, n, person))
                break
        for rest, made in periods.get(word.casefold(), ()):
            if _follows(words, n + 1, rest, fold=True):
                found.setdefault(made.words, [made])
    return tuple(e for made in found.values() for e in _strongest(made))


def _strongest(made: list[Evidence]) -> list[Evidence]:
    """Keep one verdict a person: a title beside the name says more than the bare name."""
    titled = [e for e in made if e.weight >= _IN_OFFICE]
    if titled:
        return titled[:1]
    return made[:1]


def total(evidence: tuple[Evidence, ...], day: date) -> float:
    """Return what all evidence says for an article of that day."""
    return sum(e.of(day) for e in evidence)


def _follows(
    words: list[tuple[str, int]], at: int, rest: tuple[str, ...], fold: bool = False
) -> bool:
    if len(words) < at + len(rest):
        return False
    return all(
        (words[at + i][0].casefold() if fold else words[at + i][0]) == part
        for i, part in enumerate(rest)
    )


def _of_person(words: list[tuple[str, int]], at: int, person: str) -> Iterator[Evidence]:
    before = [w for w, _ in words[max(0, at - _TITLE_REACH) : at]]
    if any(w.lower() in _FORMER for w in before):
        return
    office = _title_in(before)
    terms = held_by(person)
    if office:
        terms = tuple(t for t in terms if t.office == office) or terms
    if not terms:
        return
    start, end = terms[0].start, terms[-1].end
    reason = f"{person} is {terms[0].office} of {terms[0].of} from {start}" + (
        f" to {end}" if end else ""
    )
    for term in terms if office else ():
        reason = f"{person} is {term.office} of {term.of} from {term.start}" + (
            f" to {term.end}" if term.end else ""
        )
    if not office:
        yield Evidence(person, reason, start, end, _MENTIONED, 0.0)
        return
    yield _Terms.of_terms(person, reason, tuple((t.start, t.end) for t in terms))


@dataclass(frozen=True, slots=True)
class _Terms(Evidence):
    """Evidence of several terms: Donald Trump held his office twice."""

    terms: tuple[tuple[str, str], ...] = ()

    @staticmethod
    def of_terms(person: str, reason: str, terms: tuple[tuple[str, str], ...]) -> _Terms:
        return _Terms(person, reason, terms[0][0], terms[-1][1], _IN_OFFICE, _OUT_OF_OFFICE, terms)

    def of(self, day: date) -> float:
        iso = day.isoformat()
        inside = any(start <= iso and (not end or iso < end) for start, end in self.terms)
        return self.weight if inside else self.against


def _title_in(before: list[str]) -> str | None:
    for n in range(len(before)):
        for length in (3, 2, 1):
            office = office_named(" ".join(before[n : n + length]))
            if office:
                return office
    return None


@cache
def _persons() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """First word of a name → the other words and the person, longest first."""
    table_: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in rows("people"):
        for spelling in (row["name"], *filter(None, row["variants"].split("|"))):
            first, *rest = _NAME.findall(spelling) or [""]
            if rest or len(first) > 4:
                table_.setdefault(first, []).append((tuple(rest), row["name"]))
    return {w: tuple(sorted(found, key=lambda f: -len(f[0]))) for w, found in table_.items()}


@cache
def _periods() -> dict[str, tuple[tuple[tuple[str, ...], Evidence], ...]]:
    made: dict[str, list[tuple[tuple[str, ...], Evidence]]] = {}
    for period in table("periods")["period"]:
        start, end = period["from"].isoformat(), period.get("to")
        weight: float = period["weight"]
        for name in period["names"]:
            first, *rest = _NAME.findall(name.casefold())
            until = f" to {end}" if end else ""
            evidence = Evidence(
                period["names"][0],
                f"{name} is in the news from {start}{until}",
                start,
                end.isoformat() if end else "",
                weight,
                -2 * weight,
            )
            made.setdefault(first, []).append((tuple(rest), evidence))
    return {w: tuple(sorted(found, key=lambda f: -len(f[0]))) for w, found in made.items()}
