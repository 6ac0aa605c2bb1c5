"""Whether an event happened, is planned, is possible, or did not happen.

Tense in Indonesian is told by words before the verb (Sneddon et al. 2010, on aspect and modality);
a noun takes its status from what it depends on, or from the verb that it is the subject of.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from kawat.layers.events.arguments import Trigger
from kawat.layers.events.grammar import HARD, is_mark, is_verb, words
from kawat.layers.events.places import Sentence
from kawat.lexicon import table
from kawat.reading import Status

_ORDER: Final[tuple[Status, ...]] = ("negated", "possible", "planned", "happened")
_LEFT, _RIGHT, _FAR = 8, 7, 14
_PURPOSE = frozenset({"untuk", "guna", "agar", "supaya", "demi"})
_CLAUSE = frozenset(
    {"jika", "kalau", "bila", "apabila", "agar", "supaya", "apakah", "seandainya", "andai"}
)
"""words that open a clause and hold for its verb across the subject"""
_LATER = frozenset({"sebelum", "setelah", "usai", "seusai", "sambil", "seraya", "lalu", "kemudian"})
"""words that tie a clause to the main one, whose time is its own"""
_DENIED = frozenset({"membantah", "menyangkal", "menampik", "dibantah", "bantah"})
_BEING = frozenset(
    {"ada", "adanya", "terjadi", "tercapai", "tercapainya", "terwujud", "terjadinya"}
)
"""verbs of being and coming about: `bakal ada kesepakatan`"""
_NOT = frozenset({"tidak", "tak", "belum", "bukan"})
_ONLY = frozenset({"hanya", "sekadar", "cuma", "saja", "sekedar"})
_SPEECH = frozenset({"CONSULT", "REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "PROTEST"})
"""acts of speech: where they are a purpose (`datang untuk membahas`), they are done with it"""
_DEEDS = frozenset({"ASSAULT", "SANCTION", "COERCE", "THREATEN", "PROTEST", "MOBILIZE"})


@cache
def _cues(side: str) -> dict[str, Status]:
    return {word: row["status"] for row in table("status")["words"] for word in row[side]}


@cache
def _list(name: str) -> frozenset[str]:
    return frozenset(table("status")[name]["verbs"])


def status(sentence: Sentence, trigger: Trigger) -> tuple[Status, bool]:
    """Return the status of the event that a trigger tells, and whether a word says so."""
    fixed: Status | None = trigger.form.entry.status  # type: ignore[assignment]
    if trigger.form.entry.noun:
        found = _of_noun(sentence, trigger)
        if found in (None, "happened"):
            found = _right(sentence, trigger) or found
    else:
        found = _of_verb(sentence, trigger)
    found = found or fixed
    return found or "happened", found is not None


def _stronger(one: Status | None, other: Status) -> Status:
    """Return the status that holds where two words speak: `tidak akan` is negated."""
    return other if one is None else min(one, other, key=_ORDER.index)


def _of_verb(sentence: Sentence, trigger: Trigger) -> Status | None:
    """Read the words before a verb, nearest first, as far as its clause goes."""
    clauses, cues = sentence.clauses, _cues("before")
    found: Status | None = None
    crossed = False
    for k in range(trigger.first - 1, max(-1, trigger.first - 1 - _LEFT), -1):
        form = clauses.form(k)
        if clauses.is_mention(k):
            crossed = True
        elif form in _DENIED:
            return "negated"
        elif form in HARD or form == "yang":
            break
        elif form in cues and (not crossed or form in _CLAUSE or form in words("object-control")):
            if not (form in _NOT and clauses.form(k + 1) in _ONLY):
                found = _stronger(found, cues[form])
        elif form in _PURPOSE and not crossed:
            return found or _of_purpose(sentence, trigger, k)
        elif form in _LATER or (form in words("coordinators") and not crossed):
            return found or _of_main_clause(sentence, k)
        elif _stops(form):
            break
    return found


def _stops(form: str) -> bool:
    return (
        form == ","
        or form in words("subordinators")
        or (is_verb(form) and form not in words("auxiliaries"))
    )


def _of_purpose(sentence: Sentence, trigger: Trigger, k: int) -> Status | None:
    """What is done in order to ``untuk`` has not happened yet; words said to an end have."""
    cues = _cues("before")
    for n in range(k - 1, max(-1, k - _FAR), -1):
        form = sentence.clauses.form(n)
        if form in cues and cues[form] != "happened":
            return cues[form]
        if form in HARD or form in words("subordinators"):
            break
    return None if trigger.form.entry.type in _SPEECH else "possible"


def _of_main_clause(sentence: Sentence, k: int) -> Status | None:
    """A clause tied to one that is planned is planned with it."""
    for n in range(k - 1, max(-1, k - _FAR), -1):
        form = sentence.clauses.form(n)
        if _cues("before").get(form) == "planned" and form in words("auxiliaries"):
            return "planned"
        if form in HARD or form in ("yang", "bahwa"):
            break
    return None


def _of_noun(sentence: Sentence, trigger: Trigger) -> Status | None:
    """Read what a noun depends on: `rencana serangan`, `akan melancarkan serangan`."""
    clauses, cues = sentence.clauses, _cues("before")
    found: Status | None = None
    passed = False
    deed = trigger.form.entry.type in _DEEDS
    for k in range(trigger.first - 1, max(-1, trigger.first - 1 - _LEFT), -1):
        form = clauses.form(k)
        if clauses.is_mention(k) or is_mark(form):
            break
        if form in _DENIED:
            return "negated"
        if form in _list("presupposing") and not (passed and form == "tengah"):
            return _stronger(found, "happened")
        if form in cues and not (deed and form in _list("attitudes")):
            if not (form in _NOT and clauses.form(k + 1) in _ONLY):
                found = _stronger(found, cues[form])
        elif form in _PURPOSE:
            return found or _of_purpose(sentence, trigger, k)
        elif form in words("prepositions") or form in words("subordinators"):
            break
        elif is_verb(form) and form not in words("auxiliaries"):
            if passed or (form not in words("light") and form not in _BEING):
                break
            passed = True
    return found


def _right(sentence: Sentence, trigger: Trigger) -> Status | None:
    """Read what a noun, as a subject, is said to do: ``pertemuan itu dibatalkan``."""
    clauses, cues = sentence.clauses, _cues("after")
    for k in range(trigger.last + 1, trigger.last + 1 + _RIGHT):
        form = clauses.form(k)
        if not form and not clauses.is_mention(k):
            return None
        if form in cues and not (form in _NOT and clauses.form(k + 1) in _ONLY):
            return cues[form]
        if is_mark(form) and form not in ("(", ")"):
            return None
        if form in words("subordinators") and form != "yang":
            return None
        if is_verb(form) and form not in words("auxiliaries"):
            return None
    return None
