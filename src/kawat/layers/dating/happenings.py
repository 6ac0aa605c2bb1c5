"""Days of public record, known again by the words that a report on them needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from kawat.layers.dating.plain import AnyOf, PlainWords
from kawat.lexicon import rows

_LEAD = 700  # code points in which a report tells what it is about


@dataclass(frozen=True, slots=True, eq=False)
class Happening:
    """A day of public record, and the words of which a report on it has one from each list.

    A report of the day has them all, and at least half of them in its lead: what is told further
    down only recalls the day.
    """

    day: date
    name: str
    lists: tuple[AnyOf, ...]

    def named_in(self, words: PlainWords) -> bool:
        """Tell whether the words of a text have one from each list."""
        return all(phrases.is_in(words) for phrases in self.lists)

    def leads(self, lead: PlainWords) -> bool:
        """Tell whether the words of a lead have one from at least half of the lists."""
        early = sum(phrases.is_in(lead) for phrases in self.lists)
        return 2 * early >= len(self.lists)


def happenings_on(days: Iterable[tuple[int | None, int | None]], text: str) -> list[Happening]:
    """Return the happenings on days (month, day) of any year which the text names, oldest first."""
    by_day = _by_day()
    low = text.lower()
    known = [
        h
        for day in set(days)
        for h in by_day.get(day, ())
        if all(phrases.may_be_in(low) for phrases in h.lists)
    ]
    return _named(known, PlainWords.of(text)) if known else []


def happenings_reported(text: str) -> list[Happening]:
    """Return the happenings of which the text is a report, as its lead shows, oldest first."""
    words, by_word = PlainWords.of(text), _by_word()
    told = _named({h for word in by_word.keys() & words.words for h in by_word[word]}, words)
    lead = PlainWords.of(text[:_LEAD]) if told else words
    return [h for h in told if h.leads(lead)]


def _named(known: Iterable[Happening], words: PlainWords) -> list[Happening]:
    return sorted((h for h in known if h.named_in(words)), key=lambda h: (h.day, h.name))


@cache
def _happenings() -> tuple[Happening, ...]:
    return tuple(
        Happening(
            date.fromisoformat(row["day"]),
            row["name"],
            tuple(AnyOf.of(phrases.split("|")) for phrases in row["words"].split(";")),
        )
        for row in rows("happenings")
    )


@cache
def _by_day() -> dict[tuple[int | None, int | None], tuple[Happening, ...]]:
    """Month and day → the happenings on it, of all years."""
    found: dict[tuple[int | None, int | None], tuple[Happening, ...]] = {}
    for happening in _happenings():
        day = happening.day.month, happening.day.day
        found[day] = (*found.get(day, ()), happening)
    return found


@cache
def _by_word() -> dict[str, tuple[Happening, ...]]:
    """First word of what a happening is known by → the happenings: few have it, of its lists."""
    known = _happenings()
    firsts = [[phrases.firsts() for phrases in h.lists] for h in known]
    count = Counter(word for lists in firsts for words in lists for word in words)
    found: dict[str, list[Happening]] = {}
    for happening, lists in zip(known, firsts, strict=True):
        for word in min(lists, key=lambda words: sum(count[word] for word in words)):
            found.setdefault(word, []).append(happening)
    return {word: tuple(happenings) for word, happenings in found.items()}
