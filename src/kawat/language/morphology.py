"""The root of an Indonesian word and what its affixes make of it.

The affixes and their sound changes are those of the standard grammar (Tata Bahasa Baku Bahasa
Indonesia): *meN-* and *peN-* take on the place of the following sound and swallow k, p, s and t.
A form counts as affixed only where the root that is left stands in ``lexicon/id/roots.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from kawat.lexicon import table

Voice = Literal["active", "passive"]
Kind = Literal["verb", "noun", "base", "number"]

CLITICS = ("nya", "lah", "kah", "pun")
_VOWELS = "aiueo"
_LONGEST = 40
"""No Indonesian word is longer; what is longer is not taken apart."""


@dataclass(frozen=True, slots=True)
class Morph:
    """The analysis of one word.

    ``root`` is in lower case. ``voice`` is ``None`` for what is no affixed verb. ``kind`` is
    ``base`` for a bare root, whose word class only the sentence tells.
    """

    root: str
    voice: Voice | None
    kind: Kind


@dataclass(frozen=True, slots=True)
class _Parse:
    root: str
    prefixes: tuple[str, ...]
    suffix: str

    def rank(self) -> tuple[int, int, int]:
        """Sort the likelier parse first: the longer root, then fewer affixes, then a suffix."""
        affixes = len(self.prefixes) + bool(self.suffix)
        return (-len(self.root), affixes, -len(self.suffix))


@cache
def roots() -> frozenset[str]:
    """Return every root that is known."""
    entries = table("roots")
    return frozenset(entries["words"].split()) | frozenset(entries["added"].split())


def known(word: str) -> bool:
    """Tell whether the word is a root or can be taken apart into a known one."""
    return analyse(word) is not None


@lru_cache(maxsize=1 << 13)
def analyse(word: str) -> Morph | None:
    """Return the root of a word and what its affixes make of it, ``None`` for an unknown one.

    Clitics (``-nya``, ``-lah``, ``-kah``, ``-pun``) are passed over.
    """
    bare = word.casefold()
    if len(bare) > _LONGEST:
        return None
    exceptions: dict[str, str] = table("roots")["exceptions"]
    if bare in exceptions:
        return _morph(_spelled(exceptions[bare]))
    if bare in roots():
        return Morph(bare, None, "base")
    if "-" in bare and (doubled := _reduplicated(bare)):
        return doubled
    parses = sorted(_parses(bare), key=_Parse.rank)
    if parses:
        return _morph(parses[0])
    ends = bare.endswith(CLITICS) and len(bare) > 5
    return analyse(bare[:-3].removesuffix("-")) if ends else None


def _spelled(parse: str) -> _Parse:
    """Read an exception as written in the lexicon, ``ber- beri -kan``."""
    parts = parse.split()
    prefixes = tuple(p[:-1] for p in parts if p.endswith("-"))
    suffix = next((p[1:] for p in parts if p.startswith("-")), "")
    root = next(p for p in parts if "-" not in p)
    return _Parse(root, prefixes, suffix)


def _reduplicated(word: str) -> Morph | None:
    """Read ``perundingan-perundingan``, ``tembak-menembak``, ``sebesar-besarnya``, ``ke-79``."""
    first, _, second = word.partition("-")
    if first == "ke" and second.isdigit():
        return Morph(second, None, "number")
    halves = [m for m in (analyse(second), analyse(first)) if m and "-" not in second]
    if len(halves) == 2 and halves[0].root == halves[1].root:
        return max(halves, key=lambda m: m.kind != "base")
    if first == second and first.isalpha():
        return Morph(first, None, "base")
    return None


def _morph(parse: _Parse) -> Morph:
    outer = parse.prefixes[0] if parse.prefixes else ""
    if outer == "meN":
        return Morph(parse.root, "active", "verb")
    if outer == "ber":
        # keberangkatan is ke- outside; ber-…-an is a reciprocal verb
        return Morph(parse.root, "active", "verb")
    if outer in ("di", "ter"):
        return Morph(parse.root, "passive", "verb")
    if outer in ("peN", "per", "ke") or parse.suffix == "an":
        return Morph(parse.root, None, "noun")
    if parse.suffix in ("kan", "i"):
        return Morph(parse.root, "active", "verb")
    return Morph(parse.root, None, "base")


def _parses(word: str) -> Iterator[_Parse]:
    for suffix in ("", "kan", "an", "i"):
        if word.endswith(suffix) and len(word) - len(suffix) >= 2:
            stem = word[: len(word) - len(suffix)]
            yield from _peeled(stem, (), suffix)


_INNER = {
    "": ("meN", "di", "ter", "ber", "peN", "per", "ke", "se"),
    "meN": ("per", "ber", "ke", "se"),
    "di": ("per", "ber", "ke", "se"),
    "ter": ("per", "ber"),
    "ber": ("peN", "per", "ke", "se"),
    "peN": ("ber", "per", "se"),
    "per": ("se", "ke"),
    "ke": ("ber", "ter", "peN", "per", "se"),
    "se": ("peN", "per", "ke", "ber", "ter"),
}
"""Which prefix may stand directly inside which."""


def _peeled(stem: str, prefixes: tuple[str, ...], suffix: str) -> Iterator[_Parse]:
    if stem in roots() and (prefixes or suffix) and _fits(prefixes, suffix):
        yield _Parse(stem, prefixes, suffix)
    if len(prefixes) == 3:
        return
    for prefix in _INNER[prefixes[-1] if prefixes else ""]:
        for inner in _inside(stem, prefix):
            if len(inner) >= 2:
                yield from _peeled(inner, (*prefixes, prefix), suffix)


def _fits(prefixes: tuple[str, ...], suffix: str) -> bool:
    """Tell whether these affixes go together at all (``*di-…-an``, ``*meN-…-an``)."""
    outer = prefixes[0] if prefixes else ""
    if suffix == "an":
        return outer not in ("di", "meN", "ter")
    if suffix in ("kan", "i"):
        return outer not in ("ke", "peN", "se", "per") or len(prefixes) > 1
    return True


def _inside(stem: str, prefix: str) -> Iterator[str]:
    """Yield what may stand inside a prefix, sound changes undone."""
    if prefix in ("meN", "peN"):
        yield from _nasal(stem, prefix[:2])
        if prefix == "peN" and stem.startswith("pe"):
            yield stem[2:]  # petugas, pejabat, peserta
    elif prefix in ("ber", "per", "ter"):
        if stem.startswith(prefix):
            yield stem[3:]
        # the r falls away before r and before a first syllable in -er-: berenang, bekerja
        if stem.startswith(prefix[:2]) and (stem[2:3] == "r" or stem[3:5] == "er"):
            yield stem[2:]
        if stem in (f"{prefix[:2]}lajar", f"{prefix[:2]}lanjar"):
            yield stem[3:]
    elif stem.startswith(prefix):
        yield stem[len(prefix) :]


def _nasal(stem: str, start: str) -> Iterator[str]:
    """Undo *meN-* or *peN-* (``start`` is ``me`` or ``pe``)."""
    if not stem.startswith(start):
        return
    rest = stem[2:]
    if rest.startswith("nge") and len(rest) in (6, 7):
        yield rest[3:]  # before one syllable: mengebom, mengesahkan
    if rest.startswith("ng"):
        yield rest[2:]
        if rest[2:3] and rest[2] in _VOWELS:
            yield "k" + rest[2:]
    if rest.startswith("ny") and rest[2:3] and rest[2] in _VOWELS:
        yield "s" + rest[2:]
    if rest[:1] == "n" and rest[1:2]:
        yield rest[1:]
        if rest[1] in _VOWELS:
            yield "t" + rest[1:]
    if rest[:1] == "m" and rest[1:2]:
        yield rest[1:]
        if rest[1] in _VOWELS:
            yield "p" + rest[1:]
    if rest[:1] and rest[0] in "lmnrwy":
        yield rest
