"""Whether an event happened, is planned, is possible, or did not happen.

Tense in Indonesian is told by words before the verb (Sneddon et al. 2010, on aspect and modality);
a noun takes its status from what it depends on, or from the verb that it is the subject of.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from kawat.layers.events.arguments import Sentence, Trigger
from kawat.layers.events.grammar import HARD, is_mark, is_verb, words
from kawat.lexicon import table
from kawat.reading import Status

_ORDER: Final[tuple[Status, ...]] = ("negated", "possible", "planned", "happened")
_LEFT, _RIGHT = 8, 7
_PURPOSE = frozenset({"untuk", "guna", "agar", "supaya", "demi"})
_CLAUSE = frozenset(
    {
        "jika",
        "kalau",
        "bila",
        "apabila",
        "agar",
        "supaya",
        "apakah",
        "seandainya",
        "andai",
        "sebelum",
    }
)
"""words that open a clause and hold for its verb across the subject"""
_DENIED = frozenset({"membantah", "menyangkal", "menampik", "dibantah", "bantah", "menepis"})


@cache
def _cues(side: str) -> dict[str, Status]:
    return {word: row["status"] for row in table("status")["words"] for word in row[side]}


def status(sentence: Sentence, trigger: Trigger) -> tuple[Status, bool]:
    """Return the status of the event that a trigger tells, and whether a word says so."""
    fixed = trigger.form.entry.status
    found = _left(sentence, trigger)
    if trigger.form.entry.noun and found in (None, "happened"):
        found = _right(sentence, trigger) or found
    if found is None and fixed:
        return fixed, True  # type: ignore[return-value]
    return found or "happened", found is not None


def _left(sentence: Sentence, trigger: Trigger) -> Status | None:
    """Read the words before a trigger, nearest first, as far as its clause goes."""
    clauses, cues = sentence.clauses, _cues("before")
    passed_verb = passed_mention = False
    for k in range(trigger.first - 1, max(-1, trigger.first - 1 - _LEFT), -1):
        form = clauses.form(k)
        if form in HARD or form == "yang":
            return None
        passed_mention = passed_mention or clauses.is_mention(k)
        if form in _DENIED:
            return "negated"
        if passed_mention and form not in _CLAUSE and form not in words("object-control"):
            continue
        if form in cues and not (passed_verb and cues[form] == "happened"):
            return _negate(clauses.form(k - 1), cues[form])
        if form in _PURPOSE and not trigger.form.entry.noun:
            return _purpose(sentence, k)
        if form == "," and not clauses.is_mention(k - 1):
            return None
        if form in words("subordinators"):
            return None
        if is_verb(form) and form not in words("auxiliaries"):
            if passed_verb or (form not in words("light") and not trigger.form.entry.noun):
                return None
            passed_verb = True
    return None


def _negate(before: str, found: Status) -> Status:
    """``tidak akan menyerang`` is denied, not planned."""
    return "negated" if before in ("tidak", "tak", "belum", "bukan") else found


def _purpose(sentence: Sentence, k: int) -> Status | None:
    """What is done in order to ``untuk`` has not happened yet."""
    cues = _cues("before")
    for n in range(k - 1, max(-1, k - 6), -1):
        form = sentence.clauses.form(n)
        if form in cues and cues[form] != "happened":
            return cues[form]
        if is_mark(form):
            break
    return "possible"


def _right(sentence: Sentence, trigger: Trigger) -> Status | None:
    """Read what a noun, as a subject, is said to do: ``pertemuan itu dibatalkan``."""
    clauses, cues = sentence.clauses, _cues("after")
    for k in range(trigger.last + 1, trigger.last + 1 + _RIGHT):
        form = clauses.form(k)
        if not form and not clauses.is_mention(k):
            return None
        if form in cues:
            return cues[form]
        if is_mark(form) and form not in ("(", ")"):
            return None
        if form in words("subordinators") and form != "yang":
            return None
        if is_verb(form) and form not in words("auxiliaries"):
            return None
    return None
