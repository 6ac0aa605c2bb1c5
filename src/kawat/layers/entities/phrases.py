"""Mentions that open with a common noun: ``pasukan pemerintah Suriah``, ``warga sipil``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kawat.draft import Name
from kawat.layers.entities.mentions import Mention
from kawat.layers.names.gazetteer import Gazetteer, Known
from kawat.layers.names.words import Words
from kawat.lexicon import table
from kawat.reading import EntityKind, Span

_DETERMINERS = frozenset({"itu", "tersebut", "ini"})


@dataclass(frozen=True, slots=True)
class _Nouns:
    nouns: Gazetteer
    bare: frozenset[str]
    modifiers: Gazetteer
    links: frozenset[str]


@cache
def _nouns() -> _Nouns:
    data = table("groups")
    listed = [(w, e) for e in data["nouns"] for w in e["words"]]
    return _Nouns(
        Gazetteer((w, Known(e["kind"], w, None, e["sector"])) for w, e in listed),
        frozenset(w for w, e in listed if e["bare"]),
        Gazetteer((w, Known("modifier", w)) for w in data["modifiers"]["words"]),
        frozenset(data["modifiers"]["links"]),
    )


class PhraseReader:
    """Reads noun phrases in one article; ``names`` are its names by the word they begin at."""

    def __init__(self, text: Words, names: dict[int, tuple[int, Name]]) -> None:
        self.text, self.names, self.lexicon = text, names, _nouns()

    def all(self) -> Iterator[Mention]:
        """Yield every phrase that is a mention, overlapping ones too."""
        for i in range(len(self.text)):
            if mention := self.at(i):
                yield mention

    def at(self, i: int) -> Mention | None:
        """Return the mention that the noun at word i opens."""
        text, noun = self.text, self.lexicon.nouns.at(self.text, i)
        if noun is None or (i and text.marks[i] == "-" and text.lows[i - 1] != text.lows[i]):
            return None
        end, modified = self._reduplicated(noun.end, i), False
        while (
            end < len(text)
            and text.marks[end] == ""
            and (m := self.lexicon.modifiers.at(text, end))
        ):
            end, modified = m.end, True
        name_end, name = self._name(end)
        if name is not None and self._joined(name_end, name):
            return None
        if name is None and not modified and noun.known.name not in self.lexicon.bare:
            return None
        return self._mention(i, name_end if name else end, noun.known, name)

    def _reduplicated(self, end: int, i: int) -> int:
        text = self.text
        doubled = end < len(text) and text.marks[end] == "-" and text.lows[end] == text.lows[i]
        return end + 1 if doubled else end

    def _name(self, end: int) -> tuple[int, Name | None]:
        """Return the country, body, person or place that the noun is of, and where it ends."""
        text = self.text
        for at in range(end, min(end + 2, len(text))):
            linked = at == end or (text.lows[end] in self.lexicon.links and text.marks[end] == "")
            if at < len(text) and linked and text.marks[at] in ("", "-") and at in self.names:
                name_end, name = self.names[at]
                if at == end or text.lows[end] != "di":
                    return name_end, name
        return end, None

    def _joined(self, end: int, name: Name) -> bool:
        """Tell whether a second country follows: then the countries are the mentions."""
        text = self.text
        if name.kind != "country" or end + 1 >= len(text):
            return False
        after = end + 1 if text.lows[end] == "dan" and text.close(end) else end
        follows = after > end or text.marks[end] == ","
        return follows and after in self.names and self.names[after][1].kind == "country"

    def _mention(self, i: int, end: int, noun: Known, name: Name | None) -> Mention:
        text = self.text
        span = Span(text.starts[i], text.ends[end - 1])
        words = " ".join(text.lows[i:end])
        country = name.country if name else None
        sector = noun.sector
        if name and name.sector in ("REB", "IGO", "MIL") and noun.sector not in ("GOV", "JRN"):
            sector = name.sector
        kind: EntityKind = "organization" if noun.kind == "organization" else "group"
        key = f"{noun.name}|{country}" if name and name.kind == "country" else words
        return Mention(span, kind, key, span.of(text.text), country, sector)
