"""What in a record is doubtful, in queues that a reviewer works through page by page.

What somebody has decided or judged leaves its queue; what is taken back comes again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from typing import Any, Literal, get_args

from sqlalchemy import Row

from kawat.errors import UsageError
from kawat.event import EventView, event
from kawat.reading import Span
from kawat.record.actors.settling import complete
from kawat.record.actors.stored import unsure
from kawat.record.database import Database
from kawat.record.listing import complete_list
from kawat.record.merge.features import Reason, compare
from kawat.record.problems import KeptProblem, problems
from kawat.record.telling import SHORT_ID, Telling
from kawat.record.tellings import load
from kawat.review.doubts import disputed_events, thin_events, unjudged_warnings, unsure_links
from kawat.who import UnsurePair, unsure_pair

Queue = Literal["events", "actors", "thin", "disputes", "warnings", "problems"]
QUEUES: tuple[Queue, ...] = get_args(Queue)

PAGE = 10
"""Items on one page of a queue, if nothing else is asked for."""

AROUND = 160
"""Code points that are shown on each side of the words that a warning is about."""


@dataclass(frozen=True, slots=True)
class UnsureEvents:
    """Two tellings that may be of one event and are of two, with what speaks for and against."""

    one: Telling
    other: Telling
    points: float
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class DoubtfulWords:
    """A warning of a reading, by its name (``3f2a9c01b4d2.w1``), with its words in the text."""

    name: str
    article: str
    uri: str
    code: str
    message: str
    before: str
    words: str
    after: str


Item = UnsureEvents | UnsurePair | EventView | DoubtfulWords | KeptProblem


@dataclass(frozen=True, slots=True)
class QueuePage:
    """Some items of a queue; ``after`` asks for the next ones, none where the queue ends."""

    queue: Queue
    items: tuple[Item, ...]
    after: str | None


def queue_page(
    database: Database, queue: str, *, limit: int = PAGE, after: str | None = None
) -> QueuePage:
    """Return the next ``limit`` items of a queue.

    - ``events``: tellings that may be of one event, the newest added first.
    - ``actors``: names that may be of one actor, the likeliest first.
    - ``thin``: events on one telling alone, without a day of their own or a named actor.
    - ``disputes``: events whose tellings contradict each other, as long as a field on which they
      do is neither corrected nor the event judged.
    - ``warnings``: what readings warn of.
    - ``problems``: what could not be read.

    :class:`UsageError` for another queue, and for an ``after`` that no page gave.
    """
    if queue not in _QUEUES:
        raise UsageError(f"there is no queue {queue!r}", fix=f"take one of {', '.join(QUEUES)}")
    complete(database)
    complete_list(database)
    keyed = _QUEUES[queue](database, limit + 1, after)
    more = len(keyed) > limit
    items = tuple(item for _, item in keyed[:limit])
    return QueuePage(queue, items, keyed[limit - 1][0] if more else None)  # type: ignore[arg-type]


Keyed = list[tuple[str, Any]]
"""Items, each with the ``after`` that asks for what follows it."""


def _events(database: Database, limit: int, after: str | None) -> Keyed:
    with database.reading() as connection:
        query = unsure_links(_key(after, int, str, int, str)).limit(limit)
        rows = connection.execute(query).all()
        places = [((r.article, r.telling), (r.other_article, r.other)) for r in rows]
        told = load(connection, {place for pair in places for place in pair})
    found = []
    for row, (one, other) in zip(rows, places, strict=True):
        pair = UnsureEvents(told[other], told[one], row.points, compare(told[other], told[one]))
        found.append((":".join(map(str, (*one, *other))), pair))
    return found


def _actors(database: Database, limit: int, after: str | None) -> Keyed:
    (skipped,) = _key(after, int) or (0,)
    with database.reading() as connection:
        pairs = unsure(connection)[skipped : skipped + limit]
    return [(str(n), unsure_pair(*pair)) for n, pair in enumerate(pairs, skipped + 1)]


def _thin(database: Database, limit: int, after: str | None) -> Keyed:
    with database.reading() as connection:
        rows = connection.execute(thin_events(_key(after, int, str)).limit(limit)).all()
    return [(f"{row.article}:{row.event}", event(database, row.name)) for row in rows]


def _disputes(database: Database, limit: int, after: str | None) -> Keyed:
    with database.reading() as connection:
        names = connection.scalars(disputed_events(after)).all()
    views = ((name, event(database, name)) for name in names)
    return list(islice(((name, view) for name, view in views if _open(view)), limit))


def _open(view: EventView) -> bool:
    """Tell whether a field on which the tellings contradict each other is still uncorrected."""
    corrected = {d.field for d in view.decisions if d.kind == "correct" and not d.undone}
    return any(dispute.field not in corrected for dispute in view.disputes)


def _warnings(database: Database, limit: int, after: str | None) -> Keyed:
    with database.reading() as connection:
        rows = connection.execute(unjudged_warnings(_key(after, int, int)).limit(limit)).all()
    return [(f"{row.article}:{row.position}", _warning(row)) for row in rows]


def _warning(row: Row[Any]) -> DoubtfulWords:
    words = Span(row.start or 0, row.end or 0)
    return DoubtfulWords(
        name=f"{row.id[:SHORT_ID]}.w{row.position}",
        article=row.id,
        uri=row.uri,
        code=row.code,
        message=row.message,
        before=row.text[max(0, words.start - AROUND) : words.start],
        words=words.of(row.text),
        after=row.text[words.end : words.end + AROUND],
    )


def _problems(database: Database, limit: int, after: str | None) -> Keyed:
    (skipped,) = _key(after, int) or (0,)
    kept = problems(database)[skipped : skipped + limit]
    return [(str(n), problem) for n, problem in enumerate(kept, skipped + 1)]


_QUEUES: dict[str, Callable[[Database, int, str | None], Keyed]] = {
    "events": _events,
    "actors": _actors,
    "thin": _thin,
    "disputes": _disputes,
    "warnings": _warnings,
    "problems": _problems,
}


def _key(after: str | None, *kinds: type[Any]) -> Any:
    """Return the parts of an ``after``, or none without one."""
    if after is None:
        return None
    parts = after.split(":")
    if len(parts) == len(kinds):
        try:
            return tuple(kind(part) for kind, part in zip(kinds, parts, strict=True))
        except ValueError:
            pass
    raise UsageError(f"no page ends with {after!r}", where="after", fix="begin at the first page")
