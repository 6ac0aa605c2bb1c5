"""What a count measures: decided by the cue that governs it, else by the counted noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from kawat.layers.figures.counts import Count
from kawat.layers.figures.nouns import context, cue_pattern, cues
from kawat.lexicon import table
from kawat.lexicon.patterns import any_of
from kawat.reading import Span

_STOPS = re.compile(
    r"[;:]|[\"”](?=,? )|, (?=kata|ujar|ucap|tutur|ungkap|jelas|menurut)|(?<![\w-])"
    r"(?:sedangkan|sementara|namun|tetapi|tapi|padahal|meskipun|walaupun)(?![\w-])"
)
_VERB = re.compile(r"(?<![\w-])(?:me[mnlrwy][a-z]{3,}|ber[a-z]{3,})(?![\w-])")
_PREPOSITION = re.compile(
    r"(?<![\w-])(?:di|pada|dengan|dari|setelah|dalam|oleh|kepada|terhadap|untuk|yang|saat|ketika|sejak|karena|akibat)(?![\w-])"
)
_JOINED = re.compile(
    r"[\s,]*(?:dan|serta|atau|,|hingga|maupun|plus|ditambah)\s+(?:melukai |juga )?$"
)
_HARM = frozenset({"killed", "injured", "missing", "displaced", "detained", "released"})
_SAID_BY_NOUN = frozenset({"killed", "injured", "missing"})
_COUNTING = ("korban", "jumlah", "angka", "kematian")
_REACHES = re.compile(
    r"(?:menjadi|mencapai|sebanyak|sejumlah|adalah|berjumlah|yakni|yaitu|sebesar)\s+$"
)
_BOTH_BEFORE = re.compile(r"menewaskan (?:dan|atau|serta|maupun) melukai[\w ]{0,20}$")
_BOTH_AFTER = re.compile(r"^[\w ]{0,30}(?:tewas|terbunuh) (?:dan|atau|maupun|serta) (?:ter)?luka")
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
_FLIGHT = 50
_PART = 30
_PARTS = 4
_UNKNOWN_WORDS = 4


@cache
def _passed() -> frozenset[str]:
    return frozenset(table("measures")["context"]["passed"])


@cache
def _flights() -> frozenset[str]:
    return frozenset(table("measures")["context"]["flights"])


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


def measure_all(lower: str, sentence: Span, counts: Sequence[Count]) -> list[str | None]:
    """Return the measure of each count of a sentence, ``None`` where it counts nothing of these."""
    found: list[str | None] = []
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


def _shared_back(lower: str, counts: Sequence[Count], found: list[str | None]) -> list[str | None]:
    """Give a count the harm of the next one that it is joined to: ``empat polisi dan tiga …``."""
    for i in range(len(counts) - 2, -1, -1):
        noun, measure = counts[i].noun, found[i + 1]
        if found[i] in _HARM or measure not in _HARM or noun is None or noun.unit != "person":
            continue
        between = lower[counts[i].span.end : counts[i + 1].span.start]
        joined = _JOINED.search(between)
        apart = len(between[: joined.start()].split()) if joined else _UNKNOWN_WORDS
        if apart < _UNKNOWN_WORDS and "melukai" not in between and not _blocked(between):
            found[i] = measure
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
    lower: str, sentence: Span, count: Count, left: int, right: int, last: str | None
) -> str | None:
    before = lower[left : count.span.start]
    if count.currency:
        return "aid" if _is_aid(lower, sentence, count) else "money"
    if count.noun and count.noun.measure in _SAID_BY_NOUN:
        return count.noun.measure
    return (
        _governed(lower, count, left, right)
        or _inherited(before, count, last)
        or _of_noun(lower, sentence, count, left, right)
    )


def is_of_both(lower: str, count: Count) -> bool:
    """Tell whether one number counts killed and injured together (``menewaskan dan melukai``)."""
    before = lower[max(0, count.span.start - 40) : count.span.start]
    after = lower[count.span.end : count.span.end + 60]
    return bool(_BOTH_BEFORE.search(before) or _BOTH_AFTER.search(after))


def _governed(lower: str, count: Count, left: int, right: int) -> str | None:
    """Return the measure of the cue that governs the count, the object's before the subject's."""
    if count.noun is not None and count.noun.unit != "person":
        return None
    behind = _object_cue(lower, left, count)
    if behind and behind[1] <= 1:
        return behind[0]
    return _subject_cue(lower, count, right) or (behind[0] if behind else None)


def _object_cue(lower: str, left: int, count: Count) -> tuple[str, int] | None:
    """Return the measure of the nearest cue before a count, and the words between them."""
    cue = _cue_before(lower, left, count)
    if cue is None or cue[0] == "troops":
        return None
    measure, words, distance = cue
    if count.is_bare and distance and not any(w in words for w in _COUNTING):
        return None
    if words.startswith("melukai") and is_of_both(lower, count):
        measure = "killed"
    return measure, distance


def _cue_before(lower: str, left: int, count: Count) -> tuple[str, str, int] | None:
    """Return measure, words and distance (in words) of the nearest cue that takes an object."""
    found = None
    begin = max(left, count.span.start - _FAR)
    for found in cue_pattern("object").finditer(lower, begin, count.span.start):  # noqa: B007
        pass
    if found is None:
        return None
    between = lower[found.end() : count.span.start]
    total = found.group().startswith(_COUNTING) and _REACHES.search(between)
    if _STOPS.search(between) or _blocked(between):
        return None
    if _PREPOSITION.search(between) and not total:
        return None
    return _cue_measure("object", found.group()), found.group(), len(between.split())


def _subject_cue(lower: str, count: Count, right: int) -> str | None:
    cue = _cue_after(lower, count, right)
    if cue is None or cue[0] == "troops":
        return None
    measure, words, between = cue
    if count.one and (" yang " in f" {between.strip()} " or len(between) > _NEAR):
        return None
    if count.is_bare and between.strip():
        return None
    if words in _flights() and count.high < _FLIGHT:
        return None
    return measure


def _cue_after(lower: str, count: Count, right: int) -> tuple[str, str, str] | None:
    """Return the measure, the words and what stands between of the first cue with a subject."""
    end = min(right, count.span.end + (_NEAR if count.noun is None else _FAR))
    found = cue_pattern("subject").search(lower, count.span.end, end)
    if not found:
        return None
    between = lower[count.span.end : found.start()]
    if _STOPS.search(between) or _blocked(between):
        return None
    if count.noun is None and (
        len(between.split()) > _UNKNOWN_WORDS or _PREPOSITION.search(between)
    ):
        return None
    return _cue_measure("subject", found.group()), found.group(), between


def _cue_measure(side: str, words: str) -> str:
    found = cues(side)
    return found.get(words) or found[words.removesuffix("nya")]


def _blocked(between: str) -> bool:
    """Tell whether another verb stands between a count and a cue."""
    return any(v.group() not in _passed() for v in _VERB.finditer(between))


def _inherited(before: str, count: Count, last: str | None) -> str | None:
    """Return the measure that a count shares with the one before it in the sentence."""
    if last is None or _blocked(before):
        return None
    joined = _JOINED.search(before)
    near = joined is not None and len(before[: joined.start()].split()) <= _UNKNOWN_WORDS
    part = bool(_parts().search(before)) and len(before.split()) <= 6
    if not (near or part):
        return None
    if last in _HARM:
        person = count.noun is None or count.noun.unit == "person"
        return last if person and (part or count.noun is not None or count.is_bare) else None
    people = part and last == "troops" and count.noun is not None and count.noun.unit == "person"
    return last if people or count.is_bare else None


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
    behind, ahead = _cue_before(lower, left, count), _cue_after(lower, count, right)
    return (behind is not None and behind[0] == "troops") or (
        ahead is not None
        and ahead[0] == "troops"
        and not count.one
        and not _PREPOSITION.search(ahead[2])
    )
