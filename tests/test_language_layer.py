"""The language layer ties tokens to the text, and does not read what it does not know."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.draft import Article, Draft
from kawat.engine import Reader
from kawat.language.identify import identify_language
from kawat.layers.language import language
from kawat.layers.parse import parse

FOREIGN = {
    "English": "The ministers of both countries said on Monday that they would sign the treaty "
    "before the end of this year, although many questions remain open for the two sides.",
    "Spanish": "Los ministros de ambos países dijeron el lunes que firmarían el tratado antes de "
    "que termine el año, aunque todavía quedan muchas preguntas abiertas entre las partes.",
    "Tagalog": "Sinabi ng mga ministro ng dalawang bansa noong Lunes na lalagdaan nila ang "
    "kasunduan bago matapos ang taon kahit marami pang tanong ang hindi nasasagot.",
    "Russian": "Министры обеих стран заявили в понедельник, что подпишут договор до конца года, "
    "хотя многие вопросы между сторонами всё ещё остаются открытыми для обсуждения.",
    "Arabic": "قال وزراء البلدين يوم الاثنين إنهم سيوقعون المعاهدة قبل نهاية العام رغم أن كثيرا "
    "من الأسئلة ما زالت مفتوحة بين الطرفين وتحتاج إلى نقاش طويل",
}
INDONESIAN = (
    "Para menteri kedua negara mengatakan pada Senin bahwa mereka akan menandatangani perjanjian "
    "itu sebelum akhir tahun, meskipun banyak pertanyaan belum terjawab."
)
MALAY = (
    "Menteri-menteri kedua-dua negara berkata pada Isnin bahawa mereka akan menandatangani "
    "perjanjian itu sebelum akhir tahun walaupun banyak soalan belum dijawab."
)


def read(text: str) -> Draft:
    draft = Draft(Article(text, "test"))
    draft.furniture = ()
    language.run(draft)
    parse.run(draft)
    return draft


@given(
    st.lists(
        st.sampled_from(
            [
                *INDONESIAN.split(),
                "ujarnya.",
                "Bangsa - bangsa",
                "dilansirAFP",
                "😀",
                "北京",
                "\n",
                '"',
            ]
        ),
        max_size=40,
    ).map(" ".join)
)
@settings(max_examples=60, deadline=None)
def test_tokens_are_in_order_and_heads_stay_in_their_sentence(text: str) -> None:
    draft = read(text)
    assert bool(draft.tokens) == bool(text.strip())
    at = 0
    for i, token in enumerate(draft.tokens):
        assert at <= token.start < token.end <= len(text)
        at = token.end
        sentence = draft.sentences[draft.sentence_at(token.start)]
        assert sentence.holds((token.start, token.end))
        head = draft.tokens[token.head]
        assert sentence.holds((head.start, head.end))
        assert (token.head == i) == (token.label == "root")


@pytest.mark.parametrize(
    ("text", "host", "label"),
    [
        ("Ia tinggal di rumahnya.", "rumah", "nmod:poss"),
        ("Ia menyebutnya sahabat.", "menyebut", "obj"),
        ("Hal itu disebutnya keliru.", "disebut", "obl:agent"),
        ("Perundingan gagal, ujarnya.", "ujar", "nsubj"),
        ("Menurutnya, perang belum usai.", "Menurut", "obl"),
    ],
)
def test_a_clitic_hangs_on_its_host(text: str, host: str, label: str) -> None:
    draft = read(text)
    clitic = next(t for t in draft.tokens if t.form == "nya")
    assert (draft.tokens[clitic.head].form, clitic.tag, clitic.label) == (host, "PRON", label)


def test_another_language_is_said_and_not_read() -> None:
    assert identify_language(INDONESIAN) == identify_language(MALAY) == "id"
    for name, text in FOREIGN.items():
        reading = Reader().read(Article(text, name))
        assert reading.article.language == "und", name
        assert [w.code for w in reading.warnings] == ["language"], name
        assert not any((reading.entities, reading.events, reading.statements, reading.times))
        assert reading.sentences


def test_a_foreign_insert_does_not_make_a_text_foreign() -> None:
    text = f"{INDONESIAN} 北京 (مرحبا) 😀 «Мир»"
    reading = Reader().read(Article(text, "test"))
    assert reading.article.language == "id"
    assert not [w for w in reading.warnings if w.code == "language"]


def test_a_text_of_one_endless_word_is_read() -> None:
    reading = Reader().read(Article("a" * 1_000_000, "test"))
    assert reading.sentences == ((0, 1_000_000),)


def test_what_runs_on_for_too_long_is_cut_at_blanks() -> None:
    """Later layers look at a sentence whole; none may be as long as a page."""
    text = "presiden rusia bertemu menlu turki " * 1_000
    sentences = Reader().read(Article(text, "test")).sentences
    assert max(s.end - s.start for s in sentences) <= 4_000
    assert "".join(s.of(text).replace(" ", "") for s in sentences) == text.replace(" ", "")
