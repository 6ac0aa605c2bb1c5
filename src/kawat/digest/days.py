"""The timeline of a record, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from kawat.digest.rows import STATUS_STYLE, Row, flat, row
from kawat.labels import Labels, labels

if TYPE_CHECKING:
    from kawat.timeline import Line, Telling


def timeline_rows(lines: Iterable[Line], language: str = "id", *, ids: bool = False) -> list[Row]:
    """Return the rows of a timeline, labelled in Indonesian (``id``) or English.

    With ``ids`` each event is followed by its name, which ``kawat event`` asks for.
    """
    words = labels(language)
    rows: list[Row] = []
    for (day, dated), of_day in groupby(lines, key=lambda line: (line.day, line.dated)):
        rows += [row(0)] if rows else []
        rows.append(row(0, *_heading(day, words, dated=dated)))
        for line in of_day:
            rows += line_rows(line, words)
            rows += [row(4, (line.id, "dim"))] if ids else []
    return rows or [row(0, (words["no_events"], "dim"))]


def _heading(day: str | None, words: Labels, *, dated: bool) -> Iterator[tuple[str, str]]:
    if day is None:
        yield words["no_day"], "bold cyan"
        return
    yield words.time(day), "bold cyan"
    if not dated:
        yield f" ({words['day_published']})", "dim"


def line_rows(line: Line, words: Labels) -> Iterator[Row]:
    """Yield the rows of one event: who, what and how it stands, and the words of its tellings."""
    actors, recipients = (
        ", ".join(party.name for party in who) for who in (line.actors, line.recipients)
    )
    parties = f"{actors} → {recipients}" if actors and recipients else actors
    details = [
        f"{words['at']} {line.place}" if line.place else "",
        f"{words['about']} {', '.join(line.topics)}" if line.topics else "",
    ]
    said = "; ".join(d for d in details if d)
    yield row(
        2,
        (parties or f"{words['nobody']}{f' → {recipients}' if recipients else ''}", "bold"),
        (f" · {words.event(line.type, line.mode)}", "yellow"),
        (f" · {words.of('status', line.status)}", STATUS_STYLE[line.status]),
        (f" · {said}" if said else "", ""),
    )
    first, *others = line.tellings
    yield row(4, (f"“{flat(first.words)}”", "italic"), (f" — {source(first, words)}", "dim"))
    if others:
        named = "; ".join(source(telling, words) for telling in others)
        yield row(4, (f"{words['also']}: {named}", "dim"))


def source(telling: Telling, words: Labels) -> str:
    """Return the outlet of a telling and when it was published, in words."""
    day = words.time(telling.published) if telling.published else ""
    return ", ".join(part for part in (telling.outlet or telling.uri, day) if part)
