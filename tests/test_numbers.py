"""Numbers in words and digits have the value that an Indonesian reader gives them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.layers.numbers import find_numbers, numeral, ordinal, value_of
from kawat.lexicon import table

EXAMPLES = table("numbers")["example"]
UNITS = ["", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]


def spell(n: int) -> str:
    """Spell a number below a million the long way round, as a check on the parser."""
    if n >= 1000:
        head = "seribu" if n < 2000 else f"{spell(n // 1000)} ribu"
        return f"{head} {spell(n % 1000)}".strip()
    if n >= 100:
        head = "seratus" if n < 200 else f"{UNITS[n // 100]} ratus"
        return f"{head} {spell(n % 100)}".strip()
    if n >= 20:
        return f"{UNITS[n // 10]} puluh {UNITS[n % 10]}".strip()
    if n >= 12:
        return f"{UNITS[n - 10]} belas"
    return {10: "sepuluh", 11: "sebelas"}.get(n) or UNITS[n]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["words"] for e in EXAMPLES])
def test_the_lexicon_examples_hold(example: dict[str, object]) -> None:
    found = value_of(str(example["words"]).split())
    assert found is not None
    assert found.low == example.get("low", example.get("value"))
    assert found.high == example.get("high", example.get("value"))
    assert found.value == example.get("value")


@given(st.integers(1, 999_999))
def test_every_spelled_number_comes_back(n: int) -> None:
    found = value_of(spell(n).split())
    assert found is not None
    assert found.value == n


@given(st.integers(0, 10**15))
def test_digits_with_points_come_back(n: int) -> None:
    assert numeral(f"{n:,}".replace(",", ".")) == n


@given(
    st.lists(
        st.sampled_from(
            ["12", "9" * 400, "1.5", "dua", "puluh", "ribu", "orang", ".", ",", "ratus"]
        )
    )
)
def test_spans_hold_their_words_and_never_overlap(words: list[str]) -> None:
    text = " ".join(words)
    last = 0
    for number in find_numbers(text):
        assert last <= number.span.start < number.span.end <= len(text)
        assert not number.span.of(text).isspace()
        last = number.span.end


def test_numbers_are_found_where_they_stand() -> None:
    text = "Sedikitnya 475 ribu orang dan belasan tentara, dua puluh lima di antaranya anak-anak"
    found = [(n.span.of(text), n.low, n.high) for n in find_numbers(text)]
    assert found == [
        ("475 ribu", 475_000, 475_000),
        ("belasan", 11, 19),
        ("dua puluh lima", 25, 25),
    ]


def test_ordinals() -> None:
    assert ordinal("kedelapan") == 8
    assert ordinal("pertama") == 1
    assert ordinal("keluarga") is None


@pytest.mark.parametrize("word", ["1 ", "ribu ", "dua ", "juta ", "1.", "9", "belasan ribu ", "se"])
def test_a_long_row_of_one_word_is_read_in_linear_time(word: str) -> None:
    """A quadratic reading of 200,000 characters would not end within the time limit."""
    text = word * (200_000 // len(word))
    assert all(n.span.end <= len(text) for n in find_numbers(text))
