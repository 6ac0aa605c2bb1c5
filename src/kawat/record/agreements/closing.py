"""What became of what was expected: met, missed or open, and by which later tellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

from sqlalchemy import Connection, and_, func, select

from kawat.record.agreements.cycles import Cycle, Step, parties_of
from kawat.record.agreements.stages import BROKEN, KEPT, REACHED
from kawat.record.scope import Scope
from kawat.record.tables import ArticleRow, HorizonRow, StageRow, TellingRow
from kawat.record.telling import Place

GRACE = timedelta(30)
"""Days after it was due in which a deed still counts as the one that was expected."""

_WHILE_IT_LASTS = frozenset({"ASSAULT", "COERCE", "ACCUSE", "REQUEST", "THREATEN", "SUPPORT"})
"""Types of what goes on in a conflict anyway: another of them is not the one expected."""

POOL = 3_000
"""Tellings of deeds, the newest ones, among which expectations are looked for."""

State = Literal["met", "missed", "open"]


@dataclass(frozen=True, slots=True)
class Awaited:
    """A telling of what is planned or possible, with its horizon; ``matter`` if it has one."""

    place: Place
    article: str
    type: str
    mode: str | None
    published: date | None
    due: date | None
    rule: str
    span: tuple[int, int]
    sentence: int
    event: tuple[int | None, str | None]
    matter: str | None


@dataclass(frozen=True, slots=True)
class Deed:
    """A later telling of what happened or did not; ``what`` is its stage, else its status."""

    place: Place
    article: str
    type: str
    mode: str | None
    what: str
    day: date | None
    published: date | None
    event: tuple[int | None, str | None]


@dataclass(frozen=True, slots=True)
class Closed:
    """Tellings of one expectation, how it stands, and the deeds that tell, in order."""

    awaited: tuple[Awaited, ...]
    state: State
    deeds: tuple[Deed, ...]


def awaited(
    connection: Connection, scope: Scope, rejected: frozenset[Place], limit: int | None = None
) -> list[Awaited]:
    """Return what is expected in what is asked about, the newest first."""
    columns: tuple[Any, ...] = (
        HorizonRow.article, HorizonRow.telling, HorizonRow.due, HorizonRow.rule, HorizonRow.start,
        HorizonRow.end, TellingRow.type, TellingRow.mode, TellingRow.sentence_start,
        TellingRow.event_article, TellingRow.event, StageRow.matter, ArticleRow.id,
        ArticleRow.first_day,
    )  # fmt: skip
    query = (
        select(*columns)
        .select_from(HorizonRow)
        .join(TellingRow, _same(TellingRow, TellingRow.id))
        .join(ArticleRow, ArticleRow.number == HorizonRow.article)
        .outerjoin(StageRow, _same(StageRow, StageRow.telling))
        .where(scope.is_known(HorizonRow))
        .order_by(ArticleRow.first_day.desc().nulls_last(), ArticleRow.id, HorizonRow.telling)
    )
    if scope.kind != "all":
        asked = scope.events().distinct().subquery()
        query = query.join(asked, _same(asked.c, asked.c.id))
    rows = connection.execute(query.limit(limit) if limit else query)
    return [_awaited(row) for row in rows if (row.article, row.telling) not in rejected]


def _same(table: Any, id: Any) -> Any:
    return and_(table.article == HorizonRow.article, id == HorizonRow.telling)


def _awaited(row: Any) -> Awaited:
    return Awaited(
        place=(row.article, row.telling),
        article=row.id,
        type=row.type,
        mode=row.mode,
        published=row.first_day,
        due=row.due,
        rule=row.rule,
        span=(row.start, row.end),
        sentence=row.sentence_start,
        event=(row.event_article, row.event),
        matter=row.matter,
    )


def close(
    connection: Connection, scope: Scope, found: Sequence[Awaited], agreements: Iterable[Cycle]
) -> list[Closed]:
    """Tell how each expectation stands; tellings of one sentence and matter are one."""
    of_cycle = {step.place: cycle for cycle in agreements for step in cycle.steps}
    deeds = _deeds(connection, scope, found)
    places = {one.place for one in found} | {deed.place for deed in deeds}
    parties = parties_of(connection, places)
    by_type: dict[str, list[Deed]] = {}
    for deed in deeds:
        by_type.setdefault(deed.type, []).append(deed)
    return [_closed(group, of_cycle, by_type, parties) for group in _groups(found).values()]


def _groups(found: Iterable[Awaited]) -> dict[tuple[Any, ...], tuple[Awaited, ...]]:
    """Return the tellings of each expectation: of one event, or one sentence and matter."""
    groups: dict[tuple[Any, ...], tuple[Awaited, ...]] = {}
    events: dict[tuple[Any, ...], tuple[Any, ...]] = {}
    for one in sorted(
        found, key=lambda a: (a.published or date.max, a.article, len(a.place[1]), a.place[1])
    ):
        key: tuple[Any, ...] = (one.article, one.sentence, one.matter) if one.matter else one.place
        key = events.setdefault(one.event, key)
        groups[key] = (*groups.get(key, ()), one)
    return groups


def _closed(
    group: tuple[Awaited, ...],
    of_cycle: Mapping[Place, Cycle],
    deeds: Mapping[str, Sequence[Deed]],
    parties: Mapping[Place, frozenset[str]],
) -> Closed:
    steps = [
        _deed(step)
        for one in group
        if one.place in of_cycle
        for step in of_cycle[one.place].steps
        if _is_later(step, group[0])
    ]
    told = [
        deed
        for one in group
        for deed in deeds.get(one.type, ())
        if deed.article != one.article and _answers(deed, one, parties)
    ]
    every = sorted({deed.place: deed for deed in (*told, *steps)}.values(), key=_order)
    firsts = {deed.what: deed for deed in reversed(every)}
    kept = tuple(sorted(firsts.values(), key=_order))
    return Closed(group, _state(group, kept), kept)


def _is_later(step: Step, one: Awaited) -> bool:
    if step.stage not in REACHED | BROKEN | {"violated"} or step.article == one.article:
        return False
    first = one.published or date.min
    return (step.published or date.max) >= first and (step.day or date.max) >= first


def _deed(step: Step) -> Deed:
    return Deed(
        step.place, step.article, step.type, None, step.stage, step.day, step.published, step.event
    )


def _order(deed: Deed) -> tuple[Any, ...]:
    missed = deed.what in BROKEN or deed.what in ("negated", "violated")
    return deed.day or deed.published or date.max, missed, deed.published or date.max, deed.article


def _state(group: tuple[Awaited, ...], deeds: Sequence[Deed]) -> State:
    """Return how it stands: an agreement is met once reached; a truce must also be kept."""
    decisive = [deed for deed in deeds if deed.what != "violated"]
    if not decisive:
        return "open"
    to_be_kept = any(one.type == "RETREAT" for one in group)
    last = decisive[-1] if to_be_kept else decisive[0]
    return "met" if last.what in REACHED | KEPT | {"happened"} else "missed"


def _answers(deed: Deed, one: Awaited, parties: Mapping[Place, frozenset[str]]) -> bool:
    """Tell whether a deed is the one that was expected.

    It is where merging found both to be of one event, or where its parties are the expected
    ones, two at least, its type is not one of what goes on anyway, and its day is not past the
    horizon and some grace.
    """
    if (deed.published or date.max) < (one.published or date.min):
        return False
    if deed.event == one.event:
        return True
    if one.matter or one.type in _WHILE_IT_LASTS or not (deed.day and one.due and one.published):
        return False
    if not one.published <= deed.day <= one.due + GRACE:
        return False
    if one.mode and deed.mode and one.mode != deed.mode:
        return False
    ours, theirs = parties.get(one.place, frozenset()), parties.get(deed.place, frozenset())
    return len(ours) > 1 and ours <= theirs


def _deeds(connection: Connection, scope: Scope, found: Sequence[Awaited]) -> list[Deed]:
    """Return the tellings of what happened or did not that may answer what was expected."""
    if not found:
        return []
    first = min((one.published for one in found if one.published), default=date.min)
    query = (
        select(
            TellingRow.article, TellingRow.id, TellingRow.type, TellingRow.mode,
            TellingRow.status, TellingRow.first_day.label("day"), TellingRow.event_article,
            TellingRow.event, ArticleRow.id.label("article_id"),
            ArticleRow.first_day.label("published"),
        )
        .join(ArticleRow, ArticleRow.number == TellingRow.article)
        .where(TellingRow.status.in_(("happened", "negated")))
        .where(TellingRow.type.in_(sorted({one.type for one in found})))
        .where(TellingRow.first_day >= first)
        .order_by(TellingRow.first_day.desc().nulls_last(), ArticleRow.id, TellingRow.id)
        .limit(POOL)
    )  # fmt: skip
    if scope.day:
        query = query.where(ArticleRow.last_day <= scope.day)
    if scope.kind != "all":
        asked = scope.events().distinct().subquery()
        same = and_(asked.c.article == TellingRow.article, asked.c.id == TellingRow.id)
        query = query.join(asked, same)
    return [
        Deed(
            place=(row.article, row.id),
            article=row.article_id,
            type=row.type,
            mode=row.mode,
            what=row.status,
            day=row.day,
            published=row.published,
            event=(row.event_article, row.event),
        )
        for row in connection.execute(query)
    ]


def newest_day(connection: Connection, day: date | None) -> date | None:
    """Return the day as of which expectations stand: the one asked for, or the newest article's."""
    return day or connection.execute(select(func.max(ArticleRow.last_day))).scalar()
