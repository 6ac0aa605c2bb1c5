"""The status of an event that a noun tells: from what governs the noun, or its own predicate."""

from __future__ import annotations

from collections.abc import Callable

from kawat.layers.events.arguments import Trigger
from kawat.layers.events.cues import DENIED, NOT, ONLY, cues, stronger, verbs
from kawat.layers.events.grammar import HARD, is_mark, is_verb, words
from kawat.layers.events.places import Sentence
from kawat.layers.events.units import Clauses
from kawat.reading import Status

Purpose = Callable[[Sentence, Trigger, int], Status | None]
"""what the purpose clause that ``untuk`` opens at a unit says"""

_LEFT, _RIGHT, _FAR = 8, 10, 14
_PURPOSE = frozenset({"untuk", "guna", "agar", "supaya", "demi"})
_BEING = frozenset(
    {
        "ada", "adanya", "terjadi", "terjadinya", "tercapai", "tercapainya", "terwujud",
        "terwujudnya", "terciptanya", "tercipta", "terbentuknya", "terselenggaranya", "digelarnya",
        "dilakukannya", "dimulainya",
    }
)  # fmt: skip
"""verbs of being and coming about: `bakal ada kesepakatan`"""
DEEDS = frozenset({"ASSAULT", "SANCTION", "COERCE", "THREATEN", "PROTEST", "MOBILIZE"})
_INVOLVED = frozenset({"terlibat", "keterlibatan", "ikut", "jawab", "berada"})
_MODAL = frozenset(
    {
        "tidak", "tak", "belum", "bukan", "akan", "bakal", "mungkin", "bisa", "dapat", "harus",
        "perlu", "diperkirakan", "diharapkan", "dikhawatirkan", "rencananya", "gagal", "diminta",
        "direncanakan", "dijadwalkan",
    }
)  # fmt: skip
"""cues behind a noun that say something of the verb after them"""
_AT = frozenset({"dalam", "pada", "sela-sela", "saat", "dengan", "yaitu", "yakni", "sebelum"})


def of_noun(sentence: Sentence, trigger: Trigger, purpose: Purpose) -> Status | None:
    """Return the status that the words around a noun give the event it tells."""
    found = _governed(sentence, trigger, purpose)
    if found in (None, "happened"):
        found = _predicated(sentence, trigger) or found
    if found is None and trigger.form.entry.type == "CONSULT":
        return _set_in_plan(sentence.clauses, trigger)
    return found


def _governed(sentence: Sentence, trigger: Trigger, purpose: Purpose) -> Status | None:
    """Read what a noun depends on: `rencana serangan`, `akan melancarkan serangan`."""
    clauses, before = sentence.clauses, cues("before")
    found: Status | None = None
    passed = False
    deed = trigger.form.entry.type in DEEDS
    for k in range(trigger.first - 1, max(-1, trigger.first - 1 - _LEFT), -1):
        form = clauses.form(k)
        if clauses.is_mention(k) or is_mark(form):
            if passed and clauses.form(k - 1) in words("object-control"):
                continue
            break
        if form in DENIED or form == "menepis":
            return "negated"
        if form in verbs("presupposing") and not (passed and form == "tengah"):
            return stronger(found, "happened")
        if form in before and not (deed and form in verbs("attitudes")):
            if not (form in NOT and clauses.form(k + 1) in ONLY):
                found = stronger(found, before[form])
        elif form in _PURPOSE:
            end = purpose(sentence, trigger, k)
            return found if found in ("negated", "possible") else end or found
        elif form in words("prepositions") or form in words("subordinators"):
            return found or _denied(clauses, k)
        elif is_verb(form) and form not in words("auxiliaries"):
            if passed or not _carries(form):
                break
            passed = True
    return found


def _carries(verb: str) -> bool:
    """Tell whether what is said of a verb is said of its noun: ``akan melancarkan serangan``."""
    return verb in words("light") or verb in words("receiving") or verb in _BEING


def _denied(clauses: Clauses, k: int) -> Status | None:
    """``membantah terlibat dalam serangan``: it did not happen, on that word."""
    if clauses.form(k) not in ("dalam", "atas") or clauses.form(k - 1) not in _INVOLVED:
        return None
    near = (clauses.form(n) for n in range(max(0, k - 4), k))
    return "negated" if not DENIED.isdisjoint(near) else None


def _predicated(sentence: Sentence, trigger: Trigger) -> Status | None:
    """Read what a noun, as a subject, is said to do: ``pertemuan itu dibatalkan``.

    What an event may bring about leaves it as it is: ``serangan itu bisa memicu perang``.
    """
    clauses, after = sentence.clauses, cues("after")
    found: Status | None = None
    for k in range(trigger.last + 1, trigger.last + 1 + _RIGHT):
        form = clauses.form(k)
        if not form and not clauses.is_mention(k):
            return None
        if form in _MODAL and form in after:
            if not (form in NOT and clauses.form(k + 1) in ONLY):
                found = stronger(found, after[form])
        elif form in after:
            return stronger(found, after[form])
        elif _ends_clause(form):
            return found if clauses.form(k - 1) == "gagal" else None
        elif is_verb(form) and form not in words("auxiliaries"):
            return found if _brings_about(trigger, form, found) else None
    return None


def _ends_clause(form: str) -> bool:
    mark = is_mark(form) and form not in ("(", ")")
    return mark or (form in words("subordinators") and form != "yang")


def _brings_about(trigger: Trigger, verb: str, found: Status | None) -> bool:
    """Tell whether a verb says that its subject comes about; a meeting to come is yet to be."""
    if verb in verbs("occurring") or verb in words("light-passive"):
        return True
    return found == "planned" and trigger.form.entry.type not in DEEDS


def _set_in_plan(clauses: Clauses, trigger: Trigger) -> Status | None:
    """``akan dibahas dalam pertemuan``: the meeting where something is to happen is planned."""
    near = range(max(0, trigger.first - 3), trigger.first)
    at = next((k for k in near if clauses.form(k) in _AT), None)
    for k in range((at or 0) - 1, max(-1, trigger.first - _FAR), -1):
        form = clauses.form(k)
        if form in HARD or form in ("yang", "bahwa", "telah", "sudah"):
            break
        if cues("before").get(form) == "planned" and form in words("auxiliaries"):
            return "planned"
    return None
