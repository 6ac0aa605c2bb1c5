"""How many an event killed, as its tellings count them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from kawat.reading import Event, Reading
from kawat.record.rows import sentence_of


def killed_of(tellings: Iterable[tuple[Event, Reading]]) -> int | None:
    """Return the number of dead that most tellings give; of several the highest.

    A count is of an event if it stands in a sentence with one of its triggers and does not go on
    from an earlier day. A range counts as its lower end; ``None`` where nobody counts.
    """
    counts: Counter[int] = Counter()
    for event, reading in tellings:
        sentences = {sentence_of(trigger, reading.sentences) for trigger in event.triggers}
        for figure in reading.figures:
            number = figure.value if figure.value is not None else figure.low
            inside = any(s.start <= figure.span.start < s.end for s in sentences)
            if inside and figure.measure == "killed" and not figure.since and number is not None:
                counts[int(number)] += 1
    return max(counts, key=lambda number: (counts[number], number), default=None)
