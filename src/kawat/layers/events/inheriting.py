"""The day that an act has from what it belongs to, where its own clause gives none.

An article gives a day once: what is done at a meeting is of the meeting's day, and what somebody
demands, promises or refuses is of the day of his other words in the report (or of the meeting that
he came from). Such a time is inferred, so it has no ``ref``.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kawat.draft import Draft
from kawat.layers.events.circumstances import DISCUSS
from kawat.layers.events.happening import Happening
from kawat.layers.events.kin import Kin
from kawat.layers.events.reach import SPEECH
from kawat.layers.events.telling import Telling
from kawat.layers.events.units import Party
from kawat.reading import Status, Time, TimeRef

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_STANCES = frozenset({"dukung", "bela", "sokong", "selidik", "minat"})
"""roots of verbs that tell a lasting stance as often as an act"""
_TAKEN_UP = {
    ("insiden", "peristiwa", "kejadian", "tragedi"): ("ASSAULT", "PROTEST", "COERCE"),
    ("langkah", "keputusan", "kebijakan", "tindakan"): (
        *("SANCTION", "COERCE", "REJECT", "RETREAT", "AID", "MOBILIZE", "CONCEDE", "AGREE"),
    ),
    ("pernyataan", "komentar", "seruan", "peringatan", "kecaman", "tuduhan", "ancaman"): (
        *("REQUEST", "ACCUSE", "THREATEN", "REJECT", "SUPPORT"),
    ),
}
"""nouns that take up what was told, with the types of event that they stand for"""
_TAKING_UP = re.compile(
    r"\b(" + "|".join(word for words in _TAKEN_UP for word in words) + r") (?:\w+ )?"
    r"(?:itu|ini|tersebut) (?:\w+ )?(?:terjadi|berlangsung|dilakukan|diambil|diumumkan|disampaikan"
    r"|dilontarkan|dikeluarkan|diutarakan|dilayangkan|dirilis)\b",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"[,;:.]|\b(?:setelah|usai|seusai|sebelum|menyusul|yang|bahwa)\b")
_DATED = re.compile(r"\d{4}-")
_CLOSE = 120
"""code points from a verb to its day, at most"""
_MOST = 1000
"""tellings, more than a report holds: beyond it no day is one report's"""
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
    if sum(len(h.tellings) for h in happenings) > _MOST:
        return
    _date_the_dating(draft, happenings)
    _take_up(draft, happenings)
    for happening in happenings:
        setting = _setting(happening, happenings)
        if happening.time is None and setting is not None:
            happening.time = TimeRef(value=setting)
    occasions = sorted(
        (*_meetings(happenings, "happened"), *_utterances(draft)),
        key=lambda o: (o.sentence, o.start),
    )
    planned = sorted(_meetings(happenings, "planned"), key=lambda o: (o.sentence, o.start))
    for happening in happenings:
        if happening.time is None and _is_next(happening):
            value = _day(happening, planned, kin)
            happening.time = TimeRef(value=value) if value else None
        if happening.time is None and _is_said_now(happening):
            value = _day(happening, occasions, kin)
            happening.time = TimeRef(value=value) if value else None


def _date_the_dating(draft: Draft, happenings: Sequence[Happening]) -> None:
    """Give the summit that dated an undated report the month or year that it was dated by."""
    published = draft.published
    if published is None or published.basis != "inferred" or _DAY.match(published.value):
        return
    for happening in happenings:
        tellings = happening.tellings
        summit = tellings[0].entry.mode == "multilateral" and any(t.setting for t in tellings)
        if summit and happening.time is None and happening.status == "happened":
            happening.time = TimeRef(value=published.value)


def _take_up(draft: Draft, happenings: Sequence[Happening]) -> None:
    """Date a happening by a later sentence that takes it up: ``Insiden itu terjadi pada Sabtu``."""
    for match in _TAKING_UP.finditer(draft.text):
        types = next(kinds for word, kinds in _TAKEN_UP.items() if match[1].lower() in word)
        sentence = bisect_right(draft.sentences, match.start(), key=lambda s: s.start) - 1
        low = bisect_left(draft.times, match.end(), key=lambda t: t.span.start)
        day = next((t for t in draft.times[low : low + 1] if _dates(draft, match.end(), t)), None)
        before = (h for h in happenings if _was_told(h, sentence) and h.first.entry.type in types)
        latest = max(before, key=lambda h: h.tellings[-1].sentence, default=None)
        if day is not None and latest is not None and latest.time is None:
            latest.time = TimeRef(value=day.value, ref=day.id)


def _dates(draft: Draft, end: int, time: Time) -> bool:
    """Tell whether a time follows the words that end there, with little between."""
    between = draft.text[end : time.span.start]
    near = len(between) <= _CLOSE and not _BREAKS.search(between)
    return near and bool(_DATED.match(time.value))


def _was_told(happening: Happening, sentence: int) -> bool:
    """Tell whether it was told in one of the sentences just before, and has happened."""
    told = (sentence - t.sentence for t in happening.tellings)
    return happening.status == "happened" and any(0 < n <= _NEAR for n in told)


def _setting(happening: Happening, happenings: Sequence[Happening]) -> str | None:
    """Return the time of the meeting at which it happened: ``Dalam KTT itu, mereka sepakat``."""
    for other in happenings:
        if other is happening or other.time is None or not _are_of_one_day(other, happening):
            continue
        if any(_is_at(told, meeting) for told in happening.tellings for meeting in other.tellings):
            return other.time.value
    return None


def _is_at(told: Telling, meeting: Telling) -> bool:
    """Tell whether an act was at a meeting: ``Dalam KTT ini``, ``Pada kesempatan itu``."""
    apart = told.sentence - meeting.sentence
    if told.occasion and 0 <= apart <= _NEAR:
        return meeting.entry.type == "CONSULT"
    return meeting.setting and apart == 0


def _are_of_one_day(meeting: Happening, act: Happening) -> bool:
    """At a meeting that was held something was done or not done; at one to come, it is to be."""
    held = meeting.status == "happened" and act.status == "negated"
    return held or meeting.status == act.status


def _meetings(happenings: Sequence[Happening], status: Status) -> Iterator[_Occasion]:
    for happening in happenings:
        first, time = happening.tellings[0], happening.time
        if first.entry.type != "CONSULT" or happening.status != status or time is None:
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


def _is_next(happening: Happening) -> bool:
    """Tell whether it is the next stop of a day's agenda: ``Selanjutnya Presiden akan …``."""
    return happening.status == "planned" and any(t.next for t in happening.tellings)


def _is_said_now(happening: Happening) -> bool:
    """Tell whether it is an act of speech or a talk of this report, not of its background."""
    first = happening.tellings[0]
    return (
        (first.entry.type in SPEECH or first.entry.root in DISCUSS)
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
    agreed = len({o.value for o in own}) == 1
    return nearest.value if agreed or abs(nearest.sentence - told) <= _NEAR else None
