"""What is found of an article's names, as it comes together."""

from __future__ import annotations

from dataclasses import dataclass, field

from kawat.layers.names.gazetteer import Known, Match
from kawat.layers.names.titles import Title


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

    def taken(self) -> set[int]:
        """Return the words that belong to a name or title."""
        taken = {k for m in self.names.values() for k in range(m.start, m.end)}
        taken |= {k for p in self.people.values() for k in range(p.start, p.end)}
        return taken | {k for t, _ in self.titles for k in range(t.start, t.end)}
