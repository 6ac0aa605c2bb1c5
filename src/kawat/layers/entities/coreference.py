"""Which mentions are one entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from kawat.layers.entities.mentions import Mention
from kawat.layers.names.gazetteer import split_name
from kawat.reading import Entity, EntityKind, Span


@dataclass
class Cluster:
    """The mentions of one entity as they come together."""

    kind: EntityKind
    name: str
    mentions: list[Mention] = field(default_factory=list)

    def first(self, attribute: str) -> str | None:
        """Return the first value that a mention gives for the attribute."""
        values = (getattr(m, attribute) for m in self.mentions)
        return next((v for v in values if v), None)


def cluster(mentions: list[Mention]) -> list[Cluster]:
    """Bring the mentions of each entity together, in the order of first mention."""
    found: dict[tuple[str, str], Cluster] = {}
    people = _people(mentions)
    for mention in mentions:
        kind: EntityKind = mention.kind
        key = people.get(mention.span, mention.key) if kind == "person" else mention.key
        here = found.setdefault((kind, key), Cluster(kind, mention.name))
        here.mentions.append(mention)
        if kind == "person" and not mention.alone and len(mention.name) > len(here.name):
            here.name = mention.name
    return list(found.values())


def _people(mentions: list[Mention]) -> dict[Span, str]:
    """Return the key of every person mention: the fullest name that its words are part of."""
    named = [m for m in mentions if m.kind == "person" and not m.alone]
    full = sorted({m.key for m in named}, key=lambda k: -len(split_name(k)))
    keys: dict[Span, str] = {}
    for m in named:
        parts = {p.casefold() for p in split_name(m.key)}
        keys[m.span] = next(
            (f for f in full if parts <= {p.casefold() for p in split_name(f)}), m.key
        )
    bearers: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for m in mentions:
        if m.kind != "person":
            continue
        if m.alone:
            keys[m.span] = _bearer(m, bearers) or m.key
        elif m.office:
            bearers[(m.office, m.country)].append(keys[m.span])
    return keys


def _bearer(mention: Mention, bearers: dict[tuple[str, str | None], list[str]]) -> str | None:
    """Return who bears the office in this article: the last one named with it."""
    assert mention.office is not None
    exact = bearers.get((mention.office, mention.country))
    if exact:
        return exact[-1]
    if mention.country is None:
        every = [ks for (office, _), ks in bearers.items() if office == mention.office]
        return every[-1][-1] if every else None
    return None


def entity(number: int, text: str, found: Cluster) -> Entity:
    """Make the entity of a cluster."""
    role = next((m.role for m in found.mentions if m.role), None)
    countries = Counter(m.country for m in found.mentions if m.country)
    return Entity(
        id=f"e{number}",
        kind=found.kind,
        name=found.name,
        country=countries.most_common(1)[0][0] if countries else None,
        sector=found.first("sector") if found.kind not in ("country", "place") else None,
        role=role.of(text) if role else None,
        mentions=tuple(m.span for m in found.mentions),
    )
