"""Layer: whether an article is about Kawat's subject, known early and cheaply.

It counts different words of ``lexicon/id/subject.toml`` in the head of the article. What is far
from diplomacy and conflict (sport, film, gadgets, crime) has no events to look for, though it
may say *menyerang* and *kesepakatan*; it is not parsed, so that a tenth of the work is enough.
An article in doubt is taken to have the subject.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from kawat.draft import Draft, layer
from kawat.lexicon import LANGUAGE, table

# a word that a lost link glued to the one before it (`konflikIran`) begins anew with its capital
_WORD = re.compile(r"[A-Z]?[a-z0-9]+(?:-[A-Za-z]+)*|[A-Z]+(?![a-z])(?:-[A-Z]+)*")
_LOOKED_AT = 12_000
"""code points that are looked at; a report says what it is about long before"""
_MOST_NAMED = 8
"""points that naming states can give: a world cup names many"""
_NOT_READ = (
    "nothing shows that the article is about diplomacy or conflict: "
    "its names, statements, figures and events were not looked for"
)
_WEIGHTS = {"states": 1, "acts": 2, "names": 3, "others": -2}


@cache
def _weights() -> dict[str, int]:
    return {word: weight for name, weight in _WEIGHTS.items() for word in _listed(name)}


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(w for w in table("subject")[name].replace("\n", "").split("|") if w)


def relevance(text: str, title: str = "") -> int:
    """Return how much the article's words speak for the subject; 0 or less speaks against it.

    ``title`` is one that is known beside the text.
    """
    content, weights = table("subject"), _weights()
    found = _terms(text[:_LOOKED_AT]) & weights.keys()
    named = sum(weights[w] == _WEIGHTS["states"] for w in found)
    head = _terms(f"{title} {text[: content['head']]}")
    lead = 0 if _listed("lead").isdisjoint(head) else content["threshold"]
    return lead + min(named, _MOST_NAMED) + sum(weights[w] for w in found if weights[w] != 1)


def _terms(text: str) -> set[str]:
    """Return the words of a text in lower case, and each two that follow one another."""
    words = [word.lower() for word in _WORD.findall(text)]
    return {*words, *(f"{a} {b}" for a, b in pairwise(words))}


@layer(needs="language", gives="of_subject")
def subject(draft: Draft) -> None:
    """Tell whether the article has Kawat's subject; where it lacks it, a warning says so."""
    if draft.language != LANGUAGE:  # the words that are counted are Indonesian
        draft.of_subject = False
        return
    content = table("subject")
    lacking = max(0, content["whole"] - len(draft.text)) // content["letters_a_point"]
    points = relevance(draft.text, draft.article.title or "")
    draft.of_subject = points >= content["threshold"] - lacking
    if not draft.of_subject:
        draft.warn("subject", None, _NOT_READ)
