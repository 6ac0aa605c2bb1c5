"""The numbered sources of a brief: each article once, in the order in which lines cite it."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from kawat.brief.model import Quote, Source
from kawat.record.tables import ArticleRow
from kawat.timeline import Telling

LONGEST = 360
"""Characters of a sentence that are quoted around the words that it is cited for."""


class Sources:
    """Gives each article a number when it is first cited."""

    def __init__(self) -> None:
        self._found: dict[str, Source] = {}

    def number(
        self,
        article: str,
        uri: str,
        outlet: str | None = None,
        published: str | None = None,
    ) -> int:
        """Return the number of an article."""
        known = self._found.get(article)
        if known is None:
            number = len(self._found) + 1
            known = Source(number, article, outlet, None, published, uri)
            self._found[article] = known
        return known.number

    def of_table(self, name: str, uri: str) -> int:
        """Return the number of a curated source, by its name."""
        known = self._found.get(name)
        if known is None:
            known = Source(len(self._found) + 1, None, None, name, None, uri)
            self._found[name] = known
        return known.number

    def quote(self, telling: Telling) -> Quote:
        """Return the sentence of a telling, or as much of it as is read, around its trigger."""
        number = self.number(telling.article, telling.uri, telling.outlet, telling.published)
        return window(telling.words, telling.trigger, number)

    def cited(self, tellings: Iterable[Telling]) -> tuple[int, ...]:
        """Return the numbers of the articles that tell something, each once, in order."""
        numbers = (self.number(t.article, t.uri, t.outlet, t.published) for t in tellings)
        return tuple(sorted(set(numbers)))

    def all(self, connection: Connection) -> tuple[Source, ...]:
        """Return every source by its number, with the articles' headlines."""
        ids = [source.article for source in self._found.values() if source.article]
        titles: dict[str, str | None] = {}
        for start in range(0, len(ids), 400):
            some = ids[start : start + 400]
            query = select(ArticleRow.id, ArticleRow.title).where(ArticleRow.id.in_(some))
            titles.update((id, title) for id, title in connection.execute(query))
        return tuple(
            Source(s.number, s.article, s.outlet, titles.get(s.article or "", s.title),
                   s.published, s.uri)
            for s in self._found.values()
        )  # fmt: skip


def window(words: str, around: str, number: int) -> Quote:
    """Return the words, or those around ``around`` (which they hold) if they are many."""
    if len(words) <= LONGEST:
        return Quote(words, number)
    at = max(words.find(around), 0)
    start = max(0, min(at - LONGEST // 2, len(words) - LONGEST))
    end = start + LONGEST
    if start:
        start = words.find(" ", start, at) + 1 or start
    if end < len(words):
        end = max(words.rfind(" ", at + len(around), end), min(at + len(around), end))
    return Quote(words[start:end], number, start > 0, end < len(words))
