"""The page as lines: what the rules of furniture look at, and where they leave their marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from kawat.reading import Furniture, FurnitureKind, Span

_LINE = re.compile(r"[^\r\n]+")
_CLOSERS = "\"”’')]* \xa0"


@dataclass(slots=True)
class Line:
    """A line with words in it, without the white space around it.

    ``kind`` is the furniture that the whole line is, ``None`` while it is taken for the report.
    """

    text: str
    start: int
    end: int
    spaced: bool
    """whether an empty line stands before it"""
    kind: FurnitureKind | None = None
    count: int = 0
    """number of words"""
    ended: bool = False
    """whether it ends as a sentence does"""

    @property
    def is_report(self) -> bool:
        """Whether the line reads like a paragraph of the report."""
        return self.kind is None and ((self.ended and self.count >= 8) or self.count >= 22)


@dataclass(slots=True)
class Page:
    """An article's text, its lines, and the furniture found so far."""

    text: str
    lower: str
    lines: list[Line]
    marks: list[tuple[int, int, FurnitureKind]] = field(default_factory=list)

    def mark(self, start: int, end: int, kind: FurnitureKind) -> None:
        """Mark the words between the offsets, white space at either end left out."""
        words = self.text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            self.marks.append((start, end, kind))

    def furniture(self) -> tuple[Furniture, ...]:
        """Return all marks in text order; where two overlap, the one that begins first stays."""
        whole = [(line.start, line.end, line.kind) for line in self.lines if line.kind]
        found: list[Furniture] = []
        reached = 0
        for start, end, kind in sorted(whole + self.marks, key=lambda m: (m[0], -m[1])):
            if end > reached:
                begin = max(start, reached)
                while begin < end and self.text[begin].isspace():
                    begin += 1
                if begin < end:
                    found.append(Furniture(kind=kind, span=Span(begin, end)))
                reached = end
        return tuple(found)


def lowered(text: str) -> str:
    """Return the text in lower case with every offset unmoved."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower()[:1] or c for c in text)


def page_of(text: str) -> Page:
    """Cut the text into lines."""
    lines: list[Line] = []
    reached = 0
    for found in _LINE.finditer(text):
        line = found.group()
        words = line.strip()
        if not words:
            continue
        start = found.end() - len(line.lstrip())
        end = start + len(words)
        spaced = text.count("\n", reached, start) > 1
        lines.append(
            Line(
                words,
                start,
                end,
                spaced,
                count=words.count(" ") + 1,
                ended=words[-12:].rstrip(_CLOSERS).endswith((".", "!", "?", "…")),
            )
        )
        reached = end
    return Page(text, lowered(text), lines)
