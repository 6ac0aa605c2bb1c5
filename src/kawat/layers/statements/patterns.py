"""Word lists of the statement lexicons as sets and as patterns."""

from __future__ import annotations

import re
from functools import cache

from kawat.lexicon import table


@cache
def _lists() -> dict[str, tuple[str, ...]]:
    """Return every list of ``clauses.toml`` and ``speakers.toml``; no key is in both."""
    rows = {**table("clauses"), **table("speakers")}
    return {
        key: tuple(listed.split() if isinstance(listed, str) else listed)
        for key, listed in rows.items()
    }


def word_set(key: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(_lists()[key])


def one_of(key: str) -> str:
    """Return a pattern for any word or phrase of a list, the longest first."""
    return "(?:" + "|".join(sorted(map(re.escape, _lists()[key]), key=len, reverse=True)) + ")"
