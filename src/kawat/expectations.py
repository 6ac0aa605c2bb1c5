"""Expectations: what was planned or possible, by when it was due, and what became of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import get_args

from sqlalchemy import Connection

from kawat.agreements import agreed
from kawat.errors import UsageError
from kawat.reading import Span
from kawat.record.agreements.closing import Closed, Deed, State, awaited, close, newest_day
from kawat.record.agreements.cycles import Cycle
from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.scope import EVERYTHING, Scope, day_of, scope_of
from kawat.record.telling import Place
from kawat.record.telling import Telling as Told
from kawat.record.tellings import load, texts
from kawat.timeline import Party, Telling, shown


@dataclass(frozen=True, slots=True)
class Outcome:
    """A later telling of what became of it: ``what`` is a stage of the agreement, or a status."""

    what: str
    day: str | None
    dated: bool
    telling: Telling


@dataclass(frozen=True, slots=True)
class Expectation:
    """What was expected: who is to do what, by when, on whose word, and how it stands.

    ``due`` is the last day on which it may come, ``rule`` how that is known (``dated``, or an
    entry of ``horizons.toml``), ``words`` what the text says of it. ``overdue`` tells that it is
    open though that day is past: the record has no word of it.
    """

    id: str
    type: str
    mode: str | None
    status: str
    matter: str | None
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    said_by: tuple[str, ...]
    place: str | None
    due: date | None
    rule: str
    words: str
    state: State
    overdue: bool
    telling: Telling
    outcomes: tuple[Outcome, ...]


def expectations(
    database: Database,
    *,
    about: str | None = None,
    as_of: str | None = None,
    state: str | None = None,
) -> list[Expectation]:
    """Return what was expected, the newest first; ``state`` is met, missed or open.

    ``about`` is a conflict, country or actor. As of a day only what was published by then
    counts. :class:`UsageError` for a name, day or state that is none.
    """
    page = expectations_page(database, about=about, as_of=as_of, state=state, limit=None)
    return list(page.shown)


@dataclass(frozen=True, slots=True)
class ExpectationsPage:
    """Some expectations, and how many there are of each state in all that was looked at.

    ``whole`` tells that all were: otherwise only the newest tellings.
    """

    shown: tuple[Expectation, ...]
    states: Mapping[str, int]
    whole: bool


def expectations_page(
    database: Database,
    *,
    about: str | None = None,
    as_of: str | None = None,
    state: str | None = None,
    start: int = 0,
    limit: int | None = 20,
    among: int | None = None,
) -> ExpectationsPage:
    """Return expectations from a place on; ``among`` looks only at so many of the newest tellings.

    Otherwise as :func:`expectations`.
    """
    if state is not None and state not in get_args(State):
        fix = f"take one of {', '.join(get_args(State))}"
        raise UsageError(f"there is no state {state!r}", fix=fix)
    day = day_of(as_of)
    with database.reading() as connection:
        scope = scope_of(connection, about, day) if about else EVERYTHING.as_of(day)
        every = closed(connection, scope, among)
        found = [one for one in every if state in (None, one.state)]
        shown = found[start : start + limit] if limit is not None else found[start:]
        return _page(connection, every, shown, among, newest_day(connection, day))


def expectations_by_state(
    database: Database, *, about: str, as_of: str | None = None, limit: int, among: int
) -> dict[State, ExpectationsPage]:
    """Return the newest expectations of each state, as :func:`expectations_page` has them."""
    day = day_of(as_of)
    with database.reading() as connection:
        every = closed(connection, scope_of(connection, about, day), among)
        today = newest_day(connection, day)
        return {
            state: _page(
                connection, every, [o for o in every if o.state == state][:limit], among, today
            )
            for state in get_args(State)
        }


def _page(
    connection: Connection,
    every: Sequence[Closed],
    shown: Sequence[Closed],
    among: int | None,
    today: date | None,
) -> ExpectationsPage:
    looked_at = sum(len(one.awaited) for one in every)
    states = Counter[str](one.state for one in every)
    told = told_expectations(connection, shown, today)
    return ExpectationsPage(tuple(told), states, among is None or looked_at < among)


def closed(
    connection: Connection,
    scope: Scope,
    limit: int | None = None,
    agreements: Sequence[Cycle] | None = None,
) -> list[Closed]:
    """Return how what is expected stands, the newest first; ``limit`` looks at no more tellings."""
    waiting = awaited(connection, scope, standing(connection).rejected, limit)
    known = agreed(connection, scope) if agreements is None else agreements
    found = close(connection, scope, waiting, known)
    return sorted(found, key=_newest)


def _newest(one: Closed) -> tuple[int, str, str]:
    first = one.awaited[0]
    return -(first.published or date.min).toordinal(), first.article, first.place[1]


def told_expectations(
    connection: Connection, found: Sequence[Closed], today: date | None
) -> list[Expectation]:
    """Return expectations with the words of their tellings."""
    firsts = {one.awaited[0].place for one in found}
    told = load(connection, firsts | {deed.place for one in found for deed in one.deeds})
    kept = texts(connection, {number for number, _ in firsts})
    return [_expectation(one, told, kept, today) for one in found]


def _expectation(
    one: Closed, told: Mapping[Place, Told], kept: Mapping[int, str], today: date | None
) -> Expectation:
    first = one.awaited[0]
    telling = told[first.place]
    late = bool(first.due and today and today > first.due)
    return Expectation(
        id=telling.name,
        type=telling.type,
        mode=telling.mode,
        status=telling.status,
        matter=first.matter,
        actors=tuple(Party(p.name, p.country) for p in telling.actors),
        recipients=tuple(Party(p.name, p.country) for p in telling.recipients),
        said_by=tuple(p.name for p in telling.said_by),
        place=telling.place.name if telling.place else None,
        due=first.due,
        rule=first.rule,
        words=Span(*first.span).of(kept[first.place[0]]),
        state=one.state,
        overdue=one.state == "open" and late,
        telling=shown(telling),
        outcomes=tuple(_outcome(deed, told[deed.place]) for deed in one.deeds),
    )


def _outcome(deed: Deed, telling: Told) -> Outcome:
    day = telling.value if telling.dated else telling.published_value
    return Outcome(deed.what, day, telling.dated, shown(telling))
