"""Names that are known before the article is read: countries, bodies, places, people."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from kawat.draft import Words
from kawat.lexicon import rows, table, words
from kawat.lexicon.people import telling_names

_PART = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN"})
_SHORTEST_SURNAME = 4
ANY = "?"
"""in organizations.tsv: a body that any state may have"""


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer says of a name."""

    kind: str
    """an entity's kind; or ``capital`` or ``seat``, which the clause decides; or ``outlet``"""
    name: str
    country: str | None = None
    sector: str | None = None
    open: bool = False
    """its country is for the context to tell: many states have one of the name"""


@dataclass(frozen=True, slots=True)
class Match:
    """Words ``[start, end)`` (indices of :class:`Words`) that are a known name."""

    start: int
    end: int
    known: Known


class _Spelling(NamedTuple):
    lows: tuple[str, ...]
    forms: tuple[str, ...]
    known: Known


def split_name(name: str) -> tuple[str, ...]:
    """Split a name as :class:`Words` splits text."""
    if name.replace(" ", "").isalpha():  # most are: no marks to look for
        return tuple(name.split())
    return tuple(_PART.findall(name))


class Gazetteer:
    """Finds the longest known name at a word; spellings may be added for one article."""

    def __init__(self, names: Iterable[tuple[str, Known]]) -> None:
        self._by_first: dict[str, list[_Spelling]] = defaultdict(list)
        self.parts: set[str] = set()
        """every word of every name, in lower case"""
        for spelling, known in names:
            self.add(spelling, known)
        for spellings in self._by_first.values():
            spellings.sort(key=lambda s: -len(s.lows))

    def add(self, spelling: str, known: Known) -> None:
        """Add one spelling of a name."""
        forms = split_name(spelling)
        if not forms:
            return
        lows = tuple([f.casefold().replace("’", "'") for f in forms])
        self._by_first[lows[0]].append(_Spelling(lows, forms, known))
        self.parts.update(lows)

    def at(self, text: Words, i: int) -> Match | None:
        """Return the longest known name that begins at word i; none begins after the last word."""
        length = len(text)
        spellings = self._by_first.get(text.lows[i]) if i < length else None
        if not spellings:
            return None
        for spelling in spellings:
            end = i + len(spelling.lows)
            if end <= length and _fits(spelling, text, i, end):
                return Match(i, end, spelling.known)
        return None


def _fits(spelling: _Spelling, text: Words, i: int, end: int) -> bool:
    if end > i + 1 and tuple(text.lows[i:end]) != spelling.lows:
        return False
    return all(text.close(k) for k in range(i + 1, end)) and all(
        _same_case(form, text.forms[i + k]) for k, form in enumerate(spelling.forms)
    )


def _same_case(known: str, printed: str) -> bool:
    """Capitals of the known form must stand in the text; an abbreviation's, all of them."""
    if known.isupper() and len(known) > 1:
        return printed.isupper() or (len(known) > 3 and printed[0].isupper())
    return not known[0].isupper() or printed[0].isupper()


def _spellings(row: dict[str, str]) -> list[str]:
    return [row["name"], *filter(None, row["variants"].split("|"))]


def _countries() -> Iterator[tuple[str, Known]]:
    for row in rows("countries"):
        for spelling in _spellings(row):
            yield spelling, Known("country", row["name"], row["code"])
        for capital in filter(None, row["capitals"].split("|")):
            yield capital, Known("capital", row["capitals"].split("|")[0], row["code"], "GOV")


def _bodies() -> Iterator[tuple[str, Known]]:
    for row in rows("organizations"):
        code, sector = row["country"], row["sector"] or None
        known = Known("organization", row["name"], code or None, sector)
        if code == ANY:
            known = Known("organization", row["name"], None, sector, open=True)
        for spelling in _spellings(row):
            yield spelling, known
    for row in rows("seats"):
        for spelling in _spellings(row):
            yield spelling, Known("seat", row["name"], row["country"], "GOV")


def _peoples() -> Iterator[tuple[str, Known]]:
    for row in rows("peoples"):
        for spelling in _spellings(row):
            yield spelling, Known("group", row["name"], row["country"] or None, row["sector"])


def _outlets() -> Iterator[tuple[str, Known]]:
    for row in table("outlets")["outlets"]:
        if not row.get("common"):
            known = Known("outlet", row["name"], row["country"], "JRN")
            for spelling in (row["name"], *row["spellings"]):
                if spelling[0].isupper():
                    yield spelling, known


def _places() -> Iterator[tuple[str, Known]]:
    for row in rows("places"):
        for spelling in _spellings(row):
            yield spelling, Known("place", row["name"], row["country"].strip() or None)
    for row in rows("cities"):
        yield row["name"], Known("place", row["name"], row["country"])


def _people() -> Iterator[tuple[str, Known]]:
    for spelling, row in telling_names():
        yield spelling, _person(row)


def _person(row: dict[str, str]) -> Known:
    return Known("person", row["name"], row["country"] or None, row["sector"] or None)


def _surnames(taken: set[str]) -> Iterator[tuple[str, Known]]:
    """Yield the surname of everyone in the table who alone has it, and that is no other word.

    Indonesians are called by their given or whole name.
    """
    owners: dict[str, set[str]] = defaultdict(set)
    known_as: dict[str, dict[str, str]] = {}
    for spelling, row in telling_names():
        if row["country"] == "IDN":
            continue
        parts = split_name(spelling)
        low = parts[0 if row["country"] in _FAMILY_FIRST else -1].casefold()
        owners[low].add(row["name"])
        known_as[low] = row
    borne = table("names")["words"]
    common = words("words").union(borne["given"], borne["families"], taken)
    for low, names in owners.items():
        if len(names) == 1 and len(low) >= _SHORTEST_SURNAME and low not in common:
            yield low.capitalize(), _person(known_as[low])


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer of everything known; earlier lists win where spellings clash."""
    names = [*_countries(), *_bodies(), *_outlets(), *_people(), *_peoples(), *_places()]
    taken = {split_name(spelling)[0].casefold() for spelling, _ in names if " " not in spelling}
    return Gazetteer([*names, *_surnames(taken)])
