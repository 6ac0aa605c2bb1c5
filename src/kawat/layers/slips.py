"""Layer: slips in names, said as ``suspect-text``; the words stay as printed.

A name that stands once, that nobody knows, and that is a letter away from a name which the article
prints again and again is that name mistyped (`Manturv` beside `Manturov`). The edits are Damerau's
four: a letter dropped, added, changed, or two neighbours exchanged. Broken encoding within a name
is a slip, too.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import islice

from kawat.draft import Draft, layer
from kawat.lexicon import rows, table
from kawat.lexicon import words as words_of
from kawat.reading import Span

_NAME = re.compile(r"\b[A-ZÀ-ÖØ-Þ][^\W\d_]{4,30}\b")
_WORD = re.compile(r"[^\W\d_]+")
# UTF-8 read as Windows-1252: `Ã©` for é, `â€™` for an apostrophe
_BROKEN = re.compile(
    r"(?:[A-Z]\w{0,30} ){0,3}\w{0,30}(?:(?:Ã[\x80-\xbf\w]|â€ ?.|Â[\xa0-\xbf])[\w’]{0,30}){1,5}"
)
_ENDINGS = frozenset("isnaehkt")  # of another word, not of a slip
_OFTEN, _KNOWN_OFTEN = 3, 2  # times that a name is printed to be the right one
_MOST_NAMES, _MOST_SLIPS = 200, 20  # an article has fewer; a page of nothing but names has no end
_SILENT = ("related", "tags", "comments")


@layer(needs="furniture", gives="")
def slips(draft: Draft) -> None:
    """Warn of names that are mistyped."""
    for match in islice(_broken_names(draft.text), _MOST_SLIPS):
        _warn(draft, Span(*match.span()), f"broken encoding in {match.group()!r}")
    for match, right in islice(_mistyped(draft.text), _MOST_SLIPS):
        _warn(draft, Span(*match.span()), f"{match.group()!r} looks like a slip for {right!r}")


def _warn(draft: Draft, span: Span, message: str) -> None:
    if not draft.in_furniture(span, *_SILENT):
        draft.warn("suspect-text", span, message)


def _broken_names(text: str) -> Iterator[re.Match[str]]:
    if "Ã" in text or "â€" in text or "Â" in text:
        yield from (m for m in _BROKEN.finditer(text) if m.group()[0].isupper())


def _mistyped(text: str) -> Iterator[tuple[re.Match[str], str]]:
    """Yield each mistyped name with the name that is meant."""
    printed = list(_NAME.finditer(text))
    count = Counter(m.group() for m in printed)
    often: dict[str, dict[str, str]] = {}  # by the first letter: a slip seldom changes it
    for word, times in count.most_common(_MOST_NAMES):
        if times >= _needed(plain := _plain(word)):
            often.setdefault(plain[0], {})[plain] = word
    for match in printed:
        word = match.group()
        if count[word] > 1 or not word[1:].islower() or (plain := _plain(word)) in _known():
            continue
        names = often.get(plain[0], {})
        right = next((full for name, full in names.items() if _is_slip(plain, name)), None)
        if right and plain not in names and f" {word.lower()} " not in text:
            yield match, right


def _needed(plain: str) -> int:
    return 1 if plain in _countries() else _KNOWN_OFTEN if plain in _known() else _OFTEN


def _is_slip(word: str, name: str) -> bool:
    """Tell whether a word is a name mistyped; an ending, a vowel or c for k makes another name."""
    if abs(len(word) - len(name)) > 1 or not _one_edit(word, name):
        return False
    if word.startswith(name):
        return word[-1] not in _ENDINGS
    if name == word + "s":
        return False
    if len(word) != len(name):
        return "ck" not in word
    changed = {a + b for a, b in zip(word, name, strict=True) if a != b}
    return len(changed) > 1 or not changed <= _other_names()


def _one_edit(one: str, other: str) -> bool:
    """Tell whether one edit makes one word the other (Damerau 1964)."""
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return len(one) != len(other)
    if len(one) != len(other):
        longer, shorter = (one, other) if len(one) > len(other) else (other, one)
        return longer[at + 1 :] == shorter[at:]
    exchanged = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return exchanged or one[at + 1 :] == other[at + 1 :]


@lru_cache(maxsize=1 << 13)
def _plain(word: str) -> str:
    """Return the word in lower case without marks: ``Hammarskjöld`` → ``hammarskjold``."""
    low = word.lower()
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFD", low) if not unicodedata.combining(c))


@cache
def _other_names() -> frozenset[str]:
    """Return the changes of a letter, old and new, that make another name: ``Ahmad``, ``Ahmed``."""
    return frozenset(a + b for letters in ("aeiouy", "ck") for a in letters for b in letters)


@cache
def _countries() -> frozenset[str]:
    names = (row["name"] for row in rows("countries"))
    return frozenset(_plain(name) for name in names if _WORD.fullmatch(name))


@cache
def _known() -> frozenset[str]:
    """Return all words of names and common words that are no slips."""
    names = [
        name
        for file, columns in _NAMED.items()
        for row in rows(file)
        for column in columns
        for name in row[column].split("|")
    ]
    spelt = {_plain(word) for name in names for word in _WORD.findall(name)}
    # a spelling of a country with two letters exchanged is in the list to be known, but is a slip
    slipped = {
        word
        for row in rows("countries")
        for word in map(_plain, row["variants"].split("|"))
        if sorted(word) == sorted(_plain(row["name"])) and word != _plain(row["name"])
    }
    return frozenset((spelt | words_of("words") | set(table("slips")["alike"])) - slipped)


_NAMED = {
    "countries": ("name", "variants", "capitals"),
    "people": ("name", "variants"),
    "organizations": ("name", "variants"),
    "places": ("name", "variants"),
    "cities": ("name",),
}
