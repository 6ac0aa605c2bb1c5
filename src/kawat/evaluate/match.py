"""How a found record is held against a gold one, for each layer.

The rules are those of the project's scorer for ``kawat/reading/1``: greedy one-to-one pairing
in text order, spans compared by overlap, exact edges, or intersection over union.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from typing import TypeVar

from kawat.reading import Entity, Event, Figure, Reading, Span, Statement

T = TypeVar("T")


def pair(gold: Iterable[T], found: Iterable[T], same: Callable[[T, T], bool]) -> list[tuple[T, T]]:
    """Pair each gold record with the first unpaired found one that is the same."""
    left = list(found)
    pairs = []
    for g in gold:
        for n, f in enumerate(left):
            if same(g, f):
                pairs.append((g, left.pop(n)))
                break
    return pairs


def intersection_over_union(a: Span, b: Span) -> float:
    """Return the shared share of two spans, 0.0 to 1.0."""
    if not a.overlaps(b):
        return 0.0
    return (min(a.end, b.end) - max(a.start, b.start)) / (max(a.end, b.end) - min(a.start, b.start))


def share_a_mention(a: Entity, b: Entity) -> bool:
    """Two entities are the same party when a mention of one overlaps a mention of the other."""
    return any(x.overlaps(y) for x in a.mentions for y in b.mentions)


def same_value(a: str | None, b: str | None) -> bool:
    """TIMEX3 values agree when equal, or when the shorter is the start of the longer."""
    if not a or not b:
        return False
    return a == b or (min(len(a), len(b)) >= 4 and (a.startswith(b) or b.startswith(a)))


def number(figure: Figure) -> tuple[float | None, float | None, float | None]:
    """Return what a figure counts: its value, or else its low and high bound."""
    if figure.value is not None:
        return figure.value, None, None
    return None, figure.low, figure.high


class Parties:
    """The entities of a reading by id, for comparing speakers and event arguments."""

    def __init__(self, reading: Reading) -> None:
        self.by_id = {e.id: e for e in reading.entities}

    def speakers(self, statement: Statement) -> list[Entity]:
        """Return who says it."""
        return [self.by_id[e] for e in statement.speakers]

    def arguments(self, event: Event) -> list[tuple[str, Entity]]:
        """Return the event's actors and recipients with their role."""
        roles = (("actor", event.actors), ("recipient", event.recipients))
        return [(role, self.by_id[e]) for role, ids in roles for e in ids]


def same_speakers(gold: list[Entity], found: list[Entity]) -> bool:
    """Every gold speaker is found, and no more speakers than gold has."""
    if not gold or not found:
        return not gold and not found
    every = all(any(share_a_mention(g, f) for f in found) for g in gold)
    return every and len(found) <= len(gold)


def shared_arguments(gold: list[tuple[str, Entity]], found: list[tuple[str, Entity]]) -> int:
    """Count the (role, party) pairs that both have."""
    return len(pair(gold, found, lambda g, f: g[0] == f[0] and share_a_mention(g[1], f[1])))


class Lines:
    """Rough sentences for events: a line, or up to a closing mark before a break or a quote."""

    def __init__(self, text: str) -> None:
        self.ends = [
            n + 1
            for n, c in enumerate(text)
            if c == "\n" or (c in ".!?" and text[n + 1 : n + 2] in ("", " ", "\n", '"', "”"))
        ]

    def of(self, event: Event) -> set[int]:
        """Return the numbers of the sentences that hold the event's triggers."""
        return {bisect_right(self.ends, t.start) for t in event.triggers}


def pair_events(text: str, gold: Reading, found: Reading) -> list[tuple[Event, Event, int]]:
    """Pair events of one type with a trigger in one sentence, most shared arguments first."""
    lines, ours, theirs = Lines(text), Parties(gold), Parties(found)
    candidates = sorted(
        (-shared_arguments(ours.arguments(g), theirs.arguments(f)), i, j)
        for i, g in enumerate(gold.events)
        for j, f in enumerate(found.events)
        if g.type == f.type and lines.of(g) & lines.of(f)
    )
    pairs, used_gold, used_found = [], set(), set()
    for minus_shared, i, j in candidates:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((gold.events[i], found.events[j], -minus_shared))
    return pairs
