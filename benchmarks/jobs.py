"""How much faster two processes read than one, and what that costs in processor time.

Run it from the repository, with articles as JSON Lines (a ``text`` column; also as .gz):
``PYTHONPATH=src python benchmarks/jobs.py ARTICLES.jsonl.gz [COUNT] [JOBS]``. One and many take
turns three times; the best of each counts. Where other programs use the cores as well, the second
ratio is the one to look at: many processes can be no faster than their number divided by it.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from itertools import islice

from kawat.draft import Article
from kawat.engine import reader
from kawat.engine.batches import in_order
from kawat.intake import articles

TURNS = 3


def cost(given: list[Article], jobs: int) -> tuple[float, float]:
    """Return the seconds by the clock and by the processors that reading takes."""
    clock, used = time.perf_counter(), sum(_used())
    stream: Iterator[Article] = iter(given)
    for _ in in_order(stream, lambda article: article, reader().read, jobs=jobs):
        pass
    return time.perf_counter() - clock, sum(_used()) - used


def _used() -> Iterator[float]:
    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN):
        usage = resource.getrusage(who)
        yield usage.ru_utime + usage.ru_stime


def main() -> None:
    """Measure with the articles that the command line names."""
    path, count, jobs = (*sys.argv[1:], *("1000", "2")[len(sys.argv) - 2 :])
    found = (item for item in articles([path]) if isinstance(item, Article))
    given = list(islice(found, int(count)))
    cost(given[:50], 1)  # the model is loaded, and the lexicon
    one, many = [], []
    for _ in range(TURNS):
        one.append(cost(given, 1))
        many.append(cost(given, int(jobs)))
    clock = min(t for t, _ in one) / min(t for t, _ in many)
    used = min(u for _, u in many) / min(u for _, u in one)
    print(f"{len(given)} articles, {jobs} processes: {clock:.2f} times as fast as one,")
    print(f"for {used:.2f} times its processor time")


if __name__ == "__main__":
    main()
