"""A telling as it is compared with others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from kawat.lexicon import table
from kawat.record.days import Days
from kawat.record.names import name_key

_WORD = re.compile(r"\w+")
_SHORT = 4
"""Letters from which a word counts as one of content, if it is not one of grammar."""


@dataclass(frozen=True, slots=True)
class Party:
    """An actor, recipient or place of a telling; ``sector`` is PLOVER's."""

    name: str
    kind: str | None = None
    country: str | None = None
    sector: str | None = None

    @property
    def key(self) -> str:
        """Return the form under which names are compared."""
        return name_key(self.name)


@dataclass(frozen=True)
class Telling:
    """One article's account of an event.

    ``days`` are those of the event where ``dated``, otherwise those of the publication.
    ``said`` are the words of the sentences that hold its triggers.
    """

    article: str
    id: str
    type: str
    mode: str | None
    status: str
    dated: bool
    days: Days | None
    published: Days | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Party | None
    said: str
    trigger: str

    @property
    def key(self) -> tuple[str, str]:
        """Return what names this telling in every record: the article's id and the event's."""
        return self.article, self.id

    @property
    def parties(self) -> tuple[Party, ...]:
        """Return actors and recipients together."""
        return (*self.actors, *self.recipients)

    @cached_property
    def content(self) -> frozenset[str]:
        """Return the words of content in what was said, without those of grammar."""
        words = set(_WORD.findall(name_key(self.said))) - _grammar()
        return frozenset(word for word in words if len(word) >= _SHORT or word.isdigit())


@cache
def _grammar() -> frozenset[str]:
    return frozenset(table("function_words")["words"].split())
