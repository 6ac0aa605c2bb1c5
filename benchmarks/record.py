"""How the cost of adding grows with the record, and how long its views take.

Run it from the repository, with articles as JSON Lines (a ``text`` column; also as .gz):
``PYTHONPATH=src python benchmarks/record.py ARTICLES.jsonl.gz [COUNT]``. It prints the time of
each thousand as a ratio to the first, readings not counted, and that of each view in seconds.
"""

from __future__ import annotations

import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from kawat import __version__
from kawat.draft import Article
from kawat.engine import reader
from kawat.errors import ReadingError
from kawat.event import disputed, event
from kawat.intake import articles
from kawat.record.add import Run
from kawat.record.database import Database
from kawat.timeline import timeline

BLOCK = 1000


def add(database: Database, given: Path, count: int) -> list[float]:
    """Add the articles; return the processor's seconds for each full thousand."""
    run = Run(database, __version__)
    found = (item for item in articles([given]) if isinstance(item, Article))
    costs = []
    spent = 0.0
    for number, article in enumerate(islice(found, count), 1):
        try:
            reading = reader().read(article)
        except ReadingError as error:
            print(f"left out: {error}")
            continue
        started = time.process_time()
        run.keep(run.need(article), reading)
        spent += time.process_time() - started
        if number % BLOCK == 0:
            costs.append(spent)
            ratio = spent / costs[0]
            print(f"{number:>7} articles: {spent:.2f} s a thousand, {ratio:.2f} of the first")
            spent = 0.0
    run.end()
    return costs


def views(database: Database) -> None:
    """Print how long each view takes."""
    lines = timeline(database)
    told = max(lines, key=lambda line: len(line.tellings))
    print(f"{len(lines)} events; the one most told has {len(told.tellings)} tellings")
    asked = {
        "timeline, all": lambda: timeline(database),
        "timeline, about Suriah": lambda: timeline(database, about="Suriah"),
        "timeline, about Amerika Serikat": lambda: timeline(database, about="AS"),
        "timeline, one month": lambda: timeline(database, since="2025-06", until="2025-06"),
        "event, the one most told": lambda: event(database, told.id),
        "disputes": lambda: disputed(database),
    }
    for name, ask in asked.items():
        started = time.perf_counter()
        found = ask()
        print(f"{name}: {time.perf_counter() - started:.3f} s{_count(found)}")


def _count(found: object) -> str:
    return f", {len(found)} events" if isinstance(found, list) else ""


def main() -> None:
    """Measure with the articles that the command line names."""
    given = Path(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 15_000
    with (
        tempfile.TemporaryDirectory() as folder,
        Database(Path(folder) / "record.kawat", create=True) as database,
    ):
        add(database, given, count)
        views(database)


if __name__ == "__main__":
    main()
