"""A text as its words are compared with the lexicon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# words that lost the space at a link (`PresidenMacron`); sought by the capital, which is rare
_GLUED = re.compile(r"[A-Z](?<=[a-z].)")
_WORD = re.compile(r"[^\W_]+")


@lru_cache(maxsize=1)  # an article's words are looked at from several sides, one after the other
def unglued(text: str) -> str:
    """Return the text with a space where a small letter runs into a capital."""
    return _GLUED.sub(r" \g<0>", text)


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Words in lower case: ``line`` has a space around each (`` kim jong un ``)."""

    line: str
    words: frozenset[str]

    @staticmethod
    def of(text: str) -> PlainWords:
        """Return the plain words of a text: ``Kim Jong-un`` has three."""
        words = _WORD.findall(unglued(text).lower())
        return PlainWords(f" {' '.join(words)} ", frozenset(words))


@dataclass(frozen=True, slots=True)
class AnyOf:
    """Phrases of which one is enough: words alone, and rows of words with their first word."""

    words: frozenset[str]
    rows: tuple[tuple[str, str], ...]

    @staticmethod
    def of(phrases: list[str]) -> AnyOf:
        """Make it of phrases as the lexicon has them."""
        plain = [PlainWords.of(phrase).line for phrase in phrases]
        split = [line.split() for line in plain]
        alone = frozenset(words[0] for words in split if len(words) == 1)
        rows = zip(split, plain, strict=True)
        return AnyOf(alone, tuple((words[0], line) for words, line in rows if len(words) > 1))

    def is_in(self, text: PlainWords) -> bool:
        """Tell whether the text has one of the phrases."""
        if not self.words.isdisjoint(text.words):
            return True
        return any(first in text.words and row in text.line for first, row in self.rows)

    def may_be_in(self, low: str) -> bool:
        """Tell whether a text in lower case can have one of the phrases, by its letters."""
        return any(word in low for word in self.firsts())

    def firsts(self) -> set[str]:
        """Return the words that a text with one of the phrases has one of."""
        return {*self.words, *(first for first, _ in self.rows)}
