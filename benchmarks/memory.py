"""Print the memory that reading takes, at each thousand articles of a corpus.

``PYTHONPATH=src python benchmarks/memory.py CORPUS`` with a file of articles, gzipped JSON with a
``text`` on each line. What a reader keeps between articles (words met, phrases looked up) is
bounded, so that the last thousands take no more than the ones before.
"""

from __future__ import annotations

import gzip
import json
import sys

from kawat.draft import Article
from kawat.engine import reader

MIB = 2**20


def resident() -> float:
    """Return the memory of this process that is not swapped out, in MiB (Linux)."""
    with open("/proc/self/status", encoding="ascii") as status:
        line = next(line for line in status if line.startswith("VmRSS:"))
    return int(line.split()[1]) * 1024 / MIB


def main() -> None:
    """Read the whole corpus, one article after the other, and keep none."""
    read = reader().read
    with gzip.open(sys.argv[1], "rt", encoding="utf-8") as lines:
        for n, line in enumerate(lines):
            if n % 1000 == 0:
                print(f"{n:6} articles  {resident():6.0f} MiB", flush=True)
            read(Article(json.loads(line)["text"], str(n)))
    print(f"{n + 1:6} articles  {resident():6.0f} MiB")


if __name__ == "__main__":
    main()
