"""People that a title points at, before the name or behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from kawat.draft import Words
from kawat.layers.names.capitals import english, is_common, person_run
from kawat.layers.names.found import Found, Person
from kawat.layers.names.gazetteer import Match
from kawat.layers.names.titles import Title, TitleReader, aides

Lookup = Callable[[int], Match | None]
_BEFORE_NAME = ("", ",", ")", "),", '"', "/")
_BEFORE_TITLE = (",", "(", "--", "-")
_AFTER_TITLE = (",", ".", ")", ";", "\n", "-", '"', "”", "“")


class TitledPeople:
    """Finds the people whose title is printed; ``lookup`` asks the gazetteers at a word."""

    def __init__(self, text: Words, labels: list[str], found: Found, lookup: Lookup) -> None:
        self.text, self.labels, self.found, self.lookup = text, labels, found, lookup

    def before_names(self) -> None:
        """Read every title, with the name that follows it."""
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
        if reader.is_given_name(start):
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
        foreign = any(low in english() for low in text.lows[start:end])
        if end > start + 1 and foreign and not (known and known.known.kind == "person"):
            return None
        if (
            text.marks[start] == ","
            and end == start + 1
            and not (known and known.known.kind == "person")
        ):
            return None
        if end == start + 1 and self._title_goes_on(end, known):
            return None
        if other := self._whose_aide(title, end):
            return other
        match = known or self.lookup(start)
        person = match.known if match and match.known.kind == "person" else None
        if match and person and match.end < end and match.end == start + 1:
            person = None
        return Person(start, max(end, match.end if match and person else end), person, title)

    def _whose_aide(self, title: Title, end: int) -> Person | None:
        """Return who is named behind the one whose aide or kin he is: ``Pengacara Ali, Umar,``."""
        text, start = self.text, end
        if title.head.split()[0] not in aides() or not end < len(text) or text.marks[end] != ",":
            return None
        end = person_run(text, start, self.found.names)
        known = self.found.names.get(start)
        closed = end > start + 1 and end < len(text) and text.marks[end][:1] in (",", ".", "(")
        if not closed or any(is_common(low) for low in text.lows[start:end]):
            return None
        person = known.known if known and known.known.kind == "person" else None
        return Person(start, end, person, replace(title, end=start, printed=start))

    def _title_goes_on(self, end: int, known: Match | None) -> bool:
        """Tell whether the word before is part of a title or a date, and no name.

        It is a common word or another capital follows it, and the model takes it for no person.
        """
        text = self.text
        if known is None and is_common(text.lows[end - 1]):
            return self.labels[end - 1] != "PER"
        follows = end < len(text) and text.marks[end] == "" and text.capital(end)
        return follows and known is None and self.labels[end - 1] != "PER"

    def behind_names(self) -> None:
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


def _whole(row: list[Title]) -> Title:
    """Return titles in a row as one; a clerical title or honorific after another is left out."""
    first, last = row[0], row[-1]
    closing = row[-2] if last.sector == "REL" and len(row) > 1 else last
    return replace(first, end=closing.end, printed=closing.printed)
