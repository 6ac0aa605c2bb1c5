"""The words of an article as names are read from them: hyphens and marks aside."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache

from kawat.draft import Token, Words
from kawat.lexicon import table, words

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_SPACE = re.compile(r"\s+")
_HUMP = re.compile(r"[A-Z]{2,}(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+")
_LONG_VERB, _LONG_NAME = 8, 5
_SHORT_WORDS = frozenset({"dan", "ini", "itu"})
_SHORTEST_OWN = 5
"""A name that only the article knows is cut off a word of grammar from this length on."""
_SHORTEST_NAME, _SHORTEST_WORD, _LONGEST_GLUED = 4, 4, 40


def _pieces(
    text: str, token: Token, known: Container[str], own: Container[str]
) -> Iterator[tuple[int, int]]:
    """Yield the token's words; those that ran together at a lost link are cut apart."""
    if token.form.islower() and token.form.isalpha() and len(token.form) == token.end - token.start:
        yield token.start, token.end
        return
    for match in _WORD.finditer(text, token.start, token.end):
        start = match.start()
        cuts = _cuts(match.group(), known) or _own_cut(match.group(), own)
        for cut in (*cuts, match.end() - match.start()):
            yield start, match.start() + cut
            start = match.start() + cut


def _cuts(word: str, known: Container[str]) -> list[int]:
    """Return where names and common words ran together: ``seranganIsrael``, ``Iranpada``."""
    low = word.casefold()
    if len(word) > _LONGEST_GLUED or low in known or low in words("words"):
        return []
    parts = [m.span() for m in _HUMP.finditer(word)]
    if not parts or parts[0][0] or parts[-1][1] != len(word):
        return []
    cuts: list[int] = []
    for start, end in parts:
        inner = _name_before_word(word[start:end], known)
        named = word[end:].casefold() in known or word[:start].casefold() in known
        if inner == 0 and len(parts) > 1 and not (named or _is_word(word[start:end], known)):
            return []
        cuts += [start] * (start > 0) + [start + inner] * (inner > 0)
    return cuts


def _own_cut(word: str, own: Container[str]) -> list[int]:
    """Return where a name that the article prints elsewhere runs into a word of grammar."""
    if len(word) > _LONGEST_GLUED or not word[0].isupper() or word.casefold() in words("words"):
        return []
    ends = range(_SHORTEST_OWN, len(word) - 2)
    return [k for k in ends if word[:k] in own and word[k:] in _grammar()][:1]


@cache
def _grammar() -> frozenset[str]:
    return frozenset(table("function_words")["words"].split())


def _is_word(part: str, known: Container[str]) -> bool:
    low = part.casefold()
    return low in words("words") or low in known or (part.isupper() and len(part) > 1)


def _name_before_word(part: str, known: Container[str]) -> int:
    """Return where a known name ends and a common word begins, or 0 where that is not so."""
    low = part.casefold()
    if not part[0].isupper() or low in known or low in words("words"):
        return 0
    for cut in range(len(part) - 2, _SHORTEST_NAME - 1, -1):
        rest = low[cut:]
        is_word = rest in _SHORT_WORDS or (len(rest) >= _SHORTEST_WORD and rest in words("words"))
        verb = len(rest) >= _LONG_VERB and rest.startswith(("me", "ber"))
        place = cut >= _LONG_NAME and rest in ("di", "ke")
        if (is_word and (low[:cut] in known or verb)) or (place and low[:cut] in known):
            return cut
    return 0


def words_of(text: str, tokens: tuple[Token, ...], known: Container[str] = ()) -> Words:
    """Take the tokens apart at hyphens and drop what holds no letter or digit.

    ``known`` are words of names, in lower case; they tell where words ran together.
    """
    found = Words(text, [], [], [], [], [], [])
    own = frozenset(t.form for t in tokens if t.form[:1].isupper())
    closed = 0
    for index, token in enumerate(tokens):
        for start, end in _pieces(text, token, known, own):
            between = text[closed:start]
            form = text[start:end]
            found.marks.append("\n" if "\n" in between else _SPACE.sub("", between))
            found.forms.append(form)
            found.lows.append(form.casefold().replace("’", "'").replace("`", "'"))
            found.starts.append(start)
            found.ends.append(end)
            found.tokens.append(index)
            closed = end
        if closed > token.start:
            closed = token.end
    return found
