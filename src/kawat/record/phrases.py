"""Looking for many phrases in one pass over a text, by whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from kawat.reading import Span
from kawat.record.names import name_key

_WORD = re.compile(r"\w+")

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    words: tuple[str, ...]
    capitals: tuple[bool, ...]
    means: T


class Phrases(Generic[T]):
    """Phrases, each with what it means. A word with a capital in the phrase has one in the text.

    So ``Hama`` is the town and not the pest. Accents and punctuation between words don't matter.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[_Phrase[T]]] = {}
        for text, means in phrases:
            words = _WORD.findall(text)
            keys = tuple(map(_key, words))
            capitals = tuple(word[:1].isupper() for word in words)
            self._by_first.setdefault(keys[0], []).append(_Phrase(keys, capitals, means))

    def find(self, text: str) -> Iterator[tuple[Span, T]]:
        """Yield every phrase that stands in the text, by where it begins; they may overlap."""
        found = list(_WORD.finditer(text))
        keys = [_key(word[0]) for word in found]
        for at, key in enumerate(keys):
            for phrase in self._by_first.get(key, ()):
                end = at + len(phrase.words)
                if tuple(keys[at:end]) == phrase.words and all(
                    not capital or word[0][:1].isupper()
                    for capital, word in zip(phrase.capitals, found[at:end], strict=True)
                ):
                    yield Span(found[at].start(), found[end - 1].end()), phrase.means


def _key(word: str) -> str:
    return word.lower() if word.isascii() else name_key(word)
