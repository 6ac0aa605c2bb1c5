"""From pairs that speak for one event to the events: the same whatever order they came in.

Articles are settled in the order of their publication (then of their ids). A telling joins the
event of an earlier telling, or begins one of its own; so what an article's tellings are of hangs
on earlier articles alone, and a new article moves only what comes after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from kawat.record.merge.features import SAME
from kawat.record.telling import Place, Telling

Order = tuple[date, str, int, str]
"""Where a telling stands among all: by publication day, article id, and place in its reading."""


def order_of(published: date | None, article: str, telling: str) -> Order:
    """Return the order of a telling; without a publication day it comes last."""
    return published or date.max, article, len(telling), telling


def in_order(tellings: Iterable[Telling]) -> list[Telling]:
    """Return tellings in their order; the first of an event names it."""
    return sorted(
        tellings,
        key=lambda t: order_of(t.published.first if t.published else None, t.article, t.id),
    )


@dataclass(frozen=True)
class Standing:
    """The decisions that stand: for each telling, what it was merged with and parted from."""

    same: Mapping[Place, frozenset[Place]] = field(default_factory=dict)
    apart: Mapping[Place, frozenset[Place]] = field(default_factory=dict)
    rejected: frozenset[Place] = frozenset()
    corrections: Mapping[Place, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    """telling → fields and values of the event that it is of, the last decision last"""


def settle(
    tellings: Sequence[Place],
    links: Mapping[Place, Mapping[Place, float]],
    events: Mapping[Place, Place],
    order: Mapping[Place, Order],
    stands: Standing,
) -> dict[Place, Place]:
    """Return the first telling of the event that each telling of one article is of.

    ``links`` are each telling's, with their points; ``events`` gives the first telling of the
    event of every telling of earlier articles, and of no others. A telling joins the event with
    which it has the strongest link of :data:`SAME` points, if it is linked to the first telling
    of that event too. An article tells an event once: its strongest pair comes first. Decisions
    stand above all that.
    """
    found: dict[Place, Place] = {}
    pairs = [
        (-score, order[telling], order[events[other]], telling, events[other])
        for telling in tellings
        for other, score in links.get(telling, {}).items()
        if score >= SAME
        and other in events
        and _may_join(telling, other, events, links[telling], stands)
    ]
    for *_, telling, event in sorted(pairs):
        if telling not in found and event not in found.values():
            found[telling] = event
    for telling in sorted(tellings, key=lambda place: order[place]):
        partner = _partner(telling, {**events, **found}, order, stands)
        found[telling] = partner or found.get(telling, telling)
    return found


def _may_join(
    telling: Place,
    other: Place,
    events: Mapping[Place, Place],
    links: Mapping[Place, float],
    stands: Standing,
) -> bool:
    event = events[other]
    if event != other and event not in links:
        return False
    if telling in stands.rejected or other in stands.rejected:
        return False
    return all(events.get(parted) != event for parted in stands.apart.get(telling, ()))


def _partner(
    telling: Place,
    events: Mapping[Place, Place],
    order: Mapping[Place, Order],
    stands: Standing,
) -> Place | None:
    """Return the event of the first telling that this one was merged with, if any is earlier."""
    merged = [
        other
        for other in stands.same.get(telling, ())
        if other in events and order[other] < order[telling] and other not in stands.rejected
    ]
    if not merged or telling in stands.rejected:
        return None
    return events[min(merged, key=lambda place: order[place])]
