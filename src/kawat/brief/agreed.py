"""What was agreed and what became of it, and what is still expected."""

from __future__ import annotations

from collections.abc import Sequence

from kawat.agreements import Agreement, StageTold, agreed, newest, told_cycles
from kawat.brief.builder import Builder
from kawat.brief.model import BriefLine, Quote, Section
from kawat.expectations import Expectation, closed, told_expectations
from kawat.record.agreements.closing import Closed, newest_day
from kawat.record.agreements.cycles import Cycle
from kawat.record.agreements.stages import BROKEN, REACHED

AGREEMENTS = 6
OPEN = 5
CLOSED = 4
STEPS = 5
"""Stages of one agreement that are shown: the first, and the newest ones."""

STAGES = 1000
"""Stages of agreements, the newest ones, that are looked at."""

LOOKED_AT = 300
"""Tellings of what is expected, the newest ones, that are looked at."""

_TALK = frozenset({"proposed", "expected", "accepted", "rejected"})


def cycles_of(builder: Builder) -> list[Cycle]:
    """Return the life-cycles of agreements that are known, the newest first."""
    return newest(agreed(builder.connection, builder.scope, STAGES))


def agreements(builder: Builder, cycles: Sequence[Cycle]) -> Section:
    """Return the agreements: those that were reached or broken first, then what is only talk."""
    ordered = sorted(cycles, key=lambda cycle: cycle.state in _TALK)
    told = told_cycles(builder.connection, ordered[:AGREEMENTS])
    lines = [_agreement(builder, agreement) for agreement in told]
    see = f"agreements {builder.about()}"
    return builder.section("agreements", [("", lines)], len(cycles) - len(lines), see)


def _agreement(builder: Builder, agreement: Agreement) -> BriefLine:
    words = builder.words
    parties = words("line", "between", parties=words.names(map(words.name, agreement.parties)))
    text = words(
        "line",
        "agreement",
        matter=_capital(words.labels.matter(agreement.matter)),
        parties=parties if len(agreement.parties) > 1 else "",
    )
    stages = _shown(agreement.stages)
    steps = words("line", "steps_parted").join(_step(builder, stage) for stage in stages)
    tellings = [telling for stage in stages for telling in (stage.telling, *stage.also)]
    return BriefLine(
        text=text,
        when=words.when(stages[-1].day, dated=stages[-1].dated),
        detail=steps if len(stages) > 1 else None,
        tag=words.labels.of("stage", agreement.state),
        state=_colour(agreement.state),
        quotes=_each_once([builder.sources.quote(stage.telling) for stage in stages]),
        sources=builder.sources.cited(tellings),
        id=agreement.id,
    )


def _shown(stages: Sequence[StageTold]) -> Sequence[StageTold]:
    if len(stages) <= STEPS:
        return stages
    return (stages[0], *stages[1 - STEPS :])


def _step(builder: Builder, stage: StageTold) -> str:
    name = builder.words.labels.of("stage", stage.stage)
    day = builder.words.when(stage.day, dated=stage.dated)
    return builder.words("line", "step", stage=name, day=f"({day})")


def _each_once(quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(quotes))


def _colour(stage: str) -> str | None:
    if stage in REACHED or stage == "happened":
        return "met"
    return "missed" if stage in BROKEN or stage in ("violated", "negated") else "open"


def expectations(builder: Builder, cycles: Sequence[Cycle]) -> Section:
    """Return what is still expected, what is due soonest first, and what was answered since."""
    found = closed(builder.connection, builder.scope, LOOKED_AT, cycles)
    today = newest_day(builder.connection, builder.scope.day)

    def due(one: Closed) -> bool:
        first = one.awaited[0]
        return one.state == "open" and bool(first.due and today and first.due >= today)

    waiting = sorted((one for one in found if due(one)), key=_weight)
    answered = [one for one in found if one.state != "open"]
    shown = [*waiting[:OPEN], *answered[:CLOSED]]
    told = told_expectations(builder.connection, shown, today)
    lines = [_expectation(builder, one) for one in told]
    open_lines = lines[: len(waiting[:OPEN])]
    groups = [
        (builder.words("group", "open"), open_lines),
        (builder.words("group", "closed"), lines[len(open_lines) :]),
    ]
    see = f"expectations {builder.about()}"
    return builder.section("expectations", groups, len(found) - len(shown), see)


_OF_NOTE = frozenset({"AGREE", "RETREAT", "CONSULT", "AID", "SANCTION", "MOBILIZE", "COOPERATE"})
"""Types that an analyst waits for; the others come after them."""


def _weight(one: Closed) -> tuple[bool, bool, bool, str, str]:
    """Return the order of what is open: of note, then dated, then on a matter, then when due."""
    first = one.awaited[0]
    vague = first.rule == "default"
    minor = first.type not in _OF_NOTE
    return (
        minor,
        vague,
        first.matter is None,
        first.due.isoformat() if first.due else "",
        first.article,
    )


def _expectation(builder: Builder, one: Expectation) -> BriefLine:
    words = builder.words
    who = words.parties((*one.actors, *one.recipients)) or words.labels["nobody"]
    what = words.labels.matter(one.matter) if one.matter else None
    kind = words.labels.event(one.type, one.mode)
    told = kind if what is None else what if kind == what else f"{kind}, {what}"
    text = words("line", "expects", who=who, what=told)
    if one.said_by:
        text += words("line", "on_word_of", who=words.names(map(words.name, one.said_by)))
    when = words("line", "due", day=words.day(one.due.isoformat() if one.due else None))
    outcomes = words("line", "steps_parted").join(
        words(
            "line",
            "step",
            stage=words.labels.of("stage", outcome.what),
            day=f"({words.when(outcome.day, dated=outcome.dated)})",
        )
        for outcome in one.outcomes
    )
    quotes = [builder.sources.quote(t) for t in (one.telling, *(o.telling for o in one.outcomes))]
    tellings = [one.telling, *(outcome.telling for outcome in one.outcomes)]
    return BriefLine(
        text=_capital(text),
        when=when,
        detail=outcomes or None,
        tag=words.labels["overdue"] if one.overdue else words.labels.of("state", one.state),
        state=one.state,
        quotes=_each_once(quotes),
        sources=builder.sources.cited(tellings),
        id=one.id,
    )


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
