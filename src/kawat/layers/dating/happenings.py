"""Days of public record, known again by the words that a report on them needs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from kawat.lexicon import rows


@dataclass(frozen=True, slots=True)
class Happening:
    """A day of public record, and the words of which a report on it has one from each list."""

    day: date
    name: str
    words: tuple[tuple[str, ...], ...]

    def told_in(self, lower: str) -> bool:
        """Tell whether a text in lower case has one word from each list."""
        return all(any(word in lower for word in words) for words in self.words)


def happenings_in(text: str, fits: Callable[[date], bool]) -> list[Happening]:
    """Return the happenings on days that fit of which the text has all words, oldest first."""
    lower = text.lower()
    return [h for h in _happenings() if fits(h.day) and h.told_in(lower)]


@cache
def _happenings() -> tuple[Happening, ...]:
    return tuple(
        Happening(
            date.fromisoformat(row["day"]),
            row["name"],
            tuple(tuple(group.split("|")) for group in row["words"].split(";")),
        )
        for row in rows("happenings")
    )
