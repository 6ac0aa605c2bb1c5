"""A name that is mistyped is said to be suspect, and nothing else is."""

from __future__ import annotations

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.lexicon import table

EXAMPLES = table("slips")["examples"]


def suspects(text: str) -> list[str]:
    reading = Reader().read(Article(text, "a.txt"))
    return [w.span.of(text) for w in reading.warnings if w.code == "suspect-text" and w.span]


@pytest.mark.parametrize("example", EXAMPLES, ids=[e["text"][:40] for e in EXAMPLES])
def test_each_example_has_its_slip_and_no_other(example: dict[str, str]) -> None:
    assert suspects(example["text"]) == [example["slip"]] * bool(example["slip"])


def test_two_letters_exchanged_in_a_country_are_a_slip() -> None:
    text = "Pasukan Suriah maju ke kota itu. Menlu Suriah menyambutnya. Tentara Suriha bertahan."
    assert suspects(text) == ["Suriha"]


def test_the_message_names_what_is_meant() -> None:
    text = "Kuwait memanggil duta besar itu. Pemerintah Kuwai menolak berkomentar."
    warnings = Reader().read(Article(text, "a.txt")).warnings
    assert [w.message for w in warnings] == ["'Kuwai' looks like a slip for 'Kuwait'"]


def test_a_name_that_is_printed_twice_is_no_slip() -> None:
    text = "Kuwait menang atas Kuwai. Kapten Kuwai mencetak gol; Kuwait menyerah."
    assert suspects(text) == []


def test_slips_in_related_headlines_are_not_read() -> None:
    text = (
        "Kuwait memanggil duta besar itu pada Senin, kata pejabat.\n"
        "Baca juga: Pemerintah Kuwai Menolak Berkomentar\n"
        "Kuwait belum memutuskan langkah berikutnya, kata pejabat itu."
    )
    assert suspects(text) == []
