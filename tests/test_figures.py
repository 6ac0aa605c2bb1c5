"""Counts are read with number, qualifier and measure; what measures nothing of these is left."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kawat.draft import Article, Draft
from kawat.layers.figures import figures
from kawat.layers.furniture import furniture
from kawat.layers.language import language
from kawat.layers.parse import parse
from kawat.lexicon import table
from kawat.reading import Entity, Figure, Published, Span, Statement, Time


def draft_of(text: str, **given_parts: Any) -> Draft:
    draft = Draft(Article(text, "a.txt"))
    furniture.run(draft)
    language.run(draft)
    parse.run(draft)
    draft.times = draft.entities = draft.statements = ()
    draft.published = None
    for name, value in given_parts.items():
        setattr(draft, name, value)
    figures.run(draft)
    return draft


def number(f: Figure) -> Any:
    return f.value if f.value is not None else (f.low, f.high)


def read(text: str) -> list[tuple[str, Any, str]]:
    return [(f.measure, number(f), f.qualifier) for f in draft_of(text).figures]


CASES: list[tuple[str, list[tuple[str, Any, str]]]] = [
    ("Serangan itu menewaskan sekitar 40 ribu orang.", [("killed", 40_000, "about")]),
    (
        "Perang itu menewaskan sedikitnya 300 orang dan lebih dari 2 juta warga mengungsi.",
        [("killed", 300, "at_least"), ("displaced", 2_000_000, "at_least")],
    ),
    (
        "Dua tentara tewas dan tujuh lainnya luka-luka dalam baku tembak.",
        [("killed", 2, "exact"), ("injured", 7, "exact")],
    ),
    ("Belasan nelayan dilaporkan hilang.", [("missing", (11, 19), "about")]),
    ("Puluhan ribu pengungsi tiba di perbatasan.", [("displaced", (20_000, 99_999), "about")]),
    ("Korban tewas meningkat 36 menjadi 963.", [("killed", 963, "exact")]),
    ("Korban luka di Gaza kini menjadi 134 orang.", [("injured", 134, "exact")]),
    ("Jumlah korban jiwa mencapai 1.221.", [("killed", 1221, "exact")]),
    ("Antara 10 sampai 15 ribu warga mengungsi.", [("displaced", (10_000, 15_000), "about")]),
    (
        "Sebelas orang tewas, termasuk tiga anak.",
        [("killed", 11, "exact"), ("killed", 3, "exact")],
    ),
    (
        "Empat warga, termasuk seorang remaja, tewas di Nablus.",
        [("killed", 4, "exact"), ("killed", 1, "exact")],
    ),
    (
        "Empat polisi dan tiga pekerja tewas dalam serangan itu.",
        [("killed", 4, "exact"), ("killed", 3, "exact")],
    ),
    (
        "Serangan itu menewaskan 29 orang dan melukai lebih dari 3.400, kata dia.",
        [("killed", 29, "exact"), ("injured", 3400, "at_least")],
    ),
    ("Hampir 2.000 tentara ditempatkan di sana.", [("troops", 2000, "at_most")]),
    ("Prancis mengirim dua kapal perang ke Laut Merah.", [("weapons", 2, "exact")]),
    ("Ada 30-an jet tempur di pangkalan itu.", [("weapons", 30, "about")]),
    ("Turki mengirim 34 ton bantuan ke Gaza.", [("aid", 34, "exact")]),
    ("Jepang memberi bantuan senilai 2,5 juta dolar AS.", [("aid", 2_500_000, "exact")]),
    ("Dana itu mencapai Rp91,5 triliun.", [("money", 91_500_000_000_000, "exact")]),
    ("Denda itu sebesar US$ 184 ribu.", [("money", 184_000, "exact")]),
    ("Polisi menangkap 45 orang dan membebaskan 12 lainnya.", [
        ("detained", 45, "exact"),
        ("released", 12, "exact"),
    ]),
    ("Bom itu menewaskan dan melukai enam polisi.", [("killed", (None, 6), "at_most")]),
    ("Ketiga tentara itu tewas oleh rekannya sendiri.", [("killed", 3, "exact")]),
    ("Seorang wanita tewas dalam serangan itu.", [("killed", 1, "exact")]),
    ("Tiga dari lima sandera dibebaskan.", [("released", 3, "exact")]),
    ("Korban tewas bertambah jadi 40 orang.", [("killed", 40, "exact")]),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES)
def test_a_count_is_read_with_its_number_and_measure(
    text: str, expected: list[tuple[str, Any, str]]
) -> None:
    assert read(text) == expected


EXAMPLES = [(c["measure"], c["example"]) for c in table("measures")["cue"]]


@pytest.mark.parametrize("measure, example", EXAMPLES)
def test_every_example_of_the_lexicon_is_read(measure: str, example: dict[str, Any]) -> None:
    assert [r[:2] for r in read(example["text"])] == [(measure, example["value"])]


@pytest.mark.parametrize(
    "text",
    [
        "Ribuan orang meninggalkan ibu kota dengan mobil.",
        "Sebanyak 21 negara diundang ke perundingan itu.",
        "Tiga pejabat tinggi akan bertemu delegasi China.",
        "Seorang pejabat mengatakan warga tewas di desa itu.",
        "Harga minyak naik menjadi US$ 94 per barel.",
        "Budi Hartono (17) tewas dalam kecelakaan itu.",
        "Pria 86 tahun itu ditangkap.",
        "Sekitar 60 persen warga mengungsi.",
        "Pesawat F-16 itu jatuh.",
        "Ribuan kapal tanker menunggu di tengah perang.",
        "Tak satu pun warga tewas.",
        "Polisi masih mencari seorang tersangka.",
        "Minyak naik menjadi 96 dolar AS (sekitar Rp1,7 juta) per barel.",
    ],
)
def test_other_numbers_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_a_count_has_who_where_by_whom_and_since_when() -> None:
    text = "Palang Merah mencatat 300 warga Suriah tewas di Aleppo sejak Maret 2011."

    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    entities = (
        Entity(id="e1", kind="organization", name="Palang Merah", mentions=(at("Palang Merah"),)),
        Entity(id="e2", kind="country", name="Suriah", mentions=(at("Suriah"),)),
        Entity(id="e3", kind="place", name="Aleppo", mentions=(at("Aleppo"),)),
    )
    times = (Time(id="t1", span=at("Maret 2011"), type="DATE", value="2011-03"),)
    (figure,) = draft_of(text, entities=entities, times=times).figures
    assert figure.group == "warga Suriah"
    assert (figure.counted_by, figure.place, figure.since) == ("e1", "e3", "2011-03")


def test_the_speaker_gives_the_count_and_the_attacker_is_blamed() -> None:
    text = '"Serangan Israel menewaskan lima orang," kata juru bicara itu.'
    start = text.index("Israel")
    entities = (
        Entity(id="e1", kind="country", name="Israel", mentions=(Span(start, start + 6),)),
        Entity(id="e2", kind="person", name="juru bicara", mentions=(Span(46, 57),)),
    )
    said = Statement(id="s1", kind="direct", span=Span(1, 39), speakers=("e2",))
    published = Published(value="2017-11-22", basis="stated")
    draft = draft_of(text, entities=entities, statements=(said,), published=published)
    (figure,) = draft.figures
    assert (figure.counted_by, figure.blamed) == ("e2", "e1")


@given(
    st.lists(
        st.sampled_from(["12", "ribu", "orang", "tewas", "dan", "melukai", "-", "Rp", ".", "an"])
    )
)
def test_spans_are_in_order_and_apart(words: list[str]) -> None:
    text = "Serangan " + " ".join(words)
    spans = [f.span for f in draft_of(text).figures]
    assert all(a.end <= b.start for a, b in pairwise(spans))
