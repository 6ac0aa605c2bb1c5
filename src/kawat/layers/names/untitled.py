"""People and places that capitals, the model and the words beside them show."""

from __future__ import annotations

from dataclasses import replace

from kawat.draft import Words
from kawat.layers.names.capitals import english, english_bodies, is_common, person_run, signs
from kawat.layers.names.found import Found, Person
from kawat.layers.names.gazetteer import Known, Match

_SHORTEST_PART = 3


class UntitledNames:
    """Finds names that no title points at, and names and their parts told again."""

    def __init__(self, text: Words, labels: list[str], found: Found) -> None:
        self.text, self.labels, self.found = text, labels, found
        self.alone = self._printed_alone()
        self._ending: dict[int, Match] = {}

    def _printed_alone(self) -> dict[str, int]:
        """Return the words that stand capitalised with no capital beside them, and where last."""
        text = self.text
        return {
            low: k
            for k, low in enumerate(text.lows)
            if text.capital(k)
            and not (k and text.close(k) and text.capital(k - 1))
            and not (k + 1 < len(text) and text.close(k + 1) and text.capital(k + 1))
        }

    def by_capitals(self) -> None:
        """Find names that nobody knows."""
        text, taken, i = self.text, self.found.taken(), 0
        self._ending = {m.end: m for m in self.found.names.values()}
        while i < len(text):
            form = text.forms[i]
            known = i in taken or is_common(text.lows[i])
            if known or not form[0].isupper() or len(form) == 1:
                i += 1
                continue
            end = max(person_run(text, i, self.found.names), i + 1)
            end = next((k for k in range(i + 1, end) if k in taken), end)
            self._classify(i, end)
            i = end

    def _classify(self, i: int, end: int) -> None:
        """Say what the capitalised words name.

        A word of place before them makes them a place; the model must take them for a person,
        and one word alone must stand beside a word of speech.
        """
        text = self.text
        before = text.lows[i - 1] if i and text.close(i) else ""
        after = text.lows[end] if end < len(text) and text.close(end) else ""
        name = text.text[text.starts[i] : text.ends[end - 1]]
        label, spoken = _majority(self.labels[i:end]), {before, after} & signs()["speech"]
        if before in signs()["place"]:
            self.found.names[i] = Match(i, end, Known("place", name, open=True))
        elif any(low in english() for low in text.lows[i:end]):
            self._english(i, end)
        elif (label == "PER" and (end > i + 1 or spoken)) or self._surname(i, end):
            self.found.people[i] = Person(i, end, None, None)

    def _english(self, i: int, end: int) -> None:
        """Take English words for a body where one of them says that it is one.

        Names right before them are part of it: ``St Petersburg Economic Forum``.
        """
        text, names = self.text, self.found.names
        while end < len(text) and self._goes_on_in_english(end):
            end += 1
        told = any(low in english_bodies() for low in text.lows[i:end])
        if not told or (end == i + 1 and i not in self._ending):
            return
        start, country = i, None
        while start in self._ending and text.marks[start] in ("", "-"):
            before = self._ending[start]
            country = before.known.country if start == i else None
            start = before.start
            names.pop(start, None)
        name = text.text[text.starts[start] : text.ends[end - 1]]
        names[start] = Match(start, end, Known("organization", name, country, open=start == i))

    def _goes_on_in_english(self, i: int) -> bool:
        text = self.text
        return (
            text.lows[i] in english()
            and text.marks[i] == ""
            and text.capital(i)
            and i not in self.found.names
        )

    def _surname(self, i: int, end: int) -> bool:
        """Tell whether the last of several words is printed alone later, as surnames are."""
        return end > i + 1 and self.alone.get(self.text.lows[end - 1], -1) >= end

    def known(self) -> None:
        """Take the people of the gazetteers whom no title has found."""
        inside = {k for p in self.found.people.values() for k in range(p.start, p.end)}
        for i, match in list(self.found.names.items()):
            if match.known.kind == "person" and i not in inside:
                self.found.people[i] = Person(i, match.end, match.known, None)
                inside.update(range(i, match.end))

    def full_names_again(self) -> None:
        """Find full names again where neither title nor model points at them."""
        text, taken = self.text, self.found.taken()
        full: dict[tuple[str, ...], Person] = {}
        for person in sorted(self.found.people.values(), key=lambda p: p.start):
            if person.end - person.start > 1:
                full.setdefault(tuple(text.lows[person.start : person.end]), person)
        by_first: dict[str, list[Person]] = {}
        for name in sorted(full, key=len, reverse=True):
            by_first.setdefault(name[0], []).append(full[name])
        for i, low in enumerate(text.lows):
            for person in by_first.get(low, ()):
                end = i + person.end - person.start
                same = text.lows[i:end] == text.lows[person.start : person.end]
                if same and text.capital(i) and taken.isdisjoint(range(i, end)):
                    self.found.people[i] = replace(person, start=i, end=end, title=None)
                    taken.update(range(i, end))
                    break

    def parts_again(self) -> None:
        """Find the parts of a person's name where they stand alone."""
        text, taken = self.text, self.found.taken()
        parts: dict[str, Person] = {}
        for person in sorted(self.found.people.values(), key=lambda p: p.start):
            if person.end - person.start > 1:
                for k in range(person.start, person.end):
                    if len(text.forms[k]) >= _SHORTEST_PART and text.capital(k):
                        parts.setdefault(text.lows[k], person)
        for i, low in enumerate(text.lows):
            if low in parts and i not in taken and text.capital(i):
                self.found.people[i] = replace(parts[low], start=i, end=i + 1, title=None)


def _majority(labels: list[str]) -> str:
    """Return the commonest label but ``O``; the first of those that tie."""
    named = [label for label in labels if label != "O"]
    return max(named, key=named.count) if named else "O"
