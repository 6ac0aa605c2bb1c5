"""Names that mislead, and texts that are not news: no layer of names fails or overlaps itself."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from kawat.draft import Article, Draft
from kawat.engine import Reader
from kawat.reading import Entity

READER = Reader()
WORDS = st.sampled_from(
    ["Presiden", "Menlu", "Rusia", "AS", "Putin", "Trump", "Putri", "Fajar", "Al", "Qaeda", "bin"]
)
MARKS = st.sampled_from(
    ["(", ")", ",", ".", "-", '"', "kata", "dan", "di", "itu", "ia", "nya", "X"]
)
NOUNS = st.sampled_from(
    ["pasukan", "warga", "sipil", "militer", "Israel", "Kementerian", "Luar", "Negeri", "Serikat"]
)


def entities(text: str) -> dict[str, Entity]:
    reading = READER.read(Article(text, "a.txt"))
    return {m.of(text): e for e in reading.entities for m in e.mentions}


def named_only(text: str) -> Draft:
    draft = Draft(Article(text, "a.txt"))
    for layer in READER.layers:
        layer.run(draft)
        if layer.name == "entities":
            break
    return draft


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS | MARKS | NOUNS, min_size=1, max_size=40))
def test_mentions_never_overlap_and_every_anaphor_stands_for_an_entity(words: list[str]) -> None:
    draft = named_only(" ".join(words))
    spans = sorted(m for e in draft.entities for m in e.mentions)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    known = {e.id for e in draft.entities}
    assert all(set(a.entities) <= known and a.entities for a in draft.anaphors)


def test_a_title_that_breaks_off_at_the_end_of_the_text_is_no_error() -> None:
    draft = named_only("Presiden dan")
    assert [m.of(draft.text) for e in draft.entities for m in e.mentions] in ([], ["Presiden"])


def test_two_people_of_one_surname_stay_two() -> None:
    found = entities(
        "Presiden Filipina Gloria Arroyo bertemu Menteri Keuangan Filipina Manuel Arroyo di Manila "
        "untuk membahas anggaran negara yang akan diumumkan pekan depan."
    )
    assert found["Gloria Arroyo"] is not found["Manuel Arroyo"]


def test_a_name_that_is_a_word_is_a_name_behind_a_title() -> None:
    found = entities("Menteri Perdagangan Fajar Wicaksana tiba di Jakarta.")
    assert found["Fajar Wicaksana"].kind == "person"
    assert found["Fajar Wicaksana"].role == "Menteri Perdagangan"


def test_a_page_in_capitals_still_has_its_countries() -> None:
    found = entities("RUSIA DAN TURKI SEPAKAT MENGHENTIKAN SERANGAN DI SURIAH.")
    assert {w for w, e in found.items() if e.kind == "country"} == {"RUSIA", "TURKI", "SURIAH"}


def test_the_two_korean_kims_are_two() -> None:
    found = entities("Kim Jong-un mengenang Kim Jong-il dalam pidatonya.")
    assert found["Kim Jong-un"] is not found["Kim Jong-il"]
    assert {found["Kim Jong-un"].country, found["Kim Jong-il"].country} == {"PRK"}


def test_spellings_of_one_name_are_one_person() -> None:
    found = entities("Sergei Lavrov tiba di Ankara. Menurut Sergey Lavrov, perundingan berlanjut.")
    assert found["Sergei Lavrov"] is found["Sergey Lavrov"]


def test_words_that_ran_together_are_cut() -> None:
    found = entities(
        "Presiden Rusia Vladimir Putin tiba. Kunjungan Putinmengejutkan Iranpada Rabu."
    )
    assert "Iran" in found


def test_a_name_of_one_letter_makes_no_trouble() -> None:
    assert "U" not in entities("U menyatakan dukungan. Menteri O hadir.")
