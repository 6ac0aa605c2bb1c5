"""A digest shows who, what, when and where, and repeats the text's exact words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.digest import digest, to_text
from kawat.digest.article import LONGEST_QUOTE
from kawat.errors import UsageError
from kawat.labels import LANGUAGES, labels
from kawat.reading import (
    ArticleHead,
    Entity,
    Event,
    Figure,
    Outlet,
    Published,
    Reading,
    ReadingWarning,
    Source,
    Span,
    Statement,
    Time,
    TimeRef,
    article_id,
)

TEXT = (
    "TEMPO.CO, Ankara - Menlu Rusia Sergei Lavrov menelepon\nMenlu Turki pada Senin. "
    "“Kami mendukung gencatan senjata,” ujar Lavrov, dikutip Anadolu. Sekitar 40 warga tewas."
)


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading() -> Reading:
    return Reading(
        article=ArticleHead(
            id=article_id(TEXT),
            uri="berita.txt",
            outlet=Outlet(name="Tempo", span=span("TEMPO.CO")),
            published=Published(
                value="2018-01-23",
                basis="inferred",
                candidates=("2018-01-23", "2018-01-24"),
                why=("hari terakhir yang disebut",),
            ),
            sources=(Source(name="Anadolu", span=span("Anadolu")),),
        ),
        sentences=(
            Span(0, span("pada Senin.").end),
            Span(*span("“Kami mendukung gencatan senjata,” ujar Lavrov, dikutip Anadolu.")),
            Span(*span("Sekitar 40 warga tewas.")),
        ),
        times=(Time(id="t1", span=span("Senin"), type="DATE", value="2018-01-22"),),
        entities=(
            Entity(
                id="e1",
                kind="person",
                name="Sergei Lavrov",
                country="RUS",
                sector="GOV",
                role="Menlu Rusia",
                mentions=(span("Sergei Lavrov"),),
            ),
            Entity(
                id="e2",
                kind="person",
                name="Mevlut Cavusoglu",
                country="TUR",
                sector="GOV",
                mentions=(span("Menlu Turki"),),
            ),
        ),
        statements=(
            Statement(
                id="s1",
                kind="direct",
                span=span("Kami mendukung gencatan senjata,"),
                cue=span("ujar"),
                speakers=("e1",),
                via=("Anadolu",),
            ),
        ),
        events=(
            Event(
                id="v1",
                type="CONSULT",
                mode="phone",
                status="happened",
                triggers=(span("menelepon"),),
                actors=("e1", "e2"),
                time=TimeRef(value="2018-01-22", ref="t1"),
                topics=("Suriah",),
            ),
            Event(
                id="v2",
                type="RETREAT",
                mode="ceasefire",
                status="possible",
                triggers=(span("gencatan"),),
            ),
        ),
        figures=(
            Figure(
                id="f1",
                span=span("Sekitar 40 warga"),
                measure="killed",
                value=40,
                qualifier="about",
                unit="person",
            ),
        ),
        warnings=(
            ReadingWarning(code="suspect-text", span=span("Senin"), message="hari tak cocok"),
        ),
        text=TEXT,
    )


def test_a_digest_is_laid_out_as_a_desk_reads_it() -> None:
    assert to_text(digest(reading())) == (
        """\
Tempo · Selasa, 23 Januari 2018 (disimpulkan; atau Rabu, 24 Januari 2018)
berita.txt
  sebab: hari terakhir yang disebut

SIAPA
  Sergei Lavrov (Menlu Rusia); Mevlut Cavusoglu

PERISTIWA
  Senin, 22 Januari 2018
    Sergei Lavrov, Mevlut Cavusoglu · pembicaraan telepon · terjadi · tentang Suriah
      “TEMPO.CO, Ankara - Menlu Rusia Sergei Lavrov menelepon Menlu Turki pada Senin.”
  Tanpa hari
    pelaku tak disebut · gencatan senjata · mungkin
      ““Kami mendukung gencatan senjata,” ujar Lavrov, dikutip Anadolu.”

PERNYATAAN
  Sergei Lavrov (Menlu Rusia) lewat Anadolu
    “Kami mendukung gencatan senjata,” — ujar

ANGKA
  tewas: sekitar 40 orang — “Sekitar 40 warga”

SUMBER: Anadolu

PERHATIAN
  kata yang mencurigakan: hari tak cocok — “Senin”
"""
    )


def test_labels_change_with_the_language_and_the_words_do_not() -> None:
    english = to_text(digest(reading(), "en"))
    assert "Sergei Lavrov, Mevlut Cavusoglu · phone call · happened · about Suriah" in english
    assert "killed: about 40 people — “Sekitar 40 warga”" in english
    with pytest.raises(UsageError, match="no labels in 'fr'; take one of id, en"):
        digest(reading(), "fr")


def test_a_long_sentence_is_cut_around_its_trigger() -> None:
    text = "a " * 400 + "bertemu " + "b " * 400
    at = text.index("bertemu")
    long = Reading(
        article=ArticleHead(id=article_id(text), uri="a.txt"),
        sentences=(Span(0, len(text)),),
        events=(Event(id="v1", type="CONSULT", status="happened", triggers=(Span(at, at + 7),)),),
        text=text,
    )
    quoted = str(digest(long)[-1])
    assert "bertemu" in quoted
    assert quoted.startswith("“…")
    assert quoted.endswith("…”")
    assert len(quoted) <= LONGEST_QUOTE + len("“……”")


def test_a_reading_of_nothing_says_so() -> None:
    text = "Halo."
    empty = Reading(article=ArticleHead(id=article_id(text), uri="a.txt"), text=text)
    assert to_text(digest(empty)).endswith(labels()["nothing"] + "\n")


def test_both_languages_have_words_for_every_code() -> None:
    one, other = (labels(language).tables for language in LANGUAGES)
    for table in one:
        missing = set(one[table]) ^ set(other[table])
        assert not {code for code in missing if code != "PROTEST demo"}, table


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2017-11-21", "Selasa, 21 November 2017"),
        ("2017-11", "November 2017"),
        ("2017", "2017"),
        ("2017-W47", "pekan 20–26 November 2017"),
        ("2017-W48", "pekan 27 November–3 Desember 2017"),
        ("2017-W47-WE", "akhir pekan 25–26 November 2017"),
        ("2017-11-21T09:30", "Selasa, 21 November 2017, 09:30"),
        ("2025-06-20TMO", "Jumat, 20 Juni 2025, pagi"),
        ("P7Y", "7 tahun"),
        ("PT40M", "40 menit"),
        ("P3.5Y", "3,5 tahun"),
        ("PXD", "beberapa waktu"),
        ("PAST_REF", "belakangan"),
        ("2017-02-31", "2017-02-31"),
        ("2017-W60", "2017-W60"),
        ("199", "199"),
    ],
)
def test_timex_values_in_words(value: str, words: str) -> None:
    assert labels("id").time(value) == words


@given(st.text(max_size=30))
def test_any_value_has_words(value: str) -> None:
    for language in LANGUAGES:
        assert isinstance(labels(language).time(value), str)
