"""The early test tells articles of Kawat's subject from others."""

from __future__ import annotations

from typing import Any

import pytest

from kawat.draft import Article, Draft
from kawat.layers.subject import relevance, subject
from kawat.lexicon import table


@pytest.mark.parametrize("example", table("subject")["examples"], ids=lambda e: e["text"][:40])
def test_an_example_is_of_the_subject_or_not(example: dict[str, Any]) -> None:
    """Every example of the lexicon is judged as it says."""
    draft = Draft(Article(text=example["text"], uri="example"))
    subject.run(draft)
    assert draft.of_subject is example["subject"]


def test_a_repeated_word_counts_once() -> None:
    """One word said a hundred times does not make an article about war."""
    assert relevance("perang " * 100) == relevance("perang") > 0
