"""Titles: the words that say what a person is, before the name, behind it, or standing alone."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kawat.draft import Words
from kawat.layers.names.capitals import is_common
from kawat.layers.names.gazetteer import Gazetteer, Known, Match, gazetteer
from kawat.lexicon import table, words

_LONGEST_ABBREVIATION = 6
_LONGEST_BRACKET = 4


@dataclass(frozen=True, slots=True)
class Title:
    """A title phrase: words ``[start, end)``, what it is of, and the office it names."""

    start: int
    end: int
    printed: int
    """its end without a bracketed abbreviation that closes it"""
    head: str
    """the office without what it is of, in lower case: ``presiden``, ``menteri luar negeri``"""
    sector: str
    of: Known | None
    """the first country or body named in it"""


@dataclass(frozen=True, slots=True)
class _Lexicon:
    heads: Gazetteer
    modifiers: Gazetteer
    links: frozenset[str]
    honorifics: Gazetteer
    alone: frozenset[str]
    given: frozenset[str]
    numbered: frozenset[str]
    press: frozenset[str]


@cache
def lexicon() -> _Lexicon:
    """Return the lists of titles.toml, ready to match."""
    data = table("titles")
    heads = [(h, Known("title", h, None, s)) for s, hs in data["heads"].items() for h in hs]
    return _Lexicon(
        heads=Gazetteer(heads),
        modifiers=Gazetteer((m, Known("title", m)) for m in data["words"]["modifiers"]),
        links=frozenset(data["words"]["links"]),
        honorifics=Gazetteer((h, Known("title", h)) for h in data["words"]["honorifics"]),
        given=frozenset(data["words"]["given"]),
        numbered=frozenset(data["words"]["numbered"]),
        press=frozenset(data["words"]["press"]),
        alone=frozenset(a.casefold() for a in data["words"]["alone"]),
    )


@cache
def aides() -> frozenset[str]:
    """Return the words for those who are somebody's: a lawyer, a spokesman, a wife."""
    return frozenset(table("titles")["words"]["aides"])


class TitleReader:
    """Reads title phrases in one article's words."""

    def __init__(self, text: Words, names: dict[int, Match]) -> None:
        self.text, self.names, self.lexicon = text, names, lexicon()

    def at(self, i: int) -> Title | None:
        """Return the title phrase that begins at word i, taken as far as it goes."""
        head = self.lexicon.heads.at(self.text, i)
        if head is None or self._hyphened(i):
            return None
        end, office, of = head.end, list(self.text.lows[i : head.end]), None
        while not self._bracket_closes(i, end) and (step := self._step(end, of)) is not None:
            name = self._name(end)
            aside = self.text.lows[end - 1] in ("untuk", "bagi")
            if name and name.end == step and of is None and not aside:
                of = name.known
            elif of is None and self.text.lows[end] not in self.lexicon.links:
                office.extend(self.text.lows[end:step])
            end = step
        if self._owned(end):
            end += 1
        printed = self._without_bracket(i, end)
        return Title(i, end, printed, " ".join(office), head.known.sector or "GOV", of)

    def is_given_name(self, i: int) -> bool:
        """Tell whether a title of princes or clerics is a name here: ``Menpora Imam Nahrawi``."""
        text, after = self.text, i + 1
        goes_on = after < len(text) and text.close(after) and text.capital(after)
        named = text.lows[i] in self.lexicon.given and text.capital(i) and goes_on
        return named and self.lexicon.heads.at(text, after) is None

    def _hyphened(self, i: int) -> bool:
        """Tell whether a hyphen without space ties word i to the one before (``Al-Sultan``)."""
        text = self.text
        return text.marks[i] == "-" and text.starts[i] == text.ends[i - 1] + 1

    def _owned(self, end: int) -> bool:
        """Tell whether ``-nya`` ties the title to somebody: ``mantan Menteri Pertahanannya``."""
        text = self.text
        tied = 0 < end < len(text) and text.starts[end] == text.ends[end - 1]
        return tied and text.lows[end] == "nya"

    def _name(self, j: int) -> Match | None:
        """Return the name at word j; the state in a body's name that a title cuts into too.

        ``anggota Kongres AS``
        """
        if found := self.names.get(j):
            return found
        known = gazetteer().at(self.text, j)
        return known if known and known.known.kind == "country" else None

    def _bracket_closes(self, i: int, j: int) -> bool:
        """Tell whether a bracket closes before word j that was open before the title at i."""
        marks = self.text.marks[i + 1 : j + 1]
        return bool(marks) and marks[-1].startswith(")") and not any("(" in m for m in marks)

    def _without_bracket(self, i: int, end: int) -> int:
        """Return the end of the title as printed, less a bracketed abbreviation at its end."""
        opened = [k for k in range(i + 1, end) if self.text.marks[k] == "("]
        closed = end < len(self.text) and self.text.marks[end].startswith(")")
        return opened[-1] if opened and closed else end

    def _step(self, j: int, of: Known | None) -> int | None:
        """Return where the next part of a title that has come to word j ends."""
        text = self.text
        if j >= len(text):
            return None
        if text.marks[j] == "(":
            return self._bracket(j)
        if text.marks[j] not in ("", "-", "/", ")"):
            return None
        if text.lows[j] in self.lexicon.links:
            joins = text.lows[j] == "dan" and self.lexicon.heads.at(text, j + 1)
            goes_on = j + 1 < len(text) and not joins and self._part(j + 1, of)
            return j + 1 if goes_on else None
        return self._part(j, of)

    def _part(self, j: int, of: Known | None) -> int | None:
        text, name = self.text, self._name(j)
        if not (text.close(j) or text.marks[j] in ("/", ")", "(")):
            return None
        if name is not None:
            is_person = name.known.kind == "person" or self._is_given(j, name, of)
            return None if is_person else name.end
        if (modifier := self.lexicon.modifiers.at(text, j)) and not text.opens(j):
            return modifier.end
        if head := self.lexicon.heads.at(text, j):
            return None if self.is_given_name(j) else head.end
        if of is None and text.capital(j) and text.lows[j] in words("words") and not text.opens(j):
            return j + 1
        numbered = text.lows[j - 1] in self.lexicon.numbered and text.forms[j].isdigit()
        return j + 1 if numbered or self._abbreviation(j) else None

    def _is_given(self, j: int, name: Match, of: Known | None) -> bool:
        """Tell whether a second state, or an outlet, is a given name: ``Menteri AS Chad Wolf``."""
        text, before, end = self.text, self.text.lows[j - 1], name.end
        outlet = name.known.kind == "outlet" and before not in self.lexicon.press
        if text.marks[j] or before in self.lexicon.links or not (of or outlet):
            return False
        if name.known.kind not in ("country", "capital", "place", "outlet") or end - name.start > 1:
            return False
        if end >= len(text) or text.starts[end] == text.ends[end - 1]:
            return False
        unknown = text.marks[end] == "" and text.capital(end)
        return unknown and end not in self.names and not is_common(text.lows[end])

    def _abbreviation(self, j: int) -> bool:
        form = self.text.forms[j]
        return form.isupper() and form.isalpha() and 2 <= len(form) <= _LONGEST_ABBREVIATION

    def _bracket(self, j: int) -> int | None:
        """Return the end of a bracketed abbreviation: ``(Menlu)``, ``(AS)``."""
        for end in range(j + 1, min(j + _LONGEST_BRACKET, len(self.text))):
            if self.text.marks[end].startswith(")"):
                return end if self.text.marks[end] in (")", "),") else None
        return None

    def past_honorifics(self, j: int) -> int:
        """Return the first word from j on that is no honorific (``Yang Mulia``, ``Ibu``)."""
        while j < len(self.text) and (match := self.lexicon.honorifics.at(self.text, j)):
            j = match.end
        return j
