"""Where things stand, and who spoke to whom: the newest events, chosen and grouped."""

from __future__ import annotations

from datetime import date

from kawat.brief.builder import Builder
from kawat.brief.model import BriefLine, Section
from kawat.timeline import Line

FORCE = ("ASSAULT", "COERCE", "MOBILIZE", "THREATEN", "SANCTION", "PROTEST")
POLITICS = ("AGREE", "RETREAT", "AID", "CONCEDE", "SUPPORT", "REJECT", "REQUEST", "ACCUSE",
            "COOPERATE")  # fmt: skip

SHOWN = 4
"""Events shown of force, and as many of all else."""

TALKS = 7
"""Pairs or rounds of talks that are shown."""

LOOKED_AT = 12
"""Events of each type, the newest ones, among which those shown are chosen."""

_TALKS_LOOKED_AT = 60

_WEIGHT = {
    "ASSAULT": 3.0, "AGREE": 3.0, "RETREAT": 3.0, "COERCE": 2.0, "MOBILIZE": 2.0, "AID": 2.0,
    "SANCTION": 2.0, "THREATEN": 1.5, "REJECT": 1.5, "CONCEDE": 1.5,
}  # fmt: skip
"""What an analyst wants first; what is not named counts 1."""

_AT_SOMEBODY = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN"})
"""Types that say little without the one whom they are at."""

_HALVING = 30.0
"""Days past the newest event by which the weight of an older one has halved."""


def standing(builder: Builder) -> Section:
    """Return the newest events of weight: what more sources tell, and what is newer, first."""
    counts = builder.known.counts
    groups = []
    shown = 0
    for name, types in (("force", FORCE), ("politics", POLITICS)):
        lines = _weightiest(builder.known.newest(types, LOOKED_AT))
        shown += len(lines)
        told = [builder.event(line) for line in lines]
        groups.append((builder.words("group", name), told))
    see = f"timeline {builder.until()}"
    if counts is None:
        return builder.section("standing", groups, see=see, many=True)
    total = sum(count for type, count in counts.items() if type in (*FORCE, *POLITICS))
    return builder.section("standing", groups, total - shown, see)


def _weightiest(lines: list[Line]) -> list[Line]:
    if not lines:
        return []
    newest = max((_day(line) for line in lines), default=date.min)

    def weight(line: Line) -> float:
        age = (newest - _day(line)).days
        named = bool(line.actors) + bool(line.recipients)
        told = _WEIGHT.get(line.type, 1.0) + 1.5 * (line.sources - 1) + 0.75 * named
        vague = not named or (line.type in _AT_SOMEBODY and not line.recipients)
        return (told + 1.5 * line.dated) / (1 + age / _HALVING) / (1 + 2 * vague)

    return sorted(lines, key=lambda line: (-weight(line), line.id))[:SHOWN]


def _day(line: Line) -> date:
    return line.days.first if line.days else date.min


def talks(builder: Builder) -> Section:
    """Return who spoke to whom: one line for each set of parties, with its newest talk."""
    lines = builder.known.newest(["CONSULT"], _TALKS_LOOKED_AT, ("happened",))
    together: dict[frozenset[str], list[Line]] = {}
    for line in lines:
        parties = frozenset(p.country or p.name for p in (*line.actors, *line.recipients))
        if len(parties) > 1:
            together.setdefault(parties, []).append(line)
    shown = [_round(builder, rounds) for rounds in list(together.values())[:TALKS]]
    told = sum(len(rounds) for rounds in list(together.values())[:TALKS])
    counts = builder.known.counts
    see = f"timeline {builder.until()} --type CONSULT"
    if counts is None:
        return builder.section("talks", [("", shown)], see=see, many=True)
    return builder.section("talks", [("", shown)], counts.get("CONSULT", 0) - told, see)


def _round(builder: Builder, rounds: list[Line]) -> BriefLine:
    newest = rounds[0]
    day = builder.words.when(newest.day, dated=newest.dated)
    if len(rounds) == 1:
        return builder.event(newest)
    when = builder.words("line", "held", count=str(len(rounds)), day=day)
    return builder.event(newest, when)
