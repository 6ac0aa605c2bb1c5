"""Every entry of the event lexicon tells the event that its example promises."""

from __future__ import annotations

from collections import Counter

import pytest

from kawat.layers.events.entries import Entry, entries
from marked import draft, told


def normal(gives: str) -> str:
    """Sort the parties of a ``gives``, so that their order does not matter."""
    status, colon, parties = gives.rpartition(": ")
    sides = [
        ", ".join(sorted(p for p in side.strip().split(", ") if p)) for side in parties.split(">")
    ]
    text = " > ".join(sides).strip()
    return f"{status}: {text}".strip() if colon else text


@pytest.mark.parametrize("entry", entries(), ids=lambda e: e.id)
def test_an_entry_tells_the_event_of_its_example(entry: Entry) -> None:
    """The example gives an event of the entry's type, with just its parties and status."""
    assert normal(entry.gives) in told(draft(entry.example), entry.type)


def test_the_lexicon_is_broad() -> None:
    """All sixteen types have entries, six hundred and more in all."""
    count = Counter(e.type for e in entries())
    assert len(count) == 16
    assert sum(count.values()) >= 600
