"""What a noun hangs on: its light verb, a passive that takes it up, the word before it."""

from __future__ import annotations

from collections.abc import Container

from kawat.layers.events.grammar import is_mark, is_verb, words
from kawat.layers.events.units import Clauses

NEAR = 5
"""units between a noun and what it hangs on, at most"""
_TAKEN_UP = 7


def light_verb(clauses: Clauses, i: int) -> int | None:
    """Return the unit of the verb that the noun at ``i`` is the object of, if one is near."""
    for k in range(i - 1, max(-1, i - 1 - NEAR), -1):
        form = clauses.form(k)
        if is_verb(form):
            return k
        ends = is_mark(form) or form in words("prepositions") or form in words("subordinators")
        if ends or clauses.is_mention(k):
            return None
    return None


def passive_after(clauses: Clauses, i: int, verbs: str = "light-passive") -> int | None:
    """Return the unit of the passive light verb after a noun: `serangan yang dilancarkan`."""
    for k in range(i + 1, min(i + _TAKEN_UP, clauses.size)):
        form = clauses.form(k)
        if form in words(verbs):
            return k
        if is_mark(form) or (is_verb(form) and form not in words("auxiliaries")):
            return None
    return None


def before(clauses: Clauses, i: int, governors: Container[str]) -> int | None:
    """Return the unit of one of these words where the noun at ``i`` hangs on it."""
    for k in range(i - 1, max(-1, i - NEAR), -1):
        form = clauses.form(k)
        if form in governors:
            return k
        if clauses.is_mention(k) or is_mark(form) or is_verb(form):
            return None
    return None
