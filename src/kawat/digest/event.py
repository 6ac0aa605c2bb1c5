"""One event of a record: every telling side by side, and what they make together."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kawat.digest.days import line_rows, source
from kawat.digest.rows import Row, flat, row
from kawat.labels import Labels, labels

if TYPE_CHECKING:
    from kawat.event import EventView, Joined
    from kawat.record.decisions import Decision


def event_rows(view: EventView, language: str = "id") -> list[Row]:
    """Return the rows of an event, labelled in Indonesian (``id``) or English."""
    words = labels(language)
    day = words.time(view.line.day) if view.line.day else words["no_day"]
    told = words["told_by_sources"].format(
        articles=len(view.line.tellings), sources=len(view.sources)
    )
    return [
        row(0, (day, "bold cyan")),
        *list(line_rows(view.line, words))[:1],
        row(2, (told, "dim")),
        *_tellings(view, words),
        *_sources(view, words),
        *_disputes(view, words),
        *_unsure(view, words),
        *_decisions(view, words),
    ]


def _tellings(view: EventView, words: Labels) -> Iterator[Row]:
    for joined, telling in zip(view.joined, view.line.tellings, strict=True):
        yield row(0)
        yield row(2, (joined.id, "bold"), (f" — {source(telling, words)}", "dim"))
        yield row(4, (f"“{flat(telling.words)}”", "italic"))
        if joined.reasons:
            yield row(4, (f"{words['same_because']} {_why(joined, words)}", "dim"))


def _why(joined: Joined, words: Labels) -> str:
    """Return the reasons with their points, the weightiest first."""
    ordered = sorted(joined.reasons, key=lambda reason: -abs(reason.points))
    told = (f"{words.of('reason', r.name)} {r.points:+g}" for r in ordered)
    return f"{', '.join(told)} = {joined.points:g}"


def _sources(view: EventView, words: Labels) -> Iterator[Row]:
    outlets = {t.article: t.outlet or t.uri for t in view.line.tellings}
    for one in view.sources:
        if one.why:
            names = ", ".join(outlets[article] for article in one.articles)
            yield row(
                2, (f"{words['one_source']}: ", "bold"), (f"{names} ({'; '.join(one.why)})", "")
            )


def _disputes(view: EventView, words: Labels) -> Iterator[Row]:
    if view.disputes:
        yield row(0)
        yield row(0, (words["disputed"], "bold red"))
    for dispute in view.disputes:
        sides = " ↔ ".join(f"{side.value} ({', '.join(side.tellings)})" for side in dispute.sides)
        yield row(2, (f"{words.of('reason', dispute.field)}: ", "bold"), (sides, ""))


def _unsure(view: EventView, words: Labels) -> Iterator[Row]:
    if view.unsure:
        yield row(0)
        yield row(0, (words["perhaps"], "bold"))
    for telling in view.unsure:
        yield row(
            2, (f"{telling.id} ({telling.points:g}) ", "bold"), (f"“{flat(telling.words)}”", "")
        )


def _decisions(view: EventView, words: Labels) -> Iterator[Row]:
    if view.decisions:
        yield row(0)
        yield row(0, (words["decided"], "bold"))
    yield from (decision_row(decision, words) for decision in view.decisions)


def decision_row(decision: Decision, words: Labels) -> Row:
    """Return a decision in one row: what, on which tellings, by whom, when and why."""
    what = f" {decision.field} = {decision.value}" if decision.field else ""
    undone = f" [{words['undone']} {decision.undone_by}]" if decision.undone_by else ""
    return row(
        2,
        (f"{decision.number}. {decision.kind}{what}", "bold"),
        (f" {', '.join(decision.tellings)}", ""),
        (f" · {words['by']} {decision.author}, {decision.made}", "dim"),
        (f" · {decision.note}" if decision.note else "", ""),
        (undone, "red"),
    )
