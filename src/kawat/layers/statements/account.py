"""How a statement came to be: its rule and cue, and where its words begin."""

from __future__ import annotations

from kawat.draft import Note
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.patterns import word_set
from kawat.layers.statements.said import Said
from kawat.reading import Span

_MARKERS = {word: name for name in ("grounds", "aims", "markers") for word in word_set(name)}


def account(said: Said) -> list[Note]:
    """Return the notes of a statement: the cue with its rule, then the edge of its words."""
    cue = said.cue
    if cue is None:
        return [Note(said.span, said.rule), *_edge(said)]
    form = getattr(cue.entry, cue.voice)
    detail = f"{cue.voice}, frame {cue.entry.frame}"
    return [Note(cue.span, said.rule, "cues.toml", form, detail), *_edge(said)]


def _edge(said: Said) -> list[Note]:
    """Tell why the words begin where they do, as far as a mark or a marker shows it."""
    if said.kind == "direct":
        return [Note(said.span, "quotation")]
    if said.cue is None or said.span.start < said.cue.span.end:
        return []
    marked = _marked(said, said.cue)
    if marked is not None:
        return [marked]
    between = said.unit.between(said.cue.span.end, said.span.start).rstrip()
    rule = {",": "comma", ":": "colon"}.get(between[-1:])
    at = said.cue.span.end + len(between)
    return [Note(Span(at - 1, at), rule)] if rule else []


def _marked(said: Said, cue: Cue) -> Note | None:
    """Return the note of the ``bahwa``, ``agar`` or ``atas`` right before the words."""
    before = [w for w in said.unit.words[cue.after :] if w.end <= said.span.start]
    if not before or before[-1].form not in _MARKERS:
        return None
    word = before[-1]
    entry = f"{_MARKERS[word.form]}: {word.form}"
    return Note(Span(word.start, word.end), "marker", "clauses.toml", entry)
