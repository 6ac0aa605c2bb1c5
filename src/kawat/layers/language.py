"""The language of the text, and its sentences."""

from __future__ import annotations

from kawat.draft import Draft, layer
from kawat.language.identify import identify_language
from kawat.language.sentences import split_sentences
from kawat.lexicon import LANGUAGE


@layer(needs="furniture", gives="language sentences")
def language(draft: Draft) -> None:
    """Give the language of the text and its sentences."""
    draft.language = identify_language(draft.text)
    draft.sentences = split_sentences(draft.text, (f.span for f in draft.furniture))
    if draft.language != LANGUAGE:
        draft.warn("language", None, "the text is neither Indonesian nor Malay; it was not read")
