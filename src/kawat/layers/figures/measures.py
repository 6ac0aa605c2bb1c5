"""What a count measures: decided by the cue that governs it, else by the counted noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kawat.layers.figures.counts import Count
from kawat.layers.figures.governing import (
    PREPOSITION,
    UNKNOWN_WORDS,
    Measured,
    blocked,
    cue_after,
    cue_before,
    governed,
)
from kawat.layers.figures.nouns import context
from kawat.lexicon import table
from kawat.lexicon.patterns import any_of
from kawat.reading import Span

_JOINED = re.compile(
    r"[\s,]*(?:dan|serta|atau|,|hingga|maupun|plus|ditambah)\s+(?:melukai |juga )?$"
)
_HARM = frozenset({"killed", "injured", "missing", "displaced", "detained", "released"})
_SAID_BY_NOUN = frozenset({"killed", "injured", "missing"})
_FORCES = re.compile(r"(?<![\w-])(?:pasukan|tentara|prajurit|personel|personil)(?![\w-])")
_AMOUNTS = re.compile(
    r"(?:berjumlah|berkekuatan|sebanyak|sejumlah|mencapai|menjadi|ditambah) (?:\w+ ){0,2}$"
)
_ENLISTED = re.compile(
    r"(?:sebagai|menjadi) (?:tentara|relawan perang)|untuk (?:memerangi|berperang)"
)
_FAR = 90
_NEAR = 60
_SCENE = 250
_FORCE = 10
_NATION = 10_000_000
_PART = 30
_PARTS = 4


@cache
def _civil() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(table('measures')['context']['civil'])}(?![\w-])")


@cache
def _parts() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){any_of(table('measures')['context']['parts'])}(?![\w-])")


@cache
def _delta() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-]){any_of(table('measures')['context']['deltas'])} (?:sebanyak )?$"
    )


def measure_all(lower: str, sentence: Span, counts: Sequence[Count]) -> list[Measured | None]:
    """Return the measure of each count of a sentence, ``None`` where it counts nothing of these."""
    found: list[Measured | None] = []
    left = sentence.start
    for i, count in enumerate(counts):
        right = _right_end(lower, sentence, counts, i)
        last = found[-1] if found else None
        if _is_delta(lower, left, count):
            found.append(None)
            continue
        found.append(_measure(lower, sentence, count, left, right, last))
        left = count.span.end
    return _shared_back(lower, counts, found)


def _shared_back(
    lower: str, counts: Sequence[Count], found: list[Measured | None]
) -> list[Measured | None]:
    """Give a count the harm of the next one that it is joined to: ``empat polisi dan tiga …``."""
    for i in range(len(counts) - 2, -1, -1):
        noun, own, other = counts[i].noun, found[i], found[i + 1]
        if (own and own.measure in _HARM) or not (other and other.measure in _HARM):
            continue
        if noun is None or noun.unit != "person":
            continue
        between = lower[counts[i].span.end : counts[i + 1].span.start]
        joined = _JOINED.search(between)
        apart = len(between[: joined.start()].split()) if joined else UNKNOWN_WORDS
        if apart < UNKNOWN_WORDS and "melukai" not in between and not blocked(between):
            found[i] = other._replace(rule="joined")
    return found


def _is_delta(lower: str, left: int, count: Count) -> bool:
    """Tell whether a number only says by how much another grew: ``meningkat 36 menjadi 963``."""
    after = lower[count.span.end : count.span.end + 20]
    return " menjadi " in after and bool(_delta().search(lower[left : count.span.start]))


def _right_end(lower: str, sentence: Span, counts: Sequence[Count], i: int) -> int:
    """Return how far a count's cue may stand: to the next count, or past one that is its part."""
    for n in range(i + 1, min(i + _PARTS, len(counts))):
        before = lower[counts[n - 1].span.end : counts[n].span.start]
        if not (_parts().search(before) and len(before) < _PART):
            return counts[n].span.start
    beyond = i + _PARTS
    return counts[beyond].span.start if beyond < len(counts) else sentence.end


def _measure(
    lower: str, sentence: Span, count: Count, left: int, right: int, last: Measured | None
) -> Measured | None:
    if count.currency:
        measure = "aid" if _is_aid(lower, sentence, count) else "money"
        return Measured(measure, "sum", count.span, f"currencies: {count.currency}")
    if count.noun and count.noun.measure in _SAID_BY_NOUN:
        return _by_noun(count, count.noun.measure)
    return (
        governed(lower, count, left, right)
        or _inherited(lower[left : count.span.start], count, last)
        or _by_noun(count, _of_noun(lower, sentence, count, left, right))
    )


def _by_noun(count: Count, measure: str | None) -> Measured | None:
    if measure is None or count.noun is None:
        return None
    of_itself = f", {count.noun.measure}" if count.noun.measure else ""
    entry = f"noun {count.noun.unit}{of_itself}: {count.words.lower()}"
    return Measured(measure, "counted-noun" if of_itself else "force", count.span, entry)


def _inherited(before: str, count: Count, last: Measured | None) -> Measured | None:
    """Return the measure that a count shares with the one before it in the sentence."""
    if last is None or blocked(before):
        return None
    joined = _JOINED.search(before)
    near = joined is not None and len(before[: joined.start()].split()) <= UNKNOWN_WORDS
    part = bool(_parts().search(before)) and len(before.split()) <= 6
    if not (near or part):
        return None
    shared = last._replace(rule="part" if part else "joined")
    if last.measure in _HARM:
        person = count.noun is None or count.noun.unit == "person"
        return shared if person and (part or count.noun is not None or count.is_bare) else None
    troops = part and last.measure == "troops"
    people = troops and count.noun is not None and count.noun.unit == "person"
    return shared if people or count.is_bare else None


def _of_noun(lower: str, sentence: Span, count: Count, left: int, right: int) -> str | None:
    """Return the measure that the counted noun has of itself."""
    noun = count.noun
    if noun is None:
        return None
    if noun.measure is None or noun.measure == "fighters":
        return "troops" if _is_force(lower, sentence, count) else None
    if noun.measure == "troops":
        big = count.high >= _FORCE
        return "troops" if big or _moves(lower, count, left, right) else None
    if noun.measure == "vehicles":
        if _civil().match(lower, count.span.end):
            return None
        begin = max(0, sentence.start - _SCENE)
        return "weapons" if context("forces").search(lower, begin, sentence.end) else None
    if noun.measure == "aid":
        return "aid" if context("aid").search(lower, *sentence) else None
    return None if count.one else noun.measure


def _is_aid(lower: str, sentence: Span, count: Count) -> bool:
    """Tell whether a sum is given as aid: ``bantuan senilai``, ``… untuk bantuan militer``."""
    begin = max(sentence.start, count.span.start - _NEAR)
    before = lower[begin : count.span.start]
    after = lower[count.span.end : min(sentence.end, count.span.end + _NEAR // 2)]
    given = context("aid").search(before)
    return bool(given and not re.search(r"[.;(]", before[given.end() :])) or bool(
        context("aid").search(after)
    )


def _is_force(lower: str, sentence: Span, count: Count) -> bool:
    """Tell whether people are counted as part of a force (``pasukan berjumlah 800 orang``)."""
    if count.high < _FORCE or count.one:
        return False
    before = lower[max(sentence.start, count.span.start - _FAR) : count.span.start]
    after = lower[count.span.end : min(sentence.end, count.span.end + _FAR)]
    if _ENLISTED.search(after):
        return count.high < _NATION
    return bool(_FORCES.search(before) and _AMOUNTS.search(before))


def _moves(lower: str, count: Count, left: int, right: int) -> bool:
    """Tell whether a cue of sending or stationing governs the count."""
    behind, ahead = cue_before(lower, left, count), cue_after(lower, count, right)
    return (behind is not None and behind.measured.measure == "troops") or (
        ahead is not None
        and ahead.measured.measure == "troops"
        and not count.one
        and not PREPOSITION.search(ahead.between)
    )
