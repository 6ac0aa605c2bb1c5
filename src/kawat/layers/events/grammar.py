"""The function words of the event rules, as sets, and what counts as a verb."""

from __future__ import annotations

from functools import cache, lru_cache

from kawat.language.morphology import analyse
from kawat.lexicon import table

_PREFIXES = ("meng", "mem", "men", "di", "ber")
_MARKS = frozenset({",", ".", "!", "?", ")", "(", "-", "–", "—", "--", "/", "…", "..."})
QUOTES = frozenset({'"', "“", "”", "„", "«", "»", "'", "‘", "’", "``", "''"})
HARD = frozenset({";", ":", *QUOTES})
"""marks that no clause reaches across"""


@cache
def words(name: str) -> frozenset[str]:
    """Return a list of ``events/grammar.toml`` as a set."""
    return frozenset(table("events/grammar")[name])


@lru_cache(maxsize=1 << 13)
def is_verb(form: str) -> bool:
    """Tell by its shape whether a lower-case word is a verb (or says that somebody speaks)."""
    if form in words("verbs"):
        return True
    if len(form) < 5 or form in words("not-verbs") or form in words("subordinators"):
        return False
    if form in words("prepositions") or form in words("auxiliaries"):
        return form.startswith(("di", "ber")) and len(form) > 6 and form not in ("dituding",)
    analysis = analyse(form)
    if analysis is None:
        return len(form) > 6 and form.startswith(_PREFIXES)
    return analysis.kind == "verb"


def is_mark(form: str) -> bool:
    """Tell whether a form is a mark of punctuation."""
    return form in _MARKS or form in HARD


def ends_phrase(form: str) -> bool:
    """Tell whether a noun phrase ends before this word."""
    return (
        is_mark(form)
        or form in words("prepositions")
        or form in words("subordinators")
        or form in words("coordinators")
        or is_verb(form)
    )
