"""The words of an article as names are read from them: hyphens and marks aside."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kawat.draft import Token

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_SPACE = re.compile(r"\s+")


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


def words_of(text: str, tokens: tuple[Token, ...]) -> Words:
    """Take the tokens apart at hyphens and drop what holds no letter or digit."""
    found = Words(text, [], [], [], [], [], [])
    closed = 0
    for index, token in enumerate(tokens):
        for match in _WORD.finditer(text, token.start, token.end):
            between = text[closed : match.start()]
            found.marks.append("\n" if "\n" in between else _SPACE.sub("", between))
            found.forms.append(match.group())
            found.lows.append(match.group().casefold().replace("’", "'").replace("`", "'"))
            found.starts.append(match.start())
            found.ends.append(match.end())
            found.tokens.append(index)
            closed = match.end()
        if closed > token.start:
            closed = token.end
    return found
