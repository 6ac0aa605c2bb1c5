"""Cues: the words and phrases of saying of ``lexicon/id/cues.toml``, and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal, get_args

from kawat.errors import LexiconError
from kawat.lexicon import table
from kawat.reading import Span

Stance = Literal["neutral", "asserting", "denying", "promising", "warning", "accusing", "hedging"]
Frame = Literal[
    "clause", "content", "marked", "wish", "label", "directive", "order", "thanks", "quote",
    "source", "tail", "noun", "hearsay",
]  # fmt: skip
Voice = Literal["active", "passive", "bare"]

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_SEAM = re.compile(r"[a-z](?=[A-Z][a-zA-Z])")
_GLUED = 8
"""Where a link was stripped from a page, a name runs into the next word (``Putinmengatakan``):
an active form of this length or longer is still found there."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the cue lexicon; an absent form is ``None``."""

    root: str
    stance: Stance
    frame: Frame
    example: str
    active: str | None = None
    passive: str | None = None
    bare: str | None = None

    def forms(self) -> Iterator[tuple[Voice, str]]:
        """Yield the forms with their voices."""
        for voice in get_args(Voice):
            form = getattr(self, voice)
            if form:
                yield voice, form


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: its span and its form in lower case."""

    start: int
    end: int
    form: str

    def of(self, text: str) -> str:
        """Return the word as the text has it."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue where it stands: ``at`` is the index of its first word, ``after`` of the next one.

    ``span`` leaves a clitic ``-nya`` out; ``clitic`` tells that there is one.
    """

    entry: Entry
    voice: Voice
    span: Span
    at: int
    after: int
    clitic: bool


@cache
def entries() -> tuple[Entry, ...]:
    """Return the cue lexicon, checked; a wrong entry is a :class:`LexiconError`."""
    return tuple(_entry(row) for row in table("cues")["cue"])


def _entry(row: dict[str, str]) -> Entry:
    where = f"cues.toml, root {row.get('root')!r}"
    try:
        entry = Entry(**row)  # type: ignore[arg-type]
    except TypeError as error:
        raise LexiconError(
            str(error), where=where, fix="give the fields named at the top"
        ) from error
    if entry.frame not in get_args(Frame) or entry.stance not in get_args(Stance):
        raise LexiconError(f"unknown frame or stance: {entry.frame}, {entry.stance}", where=where)
    if not any(entry.forms()):
        raise LexiconError(
            "an entry without a form", where=where, fix="add active, passive or bare"
        )
    return entry


@cache
def _by_first_word() -> dict[str, list[tuple[tuple[str, ...], Voice, Entry]]]:
    """Return the forms by their first word, longest first."""
    index: dict[str, list[tuple[tuple[str, ...], Voice, Entry]]] = {}
    for entry in entries():
        for voice, form in entry.forms():
            parts = tuple(form.split())
            index.setdefault(parts[0], []).append((parts, voice, entry))
    for forms in index.values():
        forms.sort(key=lambda form: -len(form[0]))
    return index


@cache
def _long_actives() -> tuple[str, ...]:
    return tuple(
        e.active for e in entries() if e.active and len(e.active) >= _GLUED and " " not in e.active
    )


def words(text: str, start: int, end: int) -> list[Word]:
    """Return the words of ``text[start:end]``; a name and a cue that run together are parted."""
    found: list[Word] = []
    for match in _WORD.finditer(text, start, end):
        word, at = match.group(), match.start()
        seams = [m.start() + 1 for m in _SEAM.finditer(word)]
        for first, last in pairwise([0, *seams, len(word)]):
            cut = first + _glue(word[first:last])
            if cut > first:
                found.append(Word(at + first, at + cut, word[first:cut].lower()))
            found.append(Word(at + cut, at + last, word[cut:last].lower()))
    return found


def _glue(word: str) -> int:
    """Return where a cue or ``bahwa`` begins that runs on from a name, 0 if none does."""
    if len(word) > _GLUED and word[0].isupper() and not word.isupper():
        for form in _long_actives():
            if word.endswith(form) and len(word) > len(form):
                return len(word) - len(form)
    if word.endswith("bahwa") and len(word) > 5 and word[:-5].isupper():
        return len(word) - 5
    return 0


def cues(sentence: Sequence[Word]) -> list[Cue]:
    """Return the cues among the words, the longest form at each place, all entries that fit."""
    index = _by_first_word()
    found: list[Cue] = []
    at = 0
    while at < len(sentence):
        hits = _at(sentence, at, index)
        found += hits
        at = hits[0].after if hits else at + 1
    return found


def _at(
    sentence: Sequence[Word], at: int, index: dict[str, list[tuple[tuple[str, ...], Voice, Entry]]]
) -> list[Cue]:
    word = sentence[at]
    for first, clitic in ((word.form, False), (word.form.removesuffix("nya"), True)):
        hits: list[Cue] = []
        for parts, voice, entry in index.get(first, ()):
            if hits and len(parts) < hits[0].after - at:
                break
            if clitic and (len(parts) > 1 or word.form == first):
                continue
            if all(w.form == p for w, p in zip(sentence[at + 1 :], parts[1:], strict=False)) and (
                at + len(parts) <= len(sentence)
            ):
                last = sentence[at + len(parts) - 1]
                end = last.end - 3 if clitic else last.end
                hits.append(Cue(entry, voice, Span(word.start, end), at, at + len(parts), clitic))
        if hits:
            return hits
    return []
