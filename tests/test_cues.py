"""The cue lexicon: broad enough, well formed, and every example is read as it is marked."""

from __future__ import annotations

import re
from collections import Counter
from typing import get_args

import pytest

from kawat.draft import Article, Draft
from kawat.errors import LexiconError
from kawat.layers.statements import cues as cues_module
from kawat.layers.statements import statements
from kawat.layers.statements.cues import Entry, Frame, cues, entries, words
from kawat.reading import Entity, Span


def draft_of(text: str, *names: str, outlets: bool = False) -> Draft:
    """Make a draft of one sentence a line, with a person or outlet for each name in it."""
    draft = Draft(Article(text, "test"))
    draft.furniture, draft.sources, draft.times, draft.anaphors = (), (), (), ()
    draft.citations, draft.titles = (), ()
    draft.tokens, draft.outlet, draft.dateline = (), None, None
    draft.sentences = tuple(Span(*m.span()) for m in re.finditer(r"[^\n]+", text))
    draft.entities = tuple(
        Entity(
            id=f"e{n}",
            kind="organization" if outlets else "person",
            sector="JRN" if outlets else None,
            name=name,
            mentions=tuple(Span(*m.span()) for m in re.finditer(re.escape(name), text)),
        )
        for n, name in enumerate(names, start=1)
    )
    return draft


def marked(example: str) -> tuple[str, str]:
    """Split an example into its text and the words marked in it."""
    return re.sub(r"[\[\]]", "", example), example[example.index("[") + 1 : example.index("]")]


def test_lexicon_is_broad() -> None:
    """More than 200 entries, over 150 roots, every stance and every frame in use."""
    assert len(entries()) >= 200
    assert len({e.root for e in entries()}) >= 150
    assert min(Counter(e.stance for e in entries()).values()) >= 5
    assert {e.frame for e in entries()} == set(get_args(Frame))


def test_every_entry_has_an_example_of_its_own() -> None:
    """An example holds a form of its entry and is not used twice."""
    examples = [e.example for e in entries()]
    assert len(set(examples)) == len(examples)
    for entry in entries():
        text, _ = marked(entry.example)
        found = cues(words(text, 0, len(text)))
        assert any(c.entry is entry for c in found), entry.example


@pytest.mark.parametrize("entry", entries(), ids=lambda e: f"{e.root}-{e.frame}")
def test_example_is_read_as_marked(entry: Entry) -> None:
    """The words in brackets are a statement of the sentence, and nothing else in it is."""
    text, said = marked(entry.example)
    cue = next(c for c in cues(words(text, 0, len(text))) if c.entry is entry)
    behind = re.match(r"[\w .'-]+", text[cue.span.end :])
    named = behind[0].strip() if behind else ""
    subject = named if entry.frame == "source" else text[: cue.span.start].strip() or named
    draft = draft_of(text, subject, outlets=entry.frame == "source")
    statements.run(draft)
    assert [s.span.of(text) for s in draft.statements] == [said]


def test_clitic_stays_out_of_the_cue() -> None:
    """``ujarnya`` is the cue ``ujar`` with its speaker's clitic."""
    (cue,) = cues(words("ujarnya", 0, 7))
    assert cue.span == (0, 4)
    assert cue.clitic


def test_cue_that_runs_on_from_a_name_is_found() -> None:
    """Pages that lose the space between a link and the next word still have their cues."""
    text = "Trumpmengatakan perang selesai"
    (cue,) = cues(words(text, 0, len(text)))
    assert cue.span.of(text) == "mengatakan"


def test_wrong_entry_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """An unknown frame is refused with the place to mend."""
    row = {"root": "kata", "active": "x", "stance": "neutral", "frame": "odd", "example": "x"}
    monkeypatch.setattr(cues_module, "table", lambda _: {"cue": [row]})
    entries.cache_clear()
    try:
        with pytest.raises(LexiconError, match="odd"):
            entries()
    finally:
        entries.cache_clear()
