"""Prints what a cold `kawat read` of one article takes, beside the budget it must keep to.

The budget is 1.5 times `python -c "import pydantic, sqlalchemy"` plus 1 s, in processor time,
the best of five runs of each. Run: ``PYTHONPATH=src python benchmarks/cold_start.py``
"""

from __future__ import annotations

import resource
import subprocess
import sys

ARTICLE = "examples/2016-09-10-antara-gencatan-senjata.txt"
RUNS = 5


def seconds(*args: str) -> float:
    """Return the processor seconds of the best run of a Python process."""
    taken = []
    for _ in range(RUNS):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, *args], check=True, stdout=subprocess.DEVNULL)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        taken.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(taken)


def main() -> None:
    """Print both, and how much of the budget is used."""
    budget = 1.5 * seconds("-c", "import pydantic, sqlalchemy") + 1
    read = seconds("-m", "kawat", "read", ARTICLE)
    print(f"kawat read: {read:.2f} s of {budget:.2f} s ({read / budget:.0%})")


if __name__ == "__main__":
    main()
