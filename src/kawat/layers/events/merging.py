"""One event per real happening: tellings of the same type, parties, time and status become one.

A telling joins the latest happening that it does not contradict. Parties contradict where both
tellings name some and none is shared; a person stands for the country too (Putin, Rusia).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kawat.layers.events.telling import Telling
from kawat.layers.events.units import Party
from kawat.reading import Status, TimeRef


@dataclass
class Happening:
    """Tellings taken to be of one real happening."""

    tellings: list[Telling] = field(default_factory=list)
    actors: dict[str, None] = field(default_factory=dict)
    recipients: dict[str, None] = field(default_factory=dict)

    @property
    def first(self) -> Telling:
        """The telling that says most: cued, dated, with most parties."""
        return max(
            self.tellings,
            key=lambda t: (len(t.parties) > 0, t.time is not None, len(t.parties), -t.span.start),
        )

    @property
    def status(self) -> Status:
        """The status that is told outright, or else the common one."""
        cued = [t.status for t in self.tellings if t.cued]
        return cued[0] if cued else self.tellings[0].status

    @property
    def time(self) -> TimeRef | None:
        """The finest date told."""
        times = [t.time for t in self.tellings if t.time]
        return max(times, key=lambda t: t.value[:1].isdigit(), default=None)

    @property
    def mode(self) -> str | None:
        """The first mode told."""
        return next((t.entry.mode for t in self.tellings if t.entry.mode), None)

    def add(self, telling: Telling) -> None:
        """Take the telling in, with its parties."""
        self.tellings.append(telling)
        self.actors.update(dict.fromkeys(telling.actors))
        self.recipients.update(dict.fromkeys(p for p in telling.recipients if p not in self.actors))


def merge(tellings: Iterable[Telling], sides: Mapping[str, str]) -> list[Happening]:
    """Return the happenings that the tellings are of, in text order.

    ``sides`` gives the country of an entity, under which a person and a state are one side.
    """
    happenings: list[Happening] = []
    for telling in tellings:
        for happening in reversed(happenings):
            if _same(happening, telling, sides):
                happening.add(telling)
                break
        else:
            new = Happening()
            new.add(telling)
            happenings.append(new)
    return happenings


def _same(happening: Happening, telling: Telling, sides: Mapping[str, str]) -> bool:
    first = happening.tellings[0]
    if first.entry.type != telling.entry.type:
        return False
    if first.entry.type == "ASSAULT" and first.mutual != telling.mutual:
        return False
    if not (_status_fits(happening, telling) and _time_fits(happening, telling)):
        return False
    if happening.mode and telling.entry.mode and happening.mode != telling.entry.mode:
        return False
    if not telling.parties or not (happening.actors or happening.recipients):
        return telling.definite or first.entry.lemma == telling.entry.lemma
    if telling.mutual:
        return _parties_fit(happening, telling.parties, sides)
    return _role_fits(tuple(happening.actors), telling.actors, sides) and _role_fits(
        tuple(happening.recipients), telling.recipients, sides
    )


def _status_fits(happening: Happening, telling: Telling) -> bool:
    cued = {t.status for t in happening.tellings if t.cued}
    if not telling.cued and telling.definite:
        return True
    if not cued and telling.status == "happened":
        return True
    cued = {t.status for t in happening.tellings}
    return telling.status in cued


def _time_fits(happening: Happening, telling: Telling) -> bool:
    one, other = happening.time, telling.time
    if one is None or other is None:
        return True
    a, b = one.value, other.value
    if not (a[:1].isdigit() and b[:1].isdigit()):
        return True
    return a.startswith(b) or b.startswith(a)


def _parties_fit(happening: Happening, parties: Party, sides: Mapping[str, str]) -> bool:
    """Parties of a mutual event fit if those of one telling are among the other's."""
    old = _sides((*happening.actors, *happening.recipients), sides)
    new = _sides(parties, sides)
    return old <= new or new <= old


def _role_fits(old: Party, new: Party, sides: Mapping[str, str]) -> bool:
    """The parties of one role fit if either telling names none, or they share one."""
    return not old or not new or bool(_sides(old, sides) & _sides(new, sides))


def _sides(parties: Iterable[str], sides: Mapping[str, str]) -> set[str]:
    return {sides.get(p, p) for p in parties}
