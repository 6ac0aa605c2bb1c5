"""Where a word ends and its clitic begins: -nya, and the particles -lah, -kah, -pun."""

from __future__ import annotations

from functools import cache, lru_cache

from kawat.language.morphology import CLITICS, known, roots
from kawat.lexicon import table


@cache
def _whole() -> frozenset[str]:
    """Return the words that end like a clitic and hold none, or have grown together with it."""
    return frozenset(word for part in table("clitics")["whole"].values() for word in part.split())


@cache
def _particle_hosts() -> frozenset[str]:
    """Return the function words that take -lah, -kah and -pun."""
    return frozenset(table("clitics")["particle_hosts"].split())


@lru_cache(maxsize=1 << 13)
def clitic_of(word: str) -> str:
    """Return the clitic that ends the word, or an empty string.

    ``-nya`` is taken off every lower-case word that is not listed as whole, and off a
    capitalised one whose rest is a known word or is set off (``Menurutnya``, ``PBB-nya``; not
    ``Kenya``). The particles are taken off known words alone, for ``sekolah``, ``langkah``
    and ``himpun`` end like them.
    """
    lower = word.casefold()
    if not lower.endswith(CLITICS) or not 5 <= len(word) <= 40:
        return ""
    rest = word[:-3].removesuffix("-")
    if lower in _whole() or lower in roots() or not rest[-1:].isalpha():
        return ""
    lower_rest = rest.casefold()
    found = lower_rest in _particle_hosts() or (len(rest) > 3 and known(rest))
    if lower.endswith("nya"):
        found |= lower_rest in roots() or word.islower() or word[-4] == "-" or rest.isupper()
    return word[-3:] if found else ""
