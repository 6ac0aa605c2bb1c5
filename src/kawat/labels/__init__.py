"""Plain words, in Indonesian and English, for the codes and values of a reading."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from kawat.errors import UsageError
from kawat.lexicon import table
from kawat.lexicon.conflicts import conflicts

LANGUAGES = ("id", "en")

PERIOD = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T(.+))?$")
WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?$")
DURATION = re.compile(r"P(T?)([\d.]+|X)([YMWDHS])$")


@dataclass(frozen=True)
class Labels:
    """The words of one language."""

    tables: dict[str, Any]
    language: str = "id"

    def __getitem__(self, name: str) -> str:
        """Return one of the digest's own words."""
        return str(self.tables["word"][name])

    def of(self, kind: str, code: str) -> str:
        """Return the words for a code: a status, a measure, a warning; the code if it has none."""
        return str(self.tables[kind].get(code, code))

    def event(self, type: str, mode: str | None) -> str:
        """Return the words for an event; a mode that has none is told in brackets."""
        words: dict[str, str] = self.tables["event"]
        if mode is None or f"{type} {mode}" in words:
            return words[f"{type} {mode}" if mode else type]
        return f"{words[type]} ({mode})"

    def conflict(self, key: str) -> str:
        """Return what a conflict is called."""
        return conflicts()[key].name(self.language)

    def matter(self, key: str) -> str:
        """Return what the matter of an agreement is called."""
        return str(table("matters")[key][self.language])

    def number(self, value: float) -> str:
        """Return a number with this language's marks, at most three decimals."""
        thousands, decimal = self.tables["calendar"]["marks"]
        text = f"{value:,}" if isinstance(value, int) else f"{value:,.3f}".rstrip("0").rstrip(".")
        return text.translate({ord(","): thousands, ord("."): decimal})

    def time(self, value: str) -> str:
        """Return a TIMEX3 value in words; a value of another kind as it is."""
        if week := WEEK.match(value):
            return self._week(int(week[1]), int(week[2]), weekend=bool(week[3]))
        if period := PERIOD.match(value):
            return self._period(*period.groups())
        if length := DURATION.match(value):
            return self._length(*length.groups())
        return str(self.tables["word"].get(value, value))

    def date(self, day: date) -> str:
        """Return a day without its weekday: 7 Februari 2017."""
        return f"{day.day} {self.tables['calendar']['months'][day.month - 1]} {day.year}"

    def _period(self, year: str, month: str | None, day: str | None, clock: str | None) -> str:
        names, days = self.tables["calendar"]["months"], self.tables["calendar"]["days"]
        if not month or not 1 <= int(month) <= 12:
            return year
        text = f"{names[int(month) - 1]} {year}"
        if day:
            try:
                weekday = days[date(int(year), int(month), int(day)).weekday()]
            except ValueError:  # a day that the calendar does not have is shown as it is
                return f"{year}-{month}-{day}"
            text = f"{weekday}, {int(day)} {text}"
        if not clock:
            return text
        return f"{text}, {self.tables['word'].get(f'T{clock}', clock)}"

    def _week(self, year: int, number: int, *, weekend: bool) -> str:
        try:
            first = date.fromisocalendar(year, number, 6 if weekend else 1)
        except ValueError:  # a week that the year does not have
            return f"{year}-W{number:02}"
        last = first + timedelta(days=1 if weekend else 6)
        names = self.tables["calendar"]["months"]
        start = (
            f"{first.day}" if first.month == last.month else f"{first.day} {names[first.month - 1]}"
        )
        word = self["weekend" if weekend else "week"]
        return f"{word} {start}–{last.day} {names[last.month - 1]} {last.year}"

    def _length(self, clock: str, count: str, unit: str) -> str:
        if count == "X":
            return self["some_time"]
        unit = "m" if clock and unit == "M" else unit
        number = self.number(float(count) if "." in count else int(count))
        return f"{number} {self.tables['duration'][unit]}"


@cache
def labels(language: str = "id") -> Labels:
    """Return the words of a language; raises UsageError for one that Kawat does not speak."""
    if language not in LANGUAGES:
        fix = f"take one of {', '.join(LANGUAGES)}"
        raise UsageError(f"there are no labels in {language!r}", fix=fix)
    text = files("kawat.labels").joinpath(f"{language}.toml").read_text(encoding="utf-8")
    return Labels(tomllib.loads(text), language)
