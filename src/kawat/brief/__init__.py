"""The brief: where a conflict, country or actor stands as of a day, with the words of its sources.

Only what was known on that day is in it: what was published on or before it, merged among itself.
The same record gives the same brief.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kawat.brief import agreed, sides, standing, statements, toll
from kawat.brief.builder import Builder
from kawat.brief.disputed import disputes
from kawat.brief.events import Known
from kawat.brief.model import Brief, BriefLine, Section
from kawat.brief.sources import Sources
from kawat.brief.wording import Wording
from kawat.record.agreements.cycles import Cycle
from kawat.record.database import Database
from kawat.record.scope import day_of, scope_of

__all__ = ["Brief", "brief"]

_OF_NOTE = 2
"""Agreements that the summary names."""


def brief(
    database: Database, name: str, *, as_of: str | None = None, language: str = "id"
) -> Brief:
    """Return the brief on a conflict, country or actor.

    ``as_of`` is an ISO day, or a month or year whose last day is meant; without it all that the
    record has is known. :class:`~kawat.errors.UsageError` where the record has nobody of that
    name, or for a day or language that is none.
    """
    day = day_of(as_of)
    words = Wording(language)
    with database.reading() as connection:
        scope = scope_of(connection, name, day).newest(connection)
        known = Known(connection, scope)
        builder = Builder(connection, scope, known, Sources(), words, database.where, name)
        cycles = agreed.cycles_of(builder)
        sections = _sections(builder, cycles)
        subject = scope.conflict.name(language) if scope.conflict else scope.name
        return Brief(
            subject=subject,
            kind=words("head", scope.kind),
            as_of=day,
            language=language,
            heading=words("head", "title", subject=subject),
            summary=_summary(builder, subject, sections),
            sections=sections,
            sources=builder.sources.all(connection),
        )


def _sections(builder: Builder, cycles: list[Cycle]) -> tuple[Section, ...]:
    """Return the sections in the order in which an analyst reads them."""
    conflict = builder.scope.conflict
    counts = toll.counts_of(builder)
    made = [
        standing.standing(builder),
        agreed.agreements(builder, cycles),
        agreed.expectations(builder, cycles),
        standing.talks(builder),
        *([sides.sides(builder, conflict)] if conflict else []),
        toll.toll(builder, counts),
        statements.statements(builder),
        disputes(builder, [told for told, _ in counts]),
    ]
    return tuple(made)


def _range(builder: Builder) -> str:
    """Return the code of the words that tell which articles the brief looks at."""
    if builder.scope.since:
        return "known_newest"
    return "known" if builder.scope.day else "known_all"


def _summary(
    builder: Builder, subject: str, sections: tuple[Section, ...]
) -> tuple[BriefLine, ...]:
    """Return what the record holds of it, and the first lines of the sections that matter most."""
    words = builder.words
    articles, outlets, first, last = builder.known.articles()
    if not articles:
        return (BriefLine(words("head", "nothing", subject=subject)),)

    def day(value: date | None) -> str:
        return words.labels.date(value) if value else words("head", "undated")

    known = words(
        "head",
        _range(builder),
        articles=words.number(articles),
        outlets=words.number(outlets),
        subject=subject,
        first=day(first),
        last=day(last),
    )
    found = {section.name: section for section in sections}
    first_lines = [
        *found["standing"].lines[:1],
        *found["agreements"].lines[:_OF_NOTE],
        *found["toll"].lines[:1],
        *found["disputes"].lines[:1],
    ]
    return (BriefLine(known), *map(_headline, first_lines))


def _headline(line: BriefLine) -> BriefLine:
    """Return a line without its words, which stand below."""
    text = f"{line.text} ({line.when})" if line.when else line.text
    return replace(line, text=text, when=None, detail=None, quotes=())
