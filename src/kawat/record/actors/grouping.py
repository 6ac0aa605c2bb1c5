"""From pairs of names that speak for one actor to the actors: the same in whatever order they came.

The strongest pairs are joined first, decided ones last; a pair is not joined where any two names
of the two actors are never of one (:data:`~.features.APART`). A name that could be of two actors
who are not one stays apart from both, unless one of them is likelier by :data:`MARGIN` points.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from kawat.record.actors.features import APART, SAME, UNSURE, points
from kawat.record.actors.named import Named, Seen, gather
from kawat.record.actors.spelling import bones, spelled
from kawat.record.names import name_key

MARGIN = 1.5
"""Points by which one of two actors must be likelier than the other."""

COMMON = 500
"""Names that may have a word in common for it to be worth a look."""

_DECIDED = 100.0

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
    def seen(self) -> tuple[Seen, ...]:
        """Return every entity of an article that is this actor."""
        return tuple(seen for named in self.names for seen in named.seen)


def actors(entities: Iterable[Seen], decided: Decided | None = None) -> list[Actor]:
    """Return the actors of the entities of all articles; the order of these plays no part."""
    names = gather(entities)
    scores = {pair: points(names[pair[0]], names[pair[1]]) for pair in candidates(names)}
    scores.update(_by_decision(names, decided or Decided()))
    groups = _joined(names, scores)
    found = [_actor(names, group, scores) for group in groups]
    return sorted(found, key=lambda actor: (actor.name, actor.names[0].key))


def candidates(names: Sequence[Named]) -> list[Pair]:
    """Return the pairs that are worth a look: they have a word or a curated entry in common.

    A word of more than :data:`COMMON` names (``Muhammad``) is no sign. People told without a name
    are compared only where their office tells who they are.
    """
    found: dict[str, list[int]] = defaultdict(list)
    for n, named in enumerate(names):
        signs = {f"={named.identity}"} if named.identity else set()
        if named.kind == "person":
            words = () if named.unnamed else spelled(named.name)
            signs |= {bones(word) if len(bones(word)) > 1 else word for word in words}
        else:
            signs.add(" ".join(spelled(named.name)))
        for sign in signs:
            found[sign].append(n)
    telling = (some for some in found.values() if len(some) <= COMMON)
    return sorted({pair for some in telling for pair in combinations(some, 2)})


def _by_decision(names: Sequence[Named], decided: Decided) -> dict[Pair, float]:
    """Return the pairs that an analyst joined or parted, with points above all others."""
    named: dict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(names):
        named[name_key(name.name)].append(n)
    pairs: dict[Pair, float] = {}
    for keys, score in ((decided.same, _DECIDED), (decided.apart, -_DECIDED)):
        for one, other in (sorted(both) for both in keys):
            for a in named.get(one, ()):
                for b in named.get(other, ()):
                    if names[a].kind == names[b].kind:
                        pairs[min(a, b), max(a, b)] = score
    return pairs


def _joined(names: Sequence[Named], scores: Mapping[Pair, float]) -> list[list[int]]:
    group = {n: [n] for n in range(len(names))}
    links = _links(names, scores)
    for pair in sorted(links, key=lambda pair: (scores[pair] == _DECIDED, -scores[pair], pair)):
        ours, theirs = group[pair[0]], group[pair[1]]
        apart = any(_apart(names, scores, a, b) for a in ours for b in theirs)
        if ours is theirs or (apart and scores[pair] < _DECIDED):
            continue
        ours.extend(theirs)
        for n in theirs:
            group[n] = ours
    return [members for n, members in group.items() if members[0] == n]


def _apart(names: Sequence[Named], scores: Mapping[Pair, float], one: int, other: int) -> bool:
    """Tell whether two names are never of one actor; pairs of no word in common are looked at."""
    pair = (min(one, other), max(one, other))
    score = scores[pair] if pair in scores else points(names[pair[0]], names[pair[1]])
    return score <= APART


def _links(names: Sequence[Named], scores: Mapping[Pair, float]) -> set[Pair]:
    """Return the pairs to join: without those of a name between two actors that are not one."""
    partners: dict[int, list[int]] = defaultdict(list)
    for (one, other), score in scores.items():
        if SAME <= score < _DECIDED:
            partners[one].append(other)
            partners[other].append(one)
    dropped: set[Pair] = set()
    for n, others in partners.items():
        for a, b in combinations(others, 2):
            if _apart(names, scores, a, b):
                pairs = [(min(n, other), max(n, other)) for other in (a, b)]
                best = max(scores[pair] for pair in pairs)
                close = abs(scores[pairs[0]] - scores[pairs[1]]) < MARGIN
                dropped |= {pair for pair in pairs if close or scores[pair] < best}
    return {pair for pair, score in scores.items() if score >= SAME and pair not in dropped}


def _actor(names: Sequence[Named], group: Sequence[int], scores: Mapping[Pair, float]) -> Actor:
    inside = set(group)
    best: dict[int, Maybe] = {}
    for (one, other), score in scores.items():
        if score < UNSURE or (one in inside) == (other in inside):
            continue
        mine, theirs = (one, other) if one in inside else (other, one)
        if theirs not in best or score > best[theirs].points:
            best[theirs] = Maybe(names[theirs], names[mine], score)
    order = sorted(group, key=lambda n: _rank(names[n]))
    unsure = sorted(best.values(), key=lambda maybe: (-maybe.points, maybe.name.key))
    return Actor(tuple(names[n] for n in order), tuple(unsure))


def _rank(named: Named) -> tuple[object, ...]:
    return named.unnamed, -len(named.seen), -len(spelled(named.name)), named.key
