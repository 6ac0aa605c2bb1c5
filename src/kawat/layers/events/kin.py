"""Which parties of an article may be one side: a state, its leaders and its bodies."""

from __future__ import annotations

from collections.abc import Iterable

from kawat.reading import Entity

_ACTING = frozenset({"GOV", "MIL", "LEG", None})
"""sectors whose deeds are their state's"""
_NAMED_BY_NOUN = frozenset({"group", "organization"})


class Kin:
    """Which entities may stand for one another: a state for its leader, body or capital."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        known = tuple(entities)
        self._country = {e.id: e.country for e in known if e.country}
        self._states = {e.id for e in known if e.kind == "country"}
        self._entities = {e.id: e for e in known}

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

    def one_side(self, one: str, other: str) -> bool:
        """Tell whether two entities do the same deed: akin, or both of one government or force.

        A group told shorter the second time is the same: ``warga AS`` and ``warga``.
        """
        if self.akin(one, other):
            return True
        a, b = self._entities.get(one), self._entities.get(other)
        if a is None or b is None or a.country != b.country:
            return False
        named = a.kind == b.kind and a.kind in _NAMED_BY_NOUN and _noun(a) == _noun(b)
        return named or _acts(a, b)

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


def _noun(entity: Entity) -> str:
    """Return the noun that a group is named by: ``warga`` of ``warga sipil``."""
    return entity.name.lower().split()[0]


def _acts(one: Entity, other: Entity) -> bool:
    """Tell whether a state acts by both: its seat, its army, its minister; two people are two."""
    kinds = {one.kind, other.kind}
    return (
        one.country is not None
        and kinds != {"person"}
        and "group" not in kinds
        and {one.sector, other.sector} <= _ACTING
    )
