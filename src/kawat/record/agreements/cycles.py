"""From the stages that tellings tell to agreements: which stages are of one life-cycle."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, and_, or_, select

from kawat.record.agreements.stages import BROKEN, REACHED, STAGES
from kawat.record.scope import Scope
from kawat.record.tables import ArticleRow, ConflictRow, EntityRow, PartyRow, StageRow, TellingRow
from kawat.record.telling import Place
from kawat.record.tellings import chunks

GAP = timedelta(180)
"""Days without any word of an agreement after which the next word begins another."""

_BINDING = frozenset({"AGREE", "RETREAT", "COOPERATE", "CONCEDE"})
"""Types whose parties are those of the agreement; who asks for one need not be."""

_OTHERS = frozenset({"REB", "OPP", "PTY", "REF", "CVL"})
"""Sectors of bodies that do not stand for their country."""


@dataclass(frozen=True, slots=True)
class Step:
    """A telling that tells a stage; ``parties`` are ISO codes, or keys of names without one."""

    place: Place
    article: str
    matter: str
    stage: str
    type: str
    status: str
    day: date | None
    published: date | None
    sentence: int
    event: tuple[int | None, str | None]
    span: tuple[int, int]
    conflict: str | None = None
    parties: frozenset[str] = frozenset()

    @property
    def order(self) -> tuple[Any, ...]:
        """Return where it stands among all: by day, then as stages follow each other."""
        day = self.day or self.published or date.max
        return (
            day,
            STAGES.index(self.stage),
            self.published or date.max,
            self.article,
            self.place[1],
        )


@dataclass
class Cycle:
    """The life of one agreement: its steps in order."""

    steps: list[Step] = field(default_factory=list)
    last: date = date.min
    """The day of its newest step."""
    parties: frozenset[str] = frozenset()
    """Whom its steps bind."""

    def add(self, step: Step) -> None:
        """Take in a step that is of it."""
        self.steps.append(step)
        self.last = max(self.last, step.day or date.min)
        if step.type in _BINDING:
            self.parties |= step.parties

    @property
    def matter(self) -> str:
        """Return what it is on."""
        return self.steps[0].matter

    @property
    def conflict(self) -> str | None:
        """Return the conflict in which it stands."""
        return self.steps[0].conflict

    @property
    def state(self) -> str:
        """Return its newest stage that is more than talk, or the newest of the talk."""
        decisive = REACHED | BROKEN | {"violated"}
        told = [step for step in self.steps if step.stage in decisive - {"rejected"}]
        return (told or self.steps)[-1].stage


def steps_of(
    connection: Connection, scope: Scope, rejected: frozenset[Place], limit: int | None = None
) -> list[Step]:
    """Return the steps of what is asked about, known on its day, in order.

    With a ``limit`` only the newest are looked at.
    """
    of_telling = and_(TellingRow.article == StageRow.article, TellingRow.id == StageRow.telling)
    query = (
        select(StageRow, TellingRow, ArticleRow.id.label("article_id"), ArticleRow.first_day)
        .with_only_columns(
            StageRow.article, StageRow.telling, StageRow.matter, StageRow.stage,
            StageRow.start, StageRow.end, TellingRow.type, TellingRow.status,
            TellingRow.first_day.label("day"), TellingRow.sentence_start,
            TellingRow.event_article, TellingRow.event,
            ArticleRow.id.label("article_id"), ArticleRow.first_day.label("published"),
        )
        .select_from(StageRow)
        .join(TellingRow, of_telling)
        .join(ArticleRow, ArticleRow.number == StageRow.article)
    )  # fmt: skip
    query = query.where(scope.is_known(StageRow))
    if scope.kind != "all":
        asked = scope.events().distinct().subquery()
        same = and_(asked.c.article == StageRow.article, asked.c.id == StageRow.telling)
        query = query.join(asked, same)
    if limit:
        newest = (StageRow.known.desc().nulls_last(), ArticleRow.id, StageRow.telling)
        query = query.order_by(*newest).limit(limit)
    rows = [row for row in connection.execute(query) if (row[0], row[1]) not in rejected]
    places = {(row.article, row.telling) for row in rows}
    conflicts = _conflicts(connection, places, scope)
    parties = parties_of(connection, places)
    steps = [_step(row, conflicts, parties) for row in rows]
    return sorted(steps, key=lambda step: step.order)


def cycles(steps: Iterable[Step]) -> list[Cycle]:
    """Return the agreements that steps, in their order, are of; the newest comes last.

    A step is of the agreement on the same matter in the same conflict that has most parties in
    common with it, if no more than :data:`GAP` lies between; steps of one sentence are of one.
    Where both name parties, one must be common; without a conflict, also where one names none.
    """
    found: list[Cycle] = []
    going_on: dict[tuple[str, str | None], list[Cycle]] = {}
    sentences: dict[tuple[int, int, str], Cycle] = {}
    for step in steps:
        sentence = (step.place[0], step.sentence, step.matter)
        subject = (step.matter, step.conflict)
        recent = [c for c in going_on.get(subject, ()) if not _is_over(c, step)]
        cycle = sentences.get(sentence) or _cycle_for(step, recent)
        if cycle is None:
            cycle = Cycle()
            found.append(cycle)
            recent.append(cycle)
        going_on[subject] = recent
        cycle.add(step)
        sentences.setdefault(sentence, cycle)
    for cycle in found:
        cycle.steps.sort(key=lambda step: step.order)
    return found


def _is_over(cycle: Cycle, step: Step) -> bool:
    return bool(step.day and step.day - cycle.last > GAP)


def _cycle_for(step: Step, found: list[Cycle]) -> Cycle | None:
    best: tuple[int, date, int] | None = None
    for number in range(len(found) - 1, -1, -1):
        cycle = found[number]
        if (common := _common(step, cycle)) is not None:
            best = max(filter(None, (best, (common, cycle.last, number))))
    return found[best[2]] if best else None


def _common(step: Step, cycle: Cycle) -> int | None:
    """Return how many parties the two have in common, ``None`` if they can't be one."""
    ours = step.parties if step.type in _BINDING else frozenset()
    theirs = cycle.parties
    common = len(ours & theirs)
    if common:
        return common
    if ours and theirs:
        return None
    return 0 if step.conflict or not (ours or theirs) else None


def _step(row: Any, conflicts: dict[Place, str], parties: dict[Place, frozenset[str]]) -> Step:
    place = (row.article, row.telling)
    return Step(
        place=place,
        article=row.article_id,
        matter=row.matter,
        stage=row.stage,
        type=row.type,
        status=row.status,
        day=row.day,
        published=row.published,
        sentence=row.sentence_start,
        event=(row.event_article, row.event),
        span=(row.start, row.end),
        conflict=conflicts.get(place),
        parties=parties.get(place, frozenset()),
    )


def _conflicts(connection: Connection, places: set[Place], scope: Scope) -> dict[Place, str]:
    """Return the conflict of each telling: the one asked for, or that with most points."""
    if scope.kind == "conflict":
        return dict.fromkeys(places, scope.key)
    best: dict[Place, tuple[float, str]] = {}
    for numbers in chunks({number for number, _ in places}):
        rows = connection.execute(
            select(
                ConflictRow.article, ConflictRow.id, ConflictRow.points, ConflictRow.conflict
            ).where(ConflictRow.article.in_(numbers), ConflictRow.part == "event")
        )
        for number, id, points, conflict in rows:
            if (number, id) in places:
                known = best.get((number, id), (0.0, ""))
                best[number, id] = min(known, (-points, conflict))
    return {place: conflict for place, (_, conflict) in best.items()}


def parties_of(connection: Connection, places: set[Place]) -> dict[Place, frozenset[str]]:
    """Return the actors and recipients of tellings: a country for all who stand for it."""
    found: dict[Place, set[str]] = {}
    entity = and_(EntityRow.article == PartyRow.article, EntityRow.id == PartyRow.entity)
    for numbers in chunks({number for number, _ in places}):
        rows = connection.execute(
            select(
                PartyRow.article, PartyRow.telling, PartyRow.key, PartyRow.country, EntityRow.sector
            )
            .outerjoin(EntityRow, entity)
            .where(PartyRow.article.in_(numbers))
            .where(or_(PartyRow.role == "actor", PartyRow.role == "recipient"))
        )
        for number, telling, key, country, sector in rows:
            if (number, telling) in places:
                name = country if country and sector not in _OTHERS else key
                found.setdefault((number, telling), set()).add(name)
    return {place: frozenset(names) for place, names in found.items()}
