"""Days as bars: where a time from a day to a day stands between the first and the last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kawat.record.days import days_of

LEAST = 0.6
"""Per cent of the width that the shortest bar has, so that it can be seen."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar in per cent of the width, from the left."""

    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Bars:
    """Bars in the order of the times asked for, and the years at both ends."""

    bars: tuple[Bar | None, ...]
    first: int
    last: int


def bars(times: Sequence[tuple[str, str]], until: str = "") -> Bars | None:
    """Return the bars of times given by their first and last ISO day; ``None`` if none has a day.

    A time without a last day goes on to the end, which is ``until`` or the last day of all.
    """
    known = [days_of(start) for start, _ in times]
    ends = [days_of(end) for _, end in times]
    every = [days for days in (*known, *ends, days_of(until)) if days]
    if not any(known):
        return None
    first = min(days.first for days in every)
    last = max(days.last for days in every)
    whole = max((last - first).days, 1)

    def bar(number: int) -> Bar | None:
        start, end = known[number], ends[number]
        if start is None:
            return None
        at = (start.first - first).days
        to = ((end.last if end else last) - first).days
        left = min(100 * at / whole, 100 - LEAST)
        return Bar(round(left, 2), round(max(100 * (to - at) / whole, LEAST), 2))

    return Bars(tuple(bar(number) for number in range(len(times))), first.year, last.year)
