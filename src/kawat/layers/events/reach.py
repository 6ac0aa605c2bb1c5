"""Whether a time in a sentence can date an act of it, or stands in another act's clause.

A date at the end of an Indonesian sentence belongs to the clause that it closes; behind a comma it
belongs to the whole sentence (``…, Selasa (17/6)``). A date at its head holds for what follows
until the report turns (``namun``), or begins a clause of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from kawat.layers.events.arguments import Trigger
from kawat.layers.events.grammar import is_verb, words
from kawat.layers.events.units import Clauses

_CONTRAST = frozenset(
    {"namun", "tetapi", "tapi", "sedangkan", "meski", "meskipun", "walau", "walaupun", "kendati"}
)
SPEECH = frozenset({"SUPPORT", "REJECT", "ACCUSE", "REQUEST", "THREATEN", "AGREE", "CONCEDE"})
"""types that saying makes: the day of the saying is that of the event"""
_CONTENT = frozenset({"untuk", "agar", "supaya", "bahwa", "akan"})
"""words that open what is asked, agreed or threatened, whose time is its own"""
_CUES = frozenset({"kata", "ujar", "ucap", "tutur", "ungkap", "imbuh", "tegas", "jelas", "papar"})
"""cues behind what was said: what is before them is another's day"""
_TIED = frozenset(
    {
        "setelah", "sesudah", "usai", "seusai", "selepas", "pasca", "menyusul", "akibat", "karena",
        "lantaran", "sebab", "sejak", "sebelum", "jelang", "menjelang",
    }
)  # fmt: skip
"""words whose clause has a time of its own, before or after that of the main clause"""


def apart(
    clauses: Clauses, trigger: Trigger, first: int, last: int, others: Sequence[Trigger]
) -> bool:
    """Tell whether the time at the units ``first`` to ``last`` stands apart from an act."""
    if first > trigger.last:
        return _behind(clauses, trigger, first, others)
    return _ahead(clauses, trigger, last)


def _behind(clauses: Clauses, trigger: Trigger, first: int, others: Sequence[Trigger]) -> bool:
    """A time behind the act is apart where a clause with a verb of its own opens between."""
    form = clauses.form
    edge = first - (form(first - 1) in words("prepositions") or form(first - 1) in _TIED)
    acts = {k for other in others for k in range(other.first, other.last + 1)}
    opened: int | None = None
    inner = False
    said = trigger.form.entry.type in SPEECH and not trigger.form.entry.noun
    for k in range(trigger.last + 1, edge):
        if form(k) in _CONTRAST or (said and form(k) in _CONTENT and form(edge - 1) != ","):
            return True
        if (form(k) in _TIED and form(k) != "sejak") or (
            form(k) == "yang" and not _is_head(clauses, trigger, k, acts)
        ):
            opened = opened or k
        elif form(k) == "," and opened is not None and form(opened - 1) == ",":
            opened, inner = None, False
        elif opened is not None and (is_verb(form(k)) or k in acts):
            inner = True
    return inner and form(edge - 1) != ","


def _is_head(clauses: Clauses, trigger: Trigger, k: int, acts: set[int]) -> bool:
    """Tell whether ``yang`` at ``k`` goes with the noun of the act: ``serangan AS yang …``."""
    between = range(trigger.last + 1, k)
    forms = {clauses.form(n) for n in between}
    if not trigger.form.entry.noun or "," in forms or any(is_verb(form) for form in forms):
        return False
    return acts.isdisjoint(between) or forms.isdisjoint(words("prepositions"))


def _ahead(clauses: Clauses, trigger: Trigger, last: int) -> bool:
    """A time ahead of the act is apart where the act has a clause of its own."""
    form = clauses.form
    between = range(last + 1, trigger.first)
    told = False
    for k in between:
        if form(k) in _CONTRAST or (form(k) in _CUES and not _is_aside(clauses, k, trigger.first)):
            return True
        if k > last + 1 and form(k) in _TIED:
            return all(form(n) != "," for n in range(k + 1, trigger.first))
        if k > last + 1 and form(k) == "yang" and _is_its_verb(clauses, trigger, k):
            return True
        if told and form(k) == "dan" and form(k - 1) == "," and clauses.is_mention(k + 1):
            return True
        told = told or is_verb(form(k))
    return False


def _is_aside(clauses: Clauses, k: int, end: int) -> bool:
    """Tell whether a cue stands between commas: ``Saat ini, kata Retno, bantuan disalurkan``."""
    return clauses.form(k - 1) == "," and any(clauses.form(n) == "," for n in range(k + 1, end))


def _is_its_verb(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """Tell whether the act is the verb of the clause that ``yang`` at ``k`` opens."""
    between = range(k + 1, trigger.first)
    if clauses.form(k + 1) in ("kemudian", "lalu"):
        return False  # the report goes on
    return not trigger.form.entry.noun and not any(is_verb(clauses.form(n)) for n in between)
