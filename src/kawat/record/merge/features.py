"""What speaks for and against two tellings being of one event, each with its weight.

Every feature gives a value from -1 (against) to 1 (for), or ``None`` where the tellings say
nothing on it; its points are the value times the weight. Wholly different actors or recipients
count twice against. The docstring of a feature is what a
user is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kawat.record.days import Days
from kawat.record.merge.parties import likeness, party_likeness
from kawat.record.telling import Party, Telling

NEAR = 3
"""Days that may lie between two tellings of one event that do not both date it."""

_SOMEONE = 0.25
"""Likeness below which two sides have nobody in common."""

_MUTUAL = frozenset({"CONSULT", "COOPERATE"})
"""Types in which nobody does it to another: all parties are looked at together."""


def when(one: Telling, other: Telling) -> float | None:
    """the same day, or days that may be the same"""
    if one.days is None or other.days is None:
        return None
    apart = _days_apart(one.days, other.days)
    if one.dated and other.dated:
        if apart == 0:
            return 1.0 if one.days.one and other.days.one else 0.4
        return 0.2 if apart == 1 and one.days.one and other.days.one else -1.0
    if apart > NEAR:
        return -1.0
    if not (one.days.one and other.days.one):
        return 0.0
    if one.dated != other.dated:
        return 0.3 if apart <= 2 else -0.5
    return (0.4, 0.1)[apart] if apart <= 1 else -0.3


def who(one: Telling, other: Telling) -> float | None:
    """the same actors"""
    if one.type in _MUTUAL:
        return _sides(one.parties, other.parties)
    return _sides(one.actors, other.actors)


def whom(one: Telling, other: Telling) -> float | None:
    """the same recipients; of a meeting or call, which has none, the same parties again"""
    if one.type == "CONSULT":
        both_name_two = min(len(one.parties), len(other.parties)) > 1
        return _sides(one.parties, other.parties) if both_name_two else None
    return _sides(one.recipients, other.recipients)


def where(one: Telling, other: Telling) -> float | None:
    """the same place"""
    if one.place is None or other.place is None:
        return None
    ours, theirs = set(one.place.key.split()), set(other.place.key.split())
    if ours <= theirs or theirs <= ours:
        return 1.0
    if "country" in (one.place.kind, other.place.kind):
        return 0.3 if one.place.country == other.place.country else -1.0
    return -1.0 if party_likeness(one.place, other.place) < 0.5 else 0.5


def how(one: Telling, other: Telling) -> float | None:
    """the same mode of the same type"""
    if one.mode is None or other.mode is None:
        return None
    return 1.0 if one.mode == other.mode else -1.0


def what_became(one: Telling, other: Telling) -> float | None:
    """the same status; what was planned may have happened since"""
    if one.status == other.status:
        return 0.5
    return 0.0 if {one.status, other.status} == {"planned", "happened"} else -1.0


def in_which_words(one: Telling, other: Telling) -> float | None:
    """told in the same words"""
    smaller = min(len(one.content), len(other.content))
    if smaller < 3:
        return None
    return min(1.0, 1.5 * len(one.content & other.content) / smaller)


def by_which_trigger(one: Telling, other: Telling) -> float | None:
    """named by the same word"""
    return 1.0 if one.trigger.casefold() == other.trigger.casefold() else None


def _sides(ones: tuple[Party, ...], others: tuple[Party, ...]) -> float | None:
    if not ones or not others:
        return None
    alike = likeness(ones, others)
    return 2 * alike - 1 if alike >= _SOMEONE else -2.0


def _days_apart(one: Days, other: Days) -> int:
    """Return how many days lie between, 0 where the two share one."""
    return max(0, (other.first - one.last).days, (one.first - other.last).days)


WEIGHTS: tuple[tuple[Callable[[Telling, Telling], float | None], float], ...] = (
    (when, 3.0),
    (who, 2.0),
    (whom, 2.0),
    (where, 1.5),
    (how, 1.0),
    (what_became, 1.0),
    (by_which_trigger, 0.5),
    (in_which_words, 3.0),
)

_WORDS = (by_which_trigger, in_which_words)
"""Features that look at the texts; they never speak against."""

SAME = 7.0
"""Points from which two tellings are of one event. The sum of all weights is 14."""

UNSURE = 5.5
"""Points from which a person should look."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature's part in a comparison: its name, what it looks at, and its points."""

    name: str
    means: str
    points: float


def could_be_one(one: Telling, other: Telling) -> bool:
    """Tell whether the two may reach :data:`UNSURE`, whatever their words are.

    It asks for no word of the texts, so that most candidates' texts are never unpacked.
    """
    known = sum(w * (feature(one, other) or 0.0) for feature, w in WEIGHTS if feature not in _WORDS)
    return round(known + sum(w for feature, w in WEIGHTS if feature in _WORDS), 2) >= UNSURE


def points(one: Telling, other: Telling) -> float:
    """Return how much speaks for the two being of one event, all in all.

    Cheap features come first: where the words can't tip it any more, they are not looked at.
    """
    total = 0.0
    for feature, weight in WEIGHTS:
        if feature is in_which_words and total + weight < UNSURE:
            break
        total += weight * (feature(one, other) or 0.0)
    return round(total, 2)


def compare(one: Telling, other: Telling) -> tuple[Reason, ...]:
    """Return what speaks for and against the two being of one event."""
    found = ((feature, weight, feature(one, other)) for feature, weight in WEIGHTS)
    return tuple(
        Reason(feature.__name__, feature.__doc__ or "", round(weight * value, 2))
        for feature, weight, value in found
        if value is not None
    )
