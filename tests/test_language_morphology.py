"""Affixed words lead to their root and say what the affixes make of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.language.morphology import analyse, roots
from kawat.lexicon import table


@pytest.mark.parametrize("example", table("roots")["examples"])
def test_a_word_leads_to_its_root(example: str) -> None:
    word, _, expected = example.partition(" = ")
    morph = analyse(word)
    assert morph is not None
    assert [morph.root, morph.voice or "-", morph.kind] == expected.split()


def test_all_forms_of_one_root_meet() -> None:
    forms = ["menyepakati", "disepakati", "kesepakatan", "sepakat", "bersepakat", "kesepakatannya"]
    assert {m.root for f in forms if (m := analyse(f))} == {"sepakat"}


def test_an_unknown_word_has_no_analysis() -> None:
    assert analyse("xqzv") is None
    assert analyse("meng" * 100_000) is None


@given(st.sampled_from(sorted(r for r in roots() if len(r) > 4)))
def test_the_passive_of_a_root_is_passive(root: str) -> None:
    morph = analyse(f"di{root}kan")
    assert morph is not None
    assert (morph.voice, morph.kind) == ("passive", "verb") or morph.root != root


@given(st.text(max_size=60))
def test_no_word_breaks_the_analysis(word: str) -> None:
    morph = analyse(word)
    assert morph is None or morph.root
