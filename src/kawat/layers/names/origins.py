"""Where a person's name is at home: the states where people bear names of its language."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from kawat.layers.names.gazetteer import split_name
from kawat.lexicon import table


@cache
def _states() -> dict[str, frozenset[str]]:
    """Return the states of every word of names, of all languages that have it."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("origins")["origin"]:
        for word in row["words"].split():
            found[word].update(row["states"])
    return {word: frozenset(states) for word, states in found.items()}


def origins(name: str) -> frozenset[str] | None:
    """Return the states where a name is at home, ``None`` where its words tell nothing."""
    parts = [p.casefold() for p in split_name(name)]
    parts = parts[1:] if parts[:1] in (["al"], ["el"]) else parts
    told = [_states()[p] for p in parts if p in _states()]
    return frozenset().union(*told) if told else None
