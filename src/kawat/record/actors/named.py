"""A name as a record has it: whom it is given to, in which articles, with which roles and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from kawat.errors import UsageError
from kawat.lexicon import rows, table
from kawat.lexicon.offices import Term, holders, office_named, parse_office
from kawat.lexicon.people import shared_names
from kawat.reading import Reading
from kawat.record.countries import country_code
from kawat.record.days import days_of
from kawat.record.names import name_key


@dataclass(frozen=True, slots=True, order=True)
class Seen:
    """An entity of one article (its id); ``day`` is the first of its publication, ISO, or empty."""

    article: str
    entity: str
    name: str
    kind: str
    country: str | None
    role: str | None
    day: str


@dataclass(frozen=True)
class Named:
    """All entities of one kind, name (accents and case apart) and country in a record.

    A person without a name (``sumber``, ``juru bicara Kremlin``) is one of each article. What it
    is follows from its ``key`` and from the roles and days of its entities, in whatever order
    they came. ``seen`` is empty where it was taken from the record's own tables.
    """

    key: tuple[str, ...]
    """what names it in every record: kind, name, country; office-holder or article if unnamed"""
    spellings: tuple[str, ...]
    """every way in which it is written, the most frequent first"""
    entities: int
    """how many entities of articles are called so"""
    roles: frozenset[str] = frozenset()
    """the roles as they are compared: in small letters, short forms written out"""
    held: frozenset[str] = frozenset()
    """the people whom the table of offices has in these roles on these days"""
    seen: tuple[Seen, ...] = field(default=(), repr=False)

    @property
    def kind(self) -> str:
        """Return the kind of all of them."""
        return self.key[0]

    @property
    def country(self) -> str | None:
        """Return the country of all of them."""
        return self.key[2] or None

    @property
    def name(self) -> str:
        """Return the way in which most entities are written."""
        return self.spellings[0]

    @property
    def plain(self) -> str:
        """Return the name without case, accents and marks, as it is compared."""
        return self.key[1]

    @property
    def unnamed(self) -> bool:
        """Tell whether it is a person or group told without a name of its own."""
        return len(self.key) > 3

    @cached_property
    def identity(self) -> str | None:
        """Return the curated name that this is a spelling of, or whose office it names."""
        known = identity(self.kind, self.plain, self.country)
        return known or (self.key[3] if len(self.key) == 4 else None)


def gather(entities: Iterable[Seen]) -> list[Named]:
    """Return the names of a record, in an order of their own."""
    groups: dict[tuple[str, ...], list[Seen]] = {}
    for seen in entities:
        groups.setdefault(key_of(seen), []).append(seen)
    return [_named(key, in_order(groups[key])) for key in sorted(groups)]


def _named(key: tuple[str, ...], entities: tuple[Seen, ...]) -> Named:
    return Named(
        key=key,
        spellings=ranked(Counter(seen.name for seen in entities)),
        entities=len(entities),
        roles=roles_of(entities),
        held=held_by_any(entities),
        seen=entities,
    )


def ranked(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Return spellings, the most frequent first."""
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


def roles_of(entities: Iterable[Seen]) -> frozenset[str]:
    """Return the roles of entities as they are compared."""
    return frozenset(_full(seen.role) for seen in entities if seen.role)


def held_by_any(entities: Iterable[Seen]) -> frozenset[str]:
    """Return whom the table of offices has in the roles of entities on the days of these."""
    return frozenset(
        term.person for seen in entities if seen.role for term in offices_of(seen.role, seen)
    )


def seen_in(reading: Reading) -> list[Seen]:
    """Return the entities of a reading as they are compared."""
    published = reading.article.published
    days = days_of(published.value) if published else None
    day = days.first.isoformat() if days else ""
    return [
        Seen(reading.article.id, e.id, e.name, e.kind, e.country, e.role, day)
        for e in reading.entities
    ]


@lru_cache(maxsize=100_000)
def identity(kind: str, name: str, country: str | None = None) -> str | None:
    """Return the curated person, body or country that has this name; none if several have it."""
    if kind == "country":
        return country_code(name) or country
    table = {"person": "people", "organization": "organizations"}.get(kind)
    return _curated(table).get(name_key(name)) if table else None


@cache
def _curated(name: str) -> dict[str, str | None]:
    """Return each spelling's key with the one row that has it; none where two rows do, or many."""
    known: dict[str, str | None] = {}
    for row in rows(name):
        if row["country"] == "?":  # any state has one: the name alone is of none
            continue
        for spelling in (row["name"], *filter(None, row["variants"].split("|"))):
            if name == "people" and spelling.casefold() in shared_names():
                continue
            key = name_key(spelling)
            known[key] = row["name"] if known.get(key, row["name"]) == row["name"] else None
    return known


@lru_cache(maxsize=50_000)
def _office(title: str, country: str | None) -> tuple[str, str] | None:
    """Return the office, and what it is of, that a title names."""
    try:
        return parse_office(title)
    except UsageError:  # no office is named in full: the title alone, with the bearer's country
        office = office_named(title)
        return (office, country) if office and country else None


def offices_of(title: str, seen: Seen) -> tuple[Term, ...]:
    """Return who held the office that the title names on the day of the article, if one did."""
    office = _office(title, seen.country)
    if not office or not seen.day:
        return ()
    found = holders(*office, seen.day)
    return found if len(found) == 1 else ()


def key_of(seen: Seen) -> tuple[str, ...]:
    """Return what the entities of one name share: an unnamed one its office-holder or article."""
    shared = (seen.kind, name_key(seen.name), seen.country or "")
    if not _unnamed(seen):
        return shared
    holder = _holder(seen) if seen.kind == "person" else None
    return (*shared, holder) if holder else (*shared, seen.article, seen.entity)


def _holder(seen: Seen) -> str | None:
    """Return who held the office that the name is, on the day of the article."""
    return next((term.person for term in offices_of(seen.name, seen)), None)


def in_order(entities: Iterable[Seen]) -> tuple[Seen, ...]:
    """Return entities by the day of their articles."""
    return tuple(sorted(entities, key=_order))


def _order(seen: Seen) -> tuple[str, str, int, str]:
    return seen.day or "9999", seen.article, len(seen.entity), seen.entity


def _unnamed(seen: Seen) -> bool:
    if seen.kind == "group":
        return seen.name[:1].islower() and seen.country is None
    if seen.kind != "person":
        return False
    same = name_key(seen.name) == name_key(seen.role or "")
    return seen.name[:1].islower() or same or _opens_with_title(seen.name)


@lru_cache(maxsize=50_000)
def _opens_with_title(name: str) -> bool:
    """Tell whether a name is a title and what it is of: ``Presiden AS``, ``Juru Bicara …``."""
    words = name_key(name).split()
    opening = (" ".join(words[:n]) for n in (1, 2, 3))
    return any(words in _titles() for words in opening) and not identity("person", name)


@cache
def _titles() -> frozenset[str]:
    heads: dict[str, list[str]] = table("titles")["heads"]
    return frozenset(name_key(head) for some in heads.values() for head in some)


@lru_cache(maxsize=50_000)
def _full(role: str) -> str:
    short: dict[str, str] = table("titles")["same"]
    return " ".join(short.get(word, word) for word in name_key(role).split())
