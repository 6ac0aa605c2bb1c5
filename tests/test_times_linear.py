"""Adversarial input is read in linear time, and spans hold whatever the text is."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kawat.draft import Article
from kawat.engine import Reader
from kawat.layers.times import expressions_in

WORDS = [
    "Senin", "(7/2)", "21", "November", "2017", "pekan", "lalu", "dua", "hari", "-", "/", ",", "(",
    ")", "sekitar", "pukul", "07.00", "WIB", "malam", "tahun", "akhir", "minggu", "Minggu", "kata",
    "Idul Adha", "sehari", "setelah", "\n", ".", "19/22/2017", "31/2", "ke", "depan", "0", "99/99",
]  # fmt: skip


@pytest.mark.parametrize("word", [
    "Senin ", "9", "1 ", "1/", "(1/2) ", "dua ", "tahun ", "pekan lalu ", "lebih dari ", "A", "aA",
    "(", "Senin, ", "pukul 07.00 ", "2017-", "2017 - ", "15-", "sekitar ", "Idul ", "dalam ", '"',
    "hari ", "awal ", "malam ", "Januari ", "jum'", "ke-", "beberapa hari ", "kira-",
])  # fmt: skip
def test_a_long_line_of_one_word_ends(word: str) -> None:
    """A quadratic search of 100,000 characters would not end within the time limit."""
    text = word * (100_000 // len(word))
    assert all(0 <= e.span.start < e.span.end <= len(text) for e in expressions_in(text))


@example(words=["07.00", "pekan", "setelah", "November"], gap=" ")
@given(st.lists(st.sampled_from(WORDS), max_size=25), st.sampled_from(["", " "]))
@settings(max_examples=300, deadline=None)
def test_any_words_make_a_reading_with_apart_and_ordered_times(words: list[str], gap: str) -> None:
    """A reading proves its spans when made; times come in text order and never overlap."""
    reading = Reader().read(Article(gap.join(words) + ".", "a.txt"))
    for first, second in zip(reading.times, reading.times[1:], strict=False):
        assert first.span.end <= second.span.start
    for time in reading.times:
        assert time.value
        assert time.span.of(reading.text).strip() == time.span.of(reading.text)
