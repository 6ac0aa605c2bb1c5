"""Whatever the text, the reader gives a reading whose spans hold, and never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kawat
from hostile_texts import PIECES, hostile, nested
from kawat.digest import digest, to_text
from kawat.errors import EmptyInput
from kawat.reading import Reading

WORDS = (
    "Presiden", "Rusia", "Vladimir", "Putin", "bertemu", "Menlu", "Turki", "mengatakan", "bahwa",
    "“", "”", '"', "'", "(", ")", ".", ",", "-", "—", "\n", "\r\n", "Selasa", "(7/2)", "22", "2017",
    "November", "lalu", "pekan", "sekitar", "475", "ribu", "orang", "tewas", "di", "Suriah", "PBB",
    "sepakat", "menolak", "menyerang", "kata", "dia", "-nya", "keduanya", "dilansir", "Reuters",
    "Baca", "juga:", "JAKARTA", "KOMPAS.com", "–", "\u200b", "é", "e\u0301", "😀", "1.000", "\t",
)  # fmt: skip


def assert_read(text: str) -> Reading:
    """The reading proves its own spans and ids; it comes back from JSON and has a digest."""
    reading = kawat.read(text)
    assert reading.text == text
    assert Reading.from_json(reading.to_json(), text) == reading
    assert to_text(digest(reading))
    return reading


@pytest.mark.parametrize("name", PIECES)
def test_hostile_text_is_read(name: str) -> None:
    assert_read(hostile(name, 1_500))


def test_deeply_nested_quotations_are_read() -> None:
    assert_read(nested(300))


@pytest.mark.slow
@pytest.mark.parametrize(
    "text",
    ["Rusia. " + "a" * 1_000_000, "“Kami siap,” kata Putin. " * 5_000, '"' * 100_000],
    ids=["a megabyte without a space", "five thousand quotations", "nothing but marks"],
)
def test_long_hostile_text_is_read(text: str) -> None:
    assert_read(text)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=60), st.sampled_from(["", " "]))
def test_any_order_of_news_words_is_read(words: list[str], joint: str) -> None:
    assert_read("Rusia " + joint.join(words))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=80))
def test_any_unicode_is_read(text: str) -> None:
    assert_read("Rusia " + text)


@pytest.mark.parametrize("text", ["", " \r\n\t", "\u200b\u200b", "\ufeff"])
def test_a_text_of_nothing_is_an_error_with_a_way_out(text: str) -> None:
    with pytest.raises(EmptyInput, match="give the article's text"):
        kawat.read(text)


def test_the_same_text_gives_the_same_reading() -> None:
    text = hostile("names", 600) + hostile("quotations", 600)
    assert kawat.read(text).to_json() == kawat.read(text).to_json()
