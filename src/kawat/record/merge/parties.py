"""How far two parties are the same: a name spelled otherwise, a state and those who act for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from kawat.record.names import name_key
from kawat.record.telling import Party

_ACTS_FOR_STATE = frozenset({"GOV", "MIL", "SPY", "LEG", "COP"})
_VOWELS = str.maketrans("", "", "aeiouwyh")
_SPELLED_ALIKE = 0.9


@lru_cache(maxsize=200_000)
def party_likeness(one: Party, other: Party) -> float:
    """Return from 0 (others) to 1 (the same) how far two parties are one.

    Names spelled otherwise are one; a state, its seat, its army and its office-holders stand for
    each other in part; two people of different names are never one.
    """
    if one.key == other.key:
        return 1.0
    if one.kind == "person" and other.kind == "person":
        return 0.9 if _same_name(one.name, other.name) else 0.0
    if one.country and one.country == other.country:
        return min(_stands_for_state(one), _stands_for_state(other))
    if one.kind == other.kind and one.kind != "country" and _same_name(one.name, other.name):
        return 0.8
    return 0.0


def likeness(ones: Sequence[Party], others: Sequence[Party]) -> float:
    """Return how far two groups are the same: the mean of each one's best match, both ways."""
    if not ones or not others:
        return 0.0
    best = [max(party_likeness(one, other) for other in others) for one in ones]
    back = [max(party_likeness(one, other) for one in ones) for other in others]
    return (sum(best) + sum(back)) / (len(best) + len(back))


def _stands_for_state(party: Party) -> float:
    if party.kind == "country":
        return 1.0
    if party.sector in _ACTS_FOR_STATE:
        return 0.8 if party.kind == "person" else 0.9
    return 0.3


@lru_cache(maxsize=100_000)
def _same_name(one: str, other: str) -> bool:
    """Tell whether two names are one: a part of the other, or each word spelled alike."""
    words = (name_key(one).split(), name_key(other).split())
    ours, theirs = sorted(words, key=lambda name: (len(name), name))
    if not ours:
        return False
    left = list(theirs)
    for word in ours:
        match = next((w for w in left if _same_word(word, w)), None)
        if match is None:
            return False
        left.remove(match)
    return len(ours) > 1 or ours[0] in (theirs[0], theirs[-1])


def _same_word(one: str, other: str) -> bool:
    """Tell whether two words are one in another spelling: ``Awda`` and ``Odeh``."""
    if one == other:
        return True
    if min(len(one), len(other)) < 3:
        return False
    if JaroWinkler.similarity(one, other) >= _SPELLED_ALIKE:
        return True
    return _consonants(one) == _consonants(other)


def _consonants(word: str) -> str:
    """Return the consonants that transliterations agree on, doubled ones once."""
    kept = word.translate(_VOWELS).replace("q", "k")
    return "".join(c for n, c in enumerate(kept) if n == 0 or kept[n - 1] != c)
