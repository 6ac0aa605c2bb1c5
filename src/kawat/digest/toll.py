"""A toll as rows: the bounds of each, and its counts by day with a bar for their size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kawat.digest.rows import Row, flat, row
from kawat.labels import Labels, labels

if TYPE_CHECKING:
    from kawat.toll import Count, Toll

BAR = 20
"""Columns of the longest bar."""


def toll_rows(tolls: Iterable[Toll], language: str = "id") -> list[Row]:
    """Return the rows of tolls, labelled in Indonesian (``id``) or English."""
    words = labels(language)
    rows: list[Row] = []
    for toll in tolls:
        rows += [row(0)] if rows else []
        rows += _rows(toll, words)
    return rows or [row(0, (words["no_toll"], "dim"))]


def _rows(toll: Toll, words: Labels) -> Iterator[Row]:
    kind = words["cumulative" if toll.cumulative else "single"]
    group = f" · {flat(toll.group)}" if toll.group else ""
    yield row(
        0, (f"{words.of('measure', toll.measure)}{group}", "bold cyan"), (f" ({kind})", "dim")
    )
    bounds = ("low", toll.low), ("best", toll.best), ("high", toll.high)
    yield row(2, (" · ".join(f"{words[name]} {_number(v, words)}" for name, v in bounds), "bold"))
    most = max((_size(count) for count in toll.counts), default=0) or 1
    for count in toll.counts:
        yield from _count_rows(count, most, words)


def _count_rows(count: Count, most: float, words: Labels) -> Iterator[Row]:
    by = f" · {words['according_to']} {count.counted_by}" if count.counted_by else ""
    since = f" · {words['since']} {words.time(count.since)}" if count.since else ""
    bar = "█" * max(1, round(BAR * _size(count) / most))
    yield row(
        2,
        (f"{words.time(count.day) if count.day else words['no_day']}: ", ""),
        (f"“{flat(count.words)}”", "italic"),
        (f"{by}{since} — {count.outlet or count.uri}", "dim"),
    )
    yield row(4, (bar, "red"))


def _size(count: Count) -> float:
    return next((v for v in (count.value, count.high, count.low) if v is not None), 0.0)


def _number(value: float | None, words: Labels) -> str:
    if value is None:
        return words["open"]
    return words.number(int(value) if value == int(value) else value)
