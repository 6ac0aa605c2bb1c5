"""Event entries: the lexicon files of the sixteen types, made ready for matching.

An entry is a verb, a noun or a light-verb phrase with its frame. Verbs are given by their active
form and root; all voices are made from these (Sneddon et al., *Indonesian: A Comprehensive
Grammar*, 2010, on voice: active meN-, passive di-, and the bare stem after an agent).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, get_args

from kawat.errors import LexiconError
from kawat.language.morphology import analyse
from kawat.lexicon import table
from kawat.reading import EventType

TYPES: tuple[str, ...] = get_args(EventType)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the parties of an event stand: grammatical places and prepositions, nearest first."""

    name: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    mutual: bool
    """all parties are actors, wherever they stand"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One way of telling an event."""

    id: str
    """``ASSAULT menyerang``: what ``kawat explain`` shows and an analyst mends"""
    type: str
    lemma: str
    noun: bool
    root: str
    frame: Frame
    mode: str | None
    contexts: tuple[str, ...]
    objects: frozenset[str]
    """the entry holds only with one of these words beside it, on its object's side"""
    excluded: frozenset[str]
    """and never with one of these"""
    weak: bool
    """an event only where a party is told"""
    agentive: bool
    """an event only where its actor is told"""
    directed: bool
    """an event only where a recipient is told"""
    status: str | None
    example: str
    gives: str

    @property
    def file(self) -> str:
        """The file of the entry, within ``lexicon/id/``: ``events/assault.toml``."""
        return f"events/{self.type.lower()}.toml"

    @property
    def stem(self) -> str:
        """The root of its first word: `bertemu` and `pertemuan bilateral` share theirs."""
        first = self.lemma.split()[0]
        found = analyse(first)
        return found.root if found else first


@dataclass(frozen=True, slots=True)
class Form:
    """A sequence of lower-case words that tells the event of an entry, in one voice."""

    words: tuple[str, ...]
    voice: str
    """``active``, ``passive``, ``bare`` (stem without prefix) or ``noun``"""
    entry: Entry


@cache
def frames() -> dict[str, Frame]:
    """Return the frames of ``events/frames.toml`` by name."""
    return {
        name: Frame(
            name, tuple(f["actors"]), tuple(f.get("recipients", ())), f.get("mutual", False)
        )
        for name, f in table("events/frames").items()
    }


@cache
def entries() -> tuple[Entry, ...]:
    """Return every event entry of the lexicon, in the order of the files."""
    return tuple(entry for name in TYPES for entry in _of_type(name))


def _of_type(name: str) -> Iterator[Entry]:
    content = table(f"events/{name.lower()}")
    defaults = content.get("defaults", {})
    for part in ("verbs", "nouns"):
        for given in content.get(part, ()):
            yield _entry(name, part == "nouns", {**defaults.get(part, {}), **given})


def _entry(name: str, noun: bool, given: dict[str, Any]) -> Entry:
    try:
        return Entry(
            id=f"{name} {given['lemma']}",
            type=name,
            lemma=given["lemma"],
            noun=noun,
            root=given.get("root", ""),
            frame=frames()[given["frame"]],
            mode=given.get("mode"),
            contexts=tuple(given.get("contexts", ())),
            objects=frozenset(given.get("objects", ())),
            excluded=frozenset(given.get("excluded", ())),
            weak=given.get("weak", False),
            agentive=given.get("agentive", False),
            directed=given.get("directed", False),
            status=given.get("status"),
            example=given["example"],
            gives=given["gives"],
        )
    except KeyError as error:
        raise LexiconError(
            f"the event entry {given.get('lemma', given)!r} lacks or misnames {error}",
            where=f"events/{name.lower()}.toml",
            fix="see docs/add-an-event.md",
        ) from error


@cache
def forms() -> dict[str, tuple[Form, ...]]:
    """Return all forms by their first word, the longest first."""
    index: dict[str, list[Form]] = {}
    for entry in entries():
        for form in _forms(entry):
            index.setdefault(form.words[0], []).append(form)
    return {
        first: tuple(sorted(all_, key=lambda f: -len(f.words))) for first, all_ in index.items()
    }


def _forms(entry: Entry) -> Iterator[Form]:
    words = tuple(entry.lemma.split())
    if entry.noun:
        yield Form(words, "noun", entry)
        return
    yield Form(words, "active", entry)
    if not entry.root:
        return
    head, rest = words[0], words[1:]
    ending = next((s for s in ("kan", "i") if head.endswith(s) and not entry.root.endswith(s)), "")
    for stem, voice in ((f"di{entry.root}", "passive"), (entry.root, "bare")):
        yield Form((stem + ending, *rest), voice, entry)
