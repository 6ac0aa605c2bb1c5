"""Which mentions are one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache, lru_cache

from kawat.layers.entities.mentions import Mention
from kawat.layers.names.gazetteer import split_name
from kawat.lexicon import table
from kawat.lexicon.offices import held_by, office_named
from kawat.reading import Entity, EntityKind, Span

HOME = "IDN"
"""the country whose papers these are"""
_OURS = frozenset({"pemerintah"})
"""Bodies that are this country's where none is named, whichever was named before."""


@dataclass
class Cluster:
    """The mentions of one entity as they come together."""

    kind: EntityKind
    name: str
    mentions: list[Mention] = field(default_factory=list)
    country: str | None = None

    @property
    def open(self) -> bool:
        """Tell whether the words leave the country to the context."""
        return all(m.open for m in self.mentions)

    def settle(self) -> None:
        """Take the country that most mentions give."""
        given = Counter(m.country for m in self.mentions if m.country)
        self.country = given.most_common(1)[0][0] if given else None

    def first(self, attribute: str) -> str | None:
        """Return the first value that a mention gives for the attribute."""
        values = (getattr(m, attribute) for m in self.mentions)
        return next((v for v in values if v), None)


def cluster(mentions: list[Mention]) -> list[Cluster]:
    """Bring the mentions of each entity together, in the order of first mention."""
    found: dict[tuple[str, str], Cluster] = {}
    people, bodies = _people(mentions), _bodies(mentions)
    for mention in mentions:
        kind: EntityKind = mention.kind
        key = people.get(mention.span) or bodies.get(mention.span) or mention.key
        here = found.setdefault((kind, key), Cluster(kind, mention.name))
        here.mentions.append(mention)
        nameless = all(m.alone for m in here.mentions[:-1])
        if (
            kind == "person"
            and not mention.alone
            and (nameless or len(mention.name) > len(here.name))
        ):
            here.name = mention.name
    clusters = list(found.values())
    for made in clusters:
        made.settle()
    return clusters


def _bodies(mentions: list[Mention]) -> dict[Span, str]:
    """Return the key of every body told by its noun alone: the last one told with its state."""
    last: dict[str, str] = {}
    keys: dict[Span, str] = {}
    for m in mentions:
        noun, _, state = m.key.partition("|")
        if m.kind == "organization" and state:
            last[noun] = m.key
        elif m.kind == "organization" and m.open and m.key in last and m.key not in _OURS:
            keys[m.span] = last[m.key]
    return keys


def _people(mentions: list[Mention]) -> dict[Span, str]:
    """Return the key of every person mention: the fullest name that its words are part of."""
    named = [m for m in mentions if m.kind == "person" and not m.alone]
    holders: dict[str, list[str]] = defaultdict(list)
    for key in sorted(dict.fromkeys(m.key for m in named), key=lambda k: -len(split_name(k))):
        for part in _parts(key):
            holders[part].append(key)
    keys: dict[Span, str] = {}
    for m in named:
        parts = _parts(m.key)
        rarest = min((holders[p] for p in sorted(parts)), key=len, default=[])
        keys[m.span] = next((k for k in rarest if parts <= _parts(k)), m.key)
    bearers: dict[str, list[tuple[str, str | None]]] = defaultdict(list)
    for m in mentions:
        if m.kind != "person" or m.office is None:
            continue
        office = same_office(m.office)
        if m.alone:
            borne = [b for full, bs in bearers.items() if full.startswith(office) for b in bs]
            keys[m.span] = _bearer(m.country, borne) or _in_office(m, named) or m.key
        bearers[office].append((keys[m.span], m.country))
    _join_later_bearers(mentions, keys)
    return keys


def _in_office(title: Mention, named: list[Mention]) -> str | None:
    """Return who of the people named ever held the office that stands alone, if it is only one."""
    full = office_named(same_office(title.office or ""))
    if full is None or title.country is None:
        return None
    held = {
        m.key
        for m in named
        if m.country == title.country
        and any(t.office == full and t.of == title.country for t in held_by(m.key))
    }
    return held.pop() if len(held) == 1 else None


def _join_later_bearers(mentions: list[Mention], keys: dict[Span, str]) -> None:
    """Give a title of a state that stands alone to the one bearer who is named after it."""
    named = {m.key for m in mentions if m.kind == "person" and not m.alone}
    for m in mentions:
        if m.kind != "person" or not m.alone or not m.country or keys.get(m.span) in named:
            continue
        office = same_office(m.office or "")
        later = {
            keys[other.span]
            for other in mentions
            if other.office
            and not other.alone
            and other.span > m.span
            and office == same_office(other.office)
            and other.country in (None, m.country)
        }
        if len(later) == 1:
            keys[m.span] = later.pop()


@lru_cache(maxsize=4096)
def _parts(name: str) -> frozenset[str]:
    return frozenset(p.casefold() for p in split_name(name))


def _bearer(country: str | None, bearers: list[tuple[str, str | None]]) -> str | None:
    """Return who bears the office in this article.

    With a country: the last one of that country. Without: the Indonesian, if there is one, for
    papers leave their own country out; else the last one named.
    """
    if country:
        return next((k for k, c in reversed(bearers) if c == country), None)
    ours = [k for k, c in bearers if c == HOME]
    return ours[-1] if ours else bearers[-1][0] if bearers else None


@cache
def _same() -> dict[str, str]:
    return dict(table("titles")["same"])


def same_office(office: str) -> str:
    """Return the full name of an office, whichever form of it is printed."""
    first, _, rest = office.partition(" ")
    return _same().get(office) or f"{_same().get(first, first)} {rest}".strip()


def _office_alone(found: Cluster) -> Span | None:
    """Return the title of somebody who is only called by it, where it says what it is of."""
    alone = found.mentions[0]
    nameless = found.kind == "person" and all(m.alone for m in found.mentions)
    return alone.span if nameless and (alone.country or alone.bodied) else None


def entity(number: int, text: str, found: Cluster) -> Entity:
    """Make the entity of a cluster."""
    role = next((m.role for m in found.mentions if m.role), None) or _office_alone(found)
    return Entity(
        id=f"e{number}",
        kind=found.kind,
        name=found.name,
        country=found.country,
        sector=found.first("sector") if found.kind not in ("country", "place") else None,
        role=role.of(text) if role else None,
        mentions=tuple(m.span for m in found.mentions),
    )
