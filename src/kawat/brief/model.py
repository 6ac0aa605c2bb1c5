"""What a brief is made of: sections of lines, each with the exact words of numbered sources."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

SCHEMA = "kawat/brief/1"

SectionName = Literal[
    "standing", "talks", "agreements", "sides", "statements", "toll", "expectations",
    "disputes",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """An article, or a curated table, that lines stand on; ``number`` is its in the brief.

    ``article`` is the article's id, ``None`` for a table.
    """

    number: int
    article: str | None
    outlet: str | None
    title: str | None
    published: str | None
    uri: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Exact words of a source; ``cut_before`` and ``cut_after`` where its sentence goes on."""

    words: str
    source: int
    cut_before: bool = False
    cut_after: bool = False


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line: when, what in plain words, how it stands, and the words that it stands on.

    ``detail`` is what led there, step by step. ``sources`` are the numbers of all that tell it,
    ``independent`` how many of them count. ``id`` leads to the event, agreement or expectation
    in the record.
    """

    text: str
    when: str | None = None
    tag: str | None = None
    detail: str | None = None
    state: str | None = None
    quotes: tuple[Quote, ...] = ()
    sources: tuple[int, ...] = ()
    independent: int = 1
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading of their own, which may be empty."""

    heading: str
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its lines in groups, how many more there are, and the command that shows them.

    ``many`` tells that there are more than are counted.
    """

    name: SectionName
    title: str
    groups: tuple[Group, ...]
    rest: int = 0
    many: bool = False
    see: str | None = None
    note: str | None = None

    @property
    def lines(self) -> tuple[BriefLine, ...]:
        """Return the lines of all groups."""
        return tuple(line for group in self.groups for line in group.lines)


@dataclass(frozen=True, slots=True)
class Brief:
    """Where a conflict, country or actor stands as of a day, from what was known on it."""

    subject: str
    kind: str
    as_of: date | None
    language: str
    heading: str
    summary: tuple[BriefLine, ...]
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    schema: str = field(default=SCHEMA)
