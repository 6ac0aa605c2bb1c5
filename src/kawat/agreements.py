"""Agreements as life-cycles: proposed, expected, announced, in force, broken, renewed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from kawat.lexicon import table
from kawat.reading import Span
from kawat.record.agreements.cycles import Cycle, Step, cycles, steps_of
from kawat.record.agreements.stages import REACHED
from kawat.record.database import Database
from kawat.record.decisions import standing
from kawat.record.scope import EVERYTHING, Scope, day_of, scope_of
from kawat.record.telling import Place
from kawat.record.telling import Telling as Told
from kawat.record.tellings import load, texts
from kawat.timeline import Telling, shown


@dataclass(frozen=True, slots=True)
class StageTold:
    """One stage of an agreement, its day (TIMEX3, or the publication's) and who tells it.

    ``words`` are the very ones that tell the stage, in the sentence of ``telling``. ``also``
    are other tellings of the same stage of that event or day.
    """

    stage: str
    day: str | None
    dated: bool
    words: str
    telling: Telling
    also: tuple[Telling, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """One agreement: what it is on, between whom, how it stands, and every stage with its words.

    ``id`` is the name of the telling that speaks of it first; ``state`` the newest stage that is
    more than talk.
    """

    id: str
    matter: str
    conflict: str | None
    parties: tuple[str, ...]
    state: str
    stages: tuple[StageTold, ...]


def agreements(
    database: Database, *, about: str | None = None, as_of: str | None = None
) -> list[Agreement]:
    """Return the agreements of a record, those with the newest word first.

    ``about`` is a conflict, country or actor. As of a day only what was published by then
    counts. :class:`~kawat.errors.UsageError` for a name or day that is none.
    """
    return agreements_page(database, about=about, as_of=as_of, limit=None)[1]


def agreements_page(
    database: Database,
    *,
    about: str | None = None,
    as_of: str | None = None,
    start: int = 0,
    limit: int | None = 20,
) -> tuple[int, list[Agreement]]:
    """Return how many agreements there are, and some of them from a place on."""
    day = day_of(as_of)
    with database.reading() as connection:
        scope = scope_of(connection, about, day) if about else EVERYTHING.as_of(day)
        found = newest(agreed(connection, scope))
        shown = found[start : start + limit] if limit is not None else found[start:]
        return len(found), told_cycles(connection, shown)


def agreed(connection: Connection, scope: Scope, limit: int | None = None) -> list[Cycle]:
    """Return the life-cycles of agreements asked about; ``limit`` looks at no more stages."""
    return cycles(steps_of(connection, scope, standing(connection).rejected, limit))


def newest(found: Iterable[Cycle]) -> list[Cycle]:
    """Return the cycles by their newest word, the newest first."""
    return sorted(found, key=lambda cycle: (cycle.last, cycle.steps[0].order), reverse=True)


def matter_name(matter: str, language: str) -> str:
    """Return what a matter is called in Indonesian (``id``) or English (``en``)."""
    return str(table("matters")[matter][language])


def told_cycles(connection: Connection, found: list[Cycle]) -> list[Agreement]:
    """Return cycles with the words of their tellings."""
    places = {step.place for cycle in found for step in cycle.steps}
    told = load(connection, places)
    kept = texts(connection, {number for number, _ in places})
    return [_agreement(cycle, told, kept) for cycle in found]


def _agreement(cycle: Cycle, told: Mapping[Place, Told], kept: Mapping[int, str]) -> Agreement:
    return Agreement(
        id=told[cycle.steps[0].place].name,
        matter=cycle.matter,
        conflict=cycle.conflict,
        parties=party_names(cycle, told),
        state=cycle.state,
        stages=tuple(_stages(_own(cycle.steps), told, kept)),
    )


def _own(steps: Sequence[Step]) -> list[Step]:
    """Return the steps without what is expected only as the content of what was just agreed."""
    agreed_in = {(s.article, s.sentence) for s in steps if s.stage in REACHED}
    return [s for s in steps if s.stage != "expected" or (s.article, s.sentence) not in agreed_in]


def _stages(
    steps: Iterable[Step], told: Mapping[Place, Told], kept: Mapping[int, str]
) -> Iterable[StageTold]:
    """Yield each stage once: tellings of one event, or of one day, tell it together."""
    groups: list[list[Step]] = []
    for step in steps:
        same = (g for g in groups if g[0].stage == step.stage and _together(g, step))
        group = next(same, None)
        if group is None:
            groups.append([step])
        else:
            group.append(step)
    for first, *others in groups:
        telling = told[first.place]
        yield StageTold(
            stage=first.stage,
            day=telling.value if telling.dated else telling.published_value,
            dated=telling.dated,
            words=Span(*first.span).of(kept[first.place[0]]),
            telling=shown(telling),
            also=tuple(shown(told[step.place]) for step in others),
        )


def _together(group: list[Step], step: Step) -> bool:
    return any(one.event == step.event or one.day == step.day for one in group)


def party_names(cycle: Cycle, told: Mapping[Place, Told]) -> tuple[str, ...]:
    """Return the names of the parties: a country's own where an article has it."""
    names: dict[str, tuple[bool, str]] = {}
    for step in cycle.steps:
        for party in told[step.place].parties:
            for key in {party.country, party.key} & cycle.parties:
                if key:
                    rank = (party.kind != "country", party.name)
                    names[key] = min(names.get(key, rank), rank)
    return tuple(sorted(name for _, name in names.values()))
