"""What speaks for and against two names being of one actor, each with its weight.

Every feature gives a value from -1 (against) to 1 (for), or ``None`` where the names say nothing
on it; its points are the value times the weight. Different countries count five times against
what is no person. The docstring of a feature is what
``kawat who`` prints. The manner is that of :mod:`kawat.record.merge.features`.
"""

from __future__ import annotations

from collections.abc import Callable

from rapidfuzz import fuzz

from kawat.record.actors.named import Named
from kawat.record.actors.spelling import differ, fit, spelled
from kawat.record.merge.features import Reason

Feature = Callable[[Named, Named], float | None]


def different_kinds(one: Named, other: Named) -> float | None:
    """One is a person, country, body, place or group, and the other is none of that kind."""
    return -1.0 if one.kind != other.kind else None


def same_entry(one: Named, other: Named) -> float | None:
    """The entry of the curated lists that has the name, or held the office named on that day."""
    if not one.identity or not other.identity:
        return None
    return 1.0 if one.identity == other.identity else -1.0


def same_name(one: Named, other: Named) -> float | None:
    """The names are the same, accents and spellings of one sound apart."""
    if one.unnamed or other.unnamed or spelled(one.plain) != spelled(other.plain):
        return None
    return 1.0 if len(spelled(one.plain)) > 1 else 0.7


def names_alike(one: Named, other: Named) -> float | None:
    """Every word of either name is one of the other in another spelling (rapidfuzz)."""
    fits = fit(one.plain, other.plain)
    same = spelled(one.plain) == spelled(other.plain)
    if not _told_by_name(one, other) or same or not fits.whole or fits.initials or not fits.alike:
        return None
    return sum(fits.alike) / len(fits.alike)


def surname_and_initial(one: Named, other: Named) -> float | None:
    """The surname is the same, and what one gives as an initial begins the other's name."""
    fits = fit(one.plain, other.plain)
    if not _told_by_name(one, other) or fits.differs or not fits.initials:
        return None
    short = one if fits.ours else other if fits.theirs else None
    if short and any(len(word) == 1 for word in spelled(short.plain)):
        return None
    return 1.0 if max(fits.alike) == 1.0 else None


def part_of_name(one: Named, other: Named) -> float | None:
    """One name is a part of the other; a surname alone says half as much."""
    fits = fit(one.plain, other.plain)
    if not _told_by_name(one, other) or fits.whole or fits.differs or fits.initials:
        return None
    if not fits.alike or min(fits.alike) < 1.0:
        return None
    return 1.0 if len(fits.alike) > 1 else 0.5


def different_names(one: Named, other: Named) -> float | None:
    """Each has a given name, surname or initial that the other has not."""
    if not _told_by_name(one, other):
        return None
    return -1.0 if fit(one.plain, other.plain).differs else None


def same_country(one: Named, other: Named) -> float | None:
    """Their countries."""
    if not one.country or not other.country:
        return None
    if one.country == other.country:
        return 1.0
    return -1.0 if one.kind == other.kind == "person" else -5.0


def same_role(one: Named, other: Named) -> float | None:
    """The roles printed with them, short forms written out (rapidfuzz)."""
    ratios = [fuzz.token_set_ratio(a, b) for a in one.roles for b in other.roles]
    return max(0.0, max(ratios) / 50 - 1) if ratios else None


def in_office(one: Named, other: Named) -> float | None:
    """The table of offices has the one in the role that is printed with the other on that day."""
    known = one.identity or other.identity
    if not known or (one.identity and other.identity):
        return None
    held = other.held if one.identity else one.held
    return 1.0 if known in held else None


def _told_by_name(one: Named, other: Named) -> bool:
    """Tell whether the likeness of names counts: people with names, not both in the lists.

    The lists know that ``Gus Dur`` is Abdurrahman Wahid, and that Li Qiang is not Li Keqiang.
    """
    people = one.kind == other.kind == "person" and not one.unnamed and not other.unnamed
    return people and not (one.identity and other.identity)


WEIGHTS: tuple[tuple[Feature, float], ...] = (
    (different_kinds, 20.0),
    (same_entry, 10.0),
    (same_name, 6.0),
    (names_alike, 4.0),
    (surname_and_initial, 4.0),
    (part_of_name, 5.0),
    (different_names, 8.0),
    (same_country, 2.0),
    (same_role, 2.0),
    (in_office, 3.0),
)

SAME = 6.0
"""Points from which two names are of one actor."""

UNSURE = 3.5
"""Points from which a person should look."""

APART = -4.0
"""Points from which down two names are never of one actor, whoever else is."""


def compare(one: Named, other: Named) -> tuple[Reason, ...]:
    """Return what speaks for and against the two being of one actor."""
    found = ((feature, weight, feature(one, other)) for feature, weight in WEIGHTS)
    return tuple(
        Reason(feature.__name__, feature.__doc__ or "", round(weight * value, 2))
        for feature, weight, value in found
        if value is not None
    )


def are_comparable(one: Named, other: Named) -> bool:
    """Tell whether the two could be of one actor at all; what costs little is looked at here."""
    if one.kind != other.kind:
        return False
    return not (_told_by_name(one, other) and differ(one.plain, other.plain))


def points(one: Named, other: Named) -> float:
    """Return how much speaks for the two being of one actor, all in all."""
    total = sum(weight * (feature(one, other) or 0.0) for feature, weight in WEIGHTS)
    return round(total, 2)
