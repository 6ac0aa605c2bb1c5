"""The outlets that Kawat knows by name: agencies, newspapers, broadcasters, sites, platforms."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kawat.errors import LexiconError
from kawat.lexicon import table

KINDS = frozenset({"agency", "newspaper", "magazine", "broadcaster", "online", "platform"})
DOMAIN = re.compile(
    r"(?:[A-Za-z0-9][A-Za-z0-9-]{0,40}\.){1,3}(?:com|co|id|net|org|tv|news|info|ru|uk|io|ir|my|sg)\b"
    r"(?:\.[a-z]{2}\b)?",
)
_FIRST = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet of the lexicon; ``common`` marks a name that is also a common word."""

    name: str
    kind: str
    country: str
    common: bool


@cache
def _index() -> dict[str, tuple[tuple[str, KnownOutlet], ...]]:
    """First word of a spelling → (spelling, outlet), the longest spelling first."""
    index: dict[str, list[tuple[str, KnownOutlet]]] = {}
    for form, outlet in _forms().items():
        first = _FIRST.match(form)
        if not first:
            raise LexiconError(f"an outlet is spelled {form!r}", fix="begin it with a word")
        index.setdefault(first.group(), []).append((form, outlet))
    return {k: tuple(sorted(v, key=lambda x: -len(x[0]))) for k, v in index.items()}


@cache
def _forms() -> dict[str, KnownOutlet]:
    forms: dict[str, KnownOutlet] = {}
    shouted: dict[str, KnownOutlet] = {}
    for row in table("outlets")["outlets"]:
        outlet = KnownOutlet(row["name"], row["kind"], row["country"], row.get("common", False))
        if outlet.kind not in KINDS:
            raise LexiconError(f"{outlet.name} is of the unknown kind {outlet.kind!r}")
        for form in (row["name"], *row["spellings"]):
            forms[form] = outlet
            if "-" in form:
                forms[form.replace("-", " - ")] = outlet  # as detokenised pages print it
            shouted.setdefault(form.upper(), outlet)
    return shouted | forms


@cache
def _domains() -> dict[str, KnownOutlet]:
    domains: dict[str, KnownOutlet] = {}
    for row in table("outlets")["outlets"]:
        for domain in row["domains"]:
            domains[domain] = _forms()[row["name"]]
    return domains


def outlet_at(text: str, start: int) -> tuple[int, KnownOutlet] | None:
    """Return the end and the outlet of the longest known spelling at ``start``, if there is one."""
    first = _FIRST.match(text, start)
    if not first:
        return None
    for form, outlet in _index().get(first.group(), ()):
        end = start + len(form)
        if text.startswith(form, start) and not text[end : end + 1].isalnum():
            return end, outlet
    return None


def outlet_named(name: str) -> KnownOutlet | None:
    """Return the outlet that is spelled so, or lives at that domain."""
    bare = name.strip()
    return _forms().get(bare) or _domains().get(bare.lower().removeprefix("www."))


def proper_name(name: str) -> str:
    """Return the normalised name of an outlet, also of one that the lexicon doesn't know.

    An unknown domain loses its ending (``RAKYATKU.COM`` is Rakyatku); an unknown name is kept as
    printed, with single spaces.
    """
    bare = " ".join(name.replace(" - ", "-").split()).strip(" .,")
    known = outlet_named(bare) or outlet_named(" ".join(name.split()))
    if known:
        return known.name
    if DOMAIN.fullmatch(bare):
        stem = bare.removeprefix("www.").split(".")[0]
        return stem.capitalize() if stem.isupper() or stem.islower() else stem
    return bare
