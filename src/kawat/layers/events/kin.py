"""Which parties of an article may be one side: a state, its leaders and its bodies."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.reading import Entity


class Kin:
    """Which entities may stand for one another: a state for its leader, body or capital."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        known = tuple(entities)
        self._country = {e.id: e.country for e in known if e.country}
        self._states = {e.id for e in known if e.kind == "country"}

    def akin(self, one: str, other: str) -> bool:
        """Tell whether two entities are one side: the same, or a state and one of its own."""
        if one == other:
            return True
        home = self._country.get(one)
        return (
            home is not None
            and home == self._country.get(other)
            and (one in self._states or other in self._states)
        )

    def speaks_for(self, speakers: Iterable[str], actors: Iterable[str]) -> bool:
        """Tell whether a speaker is an actor, or of the same country: a spokesman, an adviser."""
        homes = {self._country.get(a, a) for a in actors}
        return any(self._country.get(s, s) in homes for s in speakers)

    def share(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Tell whether any of one is akin to any of the other."""
        rest = tuple(others)
        return any(self.akin(a, b) for a in some for b in rest)

    def within(self, some: Iterable[str], others: Iterable[str]) -> bool:
        """Tell whether all of one are akin to one of the other."""
        rest = tuple(others)
        return all(any(self.akin(a, b) for b in rest) for a in some)
