"""The day that an act has from what it belongs to, where its own clause gives none.

An article gives a day once: what is done at a meeting is of the meeting's day, and what somebody
demands, promises or refuses is of the day of his other words in the report (or of the meeting that
he came from). Such a time is inferred, so it has no ``ref``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kawat.draft import Draft
from kawat.layers.events.kin import Kin
from kawat.layers.events.merging import Happening
from kawat.layers.events.units import Party
from kawat.layers.events.when import SPEECH
from kawat.reading import TimeRef

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STANCES = frozenset({"dukung", "bela", "sokong", "selidik", "minat"})
"""roots of verbs that tell a lasting stance as often as an act"""
_NEAR = 3
"""sentences from an act to the day that holds for it, where the article has several"""


@dataclass(frozen=True, slots=True)
class _Occasion:
    """A dated meeting or utterance, with those who were there."""

    start: int
    sentence: int
    parties: Party
    value: str


def inherit(draft: Draft, happenings: Sequence[Happening], kin: Kin) -> None:
    """Date the undated happenings that belong to a dated one."""
    for happening in happenings:
        setting = _setting(happening, happenings)
        if happening.time is None and setting is not None:
            happening.time = TimeRef(value=setting)
    occasions = sorted(
        (*_meetings(happenings), *_utterances(draft)), key=lambda o: (o.sentence, o.start)
    )
    for happening in happenings:
        if happening.time is None and _is_said_now(happening):
            value = _day(happening, occasions, kin)
            happening.time = TimeRef(value=value) if value else None


def _setting(happening: Happening, happenings: Sequence[Happening]) -> str | None:
    """Return the time of the meeting at which it happened: ``Dalam KTT itu, mereka sepakat``."""
    for telling in happening.tellings:
        for other in happenings:
            if other is happening or other.time is None or other.status != happening.status:
                continue
            if any(t.setting and t.sentence == telling.sentence for t in other.tellings):
                return other.time.value
    return None


def _meetings(happenings: Sequence[Happening]) -> Iterator[_Occasion]:
    for happening in happenings:
        first, time = happening.tellings[0], happening.time
        if first.entry.type != "CONSULT" or happening.status != "happened" or time is None:
            continue
        if _DAY.match(time.value):
            for told in happening.tellings:
                parties = tuple(happening.actors)
                yield _Occasion(told.span.start, told.sentence, parties, time.value)


def _utterances(draft: Draft) -> Iterator[_Occasion]:
    times = {t.id: t.value for t in draft.times}
    starts = [s.start for s in draft.sentences]
    sentence = 0
    for statement in sorted(draft.statements, key=lambda s: s.span.start):
        while sentence + 1 < len(starts) and starts[sentence + 1] <= statement.span.start:
            sentence += 1
        value = times.get(statement.time or "", "")
        if statement.speakers and _DAY.match(value):
            yield _Occasion(statement.span.start, sentence, statement.speakers, value)


def _is_said_now(happening: Happening) -> bool:
    """Tell whether it is an act of speech of this report, not of its background."""
    first = happening.tellings[0]
    return (
        first.entry.type in SPEECH
        and happening.status == "happened"
        and bool(happening.actors)
        and not first.background
        and not all(t.entry.noun or t.entry.root in _STANCES for t in happening.tellings)
    )


def _day(happening: Happening, occasions: Sequence[_Occasion], kin: Kin) -> str | None:
    """Return the day of the nearest occasion of the actor's; farther ones must all agree."""
    said_by = happening.tellings[0].said_by
    if said_by and not kin.speaks_for(said_by, happening.actors):
        return None
    own = [o for o in occasions if kin.share(happening.actors, o.parties)]
    if not own:
        return None
    told = happening.tellings[0].sentence
    nearest = min(own, key=lambda o: (abs(o.sentence - told), o.sentence > told))
    if abs(nearest.sentence - told) <= _NEAR:
        return nearest.value
    return None
