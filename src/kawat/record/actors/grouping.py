"""From pairs of names that speak for one actor to the actors: the same in whatever order they came.

The strongest pairs are joined first, decided ones last; a pair is not joined where any two names
of the two actors are never of one (:data:`~.features.APART`). A name that could be of two actors
who are not one stays apart from both, unless one of them is likelier by :data:`MARGIN` points.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from kawat.record.actors.features import APART, SAME, UNSURE, are_comparable, points
from kawat.record.actors.named import Named, Seen, gather
from kawat.record.actors.signs import is_telling, signs_of
from kawat.record.actors.spelling import spelled

MARGIN = 1.5
"""Points by which one of two actors must be likelier than the other."""

DECIDED = 100.0
"""Points of two names that an analyst made one; those that she parted have as many below zero."""

Pair = tuple[int, int]


@dataclass(frozen=True)
class Decided:
    """What analysts decided of names, by :func:`~kawat.record.names.name_key`."""

    same: frozenset[frozenset[str]] = field(default=frozenset())
    apart: frozenset[frozenset[str]] = field(default=frozenset())


@dataclass(frozen=True)
class Maybe:
    """A name of another actor that may be of this one too, and the name that it is most like."""

    name: Named
    like: Named
    points: float


@dataclass(frozen=True)
class Actor:
    """One real person, state, body, group or place, with all its names, the fullest known first."""

    names: tuple[Named, ...]
    unsure: tuple[Maybe, ...] = ()

    @cached_property
    def identity(self) -> str | None:
        """Return the curated entry that it is, if any."""
        return next((named.identity for named in self.names if named.identity), None)

    @property
    def name(self) -> str:
        """Return the curated name of a person, else the first of its names."""
        known = self.identity if self.names[0].kind == "person" else None
        return known or self.names[0].name

    @property
    def kind(self) -> str:
        """Return its kind."""
        return self.names[0].kind

    @property
    def country(self) -> str | None:
        """Return the country of the first of its names that has one."""
        return next((named.country for named in self.names if named.country), None)

    @property
    def id(self) -> str:
        """Return what names the actor in every record: by its curated entry, or its first name."""
        first = min(named.key for named in self.names)
        words = f"{first[0]}={self.identity}" if self.identity else "|".join(first)
        return hashlib.sha256(words.encode()).hexdigest()[:12]

    @property
    def entities(self) -> int:
        """Return how many entities of articles are this actor."""
        return sum(named.entities for named in self.names)

    @property
    def seen(self) -> tuple[Seen, ...]:
        """Return every entity of an article that is this actor."""
        return tuple(seen for named in self.names for seen in named.seen)


def actors(entities: Iterable[Seen], decided: Decided | None = None) -> list[Actor]:
    """Return the actors of the entities of all articles; the order of these plays no part."""
    names = gather(entities)
    scores = pair_points(names, decided or Decided())
    found = [_actor(names, group, scores) for group in joined(names, scores)]
    return sorted(found, key=lambda actor: (actor.name, actor.names[0].key))


def pair_points(names: Sequence[Named], decided: Decided) -> dict[Pair, float]:
    """Return the points of every pair of names that is worth comparing, or was decided on."""
    scores = {
        (one, other): points(names[one], names[other])
        for one, other in candidates(names)
        if are_comparable(names[one], names[other])
    }
    return {**scores, **decided_pairs(names, decided)}


def candidates(names: Sequence[Named]) -> list[Pair]:
    """Return the pairs that have a sign in common that is not too common."""
    found: dict[str, list[int]] = defaultdict(list)
    for n, named in enumerate(names):
        for sign in signs_of(named):
            found[sign].append(n)
    telling = (some for some in found.values() if is_telling(len(some)))
    return sorted({pair for some in telling for pair in combinations(some, 2)})


def decided_pairs(names: Sequence[Named], decided: Decided) -> dict[Pair, float]:
    """Return the pairs that an analyst joined or parted, with points above all others."""
    named: dict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        named[name.plain].append(n)
    pairs: dict[Pair, float] = {}
    for keys, score in ((decided.same, DECIDED), (decided.apart, -DECIDED)):
        for one, other in (sorted(both) for both in keys):
            for a in named.get(one, ()):
                for b in named.get(other, ()):
                    if names[a].kind == names[b].kind:
                        pairs[_pair(a, b)] = score
    return pairs


def joined(names: Sequence[Named], scores: Mapping[Pair, float]) -> list[list[int]]:
    """Return the actors that names are of, as places in ``names``, which stand by their keys.

    ``scores`` are those of every pair that may be joined or was decided on. What an actor is
    hangs on the names alone that such pairs connect with it.
    """
    group = {n: [n] for n in range(len(names))}
    links = _links(names, scores)
    for pair in sorted(links, key=lambda pair: (scores[pair] == DECIDED, -scores[pair], pair)):
        ours, theirs = group[pair[0]], group[pair[1]]
        apart = any(_apart(names, scores, a, b) for a in ours for b in theirs)
        if ours is theirs or (apart and scores[pair] < DECIDED):
            continue
        ours.extend(theirs)
        for n in theirs:
            group[n] = ours
    return [members for n, members in group.items() if members[0] == n]


def _apart(names: Sequence[Named], scores: Mapping[Pair, float], one: int, other: int) -> bool:
    """Tell whether two names are never of one actor; pairs of no word in common are looked at."""
    pair = _pair(one, other)
    score = scores[pair] if pair in scores else points(names[pair[0]], names[pair[1]])
    return score <= APART


def _links(names: Sequence[Named], scores: Mapping[Pair, float]) -> set[Pair]:
    """Return the pairs to join: without those of a name between two actors that are not one."""
    partners: dict[int, list[int]] = defaultdict(list)
    for (one, other), score in scores.items():
        if SAME <= score < DECIDED:
            partners[one].append(other)
            partners[other].append(one)
    dropped: set[Pair] = set()
    for n, others in partners.items():
        ranked = sorted(others, key=lambda other: -scores[_pair(n, other)])
        for a, b in combinations(ranked, 2):
            pairs = (_pair(n, a), _pair(n, b))
            if not dropped.issuperset(pairs) and _apart(names, scores, a, b):
                best, lesser = scores[pairs[0]], scores[pairs[1]]
                dropped |= set(pairs) if best - lesser < MARGIN else {pairs[1]}
    return {pair for pair, score in scores.items() if score >= SAME and pair not in dropped}


def _pair(one: int, other: int) -> Pair:
    return min(one, other), max(one, other)


def _actor(names: Sequence[Named], group: Sequence[int], scores: Mapping[Pair, float]) -> Actor:
    inside = set(group)
    found = []
    for (one, other), score in scores.items():
        if score >= UNSURE and (one in inside) != (other in inside):
            mine, theirs = (one, other) if one in inside else (other, one)
            found.append(Maybe(names[theirs], names[mine], score))
    order = sorted((names[n] for n in group), key=rank)
    return Actor(tuple(order), likeliest(found))


def likeliest(found: Iterable[Maybe]) -> tuple[Maybe, ...]:
    """Return each name once, with the one of the actor's own that it is most like."""
    best: dict[tuple[str, ...], Maybe] = {}
    for maybe in sorted(found, key=lambda maybe: (-maybe.points, maybe.like.key)):
        best.setdefault(maybe.name.key, maybe)
    return tuple(sorted(best.values(), key=lambda maybe: (-maybe.points, maybe.name.key)))


def rank(named: Named) -> tuple[object, ...]:
    """Return where a name stands among those of its actor."""
    return named.unnamed, -named.entities, -len(spelled(named.plain)), named.key
