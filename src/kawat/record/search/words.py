"""Words as they are looked for: folded and cut here, so that every database finds the same.

A database only keeps the words with their places; it folds and cuts nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kawat.errors import UsageError

_LEFT_OUT = re.compile(r"[\u0300-\u036f'’‘ʼ`]+")
_WORD = re.compile(r"[^\W_]+")
_TERM = re.compile(r'"([^"]+)"|(\S+)')

LONGEST = 200
"""Letters of a word that are looked at; PostgreSQL refuses words of 2 KB."""


def words_of(text: str) -> list[str]:
    """Return the words of a text without case, accents and apostrophes.

    Whatever is no letter or digit stands between words: ``gencatan-senjata`` are two.
    """
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
    words = _WORD.findall(_LEFT_OUT.sub("", text).casefold())
    return [word[:LONGEST] for word in words]


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side; with ``begins`` the last is the beginning of a word."""

    words: tuple[str, ...]
    begins: bool = False


def terms_of(asked: str) -> list[Term]:
    """Return the terms of a search, all of which must be found.

    ``"side by side"`` is one term, ``gencat*`` the beginning of a word; nothing is an operator.
    :class:`UsageError` where no letter or digit is left.
    """
    terms = []
    for phrase, word in _TERM.findall(asked):
        words = tuple(words_of(phrase or word))
        if words:
            terms.append(Term(words, begins=word.endswith("*")))
    if not terms:
        raise UsageError(f"{asked!r} holds no word to look for", fix="give words: gencatan")
    return terms
