"""Finding the names of one article: what is known, what titles point at, what capitals show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from kawat.draft import Words
from kawat.layers.names.bodies import body_at
from kawat.layers.names.capitals import capital_run, is_common, person_run
from kawat.layers.names.gazetteer import Gazetteer, Known, Match, gazetteer
from kawat.layers.names.titles import Title, TitleReader
from kawat.lexicon import table

_SHORTEST_PART = 3
_LONGEST_ABBREVIATION = 10


@dataclass(frozen=True, slots=True)
class Person:
    """A person's name, words ``[start, end)``, and the title printed with it."""

    start: int
    end: int
    known: Known | None
    title: Title | None


@dataclass
class Found:
    """What was found, by the word at which it begins."""

    names: dict[int, Match] = field(default_factory=dict)
    people: dict[int, Person] = field(default_factory=dict)
    titles: list[tuple[Title, Person | None]] = field(default_factory=list)


def _majority(labels: list[str]) -> str:
    """Return the commonest label but ``O``; the first of those that tie."""
    named = [label for label in labels if label != "O"]
    return max(named, key=named.count) if named else "O"


def _whole(row: list[Title]) -> Title:
    """Return titles in a row as one; a clerical title or honorific after another is left out."""
    first, last = row[0], row[-1]
    printed = first.printed if last.sector == "REL" and len(row) > 1 else last.printed
    return replace(first, end=last.end, printed=printed)


def _belongs(body: Known, after: Known) -> bool:
    """Tell whether a country, town or league named behind a body is part of its name."""
    if after.kind in ("country", "capital"):
        return body.sector not in ("IGO", "REB", "BUS")
    return after.name == "Perserikatan Bangsa-Bangsa" and body.sector == "IGO"


@cache
def _signs() -> dict[str, frozenset[str]]:
    return {k: frozenset(v) for k, v in table("names")["before"].items()}


@cache
def _english() -> frozenset[str]:
    return frozenset(table("names")["english"]["words"]) | _english_bodies()


@cache
def _english_bodies() -> frozenset[str]:
    return frozenset(table("names")["english"]["bodies"])


class NameFinder:
    """One article's names; the steps of :meth:`run` build upon each other, in order."""

    def __init__(self, text: Words, labels: list[str]) -> None:
        self.text, self.labels, self.found = text, labels, Found()
        self.local = Gazetteer(())

    def run(self) -> Found:
        """Find everything."""
        self._bodies_and_definitions()
        self._known()
        self._titled()
        self._known_people()
        self._untitled()
        self._again()
        self._parts_of_people()
        self._apposed()
        return self.found

    def _lookup(self, i: int) -> Match | None:
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
                known = gazetteer().at(text, i)
                whole = known.known if known and known.end == end else body and body.known
                if whole:
                    self.local.add(text.forms[end], whole)
            if body:
                self.found.names[i] = body
            i = body.end if body else i + 1

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
            match = self._lookup(i)
            mine = self.found.names.get(i)
            if mine and (not match or match.end < mine.end):
                match = mine
            if match and not self._is_word(match) and not self._part_of_more(match):
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
        if match.known.kind not in ("person", "place") or end - match.start > 1 or end >= len(text):
            return False
        before = text.lows[match.start - 1] if match.start else ""
        if match.known.kind == "place" and before in _signs()["place"]:
            return False
        unknown = text.capital(end) and not is_common(text.lows[end])
        return unknown and text.close(end) and self._lookup(end) is None

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

    def _titled(self) -> None:
        reader = TitleReader(self.text, self.found.names)
        i = 0
        while i < len(self.text):
            if i in self.found.names or (title := reader.at(i)) is None:
                i = self.found.names[i].end if i in self.found.names else i + 1
                continue
            row, start = [title], reader.past_honorifics(title.end)
            while more := self._next_title(reader, start):
                row.append(more)
                start = reader.past_honorifics(more.end)
            person = self._named_by(_whole(row), start)
            self.found.titles += [(t, person) for t in row]
            if person:
                self.found.people[person.start] = person
            i = max(person.end if person else row[-1].end, i + 1)

    def _next_title(self, reader: TitleReader, start: int) -> Title | None:
        """Return the title that follows another: ``Kepala Pusat Penerangan TNI, Mayjen``."""
        text = self.text
        if start >= len(text) or text.marks[start] not in ("", ",") or start in self.found.names:
            return None
        return reader.at(start)

    def _named_by(self, title: Title, start: int) -> Person | None:
        text = self.text
        if start >= len(text) or text.marks[start] not in ("", ",", ")", "),", '"', "/"):
            return None
        end = person_run(text, start, self.found.names)
        known = self.found.names.get(start)
        if end == start or (known and known.known.kind == "country" and known.end == end):
            return None
        if end > start + 1 and any(low in _english() for low in text.lows[start:end]):
            return None
        if (
            text.marks[start] == ","
            and end == start + 1
            and not (known and known.known.kind == "person")
        ):
            return None
        if end == start + 1 and self._title_goes_on(end, known):
            return None
        match = known or self._lookup(start)
        person = match.known if match and match.known.kind == "person" else None
        if match and person and match.end < end and match.end == start + 1:
            person = None
        return Person(start, max(end, match.end if match and person else end), person, title)

    def _apposed(self) -> None:
        """Give a person the title that stands behind the name, between commas or in brackets."""
        text = self.text
        ending = {p.end: p for p in self.found.people.values()}
        for n, (title, bearer) in enumerate(self.found.titles):
            person = ending.get(title.start)
            if bearer or person is None or text.marks[title.start] not in (",", "(", "--", "-"):
                continue
            after = text.marks[title.end] if title.end < len(text) else "."
            closed = after[:1] in (",", ".", ")", ";", "\n", "-", '"', "”", "“")
            if closed or (title.end < len(text) and text.lows[title.end] == "yang"):
                named = person if person.title else replace(person, title=title)
                self.found.people[person.start] = named
                self.found.titles[n] = (title, named)

    def _title_goes_on(self, end: int, known: Match | None) -> bool:
        """Tell whether the word before is part of a title or a date, and no name.

        It is a common word or another capital follows it, and the model takes it for no person.
        """
        text = self.text
        if known is None and is_common(text.lows[end - 1]):
            return self.labels[end - 1] != "PER"
        follows = end < len(text) and text.marks[end] == "" and text.capital(end)
        return follows and known is None and self.labels[end - 1] != "PER"

    def _known_people(self) -> None:
        inside = {k for p in self.found.people.values() for k in range(p.start, p.end)}
        for i, match in list(self.found.names.items()):
            if match.known.kind == "person" and i not in inside:
                self.found.people[i] = Person(i, match.end, match.known, None)
                inside.update(range(i, match.end))

    def _untitled(self) -> None:
        """Find names by capitals alone: two words or more, or one with a sign beside it."""
        text, taken, signs = self.text, self._taken(), _signs()
        i = 0
        while i < len(text):
            if (
                i in taken
                or not text.capital(i)
                or is_common(text.lows[i])
                or text.forms[i][0].isdigit()
            ):
                i += 1
                continue
            end = i + 1
            run = min(
                (k for k in range(i, capital_run(text, i)) if k in taken),
                default=capital_run(text, i),
            )
            end = min(max(person_run(text, i, self.found.names), i + 1), max(run, i + 1))
            self._classify(i, end, signs)
            i = end

    def _classify(self, i: int, end: int, signs: dict[str, frozenset[str]]) -> None:
        """Say what the capitalised words name.

        A word of place before them makes them a place; the model must take them for a person,
        and one word alone must stand beside a word of speech.
        """
        text = self.text
        before = text.lows[i - 1] if i and text.close(i) else ""
        after = text.lows[end] if end < len(text) and text.close(end) else ""
        name = text.text[text.starts[i] : text.ends[end - 1]]
        label, spoken = _majority(self.labels[i:end]), {before, after} & signs["speech"]
        if before in signs["place"]:
            self.found.names[i] = Match(i, end, Known("place", name, open=True))
        elif any(low in _english() for low in text.lows[i:end]):
            self._english(i, end, name)
        elif (label == "PER" and (end > i + 1 or spoken)) or self._comes_alone(i, end):
            self.found.people[i] = Person(i, end, None, None)

    def _comes_alone(self, i: int, end: int) -> bool:
        """Tell whether the last of several words is printed alone elsewhere, as surnames are."""
        text, low = self.text, self.text.lows[end - 1]
        return end > i + 1 and any(
            text.lows[k] == low
            and text.capital(k)
            and not (k and text.close(k) and text.capital(k - 1))
            and not (k + 1 < len(text) and text.close(k + 1) and text.capital(k + 1))
            for k in range(end, len(text))
        )

    def _english(self, i: int, end: int, name: str) -> None:
        """Take English words for a body where one of them says that it is one."""
        if any(low in _english_bodies() for low in self.text.lows[i:end]):
            self.found.names[i] = Match(i, end, Known("organization", name, open=True))

    def _taken(self) -> set[int]:
        taken = {k for m in self.found.names.values() for k in range(m.start, m.end)}
        taken |= {k for p in self.found.people.values() for k in range(p.start, p.end)}
        return taken | {k for t, _ in self.found.titles for k in range(t.start, t.end)}

    def _again(self) -> None:
        """Find full names again where neither title nor model points at them."""
        text, taken = self.text, self._taken()
        full = [p for p in self.found.people.values() if p.end - p.start > 1]
        by_first: dict[str, list[Person]] = {}
        for person in sorted(full, key=lambda p: p.start - p.end):
            by_first.setdefault(text.lows[person.start], []).append(person)
        for i, low in enumerate(text.lows):
            for person in by_first.get(low, ()):
                end = i + person.end - person.start
                same = text.lows[i:end] == text.lows[person.start : person.end]
                if same and text.capital(i) and taken.isdisjoint(range(i, end)):
                    self.found.people[i] = replace(person, start=i, end=end, title=None)
                    taken.update(range(i, end))
                    break

    def _parts_of_people(self) -> None:
        """Find the parts of a person's name where they stand alone."""
        text, taken = self.text, self._taken()
        parts: dict[str, Person] = {}
        for person in sorted(self.found.people.values(), key=lambda p: p.start):
            if person.end - person.start > 1:
                for k in range(person.start, person.end):
                    if len(text.forms[k]) >= _SHORTEST_PART and text.capital(k):
                        parts.setdefault(text.lows[k], person)
        for i, low in enumerate(text.lows):
            if low in parts and i not in taken and text.capital(i):
                self.found.people[i] = replace(parts[low], start=i, end=i + 1, title=None)
