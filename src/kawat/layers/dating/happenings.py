"""Days of public record, known again by the words that a report on them needs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from kawat.lexicon import rows

_LEAD = 700  # code points in which a report tells what it is about
_WORD = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")  # words that lost the space at a link: `diIran`


@dataclass(frozen=True, slots=True)
class Happening:
    """A day of public record, and the words of which a report on it has one from each list.

    A report of the day has them all, and at least half of them in its lead: what is told further
    down only recalls the day.
    """

    day: date
    name: str
    words: tuple[tuple[str, ...], ...]

    def named_in(self, words: str) -> bool:
        """Tell whether plain words (`plain_words`) have one from each list."""
        return all(any(word in words for word in group) for group in self.words)

    def leads(self, lead: str) -> bool:
        """Tell whether the plain words of a lead have one from at least half of the lists."""
        early = sum(any(word in lead for word in group) for group in self.words)
        return 2 * early >= len(self.words)


def plain_words(text: str) -> str:
    """Return the words in lower case, a space around each: ``Kim Jong-un`` → `` kim jong un ``."""
    words = _WORD.findall(_GLUED.sub(" ", text).lower())
    return f" {' '.join(words)} "


def happenings_in(text: str, fits: Callable[[date], bool]) -> list[Happening]:
    """Return the happenings on days that fit which the text names, oldest first."""
    words, by_word = plain_words(text), _by_word()
    found = {h for word in set(words.split()) for h in by_word.get(word, ())}
    named = [h for h in found if fits(h.day) and h.named_in(words)]
    return sorted(named, key=lambda h: (h.day, h.name))


def happenings_reported(text: str) -> list[Happening]:
    """Return the happenings of which the text is a report, as its lead shows, oldest first."""
    lead = plain_words(text[:_LEAD])
    return [h for h in happenings_in(text, lambda _: True) if h.leads(lead)]


@cache
def _happenings() -> tuple[Happening, ...]:
    return tuple(
        Happening(
            date.fromisoformat(row["day"]),
            row["name"],
            tuple(tuple(map(plain_words, group.split("|"))) for group in row["words"].split(";")),
        )
        for row in rows("happenings")
    )


@cache
def _by_word() -> dict[str, tuple[Happening, ...]]:
    """First word of what a happening is known by → the happenings: few have it, of its lists."""
    known = _happenings()
    firsts = [[_first_words(group) for group in h.words] for h in known]
    count = Counter(word for groups in firsts for group in groups for word in group)
    found: dict[str, list[Happening]] = {}
    for happening, groups in zip(known, firsts, strict=True):
        for word in min(groups, key=lambda group: sum(count[word] for word in group)):
            found.setdefault(word, []).append(happening)
    return {word: tuple(happenings) for word, happenings in found.items()}


def _first_words(group: Iterable[str]) -> set[str]:
    return {word.split()[0] for word in group}
