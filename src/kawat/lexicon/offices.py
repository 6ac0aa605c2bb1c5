"""Who held which office when: the curated table ``offices.tsv`` and what is asked of it.

A row is one term of one person: office, the country (ISO 3166-1 alpha-3), body or seat it is of,
first day, last day (empty while it lasts) and the official list or chronicle to check it against.
Days are ISO days, or months where the day is not sure; the first day counts, the last day belongs
to the successor, and both hold a month of change whose day is not sure.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from kawat.errors import UsageError
from kawat.lexicon import rows, table


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office."""

    person: str
    office: str
    """``Presiden``, ``Menteri Luar Negeri``: the office's full Indonesian name"""
    of: str
    """ISO 3166-1 alpha-3, or the name of a body (``Hamas``) or seat (``Kremlin``)"""
    start: str
    """first day or month, ISO"""
    end: str
    """day or month in which the successor begins, ISO; empty while the term lasts"""
    source: str
    """the list to check the term against"""

    def covers(self, day: str) -> bool:
        """Tell whether the person held the office on the day (ISO; a year or month also works).

        Of a year or month it is enough that some day of it may fall within the term.
        """
        if not _at_most(self.start, day):
            return False
        ends = day[: len(self.end)] == self.end[: len(day)]
        return not self.end or (ends and not len(day) == len(self.end) == _DAY) or day < self.end


_DAY = len("2016-09-05")


def _at_most(start: str, day: str) -> bool:
    """Tell whether a day, month or year begins before another one is over."""
    precision = min(len(start), len(day))
    return start[:precision] <= day[:precision]


@cache
def terms() -> tuple[Term, ...]:
    """Return every term of the table, in its order."""
    return tuple(
        Term(r["person"], r["office"], r["of"], r["from"], r["to"], r["source"])
        for r in rows("offices")
    )


@cache
def _by_person() -> dict[str, tuple[Term, ...]]:
    held: dict[str, list[Term]] = defaultdict(list)
    for term in terms():
        held[term.person].append(term)
    return {person: tuple(sorted(ts, key=lambda t: t.start)) for person, ts in held.items()}


@cache
def _full_names() -> dict[str, str]:
    """Return every spelling of a person's name, in lower case, with the name that offices use."""
    names = {}
    for row in rows("people"):
        for spelling in (row["name"], *filter(None, row["variants"].split("|"))):
            names[spelling.casefold()] = row["name"]
    return names


def person_named(name: str) -> str | None:
    """Return the person's name as the table has it, for any of its spellings."""
    return _full_names().get(name.casefold())


def held_by(person: str) -> tuple[Term, ...]:
    """Return the terms of the person, earliest first; any spelling of the name will do."""
    return _by_person().get(person_named(person) or person, ())


def office_named(title: str) -> str | None:
    """Return the office's full name for a printed title (``Menlu``, ``PM``), if it is one."""
    known: dict[str, str] = table("titles")["offices"]
    return known.get(title.casefold())


def holders(office: str, of: str, day: str | None = None) -> tuple[Term, ...]:
    """Return who held the office of the country or body, on the day where one is given."""
    full = office_named(office) or office
    return tuple(
        t for t in terms() if t.office == full and t.of == of and (day is None or t.covers(day))
    )


@cache
def _owners() -> dict[str, str]:
    """Return every spelling of a country, body or seat, in lower case, with its code or name."""
    owners = {}
    for row in (*rows("seats"), *rows("organizations"), *rows("countries")):
        for spelling in (row["name"], *filter(None, row["variants"].split("|"))):
            owners[spelling.casefold()] = row.get("code") or row["name"]
    return owners


def parse_office(words: str) -> tuple[str, str]:
    """Return the office and what it is of: ``Presiden Amerika Serikat``, ``Sekjen PBB``.

    What it is of may stand inside: ``Utusan Khusus PBB untuk Suriah``.
    Raises :class:`~kawat.errors.UsageError` where either of the two is not known.
    """
    alone = office_named(words)
    if alone and (owner := table("titles")["offices_of_one"].get(alone)):
        return alone, owner
    parts = words.split()
    for end in range(len(parts), 0, -1):
        for start in range(end - 1, 0, -1):
            office = office_named(" ".join((*parts[:start], *parts[end:])))
            of = _owners().get(" ".join(parts[start:end]).casefold())
            if office and of:
                return office, of
    raise UsageError(
        f"no office or person is called {words!r}",
        fix="write an office with its country, such as 'Presiden Rusia', or a person's full name",
    )


def asked(words: str, day: str | None = None) -> tuple[Term, ...]:
    """Return the terms of the person, or of the office, that the words name (on the day)."""
    held = held_by(words)
    if not held:
        held = holders(*parse_office(words))
    return tuple(t for t in held if day is None or t.covers(day))
