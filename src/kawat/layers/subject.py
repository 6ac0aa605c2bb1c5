"""Layer: whether an article is about Kawat's subject, known early and cheaply.

It counts different words of ``lexicon/id/subject.toml`` in the head of the article. What is far
from diplomacy and conflict (sport, film, gadgets, crime) has no events to look for, though it
may say *menyerang* and *kesepakatan*.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kawat.draft import Draft, layer
from kawat.lexicon import table

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z]+)*")
_HEAD = 12_000
"""code points that are looked at; a report says what it is about long before"""
_MOST_NAMED = 8
"""points that naming states can give: a world cup names many"""
_WEIGHTS = {"states": 1, "acts": 2, "names": 3, "others": -2}


@cache
def _weights() -> dict[str, int]:
    content = table("subject")
    return {
        word.strip(): weight
        for name, weight in _WEIGHTS.items()
        for word in content[name].replace("\n", "").split("|")
        if word.strip()
    }


def relevance(text: str) -> int:
    """Return how much the article's words speak for the subject; 0 or less speaks against it."""
    words = _WORD.findall(text[:_HEAD].lower())
    weights = _weights()
    found = {w for w in words if w in weights}
    found.update(pair for a, b in pairwise(words) if (pair := f"{a} {b}") in weights)
    named = sum(weights[w] == _WEIGHTS["states"] for w in found)
    return min(named, _MOST_NAMED) + sum(weights[w] for w in found if weights[w] != 1)


@layer(gives="of_subject")
def subject(draft: Draft) -> None:
    """Tell whether the article has Kawat's subject."""
    content = table("subject")
    needed = min(content["threshold"], 2 + len(draft.text) // content["letters_a_point"])
    draft.of_subject = relevance(draft.text) >= needed
