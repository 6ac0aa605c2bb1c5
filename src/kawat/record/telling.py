"""A telling as it is compared, merged and shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property

from kawat.lexicon import table
from kawat.reading import Span
from kawat.record.days import Days
from kawat.record.names import name_key

_WORD = re.compile(r"\w+")
_SHORT = 4
"""Letters from which a word counts as one of content, if it is not one of grammar."""


Place = tuple[int, str]
"""Where a telling stands in one record: the article's number and the event's id."""

SHORT_ID = 12
"""Characters of an article's id that name it; enough for a hundred million articles."""


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

    ``days`` are those of ``value`` where ``dated``, otherwise those of the publication. ``said``
    is the sentence of the first trigger, ``span`` where it stands in the article's text.
    ``number`` is the record's own for the article; it plays no part in any comparison.
    """

    article: str
    id: str
    type: str
    mode: str | None
    status: str
    value: str | None
    dated: bool
    days: Days | None
    published: Days | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    place: Party | None
    topics: tuple[str, ...]
    said_by: tuple[Party, ...]
    said: str
    span: Span
    trigger: str
    duration: str | None = None
    uri: str = ""
    outlet: str | None = None
    published_value: str | None = None
    number: int = 0

    @property
    def key(self) -> tuple[str, str]:
        """Return what names this telling in every record: the article's id and the event's."""
        return self.article, self.id

    @property
    def name(self) -> str:
        """Return the telling's short name, which also names its event: ``3f2a9c01b4d2.v1``."""
        return f"{self.article[:SHORT_ID]}.{self.id}"

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
