"""What makes two names worth a comparison: a word, a whole name or a curated entry in common."""

from __future__ import annotations

from kawat.record.actors.named import Named
from kawat.record.actors.spelling import bones, spelled

COMMON = 100
"""Names that may have a sign in common for it to be worth a look; ``Muhammad`` is none.

It is counted over the names of the whole record, so it hangs on what they are and not on the
order in which they came.
"""


def is_telling(count: int) -> bool:
    """Tell whether a sign that so many names have is worth a look."""
    return count <= COMMON


def signs_of(named: Named) -> frozenset[str]:
    """Return the signs of a name; two names without a sign in common are never compared.

    People told without a name are compared only where their office tells who they are.
    """
    signs = {f"={named.identity}"} if named.identity else set()
    if named.kind != "person":
        return frozenset(filter(None, {*signs, " ".join(spelled(named.plain))}))
    if named.unnamed:
        return frozenset(signs)
    words = [bones(word) if len(bones(word)) > 1 else word for word in spelled(named.plain)]
    whole = {" ".join(sorted(words))} if len(words) > 1 else set()
    return frozenset({*signs, *words, *whole})
