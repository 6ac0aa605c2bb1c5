"""The conflicts that Kawat knows: names, places, words, and who is on which side and when.

The facts are curated (``id/conflicts.toml``, ``id/conflict_sides.tsv``), each side with its days
and its source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kawat.errors import LexiconError
from kawat.lexicon import rows, table


@dataclass(frozen=True, slots=True)
class Member:
    """A party to a conflict, or one that backs its ``side``, from a day to a day (ISO).

    ``code`` is the ISO 3166-1 alpha-3 code where it is a state; ``end`` is empty while it goes on.
    """

    side: str
    role: str
    name: str
    en: str
    code: str
    variants: tuple[str, ...]
    start: str
    end: str
    source: str

    def is_in(self, day: date | None) -> bool:
        """Tell whether it is on its side that day; without a day, whether it ever was."""
        return day is None or _within(day, self.start, self.end)

    def source_by(self, day: date | None) -> str:
        """Return its source without the parts (after a semicolon) that tell of later than a day."""
        parts = self.source.split("; ")
        if day is None:
            return self.source
        later = self.end and self.end > day.isoformat()
        known = [part for part in parts if max(_years(part), default=0) <= day.year]
        return "; ".join(known[:1] if later else known) or parts[0]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict; see the head of ``conflicts.toml`` for its fields."""

    key: str
    id: str
    en: str
    also: tuple[str, ...]
    first: str
    last: str
    named: tuple[str, ...]
    countries: tuple[str, ...]
    places: tuple[str, ...]
    words: tuple[str, ...]
    needs: str
    members: tuple[Member, ...]
    examples: tuple[str, ...]

    def goes_on(self, day: date) -> bool:
        """Tell whether it had begun and was not over that day."""
        return _within(day, self.first, self.last)

    def name(self, language: str) -> str:
        """Return its name in Indonesian (``id``) or English (``en``)."""
        return self.en if language == "en" else self.id


@cache
def conflicts() -> dict[str, Conflict]:
    """Return every conflict by its key, in the order of the file."""
    members: dict[str, list[Member]] = {}
    for row in rows("conflict_sides"):
        members.setdefault(row["conflict"], []).append(_member(row))
    known = {
        key: _conflict(key, entry, members.get(key, []))
        for key, entry in table("conflicts").items()
        if isinstance(entry, dict)
    }
    if strays := members.keys() - known:
        raise LexiconError(
            f"sides of no conflict: {', '.join(sorted(strays))}",
            where="conflict_sides.tsv",
            fix="name conflicts that conflicts.toml has",
        )
    return known


def words_of_force() -> tuple[str, ...]:
    """Return the words that reports of any conflict have."""
    return tuple(table("conflicts")["force"])


def _member(row: dict[str, str]) -> Member:
    return Member(
        side=row["side"],
        role=row["role"],
        name=row["name"],
        en=row["en"],
        code=row["code"],
        variants=tuple(filter(None, row["variants"].split("|"))),
        start=row["from"],
        end=row["to"],
        source=row["source"],
    )


def _conflict(key: str, entry: dict[str, Any], members: list[Member]) -> Conflict:
    lists = ("also", "named", "countries", "places", "words", "examples")
    return Conflict(
        key=key,
        id=entry["id"],
        en=entry["en"],
        first=entry["first"],
        last=entry.get("last", ""),
        needs=entry.get("needs", ""),
        members=tuple(members),
        **{name: tuple(entry.get(name, ())) for name in lists},
    )


def _years(text: str) -> list[int]:
    return [int(year) for year in re.findall(r"\b(?:19|20)\d\d\b", text)]


def _within(day: date, first: str, last: str) -> bool:
    return first <= day.isoformat() and (not last or day.isoformat() <= last)
