"""From pairs that speak for one event to the events: the same whatever order they came in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kawat.record.merge.features import SAME, UNSURE, points
from kawat.record.telling import Telling

Key = tuple[str, str]
"""What names a telling in every record: the article's id and the event's in its reading."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings and the points that speak for their being of one event."""

    one: Key
    other: Key
    points: float


@dataclass(frozen=True, slots=True)
class Decided:
    """What analysts decided: pairs that are of one event, and pairs that are not."""

    same: frozenset[tuple[Key, Key]] = field(default_factory=frozenset)
    apart: frozenset[tuple[Key, Key]] = field(default_factory=frozenset)

    def parts(self, ones: Iterable[Key], others: Iterable[Key]) -> bool:
        """Tell whether it was decided that the two groups are not of one event."""
        if not self.apart:
            return False
        theirs = set(others)
        return any(
            (one, other) in self.apart or (other, one) in self.apart
            for one in ones
            for other in theirs
        )


def first_of(tellings: Iterable[Telling]) -> Telling:
    """Return the telling that stands for an event: the first published, then the first by id."""
    return min(tellings, key=_order)


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """Return tellings in the order in which they were published; the first names the event."""
    return sorted(tellings, key=_order)


def _order(telling: Telling) -> tuple[date, str, int, str]:
    day = telling.published.first if telling.published else date.max
    return day, telling.article, len(telling.id), telling.id


def clusters(
    tellings: Mapping[Key, Telling], links: Iterable[Link], decided: Decided | None = None
) -> list[list[Telling]]:
    """Return the events, each as its tellings in order.

    Decisions come first. Then the pairs of :data:`SAME` points or more, the strongest first: two
    events become one unless they have an article in common (an article tells an event once), it
    was decided that they are apart, or their first tellings do not even make :data:`UNSURE`.
    """
    decided = decided or Decided()
    groups = _Groups(tellings)
    for one, other in sorted(decided.same):
        if one in tellings and other in tellings:
            groups.join(one, other)
    strong = (link for link in links if link.points >= SAME)
    for link in sorted(strong, key=lambda link: (-link.points, link.one, link.other)):
        ones, others = groups.of(link.one), groups.of(link.other)
        if ones is others or {t.article for t in ones} & {t.article for t in others}:
            continue
        if decided.parts((t.key for t in ones), (t.key for t in others)):
            continue
        if points(first_of(ones), first_of(others)) >= UNSURE:
            groups.join(link.one, link.other)
    return sorted((in_order(group) for group in groups.all()), key=lambda g: _order(g[0]))


class _Groups:
    """Sets of tellings that only ever grow together."""

    def __init__(self, tellings: Mapping[Key, Telling]) -> None:
        self._of = {key: [telling] for key, telling in tellings.items()}

    def of(self, key: Key) -> list[Telling]:
        return self._of[key]

    def join(self, one: Key, other: Key) -> None:
        ones, others = self._of[one], self._of[other]
        if ones is others:
            return
        ones.extend(others)
        for telling in others:
            self._of[telling.key] = ones

    def all(self) -> list[list[Telling]]:
        return list({id(group): group for group in self._of.values()}.values())
