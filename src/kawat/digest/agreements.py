"""Agreements and expectations as rows: how each stands, and the words of every stage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from kawat.digest.days import source
from kawat.digest.rows import Row, flat, row
from kawat.labels import Labels, labels

if TYPE_CHECKING:
    from kawat.agreements import Agreement, StageTold
    from kawat.expectations import Expectation, Outcome

STATE_STYLE = {"met": "green", "missed": "red", "open": "blue"}


def agreements_rows(found: Iterable[Agreement], language: str = "id") -> list[Row]:
    """Return the rows of agreements: each with its state, then its stages in order."""
    words = labels(language)
    rows: list[Row] = []
    for agreement in found:
        rows += [row(0)] if rows else []
        parties = f" · {', '.join(agreement.parties)}" if agreement.parties else ""
        where = f" · {words.conflict(agreement.conflict)}" if agreement.conflict else ""
        state = words.of("stage", agreement.state)
        name = words.matter(agreement.matter)
        rows.append(row(0, (name, "bold cyan"), (f"{parties}{where}", ""), (f" · {state}", "bold")))
        for stage in agreement.stages:
            rows += _stage(stage, words)
    return rows or [row(0, (words["no_agreements"], "dim"))]


def _stage(stage: StageTold, words: Labels) -> Iterator[Row]:
    day = words.time(stage.day) if stage.day else words["no_day"]
    printed = "" if stage.dated or not stage.day else f" ({words['day_published']})"
    yield row(
        2, (day, "bold"), (printed, "dim"), (f" · {words.of('stage', stage.stage)}", "yellow")
    )
    also = f"; {words['also']}: " + "; ".join(source(t, words) for t in stage.also)
    yield row(
        4,
        (f"“{flat(stage.telling.words)}”", "italic"),
        (f" — {source(stage.telling, words)}{also if stage.also else ''}", "dim"),
    )


def expectations_rows(found: Iterable[Expectation], language: str = "id") -> list[Row]:
    """Return the rows of expectations: each with its horizon and how it stands, and the words."""
    words = labels(language)
    rows: list[Row] = []
    for one in found:
        rows += [row(0)] if rows else []
        parties = ", ".join(p.name for p in one.actors) or words["nobody"]
        parties += f" → {', '.join(p.name for p in one.recipients)}" if one.recipients else ""
        matter = f" · {words.matter(one.matter)}" if one.matter else ""
        state = words["overdue"] if one.overdue else words.of("state", one.state)
        rows.append(
            row(
                0,
                (parties, "bold cyan"),
                (f" · {words.event(one.type, one.mode)}{matter}", "yellow"),
                (f" · {state}", STATE_STYLE[one.state]),
            )
        )
        rows += _expected(one, words)
        for outcome in one.outcomes:
            rows += _outcome(outcome, words)
    return rows or [row(0, (words["no_expectations"], "dim"))]


def _expected(one: Expectation, words: Labels) -> Iterator[Row]:
    due = words.date(one.due) if one.due else words["no_day"]
    yield row(
        2,
        (f"{words['due_by'].format(day=due)}", "bold"),
        (f" ({words.of('horizon', one.rule)}: “{flat(one.words)}”)", "dim"),
    )
    yield row(
        4,
        (f"“{flat(one.telling.words)}”", "italic"),
        (f" — {source(one.telling, words)}", "dim"),
    )


def _outcome(outcome: Outcome, words: Labels) -> Iterator[Row]:
    day = words.time(outcome.day) if outcome.day else words["no_day"]
    printed = "" if outcome.dated or not outcome.day else f" ({words['day_published']})"
    yield row(
        2, (day, "bold"), (printed, "dim"), (f" · {words.of('stage', outcome.what)}", "yellow")
    )
    yield row(
        4,
        (f"“{flat(outcome.telling.words)}”", "italic"),
        (f" — {source(outcome.telling, words)}", "dim"),
    )
