"""Bodies and places named by a noun and what follows it: ``Kementerian Pertahanan Israel``."""

from __future__ import annotations

from functools import cache

from kawat.draft import Words
from kawat.layers.names.capitals import is_common
from kawat.layers.names.gazetteer import Gazetteer, Known, Match, gazetteer
from kawat.lexicon import table

_LINKS = frozenset({"dan", "untuk", "of", "for", "the"})


@cache
def _nouns() -> Gazetteer:
    data = table("bodies")
    heads = [
        (noun, Known("organization", noun, None, sector))
        for sector, nouns in data["organization"].items()
        for noun in nouns
    ]
    return Gazetteer([*heads, *((n, Known("place", n)) for n in data["place"]["nouns"])])


@cache
def _plain() -> frozenset[str]:
    return frozenset(table("bodies")["plain"]["nouns"])


@cache
def _of_towns() -> frozenset[str]:
    return frozenset(table("bodies")["place"]["of_towns"])


def body_at(text: Words, i: int) -> Match | None:
    """Return the body or place that an opening noun and the capitals after it name.

    A noun that is also the last part of a title (``Sekretaris Militer Presiden``) opens no body
    right after another capitalised word, and before a country it is left to the noun phrases.
    """
    noun = _nouns().at(text, i)
    if noun is None or not (text.capital(i) or _small_place(text, noun)):
        return None
    if text.lows[i] in _plain() and i and text.marks[i] == "" and text.capital(i - 1):
        return None
    after = gazetteer().at(text, noun.end) if noun.end < len(text) else None
    if after and after.known.kind in ("country", "capital") and noun.known.name in _plain():
        return None
    end, country = _extent(text, noun)
    if end == noun.end or _whole_without(text, noun, end):
        return None
    name = text.text[text.starts[i] : text.ends[end - 1]]
    kind, sector = noun.known.kind, noun.known.sector
    league = _league(text, noun.end, end)
    if kind == "organization" and league == "IGO" and sector != "MIL":
        country = None
    of_many = league is not None or sector == "IGO"
    return Match(i, end, Known(kind, name, country, sector, open=not (country or of_many)))


def _whole_without(text: Words, noun: Match, end: int) -> bool:
    """Tell whether a known house is named, and the words behind it are somebody else's.

    ``juru bicara Gedung Putih Karoline Leavitt``
    """
    known = gazetteer().at(text, noun.start)
    if known is None or known.known.kind != "seat" or not noun.end < known.end < end:
        return False
    after = gazetteer().at(text, known.end)
    return after is None or after.known.kind == "person"


def _league(text: Words, start: int, end: int) -> str | None:
    """Return the sector of the league or body that is no one state's in words: ``NATO``."""
    inside = [m.known for k in range(start, end) if (m := gazetteer().at(text, k))]
    bodies = (k for k in inside if k.kind == "organization" and not (k.open or k.country))
    return next((k.sector for k in bodies), None)


def _small_place(text: Words, noun: Match) -> bool:
    """Tell whether a place noun in small letters opens a name: ``pangkalan udara Al Udeid``."""
    if noun.known.name not in table("bodies")["place"]["small"] or noun.end >= len(text):
        return False
    known = gazetteer().at(text, noun.end)
    return not (known and known.known.kind == "country")


def _extent(text: Words, noun: Match) -> tuple[int, str | None]:
    """Return where the name that the noun opens ends, and the country named in it."""
    end, country = noun.end, None
    place = noun.known.kind == "place"
    while end < len(text):
        at = end + 1 if _linked(text, end) else end
        if at >= len(text) or not text.close(at) or not text.capital(at):
            break
        known = gazetteer().at(text, at)
        if known is None:
            free = at == noun.end and text.lows[noun.start] not in _plain()
            if not (place or free or _fits(text, at)):
                break
            end = at + 1
        elif _ends_before(known, place, any(not is_common(w) for w in text.lows[noun.end : at])):
            break
        else:
            told = not place or noun.known.name in _of_towns()
            told = told or known.known.kind == "organization"
            country = country or (known.known.country if told else None)
            end = known.end
            if known.known.kind in ("country", "capital"):
                break
    return end, country


def _ends_before(known: Match, place: bool, later: bool) -> bool:
    """Tell whether a known name is not part of the name: a leader's, the town of an airport."""
    if place:
        return later and known.known.kind in ("place", "capital", "country")
    return known.known.kind == "person"


def _linked(text: Words, end: int) -> bool:
    """Tell whether ``dan`` or ``untuk`` joins one more capitalised common word to the name."""
    after = end + 1
    return (
        text.lows[end] in _LINKS
        and text.close(end)
        and after < len(text)
        and text.close(after)
        and text.capital(after)
        and (_fits(text, after) or text.lows[end] in ("of", "for", "the"))
        and gazetteer().at(text, after) is None
    )


def _fits(text: Words, i: int) -> bool:
    """Tell whether the word may go on in a body's name: a common word or an abbreviation."""
    return is_common(text.lows[i]) or (text.forms[i].isupper() and len(text.forms[i]) < 8)
