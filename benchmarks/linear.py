"""Prints, for each kind of hostile text, how reading time grows when the text grows fourfold.

1.0 is linear, 4.0 quadratic. Run: ``PYTHONPATH=src:tests python benchmarks/linear.py``
"""

from __future__ import annotations

from time import perf_counter

import kawat
from hostile_texts import PIECES, hostile

SHORT, TIMES = 10_000, 4
"""Code points of the shorter text, and how much longer the other one is."""


def seconds(text: str) -> float:
    """Return the shorter of two runs."""
    runs = []
    for _ in range(2):
        start = perf_counter()
        kawat.read(text)
        runs.append(perf_counter() - start)
    return min(runs)


def main() -> None:
    """Print one line for each kind of text."""
    kawat.read("Rusia.")  # loads the lexicon and the model first
    for name in PIECES:
        short, long = (seconds(hostile(name, SHORT * n)) for n in (1, TIMES))
        print(f"{long / short / TIMES:5.2f}  {1e6 * long / (SHORT * TIMES):6.1f} µs/char  {name}")


if __name__ == "__main__":
    main()
