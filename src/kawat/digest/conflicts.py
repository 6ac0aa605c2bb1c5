"""The conflicts of a record as a list, and one of them as a page: sides, backers, deeds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from kawat.digest.days import source
from kawat.digest.rows import Row, flat, row
from kawat.labels import Labels, labels

if TYPE_CHECKING:
    from kawat.conflicts import ConflictLine, ConflictView, Deed
    from kawat.lexicon.conflicts import Member


def conflicts_rows(lines: Iterable[ConflictLine], language: str = "id") -> list[Row]:
    """Return one row a conflict, and last one for what is of none."""
    words = labels(language)
    return [
        row(
            0,
            (_name(line, language) or words["no_conflict"], "bold cyan" if line.key else "bold"),
            (f" · {_counts(line, words)}", ""),
            (f" · {_years(line.first, line.last)}" if line.first else "", "dim"),
            (f" ({line.key})" if line.key else "", "dim"),
        )
        for line in lines
    ]


def conflict_rows(view: ConflictView, language: str = "id") -> list[Row]:
    """Return the rows of one conflict: who is on which side, and who did what to whom."""
    words = labels(language)
    asked = f" · {words['as_of']} {words.time(view.as_of)}" if view.as_of else ""
    rows = [
        row(0, (_name(view.conflict, language), "bold cyan"), (asked, "")),
        row(0, (_counts(view.conflict, words), "dim")),
    ]
    for number, side in enumerate(view.sides, 1):
        rows += [row(0), row(0, (f"{words['side']} {number}", "bold"))]
        rows += [_member(member, words, language) for member in side]
    for type, deeds in groupby(view.deeds, key=lambda deed: deed.type):
        rows += [row(0), row(0, (words.of("deed", type), "bold"))]
        for deed in deeds:
            rows += _deed(deed, words)
    return rows


def _name(line: ConflictLine, language: str) -> str:
    return line.en if language == "en" else line.id


def _counts(line: ConflictLine, words: Labels) -> str:
    return words["about_it"].format(
        articles=words.number(line.articles), events=words.number(line.events)
    )


def _years(first: date | None, last: date | None) -> str:
    """Return the years of the first and the last; a day may stand for its whole year."""
    if first is None or last is None:
        return ""
    return "–".join(dict.fromkeys(str(day.year) for day in (first, last)))


def _member(member: Member, words: Labels, language: str) -> Row:
    name = member.en if language == "en" else member.name
    end = words.date(date.fromisoformat(member.end)) if member.end else "…"
    start = words.date(date.fromisoformat(member.start))
    return row(
        2,
        (name, "bold" if member.role == "party" else ""),
        (f" · {words.of('member', member.role)} · {start} – {end}", ""),
        (f" ({member.source})", "dim"),
    )


def _deed(deed: Deed, words: Labels) -> Iterator[Row]:
    count = words["in_articles"].format(articles=words.number(deed.articles))
    yield row(
        2,
        (f"{deed.actor} → {deed.recipient}", "bold"),
        (f" · {count} · {_years(deed.first, deed.last)}", ""),
    )
    yield row(
        4,
        (f"“{flat(deed.telling.words)}”", "italic"),
        (f" — {source(deed.telling, words)}", "dim"),
    )
