"""Furniture by its wording: the groups of the lexicon, met on a line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kawat.errors import LexiconError
from kawat.lexicon import table
from kawat.lexicon.patterns import any_of
from kawat.reading import FurnitureKind

_EDGES = " \t\xa0:.,;|-–—•*»«>\"'[]()_/\\"
_LONGEST_PHRASE = 60
_SHORTEST_KEY = 3


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase of the lexicon with the kind and form of its group."""

    words: str
    kind: FurnitureKind
    form: str


@cache
def _groups() -> dict[str, tuple[Phrase, ...]]:
    """Form → its phrases, the longest first."""
    forms: dict[str, list[Phrase]] = {
        f: [] for f in ("whole", "start", "anywhere", "headline", "colon", "label")
    }
    for group in table("furniture")["group"]:
        if group["form"] not in forms:
            raise LexiconError(f"furniture has no form {group['form']!r}")
        forms[group["form"]] += [Phrase(w, group["kind"], group["form"]) for w in group["words"]]
    return {f: tuple(sorted(p, key=lambda p: -len(p.words))) for f, p in forms.items()}


@cache
def _whole() -> dict[str, FurnitureKind]:
    return {p.words.strip(_EDGES): p.kind for p in _groups()["whole"]}


@cache
def _starts() -> dict[str, tuple[Phrase, ...]]:
    """First letters → the phrases that begin so (``start``, ``headline``, ``colon``, ``label``)."""
    index: dict[str, list[Phrase]] = {}
    for form in ("start", "label", "headline", "colon"):
        for phrase in (*_groups()[form], *_spaced(_groups()[form])):
            index.setdefault(phrase.words[:_SHORTEST_KEY], []).append(phrase)
    return {k: tuple(sorted(v, key=lambda p: -len(p.words))) for k, v in index.items()}


def _spaced(phrases: tuple[Phrase, ...]) -> list[Phrase]:
    """Return the phrases that end in a colon once more, with a space before it."""
    return [Phrase(f"{p.words[:-1]} :", p.kind, p.form) for p in phrases if p.words.endswith(":")]


@cache
def _anywhere() -> re.Pattern[str]:
    return re.compile(any_of(p.words for p in _groups()["anywhere"]))


@cache
def _openers() -> re.Pattern[str]:
    words = any_of(p.words for p in _groups()["headline"])
    return re.compile(rf"(?<![^\W_])(?:{words}|baca ?(?=:))")


def whole_line(lower: str) -> FurnitureKind | None:
    """Return the kind of a line that is one of the lexicon's phrases and nothing else."""
    if len(lower) > _LONGEST_PHRASE:
        return None
    return _whole().get(lower.strip(_EDGES))


def line_start(lower: str) -> Phrase | None:
    """Return the phrase that a line begins with; its colon or boundary is for the caller."""
    for phrase in _starts().get(lower[:_SHORTEST_KEY], ()):
        rest = lower[len(phrase.words) : len(phrase.words) + 1]
        if lower.startswith(phrase.words) and not (rest.isalnum() and phrase.words[-1].isalnum()):
            return phrase
    return None


def anywhere() -> re.Pattern[str]:
    """Return the pattern of phrases that are furniture wherever they stand."""
    return _anywhere()


def openers() -> re.Pattern[str]:
    """Return the pattern of words that open other articles' headlines, in lower case."""
    return _openers()


def alternation(section: str, name: str) -> str:
    """Return one list of the lexicon as a pattern of alternatives, the longest first."""
    return any_of(table("furniture")[section][name])
