"""Reading a stream of articles on all cores, with everything in the order in which it came.

The first articles are read in this process, so that a few of them wait for no other. What comes
after goes to :class:`~kawat.engine.workers.Workers` in small batches. Only so much is under way
at once; the stream waits where its readings are not taken.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from kawat.draft import Article
from kawat.errors import KawatError, UsageError
from kawat.reading import Reading

if TYPE_CHECKING:
    from concurrent.futures import Future

    from kawat.engine.workers import Answer, Workers

Item = TypeVar("Item")

FEW = 24
"""Articles that are read in this process first; starting others takes about as long."""

BATCH_ARTICLES = 8
"""Most articles that are handed to a process at once."""

BATCH_CHARACTERS = 60_000
"""A batch that has this many code points is full; one article may have more."""

BATCH_ITEMS = 256
"""Most items of a batch, with those of which nothing is to be read."""

BATCHES_UNDER_WAY = 4
"""Batches for each process: read, being read or waiting."""

CHARACTERS_UNDER_WAY = 16_000_000
"""Code points of articles that are under way at once, and one batch more."""


@dataclass(frozen=True, slots=True)
class Done(Generic[Item]):
    """An item of the stream, the article that was read for it, and what became of that."""

    item: Item
    article: Article | None = None
    outcome: Reading | KawatError | None = None


def in_order(
    items: Iterable[Item],
    wanted: Callable[[Item], Article | None],
    read: Callable[[Article], Reading],
    *,
    jobs: int,
) -> Iterator[Done[Item]]:
    """Yield each item with the reading of the article that is ``wanted`` for it.

    ``read`` reads in this process; with one job it reads everything. With more, ``wanted`` is
    asked before the items ahead are yielded. An error of the items' own comes after all that
    was before it.
    """
    stream = iter(items)
    left = FEW
    for item in stream:
        article = wanted(item)
        yield _read_here(item, article, read)
        left -= article is not None
        if jobs > 1 and left == 0:
            break
    else:
        return
    yield from _read_by_workers(stream, wanted, jobs)


def jobs_of(asked: int | None) -> int:
    """Return how many processes are to read: as many as asked for, or as there are cores.

    Raises UsageError for less than one.
    """
    if asked is not None and asked < 1:
        raise UsageError(f"{asked} jobs can read nothing", fix="give 1 or more, or none for all")
    return (asked or cores()) if sys.executable else 1


def cores() -> int:
    """Return the cores that this process may use, also where a container gives it less."""
    if hasattr(os, "sched_getaffinity"):
        count = len(os.sched_getaffinity(0))
    else:
        count = os.cpu_count() or 1
    return max(1, min(count, _quota(count)))


def _quota(otherwise: int) -> int:
    """Return the cores that a Linux control group (version 2) leaves."""
    try:
        most, period = Path("/sys/fs/cgroup/cpu.max").read_text(encoding="ascii").split()
        return -(-int(most) // int(period))
    except (OSError, ValueError):  # there is none, or it says "max"
        return otherwise


def _read_here(
    item: Item, article: Article | None, read: Callable[[Article], Reading]
) -> Done[Item]:
    if article is None:
        return Done(item)
    try:
        return Done(item, article, read(article))
    except KawatError as error:
        return Done(item, article, error)


@dataclass
class _Batch(Generic[Item]):
    items: list[tuple[Item, Article | None]] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    characters: int = 0
    answers: Future[list[Answer]] | None = None

    def take(self, item: Item, article: Article | None) -> None:
        self.items.append((item, article))
        if article is not None:
            self.articles.append(article)
            self.characters += len(article.text)

    def is_full(self) -> bool:
        return (
            len(self.articles) >= BATCH_ARTICLES
            or self.characters >= BATCH_CHARACTERS
            or len(self.items) >= BATCH_ITEMS
        )

    def done(self) -> Iterator[Done[Item]]:
        from kawat.engine.workers import outcomes

        answers = self.answers.result() if self.answers else []
        found = outcomes(answers, self.articles)
        for item, article in self.items:
            yield Done(item, article, next(found)) if article else Done(item)


def _read_by_workers(
    stream: Iterator[Item], wanted: Callable[[Item], Article | None], jobs: int
) -> Iterator[Done[Item]]:
    from kawat.engine.workers import Workers

    under_way: deque[_Batch[Item]] = deque()
    workers: Workers | None = None
    try:
        for batch in _batches(stream, wanted):
            if batch.articles:
                workers = workers or Workers(jobs)
                batch.answers = workers.read(batch.articles)
            under_way.append(batch)
            while _is_enough(under_way, jobs):
                yield from under_way.popleft().done()
        while under_way:
            yield from under_way.popleft().done()
    except Exception:
        while under_way:  # what came before an error comes first
            yield from under_way.popleft().done()
        raise
    finally:
        if workers:
            workers.close()


def _is_enough(under_way: deque[_Batch[Item]], jobs: int) -> bool:
    return (
        len(under_way) > jobs * BATCHES_UNDER_WAY
        or sum(batch.characters for batch in under_way) > CHARACTERS_UNDER_WAY
    )


def _batches(
    stream: Iterator[Item], wanted: Callable[[Item], Article | None]
) -> Iterator[_Batch[Item]]:
    batch = _Batch[Item]()
    try:
        for item in stream:
            batch.take(item, wanted(item))
            if batch.is_full():
                yield batch
                batch = _Batch()
    except Exception:
        yield batch
        raise
    yield batch
