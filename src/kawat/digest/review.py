"""What is doubtful in a record, as a person likes to read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kawat.digest.event import event_rows
from kawat.digest.rows import Row, flat, row
from kawat.digest.who import unsure_rows
from kawat.labels import Labels, labels

if TYPE_CHECKING:
    from kawat.record.problems import KeptProblem
    from kawat.record.telling import Telling
    from kawat.review import QueuePage
    from kawat.review.queues import DoubtfulWords, UnsureEvents


def queue_rows(page: QueuePage, language: str = "id") -> list[Row]:
    """Return the rows of a page of a queue, labelled in Indonesian (``id``) or English."""
    from kawat.event import EventView
    from kawat.review.queues import DoubtfulWords, UnsureEvents
    from kawat.who import UnsurePair

    words = labels(language)
    found: list[Row] = [] if page.items else [row(0, (words["queue_empty"], ""))]
    for item in page.items:
        if isinstance(item, UnsureEvents):
            found.extend(_events(item, words))
        elif isinstance(item, UnsurePair):
            found.extend(unsure_rows([item], language))
        elif isinstance(item, EventView):
            found.extend([*event_rows(item, language), row(0)])
        elif isinstance(item, DoubtfulWords):
            found.extend(_warning(item, words))
        else:
            found.extend(_problem(item))
    if page.after:
        found.append(row(0, (f"{words['queue_more']} --after {page.after}", "dim")))
    return found


def _events(pair: UnsureEvents, words: Labels) -> Iterator[Row]:
    ordered = sorted(pair.reasons, key=lambda reason: -abs(reason.points))
    why = ", ".join(f"{words.of('reason', r.name)} {r.points:+g}" for r in ordered)
    yield row(0, (f"{pair.points:g} ", "bold"), (why, "dim"))
    yield from (_telling(telling, words) for telling in (pair.one, pair.other))
    yield row(0)


def _telling(telling: Telling, words: Labels) -> Row:
    what = words.event(telling.type, telling.mode)
    return row(2, (f"{telling.name} ", "bold"), (f"{what} ", ""), (f"“{flat(telling.said)}”", ""))


def _warning(doubt: DoubtfulWords, words: Labels) -> Iterator[Row]:
    yield row(0, (f"{doubt.name} ", "bold"), (f"{words.of('warning', doubt.code)}: ", "yellow"))
    yield row(2, (doubt.message, ""))
    if doubt.words:
        yield row(2, (f"“{flat(doubt.words)}”", "italic"), (f" — {doubt.uri}", "dim"))


def _problem(problem: KeptProblem) -> Iterator[Row]:
    yield row(0, (f"{problem.where}: " if problem.where else "", "bold"), (problem.what, ""))
    if problem.fix:
        yield row(2, (f"→ {problem.fix}", ""))
