"""Counts of people and things harmed, moved or deployed."""

from __future__ import annotations

from bisect import bisect_left

from kawat.draft import Draft, Note, layer
from kawat.layers.figures.circumstances import Circumstances
from kawat.layers.figures.counts import Count, at_most, counts_in, partitives
from kawat.layers.figures.governing import Measured, is_of_both
from kawat.layers.figures.measures import measure_all
from kawat.layers.furniture.page import lowered
from kawat.reading import Figure, Span


@layer(needs="entities times statements sentences furniture", gives="figures")
def figures(draft: Draft) -> None:
    """Find the counts and what they measure; a count that measures nothing of these is left out."""
    text = draft.text
    lower = lowered(text)
    taken = sorted(t.span for t in draft.times)
    circumstances = Circumstances(draft)
    found: list[Figure] = []
    for sentence in draft.sentences:
        if draft.in_furniture(sentence):
            continue
        within = taken[bisect_left(taken, sentence[:1]) : bisect_left(taken, (sentence.end,))]
        counts = partitives(lower, list(counts_in(text, lower, sentence, within)))
        measures = measure_all(lower, sentence, counts) if counts else []
        for count, measure in zip(counts, measures, strict=True):
            if measure is not None:
                both = measure.measure == "killed" and is_of_both(lower, count)
                part = at_most(count) if both else count
                made = _figure(len(found) + 1, part, measure.measure, sentence, circumstances)
                draft.notes[made.id] = _notes(measure, count, both=both)
                found.append(made)
    draft.figures = tuple(found)


def _figure(
    n: int, count: Count, measure: str, sentence: Span, circumstances: Circumstances
) -> Figure:
    exact = count.value is not None
    low, high = (None, None) if exact else (count.low, count.high)
    return Figure.model_validate(
        {
            "id": f"f{n}",
            "span": count.span,
            "measure": measure,
            "value": count.value,
            "low": low if low else None,
            "high": high,
            "qualifier": count.qualifier,
            "unit": count.currency or (count.noun.unit if count.noun else "person"),
            **circumstances.of(count, measure, sentence),
        }
    )


def _notes(measured: Measured, count: Count, *, both: bool) -> list[Note]:
    """Tell what made a figure: what decided the measure, and the noun that is counted."""
    notes = [Note(measured.span, measured.rule, "measures.toml", measured.entry)]
    if both:
        notes.append(Note(count.span, "killed-and-injured"))
    if count.noun is not None and measured.rule not in ("counted-noun", "force"):
        entry = f"noun {count.noun.unit}: {count.words.lower()}"
        notes.append(Note(count.span, "unit", "measures.toml", entry))
    return notes
