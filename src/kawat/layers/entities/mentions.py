"""What a mention is before it is known which entity it belongs to, and which of them stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kawat.reading import EntityKind, Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or describe an entity.

    ``key`` is what two mentions of one entity share, where the words alone tell: a country's
    code, a body's full name, a person's name, the noun of a group.
    """

    span: Span
    kind: EntityKind
    key: str
    name: str
    country: str | None = None
    sector: str | None = None
    role: Span | None = None
    office: str | None = None
    """the office of a title with or without a name"""
    bodied: bool = False
    """the title names the body that it is of"""
    open: bool = False
    """the words leave the country to the context"""
    outlet: bool = False
    """an outlet or agency, whose country says nothing of what it reports"""

    @property
    def alone(self) -> bool:
        """Tell whether this is a title for whoever bears it in the article."""
        return self.office is not None and self.role is None


def standing(mentions: Iterable[Mention]) -> list[Mention]:
    """Keep the longest of mentions that share words, in text order."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in sorted(mentions, key=lambda m: (m.span.start - m.span.end, m.span.start)):
        if taken.isdisjoint(range(*mention.span)):
            taken.update(range(*mention.span))
            kept.append(mention)
    return sorted(kept, key=lambda m: m.span.start)
