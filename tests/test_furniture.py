"""Furniture is found by wording, shape and place; the report's own sentences are left alone."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.draft import Article, Draft
from kawat.layers.furniture import furniture
from kawat.lexicon import table

BODY = (
    "Menteri Luar Negeri Turki tiba di Jenewa pada hari Senin untuk membahas gencatan senjata.",
    "Ia dijadwalkan bertemu utusan khusus PBB dan sejumlah wakil kelompok oposisi di kota itu.",
)


def read(text: str, title: str | None = None) -> Draft:
    draft = Draft(Article(text, "a.txt", title=title))
    furniture.run(draft)
    return draft


def found(text: str) -> list[tuple[str, str]]:
    return [(f.kind, f.span.of(text)) for f in read(text).furniture]


EXAMPLES = [(g["kind"], e) for g in table("furniture")["group"] for e in g["examples"]]


@pytest.mark.parametrize("kind, example", EXAMPLES)
def test_every_example_of_the_lexicon_is_found_between_paragraphs(kind: str, example: str) -> None:
    text = f"{BODY[0]}\n\n{example}\n\n{BODY[1]}"
    assert found(text) == [(kind, example)]


@pytest.mark.parametrize(
    "kind, line",
    [
        ("stamp", "Rabu, 02 Januari 2019 11:18"),
        ("stamp", "Selasa, 05 Sep 2017 10:30 WIB"),
        ("stamp", "13 Februari 2018 | 09.00 WIB"),
        ("stamp", "Sari Puspita - detikNews Selasa, 05 Sep 2017 10:30 WIB"),
        ("other", "[Gambas:Video 20detik]"),
        ("other", "<p class='x'>"),
        ("byline", "(aik/bud)"),
    ],
)
def test_lines_are_known_by_their_shape(kind: str, line: str) -> None:
    text = f"{line}\n{BODY[0]}\n{BODY[1]}"
    assert found(text) == [(kind, line)]


@pytest.mark.parametrize(
    "code", ["(stu)", "[my/jm]", "(T/RI-1/P1)", "(Uu. G005)", "(ahs/nu2)", "(Bahri)", "(wis / abm)"]
)
def test_an_editors_code_ends_the_last_paragraph(code: str) -> None:
    text = f"{BODY[0]}\n\n{BODY[1]} {code}"
    assert found(text) == [("byline", code)]


@pytest.mark.parametrize("brackets", ["(tertawa)", "(PBB)", "(Selasa, 7/2)"])
def test_brackets_of_the_report_are_no_code(brackets: str) -> None:
    text = f"{BODY[0]}\n\n{BODY[1][:-1]} {brackets}"
    assert found(text) == []


def test_a_headline_whose_break_is_lost_ends_where_the_report_goes_on() -> None:
    text = f"{BODY[0]} Baca juga: Parade Militer Terbesar di Pyongyang Digelar Malam Hari {BODY[1]}"
    assert found(text) == [
        ("related", "Baca juga: Parade Militer Terbesar di Pyongyang Digelar Malam Hari")
    ]


def test_a_signature_glued_to_a_headline_is_parted_from_it() -> None:
    text = (
        f"{BODY[0]}\n\n{BODY[1]}\n\n"
        "Baca juga: PBB kecam uji coba rudalPewarta: Budi HartonoEditor: Sari\t\tCOPYRIGHT © C 2023"
    )
    assert found(text) == [
        ("related", "Baca juga: PBB kecam uji coba rudal"),
        ("byline", "Pewarta: Budi HartonoEditor: Sari"),
        ("rights", "COPYRIGHT © C 2023"),
    ]


def test_the_head_of_a_page_is_title_caption_and_credit_but_its_teaser_is_the_reports() -> None:
    text = (
        "Turki dan PBB Bahas Gencatan Senjata\n\n"
        "Pertemuan di Jenewa diharapkan menghentikan pertempuran sejak pekan lalu.\n\n"
        "Menteri Luar Negeri Turki berjabat tangan dengan utusan PBB di Jenewa, Senin.\n\n"
        "AFP PHOTO/Budi\n\n"
        f"JENEWA, CONTOH.com - {BODY[0]}\n\n{BODY[1]}"
    )
    draft = read(text)
    assert [f.kind for f in draft.furniture] == ["title", "caption", "credit"]
    assert draft.title is not None
    assert draft.title.text == "Turki dan PBB Bahas Gencatan Senjata"


def test_a_title_given_by_the_page_is_found_in_the_text() -> None:
    title = "PBB: gencatan senjata rapuh."
    draft = read(f"{title}\n{BODY[0]}\n{BODY[1]}", title)
    assert draft.title is not None
    assert draft.title.text == title


def test_paragraphs_alone_are_no_furniture() -> None:
    assert found("\n\n".join(BODY)) == []


@given(st.lists(st.sampled_from([*BODY, "Baca juga:", "(a/b)", "[", "x", "\r", "  ", "Foto: "])))
def test_marks_are_in_order_apart_and_never_blank(lines: list[str]) -> None:
    text = "\n".join(lines)
    spans = [f.span for f in read(text).furniture]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(s.of(text) == s.of(text).strip() != "" for s in spans)


def test_a_source_glued_to_a_marker_inside_a_page_is_parted_from_it() -> None:
    text = (
        "REPUBLIKA.CO.ID, ANKARA -- Menteri itu tiba di Ankara pada Rabu (18/6/2025).Ia disambut "
        "mitranya di bandara.Ikuti Whatsapp Channel Republikasumber : Antara\n"
        "Keduanya bertemu lagi pada malam hari, kata pejabat setempat."
    )
    assert ("source", "sumber : Antara") in found(text)


def test_a_colon_after_sumber_in_a_sentence_is_the_reports() -> None:
    text = (
        "Ankara - Menteri itu tiba di Ankara pada Rabu, kata pejabat.\n\n"
        "Ia menyebut dua sumber: pejabat yang menolak disebut namanya, dan surat dari Kairo."
    )
    assert not [words for kind, words in found(text) if kind == "source"]
