"""What a headline looks like, and where one ends that runs on into the report."""

from __future__ import annotations

import re
from functools import cache

from kawat.lexicon import table

_TOKEN = re.compile(r"\S+")
_LONGEST = 25
_WINDOW = 400
_LONGEST_NAME = 6
_NEARBY = 8_000
_NOMINAL = re.compile(r"(?:Ke|Pe[mnr]?|Per)[a-z]{4,}an$")
_GLUE = re.compile(r"[a-z0-9?!)][a-z?!)](?=[A-Z][a-z])")
_OPENING = ('"', "“", "‘‘")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("headlines")[name])


def _bare(token: str) -> str:
    return token.strip("\"'“”‘’()[],.:;!?")


def _is_small(token: str) -> bool:
    """Tell whether headlines leave the word in lower case (``dan``, ``di``, ``untuk``)."""
    return _bare(token).lower() in _words("small")


def _is_lower(token: str) -> bool:
    bare = _bare(token)
    return bool(bare) and bare[0].islower() and not _is_small(token)


def is_title_cased(words: str) -> bool:
    """Tell whether nearly all content words begin with a capital, as headlines have them."""
    content = [t for t in words.split()[: _LONGEST + 1] if _bare(t) and not _is_small(t)]
    if len(content) < 2:
        return False
    lower = sum(1 for t in content if _bare(t)[0].islower())
    return lower <= len(content) * 0.2


def is_headline(words: str) -> bool:
    """Tell whether a line reads as another article's headline."""
    count = words.count(" ") + 1
    return (
        3 <= count <= _LONGEST
        and not words.rstrip().endswith((".", ",", ";"))
        and (is_title_cased(words))
    )


def headline_end(text: str, start: int, stop: int) -> int:
    """Return where a headline ends that begins at ``start`` on a line that ends at ``stop``.

    The break after a headline is often lost, and the report goes on. In a headline with capitals
    the first small content word shows that a sentence has begun, with the capital before it;
    otherwise only a word that begins sentences shows it. ``start`` is returned where nothing does:
    a headline left standing does less harm than a sentence eaten.
    """
    window = min(stop, start + _WINDOW)
    tokens = [(m.start(), m.group()) for m in _TOKEN.finditer(text, start, window)]
    if window == stop and len(tokens) <= _LONGEST and not _ends_sentence(tokens):
        return stop
    words = [t for _, t in tokens]
    if not is_title_cased(" ".join(words[:5])):
        cut = _cut_sentence_case(words)
        return tokens[cut][0] if cut else start
    cut = _cut_title_case(words)
    if not cut:
        return start
    if not _is_lower(words[cut]):
        return tokens[cut][0]
    glued = _glue_before(tokens, cut)
    return glued or tokens[_sentence_start(text, words, cut)][0]


def _ends_sentence(tokens: list[tuple[int, str]]) -> bool:
    return bool(tokens) and tokens[-1][1].rstrip("\"”')").endswith(".")


def _cut_title_case(words: list[str]) -> int:
    """Return the index of the word that shows that the report goes on, 0 where none does."""
    for i in range(3, min(len(words), 2 * _LONGEST)):
        if words[i].startswith(_OPENING) and not words[i - 1].endswith(":"):
            return i
        if _closes(words[i - 1]) and not words[i].startswith(_OPENING):
            return i
        if _is_lower(words[i]):
            return i
    return 0


def _closes(word: str) -> bool:
    """Tell whether a headline may end with the word's mark."""
    return word.endswith(("?", "!", "...", "…")) or (word.endswith(".") and len(_bare(word)) > 3)


def _glue_before(tokens: list[tuple[int, str]], cut: int) -> int:
    """Return the offset inside a word where the headline and the report were glued together."""
    for k in range(cut, max(2, cut - 8), -1):
        found = _GLUE.search(tokens[k][1])
        if found:
            return tokens[k][0] + found.end()
    return 0


def _sentence_start(text: str, words: list[str], i: int) -> int:
    """Return the index of the word that begins the sentence whose first small word is at ``i``.

    That is a word that often begins sentences; else the name before the small word, as long as
    the article names it elsewhere too.
    """
    for k in range(i - 1, max(2, i - 8), -1):
        if words[k][0].isupper() and _bare(words[k]).lower() in _words("openers"):
            return k
    k = i - 1
    while k > 3 and _is_small(words[k]) and words[k][0].islower():
        k -= 1
    while k > 4 and i - k < _LONGEST_NAME and _is_named(text, words[k - 1], words[k]):
        k -= 1
    if k > 4 and _NOMINAL.match(words[k - 1]):
        k -= 1  # `Keterlibatan Budi dalam …`
    return max(k, 3)


def _is_named(text: str, first: str, second: str) -> bool:
    if not first[0].isupper() or first[-1] in ",.:;?!":
        return False
    return text.count(f"{first} {_bare(second)}", 0, _NEARBY) > 1


def _cut_sentence_case(words: list[str]) -> int:
    for i in range(4, min(len(words), _LONGEST)):
        if words[i].startswith(_OPENING):
            return i
        if words[i][0].isupper() and _bare(words[i]).lower() in _words("openers"):
            return i
    return 0
