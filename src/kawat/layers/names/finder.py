"""Finding the names of one article: what is known, what titles point at, what capitals show."""

from __future__ import annotations

from dataclasses import replace

from kawat.draft import Words
from kawat.layers.names.bodies import body_at
from kawat.layers.names.capitals import is_common, signs
from kawat.layers.names.found import Found
from kawat.layers.names.gazetteer import Gazetteer, Known, Match, gazetteer
from kawat.layers.names.titled import TitledPeople
from kawat.layers.names.titles import lexicon
from kawat.layers.names.untitled import UntitledNames

_LONGEST_ABBREVIATION = 10


class NameFinder:
    """One article's names; the steps of :meth:`run` build upon each other, in order."""

    def __init__(self, text: Words, labels: list[str]) -> None:
        self.text, self.labels, self.found = text, labels, Found()
        self.local = Gazetteer(())

    def run(self) -> Found:
        """Find everything."""
        self._bodies_and_definitions()
        self._known()
        titled = TitledPeople(self.text, self.labels, self.found, self.lookup)
        untitled = UntitledNames(self.text, self.labels, self.found)
        titled.before_names()
        untitled.known()
        untitled.by_capitals()
        untitled.full_names_again()
        untitled.parts_again()
        titled.behind_names()
        return self.found

    def lookup(self, i: int) -> Match | None:
        """Return the longest name known at word i, to the article or to everyone."""
        ours, theirs = self.local.at(self.text, i), gazetteer().at(self.text, i)
        if ours and (not theirs or ours.end >= theirs.end):
            return ours
        return theirs

    def _bodies_and_definitions(self) -> None:
        """Learn bodies from their opening noun, and abbreviations from their brackets."""
        text, i = self.text, 0
        while i < len(text):
            body = body_at(text, i)
            end = body.end if body else self._definable(i)
            if end and end < len(text) and text.marks[end] == "(" and self._abbreviates(i, end):
                body = self._define(i, end, body)
            if body:
                self.found.names[i] = body
            i = body.end if body else i + 1

    def _define(self, i: int, end: int, body: Match | None) -> Match | None:
        """Learn the abbreviation at word ``end`` for the name before it; return the body there.

        An abbreviation that everyone knows says which body it is; a state's is none of a body.
        """
        text = self.text
        known, short = gazetteer().at(text, i), gazetteer().at(text, end)
        if short and short.known.kind == "country":
            return body
        if body and short and short.known.kind == "organization" and not short.known.open:
            body = Match(body.start, body.end, short.known)
        whole = known.known if known and known.end == end else body and body.known
        if whole and (whole.kind != "country" or _initials(text, i, end)):
            self.local.add(text.forms[end], whole)
        return body

    def _definable(self, i: int) -> int | None:
        match = gazetteer().at(self.text, i)
        return match.end if match and match.known.kind != "person" else None

    def _abbreviates(self, i: int, end: int) -> bool:
        form, text = self.text.forms[end], self.text
        closed = end + 1 < len(text) and text.marks[end + 1].startswith(")")
        return closed and form.isupper() and 2 <= len(form) <= _LONGEST_ABBREVIATION and end > i + 1

    def _known(self) -> None:
        i = 0
        while i < len(self.text):
            match = self.lookup(i)
            mine = self.found.names.get(i)
            if mine and (not match or match.end < mine.end):
                match = mine
            more = match and (self._part_of_more(match) or self._given_or_surname(match))
            if match and not self._is_word(match) and not more:
                self.found.names[i] = match
                i = match.end
            else:
                i += 1
        self._merge()

    def _is_word(self, match: Match) -> bool:
        """Tell whether a name of one word may as well be the first word of a sentence."""
        low = self.text.lows[match.start]
        return match.end == match.start + 1 and self.text.opens(match.start) and is_common(low)

    def _part_of_more(self, match: Match) -> bool:
        """Tell whether a person's or town's name of one word goes on with a word nobody knows."""
        text, end = self.text, match.end
        if match.known.kind == "place" and self._hyphened(end):
            return True
        if match.known.kind not in ("person", "place") or end - match.start > 1 or end >= len(text):
            return False
        before = text.lows[match.start - 1] if match.start else ""
        if match.known.kind == "place" and before in signs()["place"]:
            return False
        unknown = text.capital(end) and not is_common(text.lows[end])
        return unknown and text.close(end) and self.lookup(end) is None

    def _hyphened(self, end: int) -> bool:
        """Tell whether a hyphen ties small letters to the word before (``Tete-a-Tete``)."""
        text = self.text
        return (
            end < len(text)
            and text.marks[end] == "-"
            and not text.forms[end][0].isupper()
            and (not text.forms[end].isdigit())
        )

    def _given_or_surname(self, match: Match) -> bool:
        """Tell whether a name of one word is part of a person's whom nobody knows.

        The surname of somebody known behind another given name (``Lara Trump``), or a state's or
        town's name before a surname (``Chad Wolf``); the model must take both for a person's.
        """
        text, i = self.text, match.start
        if match.end != i + 1 or self.labels[i] != "PER":
            return False
        if match.known.kind == "person":
            return bool(i) and text.marks[i] == "" and self._unknown(i - 1)
        if i and text.close(i) and text.lows[i - 1] in signs()["place"]:
            return False
        states = match.known.kind in ("country", "capital", "place", "outlet")
        return states and match.end < len(text) and text.close(i + 1) and self._unknown(i + 1)

    def _unknown(self, i: int) -> bool:
        """Tell whether a word is in capitals, part of a person, and in no list."""
        text = self.text
        plain = text.capital(i) and len(text.forms[i]) > 1 and not is_common(text.lows[i])
        known = self.lookup(i) or lexicon().heads.at(text, i) or lexicon().honorifics.at(text, i)
        return plain and self.labels[i] == "PER" and known is None and not text.forms[i].isupper()

    def _merge(self) -> None:
        """Join a body to its bracketed abbreviation and the country behind: ``DK (DK) PBB``."""
        text, names = self.text, self.found.names
        for i, match in sorted(names.items()):
            if match.known.kind != "organization" or i not in names:
                continue
            end = match.end
            bracket = names.get(end)
            if bracket and text.marks[end] == "(" and bracket.known == match.known:
                end = bracket.end
            after = names.get(end)
            tied = after and (text.marks[end] == "" if end == match.end else text.marks[end] == ")")
            if after and tied and _belongs(match.known, after.known):
                for k in [k for k in names if i < k < after.end]:
                    del names[k]
                country = match.known.country or after.known.country
                known = replace(match.known, country=country, open=country is None)
                names[i] = Match(i, after.end, known)


def _initials(text: Words, start: int, end: int) -> bool:
    """Tell whether the word at ``end`` is made of the first letters of those before it."""
    return text.lows[end] == "".join(low[0] for low in text.lows[start:end])


def _belongs(body: Known, after: Known) -> bool:
    """Tell whether a country, town or league named behind a body is part of its name."""
    if after.kind in ("country", "capital"):
        return body.sector not in ("IGO", "REB", "BUS")
    return after.name == "Perserikatan Bangsa-Bangsa" and body.sector == "IGO"
