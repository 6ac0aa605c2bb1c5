"""Where the tellings of one event contradict each other: both sides, each with its words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kawat.record.merge.parties import party_likeness
from kawat.record.telling import Party, Telling


@dataclass(frozen=True, slots=True)
class Side:
    """One version: the value that these tellings give, by their names (``3f2a9c01b4d2.v1``)."""

    value: str
    tellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A field on which the tellings of an event differ: day, duration, place, status or parties."""

    field: str
    sides: tuple[Side, ...]


def disputes_of(tellings: Sequence[Telling]) -> tuple[Dispute, ...]:
    """Return the fields in which tellings of one event contradict each other.

    A value that is only less exact than another (a month and a day in it, a country and a town of
    that name's country, what was planned and then happened) contradicts nothing.
    """
    found = []
    for field, (value_of, agree) in _FIELDS.items():
        sides: list[tuple[str, list[Telling]]] = []
        for telling in tellings:
            value = value_of(telling)
            if value is None:
                continue
            side = next((s for s in sides if agree(s[1][0], telling)), None)
            if side is None:
                sides.append((value, [telling]))
            else:
                side[1].append(telling)
        if len(sides) > 1:
            named = (Side(value, tuple(t.name for t in told)) for value, told in sides)
            found.append(Dispute(field, tuple(named)))
    return tuple(found)


def _same_days(one: Telling, other: Telling) -> bool:
    ours, theirs = one.days, other.days
    return not ours or not theirs or (ours.first <= theirs.last and theirs.first <= ours.last)


def _same_place(one: Telling, other: Telling) -> bool:
    ours, theirs = one.place, other.place
    if not ours or not theirs:
        return True
    words, others = set(ours.key.split()), set(theirs.key.split())
    if words <= others or others <= words:
        return True
    return "country" in (ours.kind, theirs.kind) and ours.country == theirs.country


def _same_status(one: Telling, other: Telling) -> bool:
    return ("negated" in (one.status, other.status)) == (one.status == other.status == "negated")


def _same_sides(one: Telling, other: Telling) -> bool:
    """Tell whether nobody whom the one names is missing from the other and the other way round."""
    return _all_known(one.actors, other.parties) or _all_known(other.actors, one.parties)


def _all_known(ones: Sequence[Party], others: Sequence[Party]) -> bool:
    return all(any(party_likeness(a, b) > 0 for b in others) for a in ones)


_FIELDS: dict[str, tuple[Callable[[Telling], str | None], Callable[[Telling, Telling], bool]]] = {
    "day": (lambda t: t.value if t.dated else None, _same_days),
    "duration": (lambda t: t.duration, lambda a, b: a.duration == b.duration),
    "place": (lambda t: t.place.name if t.place else None, _same_place),
    "status": (lambda t: t.status, _same_status),
    "actors": (lambda t: "; ".join(p.name for p in t.actors) or None, _same_sides),
}
