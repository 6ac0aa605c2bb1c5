"""Sources are found by the phrases of reporting; the article's own outlet is none of them."""

from __future__ import annotations

import pytest

from kawat.draft import Article, Draft
from kawat.layers.furniture import furniture
from kawat.layers.sources import sources


def read(text: str) -> Draft:
    draft = Draft(Article(text, "a.txt"))
    furniture.run(draft)
    draft.sentences = ()
    sources.run(draft)
    return draft


def names(text: str) -> list[str]:
    return [s.name for s in read(text).sources]


@pytest.mark.parametrize(
    "text, expected",
    [
        (
            "Serangan itu menewaskan dua orang, seperti dilansir Agence France-Presse, Rabu (4/1).",
            ["AFP"],
        ),
        ("DilansirAFP, Kamis (19/6/2025), pertemuan itu batal.", ["AFP"]),
        ("Demikian dikutip dari kantor berita Anadoulu Agency, Senin.", ["Anadolu Agency"]),
        ("Hal itu dikabarkan kantor berita pemerintah Korea Utara, KCNA.", ["KCNA"]),
        ("Surat kabar Kuwait, Al - Qabas, melaporkan penangkapan itu.", ["Al-Qabas"]),
        ("RIA, kantor berita Rusia, memuat pernyataan tersebut.", ["RIA"]),
        ("Seorang saksi mengatakan kepada CNN bahwa ia mendengar ledakan.", ["CNN"]),
        (
            "Jet itu jatuh di laut, seperti dikutip Bernama, dilansir Reuters.",
            ["Bernama", "Reuters"],
        ),
        ("Menurut media pemerintah Iran,Tasnim, rudal itu jatuh.", ["Tasnim"]),
        ("Dihimpun Contoh Tekno dari CNBC, saham itu naik.", ["CNBC"]),
        ("Kedua menteri sepakat, lansir Xinhua, Kamis.", ["Xinhua"]),
        ("Rekaman itu diperoleh via Reuters dan diperiksa lagi.", ["Reuters"]),
        ("Mereka sepakat bertemu lagi.\n\nPewarta: XinhuaEditor: Ani Wati", ["Xinhua"]),
        ("Keduanya sepakat bertemu, kata pejabat itu. Sumber: Reuters", ["Reuters"]),
        ("Hal itu dikutip dariBBCpada Kamis.", ["BBC"]),
        ("Washington Post pertama kali melaporkan rencana itu.", ["Washington Post"]),
        ("Kantor Berita Nasional Lebanon (NNA) melaporkan serangan itu.", ["NNA"]),
        ("Dalam wawancaranya dengan BBC, ia membantah.", ["BBC"]),
        ("Menurut laporan Kantor berita Sham, jalan itu ditutup.", ["Sham"]),
        ("Dilansir dari laman Gema Utara Baru, kapal itu tenggelam.", ["Gema Utara Baru"]),
        (
            "Pertemuan itu disiarkan kanal YouTube Sekretariat Presiden.",
            ["YouTube Sekretariat Presiden"],
        ),
        ("Kabar itu dimuat situs berita contoh-kabar.com pada Senin.", ["contoh-kabar"]),
        (
            "Mengutip The New York Times dan Axios, ia menyebut angka lain.",
            ["New York Times", "Axios"],
        ),
    ],
)
def test_a_phrase_of_reporting_names_its_source(text: str, expected: list[str]) -> None:
    assert [n.lower() for n in names(text)] == [e.lower() for e in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Menteri Luar Negeri Rusia mengatakan hal itu kepada wartawan di Moskow.",
        "Pertemuan antara Rusia dan Turki berlangsung dari pagi sampai suara tembakan terdengar.",
        "Ia mengutip Presiden Putin yang menolak usul itu.",
        "Data itu dikutip dari Kementerian Kesehatan.",
        "Jumlah korban dilaporkan lebih dari 20 orang.",
    ],
)
def test_people_bodies_and_common_words_are_no_sources(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    "prefix, place, outlet",
    [
        ("JAKARTA, KOMPAS.com - ", "Jakarta", "Kompas"),
        ("Jakarta, CNN Indonesia -- ", "Jakarta", "CNN Indonesia"),
        ("JAKARTA, KOMPAS.com --- ", "Jakarta", "Kompas"),
        ("WASHINGTON (jurnalislam.com)– ", "Washington", "Jurnalislam"),
        ("Rusia, Telegraf – ", "Rusia", "Telegraf"),
        ("RAKYATKU.COM - ", None, "Rakyatku"),
        ("Liputan6.com, Pyongyang - ", "Pyongyang", "Liputan6"),
        ("Jakarta (ANTARA News) - ", "Jakarta", "Antara"),
        ("Raqa, Suriah (ANTARA News) - ", "Raqa", "Antara"),
        ("TEMPO.CO, Sochi - ", "Sochi", "Tempo"),
        ("REPUBLIKA.CO.ID, NEW YORK -- ", "New York", "Republika"),
        ("MOSKOW - ", "Moskow", None),
        ("Gaza, MINA – ", "Gaza", "MINA"),
        ("DAMASKUS, kabarbaru.id - ", "Damaskus", "Kabarbaru"),
    ],
)
def test_a_dateline_gives_place_and_outlet(
    prefix: str, place: str | None, outlet: str | None
) -> None:
    draft = read(prefix + "Rusia dan Turki sepakat mengakhiri pertempuran di kota itu pada Senin.")
    assert (draft.dateline.place if draft.dateline else None) == place
    assert (draft.outlet.name if draft.outlet else None) == outlet
    if draft.dateline:
        assert draft.dateline.span.of(draft.text).lower() == draft.dateline.place.lower()


def test_the_articles_own_outlet_is_no_source() -> None:
    text = "Jakarta, CNN Indonesia -- Hal itu dikatakannya kepada CNN Indonesia dan kepada CNN."
    assert names(text) == ["CNN"]


def test_the_foot_names_sources() -> None:
    body = "Rusia dan Turki sepakat mengakhiri pertempuran di kota itu pada hari Senin."
    assert names(f"{body} [Antara]") == ["Antara"]
    assert names(f"{body}\nSumber: TNA") == ["TNA"]
    assert names(f"{body}\nTIME | AL JAZEERA") == ["Time", "Al Jazeera"]


def test_a_citation_has_the_span_of_every_mention() -> None:
    text = "Seperti dilansir Reuters, kapal itu karam. Reuters melaporkan tiga orang hilang."
    draft = read(text)
    assert [c.span.of(text) for c in draft.citations] == ["Reuters", "Reuters"]
    assert len(draft.sources) == 1
