"""The years that a text prints, and what they say of each year as the year of writing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from kawat.layers.dating.clues import Clue
from kawat.lexicon import table

FIRST, LAST = 1998, 2035
"""The years that a report can be of."""
# For a report so many years after the newest year that it prints: 0.8 times the logarithm of
# the share in 3,000 articles whose day is known, set to zero between one year and two.
_AFTER_NEWEST = {-1: -0.8, 0: 1.2, 1: 0.3, 2: -0.3, 3: -0.7, 4: -1.3, 5: -1.3}
_LONG_BEFORE, _LONG_AFTER, _EACH_LATER = -2.1, -1.6, 0.05
_HISTORY = 15  # years after which a year printed is history and says nothing of the day of writing
_NAMED = 0.7  # for the year in the name of an event, and the year before
_AHEAD = 0.7  # against a year after one that is still ahead
_EARLY, _ONLINE = 0.2, 2016  # against each year before: few pages of outlets are as old
_LATE = 0.3  # against each year after the tables of offices and matters were written


@dataclass(frozen=True, slots=True)
class Printed:
    """What a text prints with its year (TIMEX3): looked back on, ahead, or naming an event."""

    past: tuple[str, ...]
    newest: str
    """of what is looked back on; empty where nothing is"""
    nearest: str
    """of what lies ahead; empty where nothing does"""
    named: frozenset[int]
    """years"""

    def of_years(self, days: Sequence[str]) -> Sequence[float]:
        """Score a day of each year (ISO), or the year: it is hardly before the newest printed,
        nor after what is ahead.
        """
        scores = _of_years(self.newest[:4], self.named)
        if not self.nearest:
            return scores
        return [score + self._ahead(day) for score, day in zip(scores, days, strict=True)]

    def of_months(self, days: Sequence[str]) -> list[float]:
        """Score a day (ISO) of each month of each year."""
        scores = _of_years(self.newest[:4], self.named)
        return [scores[n // 12] + self._ahead(day) for n, day in enumerate(days)]

    def _ahead(self, day: str) -> float:
        if day[: len(self.nearest)] > self.nearest:
            return -_AHEAD
        return _AHEAD if int(self.nearest[:4]) - int(day[:4]) <= 1 else 0.0


@lru_cache(maxsize=256)
def _of_years(newest: str, named: frozenset[int]) -> tuple[float, ...]:
    """Return the score of each year beside the newest year and those that name an event."""
    return tuple(_of_year(year, newest, named) for year in range(FIRST, LAST + 1))


def _of_year(year: int, newest: str, named: frozenset[int]) -> float:
    written: int = table("periods")["written"]
    score = -_EARLY * max(0, _ONLINE - year) - _LATE * max(0, year - written)
    if newest:
        later = year - int(newest)
        rest = _LONG_BEFORE if later < 0 else _LONG_AFTER - _EACH_LATER * (min(later, _HISTORY) - 6)
        score += _AFTER_NEWEST.get(later, rest)
    return score + _NAMED if year in named or year + 1 in named else score


def values_printed(clues: list[Clue]) -> Printed:
    """Return the years, months and days printed with their year, by the side they lie on."""
    values: dict[str, list[str]] = {"past": [], "ahead": [], "named": []}
    written: int = table("periods")["written"]
    for clue in clues:
        value = clue.expression.value or ""
        if (
            (clue.numbered and not clue.named)
            or not value[:4].isdecimal()
            or len(value) < 4
            or int(value[:4]) > LAST
        ):
            continue
        ahead = clue.tense == "future" or clue.until or int(value[:4]) > written
        values["named" if clue.named else "ahead" if ahead else "past"].append(value)
    return Printed(
        past=tuple(values["past"]),
        newest=max(values["past"], default=""),
        nearest=min(values["ahead"], default=""),
        named=frozenset(int(value[:4]) for value in values["named"]),
    )
