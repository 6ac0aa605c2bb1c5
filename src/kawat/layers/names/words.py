"""The words of an article as names are read from them: hyphens and marks aside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kawat.draft import Token
from kawat.lexicon import words

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_SPACE = re.compile(r"\s+")
_SHORTEST_NAME, _SHORTEST_WORD, _LONGEST_GLUED = 3, 2, 40


@dataclass(frozen=True, slots=True)
class Words:
    """Parallel lists, one item a word; ``Al-Qaeda`` is two words joined by ``-``.

    ``marks[i]`` is what stands between word i-1 and word i, white space taken out; a line break
    is ``"\\n"`` whatever else stands there. A full stop that belongs to an abbreviation or an
    initial is no mark.
    """

    text: str
    forms: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    marks: list[str]
    tokens: list[int]
    """index into the draft's tokens"""

    def __len__(self) -> int:
        return len(self.forms)

    def close(self, i: int) -> bool:
        """Tell whether word i follows word i-1 with nothing but space or a hyphen between."""
        return self.marks[i] in ("", "-")

    def capital(self, i: int) -> bool:
        """Tell whether word i begins with a capital letter."""
        return self.forms[i][0].isupper()

    def opens(self, i: int) -> bool:
        """Tell whether word i opens a sentence, a line or a quotation."""
        return i == 0 or any(c in '\n.!?:"“”‘' for c in self.marks[i])


def _pieces(text: str, token: Token, forms: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the token's words; one that ran together with the next is cut (``Iranpada``)."""
    for match in _WORD.finditer(text, token.start, token.end):
        cut = _glued(match.group(), forms)
        if cut:
            yield match.start(), match.start() + cut
        yield match.start() + cut, match.end()


def _glued(word: str, forms: frozenset[str]) -> int:
    """Return where a name that the article has elsewhere ends and a common word begins, or 0."""
    if not word[0].isupper() or not word[-1].islower() or len(word) > _LONGEST_GLUED:
        return 0
    common = words("words")
    if word.casefold() in common:
        return 0
    cuts = range(len(word) - _SHORTEST_WORD, _SHORTEST_NAME - 1, -1)
    return next((c for c in cuts if word[:c] in forms and word[c:] in common), 0)


def words_of(text: str, tokens: tuple[Token, ...]) -> Words:
    """Take the tokens apart at hyphens and drop what holds no letter or digit."""
    found = Words(text, [], [], [], [], [], [])
    closed = 0
    forms = frozenset(token.form for token in tokens)
    for index, token in enumerate(tokens):
        for start, end in _pieces(text, token, forms):
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
