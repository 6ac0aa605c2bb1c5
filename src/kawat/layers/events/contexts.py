"""PLOVER contexts: the subjects that an event is told in, from its entry and its sentences."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from kawat.draft import Draft
from kawat.layers.events.telling import Telling
from kawat.lexicon import table


@cache
def _cues() -> dict[str, tuple[str, ...]]:
    return {name: tuple(words) for name, words in table("events/contexts")["words"].items()}


def contexts(draft: Draft, tellings: Iterable[Telling]) -> tuple[str, ...]:
    """Return the contexts of a happening, those of its entries first."""
    found: dict[str, None] = {}
    told = tuple(tellings)
    for telling in told:
        found.update(dict.fromkeys(telling.entry.contexts))
    for index in dict.fromkeys(t.sentence for t in told):
        words = draft.sentences[index].of(draft.text).lower()
        found.update(
            dict.fromkeys(name for name, cues in _cues().items() if any(c in words for c in cues))
        )
    return tuple(found)
