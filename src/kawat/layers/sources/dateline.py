"""The dateline: where a report is dated from and which outlet signs it.

Forms met: ``JAKARTA, CONTOH.com -``, ``Jakarta, Contoh Indonesia --``, ``CONTOH.CO.ID, BANDUNG –``,
``Jakarta (CONTOH News) -``, ``WASHINGTON (contoh.com)–``, ``Rusia, Contoh –``, ``CONTOH.COM -``,
``MOSKOW –``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from kawat.lexicon import table
from kawat.lexicon.outlets import DOMAIN, outlet_named
from kawat.reading import Span

_WINDOW = 90
_PART = r"[A-Z0-9a-z][\w.'’/&!-]*(?: [\w.'’/&!-]+){0,4}?"
_DATELINE = re.compile(
    rf"(?P<one>{_PART})"
    rf"(?:\s?,\s?(?P<two>{_PART}))?"
    rf"(?:\s?,\s?(?P<three>{_PART}))?"
    r"(?:,?\s?[(\[](?P<paren>[^()\[\]\n]{2,40})[)\]])?"
    r"(?:\s?,\s?(?P<four>[A-Z][\w. ]{2,24}?))?"
    r"(?P<dash>\s?(?:-(?:\s?-){1,2}|[–—]{1,2}|\.-|:)|\s-|-(?=\s|$)|(?<=[)mdo])-)(?=\s|[A-Z\"“'‘(]|$)"
)
_GLUED = re.compile(
    r"(?P<one>[A-Za-z0-9-]+\.(?:com|co\.id|co|id|net)),\s?(?P<two>[A-Z][a-z]+)(?=[A-Z])"
)
_ALONE = re.compile(r"(?P<one>[A-Z][A-Z0-9-]*[A-Z](?:\.[A-Z]{2,3}){0,2})[.,] (?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Prefix:
    """What stands before the first sentence: place and outlet, each with its span, and the end."""

    place: Span | None
    outlet: Span | None
    end: int


@cache
def dateline_places() -> frozenset[str]:
    """Return the places that news is dated from, in lower case."""
    return frozenset(p.lower() for p in table("datelines")["places"])


def _is_outlet(words: str) -> bool:
    if DOMAIN.fullmatch(words):
        return True
    known = outlet_named(words)
    if known:
        return known.kind != "platform" and (not known.common or words.isupper() or len(words) > 5)
    return (
        bool(re.search(r"\b(?:Online|News|Indonesia|TV|Post|Times|Daily)$", words)) and " " in words
    )


def _is_place(words: str) -> bool:
    letters = [w for w in words.split() if w[0].isalpha()]
    if not letters or len(letters) > 4 or any(c.isdigit() for c in words):
        return False
    return words.lower() in dateline_places() or all(w[0].isupper() for w in letters)


def _is_sure_place(words: str) -> bool:
    return words.lower() in dateline_places() or (words.isupper() and len(words) > 3)


@lru_cache(maxsize=32)  # the furniture asks for an article's first lines, and the sources again
def dateline_at(text: str, start: int) -> Prefix | None:
    """Return the dateline that begins at ``start``, if one does."""
    window = text[start : start + _WINDOW].split("\n")[0]
    found = _DATELINE.match(window) or _GLUED.match(window)
    if not found:
        return _outlet_alone(window, start)
    groups = {"dash": "-"} | found.groupdict()
    parts = [k for k in ("one", "two", "three", "four", "paren") if groups.get(k)]
    outlet = next((k for k in parts if _is_outlet(groups[k].strip())), None)
    if not outlet and groups.get("paren") and not any(c.isdigit() for c in groups["paren"]):
        outlet = "paren"
    if not outlet and parts == ["one", "two"] and _is_signature(groups["two"]):
        outlet = "two"
    if groups["dash"].strip() == ":" and (outlet is None or not _is_outlet(groups[outlet].strip())):
        return None
    places = [k for k in parts if k != outlet and k != "paren" and _is_place(groups[k])]
    place = places[0] if places else None
    if not outlet and not (place and len(parts) <= 2 and _is_sure_place(groups[place])):
        return None
    if outlet and len(parts) > 1 and place is None and outlet != "paren":
        return None

    def span(key: str | None) -> Span | None:
        if not key:
            return None
        a, b = found.span(key)
        return Span(start + a, start + b)

    return Prefix(span(place), span(outlet), start + found.end())


def _outlet_alone(window: str, start: int) -> Prefix | None:
    """Return the outlet that opens a report before a comma or a full stop: ``CONTOH.CO, …``."""
    found = _ALONE.match(window)
    if not found or not (outlet_named(found.group("one")) or DOMAIN.fullmatch(found.group("one"))):
        return None
    return Prefix(None, Span(start, start + found.end("one")), start + found.end())


def _is_signature(words: str) -> bool:
    """Tell whether a name after a place can be the outlet's, though the lexicon lacks it."""
    known = words.lower() in dateline_places()
    return not known and len(words.split()) <= 2 and words[0].isupper()


def place_name(words: str) -> str:
    """Return a dateline's place as prose would print it: ``NEW YORK`` is New York."""
    if not words.isupper() or len(words) <= 2:
        return words
    return " ".join(w if "." in w else w.capitalize() for w in words.split())
