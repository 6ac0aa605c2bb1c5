"""Adding to a record: many processes read, and one writer keeps what they read, in order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from kawat.draft import Article
from kawat.engine.batches import Done, in_order
from kawat.engine.reader import Reader, reader
from kawat.errors import ReadingError
from kawat.intake import Problem
from kawat.reading import Reading

# A record needs SQLAlchemy; who only reads articles does not wait for it.
if TYPE_CHECKING:
    from kawat.record.add import Outcome, Run

Progress = Callable[[int, int | None], None]
"""Told how many articles are done, and of how many, ``None`` where nobody can know."""


Input = tuple[str, Iterable[Article | Problem]]
"""An input's name, and what it gives."""


@dataclass
class Added:
    """What adding did: how many articles had each outcome, and every problem in order."""

    outcomes: Counter[Outcome] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def articles(self) -> int:
        """How many articles were kept, or had been before."""
        return self.outcomes.total()

    def count(self, item: Outcome | Problem) -> None:
        """Count an article's outcome, or a problem."""
        if isinstance(item, Problem):
            self.problems.append(item)
        else:
            self.outcomes[item] += 1


@dataclass(frozen=True, slots=True)
class Given:
    """What an input gave; ``None`` is its end."""

    input: str
    item: Article | Problem | None


def given(inputs: Iterable[Input]) -> Iterator[Given]:
    """Yield what each input gives, and its end."""
    for name, items in inputs:
        for item in items:
            yield Given(name, item)
        yield Given(name, None)


@dataclass(frozen=True)
class Adding:
    """One run that reads and keeps: how, and by whom it is read."""

    run: Run
    jobs: int
    reader: Reader | None = None
    strict: bool = False
    reread: bool = False
    progress: Progress | None = None

    def all_of(self, stream: Iterable[Given]) -> Added:
        """Read and keep what the stream gives; it ends before the run does."""
        added = Added()
        jobs = 1 if self.reader else self.jobs  # another's reader may not cross to a process
        for done in in_order(stream, self._wanted, self._read, jobs=jobs):
            if done.item.item is None:
                self.run.settle(done.item.input)
                continue
            outcome = self._kept(done)
            if isinstance(outcome, Problem):
                self.run.keep_problem(done.item.input, **asdict(outcome))
            added.count(outcome)
            if self.progress:
                self.progress(added.articles, None)
        return added

    def _read(self, article: Article) -> Reading:
        return (self.reader or reader()).read(article)

    def _wanted(self, given: Given) -> Article | None:
        if not isinstance(given.item, Article):
            return None
        return self.run.need(given.item, reread=self.reread).read

    def _kept(self, done: Done[Given]) -> Outcome | Problem:
        """Keep an article; a reading that would break its promises is a problem instead.

        What it needs is asked again: since it went to be read, the same text may have been kept
        from another address.
        """
        item = done.item.item
        assert item is not None
        if isinstance(item, Problem):
            return item
        need = self.run.need(item, reread=self.reread)
        reading = done.outcome if need.read == done.article else None
        try:
            if isinstance(reading, Exception):
                raise reading
            if need.read and reading is None:
                reading = self._read(need.read)
        except ReadingError as error:
            if self.strict:
                raise
            return Problem.of(error)
        return self.run.keep(need, reading if need.read else None)
