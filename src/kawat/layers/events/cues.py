"""The words that tell whether an event happened, from ``lexicon/id/status.toml``."""

from __future__ import annotations

from functools import cache
from typing import Final

from kawat.lexicon import table
from kawat.reading import Status

_ORDER: Final[tuple[Status, ...]] = ("negated", "possible", "planned", "happened")
CLAUSE = frozenset(
    {"jika", "kalau", "bila", "apabila", "agar", "supaya", "apakah", "seandainya", "andai"}
)
"""words that open a clause and hold for its verb across the subject"""
DENIED = frozenset({"membantah", "menyangkal", "menampik", "dibantah", "bantah"})
NOT = frozenset({"tidak", "tak", "belum", "bukan"})
ONLY = frozenset({"hanya", "sekadar", "cuma", "saja", "sekedar"})


@cache
def cues(side: str) -> dict[str, Status]:
    """Return the status that each cue gives; ``side`` is ``before`` or ``after`` the trigger."""
    return {word: row["status"] for row in table("status")["words"] for word in row[side]}


@cache
def verbs(name: str) -> frozenset[str]:
    """Return a list of verbs: ``presupposing``, ``attitudes`` or ``occurring``."""
    return frozenset(table("status")[name]["verbs"])


def stronger(one: Status | None, other: Status) -> Status:
    """Return the status that holds where two words speak: `tidak akan` is negated."""
    return other if one is None else min(one, other, key=_ORDER.index)
