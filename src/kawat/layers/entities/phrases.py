"""Mentions that open with a common noun: ``pasukan pemerintah Suriah``, ``warga sipil``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kawat.draft import Name, Words
from kawat.layers.entities.mentions import Mention
from kawat.layers.names.gazetteer import Gazetteer, Known, Match
from kawat.lexicon import table
from kawat.reading import EntityKind, Span

_SHORTEST_VERB = 5
_PARTISAN = frozenset({"REB", "MIL", "PTY", "OPP"})


@dataclass(frozen=True, slots=True)
class _Noun:
    kind: str
    bare: str
    tells_class: bool
    states: bool
    led: bool


@dataclass(frozen=True, slots=True)
class _Lexicon:
    nouns: Gazetteer
    of: dict[str, _Noun]
    modifiers: Gazetteer
    states: Gazetteer
    words: dict[str, frozenset[str]]


@cache
def _lexicon() -> _Lexicon:
    data = table("groups")
    listed = [(w, e) for e in data["nouns"] for w in e["words"]]
    return _Lexicon(
        Gazetteer((w, Known(e["kind"], w, None, e.get("sector"))) for w, e in listed),
        {
            w: _Noun(
                e["kind"],
                e["bare"],
                e.get("class", False),
                e.get("states", False),
                e.get("led", False),
            )
            for w, e in listed
        },
        Gazetteer((w, Known("modifier", w)) for w in data["words"]["modifiers"]),
        Gazetteer((w, Known("modifier", w)) for w in data["words"]["states"]),
        {key: frozenset(values) for key, values in data["words"].items()},
    )


@dataclass(frozen=True, slots=True)
class _Phrase:
    """A noun at words ``[start, end)`` with what belongs to it."""

    start: int
    end: int
    noun: Known
    name: Name | None
    modified: bool
    owned: bool
    """a clitic or pronoun says whose it is"""


class PhraseReader:
    """Reads noun phrases in one article.

    ``names`` are its names, and titles with the name after them, by the word they begin at.
    """

    def __init__(self, text: Words, names: dict[int, tuple[int, Name]]) -> None:
        self.text, self.names, self.lexicon = text, names, _lexicon()

    def all(self) -> Iterator[Mention]:
        """Yield every phrase that is a mention, overlapping ones too."""
        for i in range(len(self.text)):
            phrase = self._at(i)
            if phrase and self._counts(phrase):
                yield self._mention(phrase)

    def _at(self, i: int) -> _Phrase | None:
        """Return the phrase that the noun at word i opens, as far as it goes."""
        text = self.text
        if i and text.marks[i] == "-" and text.starts[i] == text.ends[i - 1] + 1:
            return None
        noun = self._doubled(i) or self.lexicon.nouns.at(text, i)
        if noun is None:
            return None
        end, modified = self._past_modifiers(noun.end, noun.known.name)
        end, name = self._name(end)
        if name and end < len(text) and text.lows[end] in ("lain", "lainnya") and text.close(end):
            end += 1
        whose = self._tail(end, "possessives") or self._clitic(end)
        end = whose or end
        back = self._tail(end, "determiners") if modified and noun.known.sector == "REB" else None
        return _Phrase(i, back or end, noun.known, name, modified, bool(whose))

    def _doubled(self, i: int) -> Match | None:
        """Return the noun whose first word is doubled: ``mitra-mitra dagang``."""
        text, after = self.text, i + 1
        if after < len(text) and text.marks[after] == "-" and text.lows[after] == text.lows[i]:
            return self.lexicon.nouns.at(text, i) or self.lexicon.nouns.at(text, after)
        return None

    def _past_modifiers(self, end: int, noun: str) -> tuple[int, bool]:
        text, start = self.text, end
        modifiers = self.lexicon.states if self.lexicon.of[noun].states else self.lexicon.modifiers
        if end < len(text) and text.marks[end] == "-" and text.lows[end] == text.lows[end - 1]:
            start = end = end + 1
        while end < len(text) and text.marks[end] == "" and end not in self.names:
            modifier = modifiers.at(text, end)
            if modifier is None:
                break
            end = modifier.end
        return end, end > start

    def _name(self, end: int) -> tuple[int, Name | None]:
        """Return the country, body, person or place that the noun is of, and where it ends."""
        text = self.text
        for at in range(end, min(end + 2, len(text))):
            linked = at == end or text.lows[end] in self.lexicon.words["links"]
            tied = linked and text.marks[at] in ("", "-") and text.marks[end] == ""
            if tied and at in self.names and self._apart(at):
                return self.names[at]
        return end, None

    def _apart(self, at: int) -> bool:
        """Tell whether the name is no outlet that ran into the noun (``pemerintahKCNA``)."""
        apart = self.text.starts[at] > self.text.ends[at - 1]
        return apart or self.names[at][1].kind != "outlet"

    def _tail(self, end: int, words: str) -> int | None:
        text = self.text
        follows = end < len(text) and text.marks[end] == ""
        return end + 1 if follows and text.lows[end] in self.lexicon.words[words] else None

    def _clitic(self, end: int) -> int | None:
        text = self.text
        tied = (
            end < len(text) and text.lows[end] == "nya" and text.starts[end] == text.ends[end - 1]
        )
        return end + 1 if tied else None

    def _counts(self, phrase: _Phrase) -> bool:
        """Tell whether the phrase is a mention."""
        text, words, noun = self.text, self.lexicon.words, self.lexicon.of[phrase.noun.name]
        before = (
            text.lows[phrase.start - 1]
            if phrase.start and text.marks[phrase.start] in ("", "-")
            else ""
        )
        if before in words["never_after"]:
            return False
        name = phrase.name
        people = noun.kind == "group" and name is not None
        if phrase.noun.name in words["adjectives"] and before in words["things"] and not people:
            return False
        if name is not None:
            named_class = noun.tells_class and name.kind in ("organization", "outlet")
            person = name.kind == "person" and phrase.noun.name not in words["of_person"]
            state = noun.states and (name.kind == "country" or not self._league(phrase, name))
            peoples = name.kind == "group" and phrase.noun.name == "orang"
            led = noun.led and name.kind != (
                "person" if phrase.noun.name == "kantor" else "organization"
            )
            barred = named_class or person or state or peoples or led or noun.bare == "own"
            return not (barred or self._joined(phrase.end, name))
        counted = before in words["counts"] | words["one"] or before.isdigit()
        if phrase.noun.name in words["with_name"]:
            return False
        if phrase.owned and self._apposed(phrase.end):
            return False
        if noun.bare == "own":
            return phrase.owned
        if phrase.modified or (phrase.owned and not noun.states):
            return True
        if noun.kind == "organization" and self._acts(phrase, before):
            return True
        return noun.bare == "yes" or (noun.bare == "counted" and counted)

    def _acts(self, phrase: _Phrase, before: str) -> bool:
        """Tell whether a bare body is the subject of what is said or done: ``kata polisi``."""
        text, words, end = self.text, self.lexicon.words, phrase.end
        if before in words["speech"]:
            return True
        follows = end < len(text) and text.marks[end] == ""
        after = text.lows[end] if follows else ""
        verb = after in words["auxiliaries"] or (
            after.startswith(("me", "ber")) and len(after) > _SHORTEST_VERB
        )
        return verb and (text.opens(phrase.start) or before in words["conjunctions"])

    def _apposed(self, end: int) -> bool:
        """Tell whether a name or title follows: ``mitranya Presiden Rusia``."""
        text = self.text
        return end < len(text) and text.marks[end] == "" and text.capital(end)

    def _league(self, phrase: _Phrase, name: Name) -> bool:
        """Tell whether states of a league or region are meant: ``negara-negara ASEAN``."""
        return phrase.modified or phrase.noun.name.endswith("negara-negara")

    def _joined(self, end: int, name: Name) -> bool:
        """Tell whether a second country follows: then the countries are the mentions."""
        text = self.text
        if name.kind not in ("country", "capital"):
            return False
        at = end
        while at < len(text) and text.marks[at] == "," and self._country(at):
            at = self.names[at][0]
        after = at + 1
        linked = after < len(text) and text.lows[at] in ("dan", "maupun", "atau", "serta")
        return linked and text.close(after) and self._country(after)

    def _country(self, i: int) -> bool:
        return i in self.names and self.names[i][1].kind == "country"

    def _mention(self, phrase: _Phrase) -> Mention:
        text, name = self.text, phrase.name
        span = Span(text.starts[phrase.start], text.ends[phrase.end - 1])
        inside = text.lows[phrase.start : phrase.end]
        led = not {"pimpinan", "dukungan"}.isdisjoint(inside)
        country = name.country if name and not led else None
        kind, sector = self._kind(phrase), self._sector(phrase)
        if "perdamaian" in inside and kind != "person" and not country:
            kind, sector = "organization", "IGO"
        of_country = name is not None and name.kind == "country"
        key = f"{phrase.noun.name}|{country}" if of_country else " ".join(inside)
        unsaid = name is None or (name.kind == "person" and name.country is None)
        of_none = unsaid and sector != "IGO" and not self._homeless(phrase, sector)
        return Mention(span, kind, key, span.of(text.text), country, sector, open=of_none)

    def _kind(self, phrase: _Phrase) -> EntityKind:
        """Return what the phrase is, as far as the count before the noun and its name tell."""
        text, words, noun = self.text, self.lexicon.words, self.lexicon.of[phrase.noun.name]
        before = text.lows[phrase.start - 1] if phrase.start and text.close(phrase.start) else ""
        counted = before in words["counts"] or before.isdigit()
        if noun.kind == "person":
            return "group" if counted else "person"
        if noun.kind == "organization":
            return "organization"
        if before in words["one"]:
            return "person"
        return "organization" if self._is_body(phrase, counted) else "group"

    def _is_body(self, phrase: _Phrase, counted: bool) -> bool:
        """Tell whether people are meant as one body: ``tentara``, ``personel PBB``."""
        if phrase.name and phrase.name.sector == "IGO" and phrase.noun.sector == "MIL":
            return True
        return phrase.noun.name in self.lexicon.words["as_body"] and not (counted or phrase.owned)

    def _sector(self, phrase: _Phrase) -> str | None:
        name, sector = phrase.name, phrase.noun.sector
        if name and self.lexicon.of[phrase.noun.name].led:
            return name.sector if name.sector in _PARTISAN else "GOV"
        if name and name.sector in ("REB", "IGO") and sector in ("MIL", "SPY", None):
            return name.sector
        return sector

    def _homeless(self, phrase: _Phrase, sector: str | None) -> bool:
        """Tell whether the phrase is of no state, or of several, unless it says whose it is."""
        words, noun = self.lexicon.words, self.lexicon.of[phrase.noun.name]
        inside = self.text.lows[phrase.start : phrase.end]
        foreign = noun.kind == "group" and sector in ("JRN", None)
        if foreign or noun.states or phrase.noun.name in words["abroad"]:
            return True
        nowhere = phrase.noun.name in words["homeless"] and not phrase.owned
        return nowhere or not words["homeless_modifiers"].isdisjoint(inside)
