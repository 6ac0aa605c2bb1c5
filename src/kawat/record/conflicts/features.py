"""What speaks for something in an article being about a conflict, each with its weight.

Every feature gives a value, and its points are the value times the weight. The docstring of a
feature is what a user is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kawat.lexicon.conflicts import Conflict
from kawat.record.conflicts.evidence import Evidence


@dataclass(frozen=True, slots=True)
class Matter:
    """What is looked at: the conflict, what its passage has for it, and the article around it.

    ``force`` tells whether force, or its end, is in the words or the act; ``share`` is how far
    the article as a whole is about the conflict, 0 to 1.
    """

    conflict: Conflict
    has: Evidence
    force: bool
    share: float
    day: date | None


def named(matter: Matter) -> float:
    """its sentence names the conflict"""
    return 1.0 if matter.has.named else 0.0


def between_sides(matter: Matter) -> float:
    """parties of two sides are in it; one and a backer of the other count half, where more is"""
    parties, backers = matter.has.parties, matter.has.backers
    if len(parties) > 1:
        return 1.0
    more = matter.has.specific or matter.has.country or matter.share
    return 0.5 if parties and backers - parties and more else 0.0


def fought_there(matter: Matter) -> float:
    """it is where the conflict is fought"""
    return 1.0 if matter.has.place or matter.has.country else 0.0


def a_party(matter: Matter) -> float:
    """a party is in it, or such as back two sides; one that backs a side alone counts half"""
    if matter.has.parties or len(matter.has.backers) > 1:
        return 1.0
    return 0.5 if matter.has.backers else 0.0


def of_its_matter(matter: Matter) -> float:
    """it has a word of the conflict's matter"""
    return 1.0 if matter.has.words else 0.0


def of_force(matter: Matter) -> float:
    """it is of force, or of its end"""
    return 1.0 if matter.force else 0.0


def in_its_article(matter: Matter) -> float:
    """the article around it is about the conflict"""
    return matter.share


def out_of_its_time(matter: Matter) -> float:
    """it is of a day on which the conflict had not begun, or was over"""
    return 1.0 if matter.day and not matter.conflict.goes_on(matter.day) else 0.0


WEIGHTS: tuple[tuple[Callable[[Matter], float], float], ...] = (
    (named, 5.0),
    (between_sides, 4.0),
    (fought_there, 2.5),
    (a_party, 1.5),
    (of_its_matter, 2.0),
    (of_force, 1.0),
    (in_its_article, 3.0),
    (out_of_its_time, -20.0),
)

ABOUT = 4.0
"""Points from which it is about the conflict."""


def points(matter: Matter) -> float:
    """Return how much speaks for it, all in all; 0 where what the conflict needs is not there."""
    if not _has_needed(matter):
        return 0.0
    return round(sum(weight * feature(matter) for feature, weight in WEIGHTS), 2)


def _has_needed(matter: Matter) -> bool:
    has, needs = matter.has, matter.conflict.needs
    if not needs or matter.share >= 0.5:
        return True
    return has.specific if needs == "places" else has.named or has.words
