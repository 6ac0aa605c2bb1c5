"""Words, clitics and marks of a sentence, with offsets that lead back to the text.

A text is first cut at blanks; the pieces (mostly single words, and mostly seen before) are cut
further by one pattern and remembered. What the web did to the text is undone in the tokens, not
in the text: ``dilansirAFP`` gives two tokens that touch, ``Bangsa - bangsa`` one token with its
blanks, and a form without zero-width characters, composed (NFC).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from kawat.language.clitics import clitic_of
from kawat.language.morphology import known
from kawat.lexicon import table
from kawat.reading import Span


class Word(NamedTuple):
    """A token before it is tagged: offsets in code points, the form that look-ups want.

    ``clitic`` is set on a clitic; the word before it is its host.
    """

    start: int
    end: int
    form: str
    clitic: bool


_ZERO_WIDTH = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
_MARKS = f"\u0300-\u036f{_ZERO_WIDTH}"
_CHUNK = re.compile(r"\S++")
_REMEMBERED = 64
"""Pieces up to this length are remembered."""


_LETTERS = rf"[^\W\d_][\w{_MARKS}]*+"
_HYPHENED = rf"{_LETTERS}(?:-{_LETTERS})*+"


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern that cuts a piece without blanks; every branch is possessive.

    Its group ``dotted`` holds words with full stops between them: names of the internet
    (``KOMPAS.com``), or sentences that a lost blank joined.
    """
    words = table("abbreviations")
    titles = {w for k in ("before", "after") for w in words[k].split() if len(w) > 1}
    degrees = "|".join(re.escape(d) for d in words["degrees"].split())
    return re.compile(
        rf"""
          (?:https?://|www\.)[^\s"”<>]++                                # address
        | US\$ | (?i:rp)(?=\d)                                          # currency
        | [@#]\w++(?:\.\w++)*+                                          # handle, hashtag
        | (?i:{degrees})\b\.?+                                          # S.H., Ph.D
        | (?:[A-Z]\.)++(?:[A-Z]\b)?+                                    # H.M., U.S.
        | (?i:{"|".join(sorted(titles))})\.(?!\w)                       # Letjen.
        | (?P<dotted>{_HYPHENED}(?:\.{_HYPHENED})++)
        | {_WORD}
        | [{_ZERO_WIDTH}]++
        | \.\.++ | --++ | ==++ | \*\*++ | __++                           # runs of one mark
        | ``|''
        | .
        """,
        re.VERBOSE | re.DOTALL,
    )


_WORD = rf"""
    \w[\w{_MARKS}]*+
    (?:[-–]{_LETTERS} | (?<=[^\W\d])[-–]\d++\w*+ | ['’‘`]{_LETTERS} | (?<=\d)[.,:/]\d++
     | -(?=nya\b))*+
"""
_WORD_OR_STOP = re.compile(rf"{_WORD}|\.", re.VERBOSE)


@cache
def _internet() -> frozenset[str]:
    return frozenset(table("abbreviations")["internet"].split())


def _undotted(chunk: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut words with full stops between them, but for a name of the internet at their start."""
    at = start
    ends = [m.end() for m in _WORD_OR_STOP.finditer(chunk, start, end)]
    last = None
    for a, b in pairwise([start, *ends]):
        if chunk[a:b].casefold() in _internet() and a > start:
            last = b
        elif chunk[a:b] != "." and last:
            break
    if last:
        yield start, last
        at = last
    yield from ((m.start(), m.end()) for m in _WORD_OR_STOP.finditer(chunk, at, end))


def tokenize(text: str, sentence: Span) -> list[Word]:
    """Return the words of one sentence of a text, in order and without overlap.

    Together they hold every character of the sentence that is no blank.
    """
    found: list[Word] = []
    for chunk in _CHUNK.finditer(text, sentence.start, sentence.end):
        start = chunk.start()
        for a, b, form, clitic in _cut(chunk.group()):
            found.append(Word(start + a, start + b, form, clitic))
    return _join_hyphens(text, found)


def _cut(chunk: str) -> tuple[Word, ...]:
    return _cut_short(chunk) if len(chunk) <= _REMEMBERED else tuple(_pieces(chunk))


@lru_cache(maxsize=1 << 13)
def _cut_short(chunk: str) -> tuple[Word, ...]:
    return tuple(_pieces(chunk))


def _pieces(chunk: str) -> Iterator[Word]:
    for match in _pattern().finditer(chunk):
        dotted = match.lastgroup == "dotted"
        cuts = _undotted(chunk, *match.span()) if dotted else (match.span(),)
        for part in cuts:
            for start, end in _unglued(chunk, *part):
                yield from _with_clitic(chunk, start, end)


def _with_clitic(chunk: str, start: int, end: int) -> Iterator[Word]:
    form = plain(chunk[start:end])
    clitic = clitic_of(form)
    if not clitic or len(form) != end - start:
        yield Word(start, end, form, False)
        return
    host = form[: -len(clitic)].removesuffix("-")  # PBB-nya
    cut = start + len(host)
    yield Word(start, cut, host, False)
    yield Word(cut, end, clitic, True)


def plain(words: str) -> str:
    """Return the form that look-ups want: composed (NFC), without zero-width characters."""
    if words.isascii():
        return words
    composed = unicodedata.normalize("NFC", words)
    stripped = composed.translate(_NO_ZERO_WIDTH)
    return stripped or composed


_NO_ZERO_WIDTH = dict.fromkeys(map(ord, _ZERO_WIDTH))

_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z]{2})(?=[a-z]{3})")


def _unglued(chunk: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut words that a lost space joined: ``dilansirAFP``, ``AFPbahwa``, ``danIsrael``.

    The lower-case side has to be an Indonesian word, so ``YouTube`` and ``McDonald`` stay whole.
    """
    word = chunk[start:end]
    plain_case = word.islower() or word.istitle() or word.isupper()
    if plain_case or not word.isalpha() or len(word) > _REMEMBERED:
        yield start, end
        return
    last = start
    for seam in _GLUED.finditer(word):
        at = start + seam.start()
        if _is_seam(chunk[last:at], chunk[at:end]):
            yield last, at
            last = at
    yield last, end


def _is_seam(left: str, right: str) -> bool:
    if left.isupper():
        return right.islower() and _is_word(right)
    return len(right) > 1 and len(left) > 1 and _is_word(left)


@cache
def _function_words() -> frozenset[str]:
    return frozenset(table("function_words")["words"].split())


def _is_word(word: str) -> bool:
    lower = word.casefold()
    return lower in _function_words() or (len(lower) > 3 and known(lower))


_HYPHENS = frozenset("-–")
_NAME_PARTS = frozenset(("al", "el", "ash", "ad", "as", "an", "ar", "at", "az", "abu", "bin", "ul"))


def _join_hyphens(text: str, words: list[Word]) -> list[Word]:
    """Join what was torn at its hyphen: ``Bangsa - bangsa``, ``Al - Sabah``, ``Ing - wen``."""
    if not any(word.form in _HYPHENS for word in words):
        return words
    joined: list[Word] = []
    at = 0
    while at < len(words):
        word = words[at]
        if word.form in _HYPHENS and joined and at + 1 < len(words):
            after = words[at + 1]
            if _is_torn(text, joined[-1], word, after):
                before = joined.pop()
                form = f"{before.form}-{after.form}"
                joined.append(Word(before.start, after.end, form, False))
                at += 2
                continue
        joined.append(word)
        at += 1
    return joined


def _is_torn(text: str, before: Word, hyphen: Word, after: Word) -> bool:
    torn = text[before.end : hyphen.start] == " " == text[hyphen.end : after.start]
    if not torn or before.clitic or not after.form[:1].isalnum():
        return False
    left, right = before.form.casefold(), after.form.casefold()
    if left == right and left.isalpha():
        return True
    if left == "ke" and right.isdigit():
        return True
    if not (left.isalpha() and right.isalpha()):
        return False
    if left in _PREFIXES:
        return True
    if left in _NAME_PARTS and before.form[0].isupper():
        return after.form[0].isupper()
    if before.form.istitle() and after.form.islower():  # Ing - wen
        return left == right[: len(left)] or not (right in _function_words() or known(right))
    return min(len(left), len(right)) > 3 and (right.startswith(left) or left.endswith(right))


_PREFIXES = frozenset(("anti", "non", "pro", "eks", "pasca", "pra", "ultra"))
