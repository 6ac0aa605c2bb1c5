"""Sentences and tokens lead back to the text, and undo what the web did to it."""

from __future__ import annotations

import itertools
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.language.sentences import split_sentences
from kawat.language.tokens import tokenize
from kawat.lexicon import table
from kawat.reading import Span

WILD = st.text(
    alphabet=st.one_of(
        st.sampled_from("abkNYA  \n\r\t.!?…\"”“'-–,()[]0123459@#/:\u200b\u0301\u00a0😀北م"),
        st.characters(exclude_categories=()),
    ),
    max_size=200,
)
PIECES = st.lists(
    st.sampled_from(
        ["Moskow", "dilansirAFP", "2015.Kedua", "Bangsa - bangsa", "ujarnya.", '"Kami', "tewas,\"",
         "Rp1,5", "\u200b", "kafe\u0301", "\n",  "H. M.", "- -", "Al - Sabah", "@a.b", "..."]
    ),
    max_size=30,
)  # fmt: skip


def forms(text: str) -> list[str]:
    return [w.form for s in split_sentences(text) for w in tokenize(text, s)]


def sentences(text: str) -> list[str]:
    return [s.of(text) for s in split_sentences(text)]


@given(st.one_of(WILD, PIECES.map(" ".join), PIECES.map("".join)))
def test_sentences_and_tokens_hold_every_character_that_is_no_blank(text: str) -> None:
    found = split_sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    held: set[int] = set()
    last = 0
    for sentence in found:
        for word in tokenize(text, sentence):
            assert sentence.start <= word.start < word.end <= sentence.end
            assert last <= word.start
            assert word.form
            last = word.end
            held.update(range(word.start, word.end))
    assert held >= {i for i, c in enumerate(text) if not c.isspace()}


@given(st.one_of(WILD, PIECES.map(" ".join)), st.integers(0, 200), st.integers(1, 50))
def test_no_sentence_crosses_an_edge_of_furniture(text: str, start: int, length: int) -> None:
    edge = Span(start, start + length)
    for sentence in split_sentences(text, [edge]):
        assert not sentence.start < edge.start < sentence.end
        assert not sentence.start < edge.end < sentence.end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Perang dimulai pada 2015.Kedua negara bertemu.",
         ["Perang dimulai pada 2015.", "Kedua negara bertemu."]),
        ('"Kami siap. Mereka juga siap," kata Letjen. H. M. Tanjung di Sochi.',
         ['"Kami siap.', 'Mereka juga siap," kata Letjen. H. M. Tanjung di Sochi.']),
        ("RAKYATKU.COM - Rusia menarik diri. Turki tidak.",
         ["RAKYATKU.COM - Rusia menarik diri.", "Turki tidak."]),
        ("Ia mengirim beras, gula, dll. Bantuan tiba pukul 07.00 WIB. Lalu?",
         ["Ia mengirim beras, gula, dll.", "Bantuan tiba pukul 07.00 WIB.", "Lalu?"]),
        ("Judul berita\n\nPara menteri bertemu di\nkota itu.\nBaca juga: Kisah lain",
         ["Judul berita", "Para menteri bertemu di\nkota itu.", "Baca juga: Kisah lain"]),
        ("Hasilnya: 1. Mundur. 2. Menyerah.", ["Hasilnya: 1. Mundur.", "2. Menyerah."]),
        ('"Mengapa?" tanya dia. "Entah…" jawabnya', ['"Mengapa?" tanya dia.', '"Entah…" jawabnya']),
    ],
)  # fmt: skip
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dilansirAFP kepadaAFPbahwa", "dilansir AFP kepada AFP bahwa"),
        ("PresidenAmerika Serikat(AS)Donald", "Presiden Amerika Serikat ( AS ) Donald"),
        ("YouTube McDonald iPhone", "YouTube McDonald iPhone"),
        ("Diplomat-diplomat ke-79 anti-teror", "Diplomat-diplomat ke-79 anti-teror"),
        ("Rp 1,5 triliun Rp1.500,50 US$50", "Rp 1,5 triliun Rp 1.500,50 US$ 50"),
        ("pukul 07.00 WIB, Rabu(2/1/2019)", "pukul 07.00 WIB , Rabu ( 2/1/2019 )"),
        ("tanggal 15-18 Juni 1990-an C-130", "tanggal 15 - 18 Juni 1990-an C-130"),
        ("Jum'at Ma'ruf O'Brien 'kata'", "Jum'at Ma'ruf O'Brien ' kata '"),
        ("JawaPos.com, @kawat.id. #damai", "JawaPos.com , @kawat.id . #damai"),
        ("Prof. Dr. Siti S.H., M.Si", "Prof. Dr. Siti S.H. , M.Si"),
    ],
)
def test_a_token_is_a_word_a_number_or_a_mark(text: str, expected: str) -> None:
    assert forms(text) == expected.split()


def test_torn_hyphens_are_joined_with_their_blanks_in_the_span() -> None:
    text = "Bangsa - bangsa di Al - Sabah untuk ke - 79 kali - kata Tsai Ing - wen"
    words = tokenize(text, Span(0, len(text)))
    assert [w.form for w in words][:6] == [
        "Bangsa-bangsa", "di", "Al-Sabah", "untuk", "ke-79", "kali",
    ]  # fmt: skip
    assert [w.form for w in words][6:] == ["-", "kata", "Tsai", "Ing-wen"]
    assert text[words[0].start : words[0].end] == "Bangsa - bangsa"


@pytest.mark.parametrize("example", table("clitics")["examples"])
def test_a_clitic_is_split_only_where_it_is_one(example: str) -> None:
    word, _, parts = example.partition(" = ")
    assert forms(word) == parts.split()


def test_nfc_nfd_and_zero_width_forms_of_a_word_are_the_same_word() -> None:
    plain = "Erdoğan berbicara"
    torn = unicodedata.normalize("NFD", plain).replace("ber", "ber\u200b")
    assert torn != plain
    assert forms(torn) == forms(plain) == ["Erdoğan", "berbicara"]


@pytest.mark.parametrize(
    "piece", ["a", '"', "1.", "😀", "a.", "aB", "a-", "a'", "A.", "1. ", "a. ", "nya", "- ", ".com"]
)
def test_a_long_line_of_one_piece_is_read_in_one_pass(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    found = forms(text)
    assert sum(map(len, found)) == len(text) - text.count(" ") or piece == "- "
