"""Finding the names of one article: what is known, what titles point at, what capitals show."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kawat.layers.names.bodies import body_at
from kawat.layers.names.capitals import capital_run, is_common, person_run
from kawat.layers.names.gazetteer import Gazetteer, Known, Match, gazetteer
from kawat.layers.names.titles import Title, TitleReader
from kawat.layers.names.words import Words
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


class NameFinder:
    """One article's names; the steps of :meth:`run` build upon each other, in order."""

    def __init__(self, text: Words) -> None:
        self.text, self.found = text, Found()
        self.local = Gazetteer(())

    def run(self) -> Found:
        """Find everything."""
        self._bodies_and_definitions()
        self._known()
        self._titled()
        self._known_people()
        self._untitled()
        self._parts_of_people()
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
            if match and not self._is_word(match):
                self.found.names[i] = match
                i = match.end
            else:
                i += 1

    def _is_word(self, match: Match) -> bool:
        """Tell whether a name of one word may as well be the first word of a sentence."""
        low = self.text.lows[match.start]
        return match.end == match.start + 1 and self.text.opens(match.start) and is_common(low)

    def _titled(self) -> None:
        reader = TitleReader(self.text, self.found.names)
        i = 0
        while i < len(self.text):
            if i in self.found.names or (title := reader.at(i)) is None:
                i = self.found.names[i].end if i in self.found.names else i + 1
                continue
            start = reader.past_honorifics(title.end)
            person = self._named_by(title, start)
            self.found.titles.append((title, person))
            if person:
                self.found.people[person.start] = person
            i = max(person.end if person else title.end, i + 1)

    def _named_by(self, title: Title, start: int) -> Person | None:
        text = self.text
        if start >= len(text) or text.marks[start] not in ("", ",", ")", "),", '"', "/"):
            return None
        end = person_run(text, start, self.found.names)
        known = self.found.names.get(start)
        if end == start or (known and known.known.kind == "country" and known.end == end):
            return None
        if (
            text.marks[start] == ","
            and end == start + 1
            and not (known and known.known.kind == "person")
        ):
            return None
        person = known.known if known and known.known.kind == "person" else None
        return Person(start, max(end, known.end if known and person else end), person, title)

    def _known_people(self) -> None:
        inside = {k for p in self.found.people.values() for k in range(p.start, p.end)}
        for i, match in list(self.found.names.items()):
            if match.known.kind == "person" and i not in inside:
                self.found.people[i] = Person(i, match.end, match.known, None)
                inside.update(range(i, match.end))

    def _untitled(self) -> None:
        """Find names by capitals alone: two words or more, or one with a sign beside it."""
        text, taken = self.text, self._taken()
        signs = {k: frozenset(v) for k, v in table("names")["before"].items()}
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
        text = self.text
        before = text.lows[i - 1] if i and text.close(i) else ""
        after = text.lows[end] if end < len(text) and text.close(end) else ""
        name = text.text[text.starts[i] : text.ends[end - 1]]
        single = end == i + 1
        if before in signs["place"]:
            self.found.names[i] = Match(i, end, Known("place", name))
        elif single and text.forms[i].isupper() and len(name) > 2:
            self.found.names[i] = Match(i, end, Known("organization", name))
        elif before in signs["speech"] or after in signs["speech"] or not single:
            self.found.people[i] = Person(i, end, None, None)

    def _taken(self) -> set[int]:
        taken = {k for m in self.found.names.values() for k in range(m.start, m.end)}
        taken |= {k for p in self.found.people.values() for k in range(p.start, p.end)}
        return taken | {k for t, _ in self.found.titles for k in range(t.start, t.end)}

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
