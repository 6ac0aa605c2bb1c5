"""The words of measures: counted nouns, cues and qualifiers, as the lexicon has them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kawat.lexicon import table
from kawat.lexicon.patterns import any_of


@dataclass(frozen=True, slots=True)
class Noun:
    """A counted noun: its unit, and the measure that it has without a cue, if it has one."""

    unit: str
    measure: str | None


@cache
def nouns() -> dict[str, Noun]:
    """Return every counted noun, lower case."""
    rows = table("measures")["noun"]
    return {w: Noun(row["unit"], row.get("measure")) for row in rows for w in row["words"]}


@cache
def noun_pattern() -> re.Pattern[str]:
    """Return the pattern of counted nouns, the longest first, with ``-nya`` where it is added."""
    return re.compile(rf"({any_of(nouns())})(?:nya)?(?![\w-])")


@cache
def cues(side: str) -> dict[str, str]:
    """Return the cues whose counted stand as their ``subject`` or ``object`` → measure."""
    return {w: row["measure"] for row in table("measures")["cue"] for w in row[side]}


@cache
def cue_pattern(side: str) -> re.Pattern[str]:
    """Return the pattern of the cues of one side."""
    return re.compile(rf"(?<![\w-]){any_of(cues(side))}(?:nya)?(?![\w-])")


@cache
def qualifiers() -> dict[str, str]:
    """Return every qualifying phrase → about, at_least, at_most or exact."""
    return {w: kind for kind, words in table("measures")["qualifiers"].items() for w in words}


@cache
def qualifier_pattern() -> re.Pattern[str]:
    """Return the pattern of a qualifier that ends a stretch of text."""
    words = sorted(qualifiers(), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, words))})\s+$")


@cache
def currencies() -> dict[str, str]:
    """Return every sign and name of a currency → its ISO 4217 code."""
    return {w: code for code, words in table("measures")["currencies"].items() for w in words}


@cache
def currency_before() -> re.Pattern[str]:
    """Return the pattern of a currency that ends just before a number."""
    signs = sorted(currencies(), key=len, reverse=True)
    return re.compile(rf"(?<![\w])({'|'.join(map(re.escape, signs))})\s?$")


@cache
def currency_after() -> re.Pattern[str]:
    """Return the pattern of a currency that follows a number."""
    names = any_of(w for w in currencies() if w.isascii() and w[0].isalpha())
    return re.compile(rf"\s?({names})(?![\w])")


@cache
def context(name: str) -> re.Pattern[str]:
    """Return the pattern of one list of context words."""
    return re.compile(rf"(?<![\w-]){any_of(table('measures')['context'][name])}(?![\w-])")


@cache
def leaders() -> frozenset[str]:
    """Return the nouns that name one man rather than count him (``seorang komandan``)."""
    return frozenset(table("measures")["context"]["leaders"])
