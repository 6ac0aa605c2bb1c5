"""What adding to a full record costs, against adding the same articles to an empty one.

Run: ``PYTHONPATH=src python benchmarks/growth.py ARTICLES.jsonl.gz [COUNT]``. The last tenth of the
articles is added twice: after all others, and to a record of its own. So it plays no part that
some thousands of articles hold more events than others. Reading is not counted; 1.0 is linear.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from kawat import __version__
from kawat.draft import Article
from kawat.engine import reader
from kawat.intake import articles
from kawat.reading import Reading
from kawat.record.add import Run
from kawat.record.database import Database

Read = tuple[Article, Reading]


def add(file: Path, items: Sequence[Read]) -> float:
    """Add articles that have been read; return the processor's seconds, settling and all."""
    with Database(file, create=True) as database:
        started = time.process_time()
        run = Run(database, __version__)
        for article, reading in items:
            run.keep(run.need(article), reading)
        run.end()
        return time.process_time() - started


def main() -> None:
    """Print the ratio."""
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 15_000
    found = (item for item in articles([Path(sys.argv[1])]) if isinstance(item, Article))
    items = [(article, reader().read(article)) for article in islice(found, count)]
    most, last = items[: -count // 10], items[-count // 10 :]
    with tempfile.TemporaryDirectory() as folder:
        full, empty = Path(folder) / "full.kawat", Path(folder) / "empty.kawat"
        add(full, most)
        print(f"{add(full, last) / add(empty, last):.2f}")


if __name__ == "__main__":
    main()
