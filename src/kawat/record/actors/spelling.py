"""How far two names are the same words: spellings folded, initials and missing words told apart.

The letters that are folded are those that romanisations of Russian, Arabic and Turkish names and
the Indonesian spellings before 1972 write in more than one way (BGN/PCGN and EYD tables).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import JaroWinkler

from kawat.record.names import name_key

_ONE_SOUND = (
    ("oe", "u"), ("ou", "u"), ("oo", "u"), ("dj", "j"), ("tj", "c"), ("ph", "f"), ("ck", "k"),
    ("q", "k"), ("ee", "i"), ("iy", "i"), ("yi", "i"), ("y", "i"), ("ij", "i"), ("w", "v"),
)  # fmt: skip
_VOWELS = str.maketrans("", "", "aeiouvh")
_CLOSE = 0.9
_ARTICLES = frozenset({"al", "el"})


@lru_cache(maxsize=200_000)
def spelled(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: ``Shoygu`` and ``Shoigu`` are one.

    Case, accents and the Arabic article are left out.
    """
    words = name_key(name).split()
    named = [word for word in words if word not in _ARTICLES] or words
    return tuple(_sound(word) for word in named)


@lru_cache(maxsize=200_000)
def bones(word: str) -> str:
    """Return the consonants of a word of :func:`spelled`, on which transliterations agree."""
    return word.translate(_VOWELS)


def _sound(word: str) -> str:
    for written, sound in _ONE_SOUND:
        word = word.replace(written, sound)
    return "".join(c for n, c in enumerate(word) if n == 0 or word[n - 1] != c)


@dataclass(frozen=True, slots=True)
class Fit:
    """How the words of two names fit: how alike the pairs are, and the words that have none."""

    alike: tuple[float, ...]
    initials: int
    """pairs of an initial and the word that it may stand for"""
    ours: tuple[str, ...]
    theirs: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Tell whether each has a word that the other has not, or their initials differ."""
        spare = (*self.ours, *self.theirs)
        beside_initial = self.initials + self.alike.count(_INITIALS_AGREE)
        return bool(self.ours and self.theirs) or bool(
            beside_initial and any(len(word) == 1 for word in spare)
        )

    @property
    def whole(self) -> bool:
        """Tell whether no word of either is left."""
        return not self.ours and not self.theirs


_INITIALS_AGREE = 0.99
"""Likeness of two initials that are one letter: as good as a word, and told apart from it."""


@lru_cache(maxsize=200_000)
def fit(one: str, other: str) -> Fit:
    """Return how the words of two names fit, the best pairs first."""
    ours, theirs = list(spelled(one)), list(spelled(other))
    pairs = sorted(
        (-likeness, abs(i - j), i, j)
        for i, a in enumerate(ours)
        for j, b in enumerate(theirs)
        if (likeness := _likeness(a, b))
    )
    used: tuple[set[int], set[int]] = set(), set()
    alike, initials = [], 0
    for negative, _, i, j in pairs:
        if i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        initials += (len(ours[i]) == 1) != (len(theirs[j]) == 1)
        alike.append(-negative)
    return Fit(
        tuple(alike),
        initials,
        tuple(word for n, word in enumerate(ours) if n not in used[0]),
        tuple(word for n, word in enumerate(theirs) if n not in used[1]),
    )


def differ(one: str, other: str) -> bool:
    """Tell in little time what most often makes two names differ: words that fit none at all."""
    ours, theirs = spelled(one), spelled(other)
    left = [word for word in ours if word not in theirs]
    right = [word for word in theirs if word not in ours]
    return bool(left and right) and not any(_likeness(a, b) for a in left for b in right)


def _likeness(one: str, other: str) -> float:
    """Return how alike two words are: 1 the same, 0.8 nearly, 0.5 in consonants or an initial."""
    if one == other:
        return 1.0 if len(one) > 1 else _INITIALS_AGREE
    if min(len(one), len(other)) == 1:
        return 0.5 if one[0] == other[0] else 0.0
    if min(len(one), len(other)) < 3:
        return 0.0
    if JaroWinkler.similarity(one, other) >= _CLOSE:
        return 0.8
    return 0.5 if bones(one) and bones(one) == bones(other) else 0.0
