"""Copies of one report are one source, and each says why; others are counted apart."""

from __future__ import annotations

import pytest

from kawat.record.merge.sources import Origin, Source, independent, runs_of

REPORT = "Rusia dan Turki sepakat menghentikan tembakan di Aleppo mulai Senin malam waktu setempat"
OTHER = "Gencatan senjata di Aleppo berlaku sejak kemarin, demikian keterangan kedua pemerintah"


def origin(article: str, outlet: str | None = None, *cited: str, text: str = "") -> Origin:
    words = text or f"{article} " + " ".join(f"{article}{n}" for n in range(20))
    return Origin(article, outlet, frozenset(cited), runs_of(words))


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        (origin("a", "Kabar"), origin("b", "KABAR"), "both by Kabar"),
        (
            origin("a", "Kabar", "AFP"),
            origin("b", "Warta", "afp", "TASS"),
            "both took from AFP",
        ),
        (origin("a", "Kabar", "Warta"), origin("b", "Warta"), "one took from Warta"),
        (
            origin("a", "Kabar", text=REPORT),
            origin("b", "Warta", text=f"Jakarta - {REPORT}. Simak berita lainnya di sini."),
            "one is a copy of the other",
        ),
    ],
)
def test_what_hangs_together_is_one_source(one: Origin, other: Origin, why: str) -> None:
    expected = [Source(("a", "b"), (why,))]
    assert independent([one, other]) == independent([other, one]) == expected


def test_what_does_not_hang_together_is_several() -> None:
    articles = [
        origin("a", "Kabar", "AFP", text=REPORT),
        origin("b", "Warta", "Reuters", text=OTHER),
        origin("c"),
        origin("d"),
    ]
    found = independent(articles)
    assert [source.articles for source in found] == [("a",), ("b",), ("c",), ("d",)]
    assert [source.why for source in found] == [(), (), (), ()]


def test_a_chain_is_one_source() -> None:
    """Two that have nothing in common are one through a third that has something with both."""
    chain = [origin("a", "Kabar"), origin("b", "Kabar", "AFP"), origin("c", "Warta", "AFP")]
    assert independent(chain) == [Source(("a", "b", "c"), ("both by Kabar", "both took from AFP"))]
