"""The plain words of a brief, in Indonesian or English (``labels/brief.*.toml``)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import pycountry
from babel import Locale

from kawat.labels import Labels, labels
from kawat.record.countries import country_code
from kawat.timeline import Line, Party


class Wording:
    """Makes the sentences of a brief in one language."""

    def __init__(self, language: str) -> None:
        self.labels: Labels = labels(language)
        self.language = language
        self._words = _table(language)

    def __call__(self, kind: str, name: str, **parts: str) -> str:
        """Return one of the brief's own phrases, with its parts."""
        return str(self._words[kind][name]).format(**parts)

    def names(self, names: Iterable[str], most: int = 4) -> str:
        """Return names as a list in words; those past ``most`` are counted."""
        every = list(dict.fromkeys(names))
        shown = every[:most]
        if len(every) > most:
            return f"{', '.join(shown)} {self('head', 'more', count=str(len(every) - most))}"
        if len(shown) < 2:
            return "".join(shown)
        return f"{', '.join(shown[:-1])} {self('head', 'and')} {shown[-1]}"

    def parties(self, parties: Iterable[Party]) -> str:
        """Return parties as a list in words."""
        return self.names(self.name(party.name) for party in parties)

    def name(self, name: str) -> str:
        """Return a name as the articles have it; a country's in the brief's own language."""
        code = country_code(name) if self.language != "id" and len(name) > 3 else None
        country = pycountry.countries.get(alpha_3=code) if code else None
        told = Locale(self.language).territories.get(country.alpha_2) if country else None
        return told or name

    def event(self, line: Line) -> str:
        """Return what an event is: who did what to whom, where and about what."""
        one_sided = line.type == "AGREE" and len(line.actors) == 1 and not line.recipients
        forms = self._forms(line.type, "one" if one_sided else line.mode)
        actors, recipients = self.parties(line.actors), self.parties(line.recipients)
        form = forms[0 if actors and recipients else 1 if actors else 2 if recipients else 3]
        text = form.format(actors=actors, recipients=recipients)
        if line.place and line.place not in text:
            text += self("line", "place", place=self.name(line.place))
        if line.type == "CONSULT" and line.topics:
            text += self("line", "about", topics=self.names(map(self.name, line.topics), 3))
        return f"{text[:1].upper()}{text[1:]}"

    def day(self, value: str | None) -> str:
        """Return a TIMEX3 value in words, without the weekday where it is a day."""
        if value is None:
            return self.labels["no_day"]
        try:
            return self.labels.date(date.fromisoformat(value))
        except ValueError:
            return self.labels.time(value)

    def when(self, value: str | None, *, dated: bool) -> str:
        """Return the day of an event, or that of its report where it has none of its own."""
        told = self.day(value)
        return told if dated or value is None else self("head", "told_on", day=told)

    def number(self, value: float) -> str:
        """Return a count in figures."""
        return self.labels.number(int(value) if value == int(value) else value)

    def _forms(self, type: str, mode: str | None) -> list[str]:
        forms: dict[str, list[str]] = self._words["sentence"]
        return forms.get(f"{type} {mode}", forms[type])


@cache
def _table(language: str) -> dict[str, Any]:
    text = files("kawat.labels").joinpath(f"brief.{language}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
