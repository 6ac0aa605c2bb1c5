"""The name that follows a cue of reporting, past the words that may stand between them."""

from __future__ import annotations

import re
from functools import cache

from kawat.layers.sources.dateline import dateline_places
from kawat.lexicon import table
from kawat.lexicon.outlets import DOMAIN, KnownOutlet, outlet_at, outlet_named
from kawat.lexicon.patterns import any_of

_WORD = re.compile(r"[a-z][a-z0-9-]*")
_SPACE = re.compile(r"[^\S\n]*\n?[^\S\n]*[\"“‘']*")
_SMALL = "of|the|and|de|al|el|du|la|le|der|und|&"
_RUN = re.compile(
    rf"(?:A[lnrst] - )?[A-Z0-9@][\w.'’&@-]*(?:(?: (?:{_SMALL}))* (?:[A-Z]|\d)[\w.'’&@-]*){{0,4}}"
)
_HANDLE = re.compile(r" ?(?:resmi |milik )?(?P<account>@[\w.]+|[A-Z]\w*(?: [A-Z]\w*){0,3})")
_GLUED = re.compile(r"(?:dari|oleh|laman|situs|media|berita|portal)(?=[a-z])")
_GLUED_ENDINGS = ("nya", "pada", "dan", "dalam", "yang", "via", "di", "dari")
_COMMA = re.compile(r",\s?")
_MAX_BETWEEN = 9


@cache
def words(name: str) -> frozenset[str]:
    """Return one list of the lexicon of citations."""
    return frozenset(table("citations")[name])


@cache
def _not_names() -> frozenset[str]:
    """Return the places of datelines and the words that open sentences."""
    return dateline_places() | frozenset(table("headlines")["openers"])


@cache
def _states() -> re.Pattern[str]:
    return re.compile(rf"{any_of(table('citations')['states'])}(?![a-z])")


def name_after(text: str, start: int, *, trust: str) -> tuple[int, int] | None:
    """Return the span of the outlet named after a cue that ends at ``start``.

    Words of the kind ``dari laman resmi kantor berita`` are passed over, and so is the state whose
    outlet it is (``kantor berita Korea Utara, KCNA``). ``trust`` is the cue's list in the lexicon:
    after a ``strong`` one any capitalised name will do, after a ``weak`` one a name that is built
    like an outlet's, after a ``sure`` one only an outlet that is known.
    """
    at = start
    for _ in range(_MAX_BETWEEN):
        at = _skip(text, at)
        word = _WORD.match(text, at)
        if (
            word
            and word.group() in words("between")
            and not text.startswith((".", "_"), word.end())
        ):
            at = _past_comma(text, word.end())
            continue
        at = _unglued(text, at)
        known = outlet_at(text, at)
        if known:
            return _with_account(text, at, known)
        state = _states().match(text, at)
        if not state:
            break
        at = _past_comma(text, state.end(), known=False)
    return None if trust == "sure" else _unknown(text, _skip(text, at), trust)


def _past_comma(text: str, at: int, *, known: bool = True) -> int:
    """Return where the name begins that a comma parts from its class: ``media Iran, Tasnim``."""
    comma = _COMMA.match(text, at)
    if not comma:
        return at
    return comma.end() if not known or outlet_at(text, comma.end()) else at


def _unglued(text: str, at: int) -> int:
    """Return where the name begins that a lost space glued to a preposition: ``daridetikNews``."""
    glued = _GLUED.match(text, at)
    return glued.end() if glued and outlet_at(text, glued.end()) else at


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at, at + 6)
    return found.end() if found else at


def _with_account(text: str, start: int, known: tuple[int, KnownOutlet]) -> tuple[int, int]:
    """Return the span of a known outlet, with the account where it is a platform."""
    end, outlet = known
    if outlet.kind == "platform":
        account = _HANDLE.match(text, end, end + 60)
        if account and outlet_named(account.group("account")) is None:
            end = account.end("account")
            end -= text[end - 1] == "."
    return start, end


def _unknown(text: str, start: int, trust: str) -> tuple[int, int] | None:
    domain = DOMAIN.match(text, start)
    if domain:
        return domain.span()
    run = _RUN.match(text, start, start + 60)
    if not run:
        return None
    parts = run.group().split(" ")
    kept: list[str] = []
    for part in parts:
        bare = part.strip(".,'’").lower()
        if bare in words("others") or (not kept and bare in words("between")):
            break
        kept.append(part)
        if part.endswith(".") and len(part) > 3:
            break
    name = " ".join(kept).rstrip(".,'’")
    for ending in _GLUED_ENDINGS:
        if name.endswith(ending) and outlet_named(name.removesuffix(ending)):
            name = name.removesuffix(ending)
    if len(name) < 2 or name.isdigit() or name.lower() in _not_names():
        return None
    shaped = any(p.strip(".") in words("shapes") for p in kept) and len(kept) > 1
    return (start, start + len(name)) if shaped or trust == "strong" else None
