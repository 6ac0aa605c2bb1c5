"""The cue that governs a count: the nearest word of harm or movement before or behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kawat.layers.figures.counts import Count
from kawat.layers.figures.nouns import cue_pattern, cues
from kawat.lexicon import table
from kawat.reading import Span

_STOPS = re.compile(
    r"[;:]|[\"”](?=,? )|, (?=kata|ujar|ucap|tutur|ungkap|jelas|menurut)|(?<![\w-])"
    r"(?:sedangkan|sementara|namun|tetapi|tapi|padahal|meskipun|walaupun)(?![\w-])"
)
_VERB = re.compile(r"(?<![\w-])(?:me[mnlrwy][a-z]{3,}|ber[a-z]{3,})(?![\w-])")
PREPOSITION = re.compile(
    r"(?<![\w-])(?:di|pada|dengan|dari|setelah|dalam|oleh|kepada|terhadap|untuk|yang|saat|ketika|sejak|karena|akibat)(?![\w-])"
)
_COUNTING = ("korban", "jumlah", "angka", "kematian")
_REACHES = re.compile(
    r"(?:menjadi|jadi|mencapai|sebanyak|sejumlah|adalah|berjumlah|yakni|yaitu|sebesar)\s+$"
)
_BOTH_BEFORE = re.compile(r"menewaskan (?:dan|atau|serta|maupun) melukai[\w ]{0,20}$")
_BOTH_AFTER = re.compile(r"^[\w ]{0,30}(?:tewas|terbunuh) (?:dan|atau|maupun|serta) (?:ter)?luka")
_FAR = 90
_NEAR = 60
_FLIGHT = 50
UNKNOWN_WORDS = 4
"""words that may stand between a bare number and its cue, at most"""


class Measured(NamedTuple):
    """What a count measures, and by what: the rule, the words that decide and their entry."""

    measure: str
    rule: str
    span: Span
    entry: str
    """in ``measures.toml``: table, measure or side, and word"""


class Governing(NamedTuple):
    """A cue beside a count, and what stands between them."""

    measured: Measured
    words: str
    between: str


@cache
def _passed() -> frozenset[str]:
    return frozenset(table("measures")["context"]["passed"])


@cache
def _flights() -> frozenset[str]:
    return frozenset(table("measures")["context"]["flights"])


@cache
def _wanted() -> tuple[str, ...]:
    return tuple(table("measures")["context"]["wanted"])


def is_of_both(lower: str, count: Count) -> bool:
    """Tell whether one number counts killed and injured together (``menewaskan dan melukai``)."""
    before = lower[max(0, count.span.start - 40) : count.span.start]
    after = lower[count.span.end : count.span.end + 60]
    return bool(_BOTH_BEFORE.search(before) or _BOTH_AFTER.search(after))


def governed(lower: str, count: Count, left: int, right: int) -> Measured | None:
    """Return the measure of the cue that governs the count, the object's before the subject's."""
    if count.noun is not None and count.noun.unit != "person":
        return None
    behind = _object_cue(lower, left, count)
    if behind and len(behind.between.split()) <= 1:
        return behind.measured
    return _subject_cue(lower, count, right) or (behind.measured if behind else None)


def _object_cue(lower: str, left: int, count: Count) -> Governing | None:
    """Return the nearest cue before a count, if it measures the count."""
    cue = cue_before(lower, left, count)
    if cue is None or cue.measured.measure == "troops":
        return None
    if cue.measured.measure == "missing" and count.words.lower().startswith(_wanted()):
        return None  # the police look for him
    if count.is_bare and cue.between.strip() and not any(w in cue.words for w in _COUNTING):
        return None
    if cue.words.startswith("melukai") and is_of_both(lower, count):
        return cue._replace(measured=cue.measured._replace(measure="killed"))
    return cue


def cue_before(lower: str, left: int, count: Count) -> Governing | None:
    """Return the nearest cue before a count that takes it as its object."""
    found = None
    begin = max(left, count.span.start - _FAR)
    for found in cue_pattern("object").finditer(lower, begin, count.span.start):  # noqa: B007
        pass
    if found is None:
        return None
    between = lower[found.end() : count.span.start]
    total = found.group().startswith(_COUNTING) and _REACHES.search(between)
    if _STOPS.search(between) or blocked(between):
        return None
    if PREPOSITION.search(between) and not total:
        return None
    return _governing("object", found, between)


def _subject_cue(lower: str, count: Count, right: int) -> Measured | None:
    cue = cue_after(lower, count, right)
    if cue is None or cue.measured.measure == "troops":
        return None
    between = cue.between
    if count.one and (" yang " in f" {between.strip()} " or len(between) > _NEAR):
        return None
    if count.is_bare and between.strip():
        return None
    if cue.words in _flights() and count.high < _FLIGHT:
        return None
    return cue.measured


def cue_after(lower: str, count: Count, right: int) -> Governing | None:
    """Return the first cue after a count that has it as its subject."""
    end = min(right, count.span.end + (_NEAR if count.noun is None else _FAR))
    found = cue_pattern("subject").search(lower, count.span.end, end)
    if not found:
        return None
    between = lower[count.span.end : found.start()]
    if _STOPS.search(between) or blocked(between):
        return None
    if count.noun is None and (len(between.split()) > UNKNOWN_WORDS or PREPOSITION.search(between)):
        return None
    return _governing("subject", found, between)


def _governing(side: str, found: re.Match[str], between: str) -> Governing:
    known, words = cues(side), found.group()
    entry = words if words in known else words.removesuffix("nya")
    measure, rule = known[entry], "object-of" if side == "object" else "subject-of"
    measured = Measured(measure, rule, Span(*found.span()), f"cue {measure}, {side}: {entry}")
    return Governing(measured, words, between)


def blocked(between: str) -> bool:
    """Tell whether another verb stands between a count and a cue."""
    return any(v.group() not in _passed() for v in _VERB.finditer(between))
