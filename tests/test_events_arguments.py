"""Parties are found in the constructions that Indonesian news is written in."""

from __future__ import annotations

import pytest

from marked import draft, told

CASES = {
    "passive with oleh": ("{Iran} diserang oleh {Israel}.", "ASSAULT", "Israel > Iran"),
    "passive with a bare agent": ("{Iran} diserang {Israel}.", "ASSAULT", "Israel > Iran"),
    "bare stem after its subject": (
        "{Iran} dan {Israel} saling serang.",
        "ASSAULT",
        "Iran, Israel",
    ),
    "antara A dan B": ("Perang antara {Iran} dan {Israel} meluas.", "ASSAULT", "Iran, Israel"),
    "A-B": ("Perang {Iran}-{Israel} meluas.", "ASSAULT", "Iran, Israel"),
    "controlled subject of a purpose": (
        "{Lavrov} terbang ke {Ankara} untuk bertemu {Erdogan}.",
        "CONSULT",
        "Erdogan, Lavrov",
    ),
    "the person asked does it": (
        "{PBB} mendesak {Israel} membebaskan {tahanan Palestina}.",
        "RETREAT",
        "possible: Israel > tahanan Palestina",
    ),
    "the person asked with kepada": (
        "{Paus} menyerukan kepada {Rusia} agar menghentikan serangan.",
        "RETREAT",
        "possible: Rusia",
    ),
    "nominal event with a genitive agent": (
        "Serangan udara {Rusia} terhadap {pemberontak} berlanjut.",
        "ASSAULT",
        "Rusia > pemberontak",
    ),
    "visit with a genitive agent": (
        "Kunjungan {Raja Salman} ke {Rusia} dimulai.",
        "CONSULT",
        "Raja Salman, Rusia",
    ),
    "relative clause": ("{Israel} yang menyerang {Iran} dikecam.", "ASSAULT", "Israel > Iran"),
    "attributive passive": (
        "Serangan yang dilancarkan {Israel} terhadap {Iran} meluas.",
        "ASSAULT",
        "Israel > Iran",
    ),
    "subject after a verb of saying": (
        "{Sugiono} mengatakan {Macron} telah mengundang {Prabowo}.",
        "AGREE",
        "Macron > Prabowo",
    ),
    "apposition": (
        "{Ali Khamenei}, pemimpin tertinggi negara itu, mengecam {Amerika Serikat}.",
        "ACCUSE",
        "Ali Khamenei > Amerika Serikat",
    ),
    "title with a preposition": (
        "<Utusan Khusus PBB untuk Yaman>, {Grundberg}, menemui {Houthi} di Sanaa.",
        "CONSULT",
        "Grundberg, Houthi",
    ),
    "a few quoted words": ('{Teheran} "mengutuk keras" {Israel}.', "ACCUSE", "Teheran > Israel"),
    "a bracket": ("{AS} (USA) menyerang {Iran}.", "ASSAULT", "AS > Iran"),
    "a list is ended by its comma": (
        "Selain {Shoigu} dan {Lavrov}, {Fidan} dan {Kalin} mengecam {Israel}.",
        "ACCUSE",
        "Fidan, Kalin > Israel",
    ),
    "a list after a phrase that comes first": (
        "Usai singgah di {Gaza}, {Macron} dan {Prabowo} mengecam {Israel}.",
        "ACCUSE",
        "Macron, Prabowo > Israel",
    ),
    "a subject that is no mention": (
        "{Rusia} bergeming ketika otoritas setempat mengusir {diplomat Turki}.",
        "SANCTION",
        "> diplomat Turki",
    ),
    "two passives with one agent": (
        "{Israel} didukung dan dilindungi oleh {AS}.",
        "SUPPORT",
        "AS > Israel",
    ),
    "the subject of the clause is the other party": (
        "Itu diakui {Putin} seusai pertemuan bilateral dengan {Prabowo} di Kremlin.",
        "CONSULT",
        "Prabowo, Putin",
    ),
    "who is to do it is asked": (
        "{Putin} menyerukan gencatan senjata antara {Israel} dan {Iran}.",
        "REQUEST",
        "Putin > Iran, Israel",
    ),
    "whom the promised help is for": (
        "{Belanda} siap membantu {Indonesia}.",
        "AGREE",
        "Belanda > Indonesia",
    ),
    "whose truce is refused": (
        "{Israel} menolak gencatan senjata yang diumumkan oleh {Hamas}.",
        "REJECT",
        "Israel > Hamas",
    ),
    "a list of which some are no mentions": (
        "{Jokowi} berterima kasih kepada {Turki}, relawan, dan {UNHCR}.",
        "SUPPORT",
        "Jokowi > Turki, UNHCR",
    ),
    "examples of whom one meets": (
        "{Prabowo} bertemu dengan sejumlah tokoh seperti {Modi} dan {Macron}.",
        "CONSULT",
        "Macron, Modi, Prabowo",
    ),
    "both sides after dengan": (
        "Gencatan senjata rapuh, dengan {Israel} dan {Hamas} saling menuduh.",
        "ACCUSE",
        "Hamas, Israel",
    ),
    "a predicate noun with a relative clause": (
        "{Prancis} menjadi pelopor yang mengajak {Spanyol} mengakui {Palestina}.",
        "REQUEST",
        "Prancis > Spanyol",
    ),
    "what somebody is named as": (
        "Kabul menyebut {Iran} sebagai negara yang mendanai {Taliban}.",
        "AID",
        "Iran > Taliban",
    ),
    "who is to do it comes after agar": (
        "{ASEAN} mendesak agar {Myanmar} mematuhi kesepakatan.",
        "REQUEST",
        "ASEAN > Myanmar",
    ),
    "whose deed is condemned": (
        "{Spanyol} mengutuk kekerasan yang dilakukan {pemukim Israel}.",
        "ACCUSE",
        "Spanyol > pemukim Israel",
    ),
    "a war that goes on between two": (
        "Harga naik karena perang yang berkecamuk antara {Rusia} dan {Ukraina}.",
        "ASSAULT",
        "Rusia, Ukraina",
    ),
    "killed as a result of an attack": (
        "Puluhan {warga Gaza} tewas akibat serangan {Israel}.",
        "ASSAULT",
        "Israel > warga Gaza",
    ),
    "besides": (
        "Selain {Lavrov}, {Fidan} juga bertemu {Rubio}.",
        "CONSULT",
        "Fidan, Lavrov, Rubio",
    ),
    "who has part in it": (
        "Evakuasi {WNI} akan melibatkan {TNI}.",
        "AID",
        "planned: TNI > WNI",
    ),
    "a subject with a place that is no mention": (
        "{Trump} mengatakan beberapa negara di {Teluk} menyerang {Houthi}.",
        "ASSAULT",
        "> Houthi",
    ),
    "each passive with its own agent": (
        "{Abbas} dijemput {Erdogan} dan diserang oleh {Netanyahu}.",
        "ASSAULT",
        "Netanyahu > Abbas",
    ),
    "whose war one joins": (
        "{AS} bergabung dengan serangan {Israel} terhadap {Iran}.",
        "AID",
        "AS > Israel",
    ),
    "a journey in the phrase that opens the sentence": (
        "Setelah lawatan di {Gaza}, {Macron} dan {Prabowo} pulang.",
        "CONSULT",
        "Macron, Prabowo",
    ),
    "what an attack does has its victims": (
        "Serangan udara {Rusia} menewaskan {warga Idlib}.",
        "ASSAULT",
        "Rusia > warga Idlib",
    ),
    "what is sent is not whom it is sent to": (
        "{Indonesia} mengirim {pasukan perdamaian} ke {Lebanon}.",
        "AID",
        "Indonesia > Lebanon",
    ),
    "a state's order of its own measure": (
        "{Kuwait} memerintahkan pengusiran 15 {diplomat Iran}.",
        "SANCTION",
        "Kuwait > diplomat Iran",
    ),
    "above all": (
        "{Retno} mendesak {negara-negara ASEAN} khususnya {Myanmar} menghentikan kekerasan.",
        "REQUEST",
        "Retno > Myanmar, negara-negara ASEAN",
    ),
    "a mention that says whose the one before it is": (
        "{Delegasi militer} {Turki} bertemu dengan {Houthi}.",
        "CONSULT",
        "Delegasi militer, Houthi",
    ),
    "an end to a war between two": (
        "{Trump} berupaya mengakhiri perang antara {Rusia} dan {Ukraina}.",
        "RETREAT",
        "possible: Rusia, Ukraina",
    ),
    "an end to one's war with another": (
        "{Iran} mengakhiri konflik dengan {Israel}.",
        "RETREAT",
        "Iran, Israel",
    ),
    "a march against somebody": (
        "Demonstrasi {warga Paris} menentang {Macron} meluas.",
        "PROTEST",
        "warga Paris > Macron",
    ),
    "a march to demand something": (
        "{Warga Kabul} turun ke jalan menuntut {Ghani} mundur.",
        "PROTEST",
        "Warga Kabul > Ghani",
    ),
    "troops readied to attack": (
        "{Teheran} menyiapkan rudal untuk menyerang {Riyadh}.",
        "MOBILIZE",
        "Teheran > Riyadh",
    ),
    "whom one meets one asks": (
        "{Abbas} menemui {Guterres} untuk meminta bantuan.",
        "REQUEST",
        "Abbas > Guterres",
    ),
    "the main clause goes on after a comma": (
        "{Naypyidaw} membantah bahwa {tentara Myanmar} bersalah, dan menyalahkan {ARSA}.",
        "ACCUSE",
        "Naypyidaw > ARSA",
    ),
    "the foe of who joins a war is not helped": (
        "{AS} terlibat langsung dalam konflik dengan {Iran}.",
        "AID",
        "AS",
    ),
    "whose the thing struck is": (
        "{Israel} melancarkan pengeboman fasilitas nuklir {Iran}.",
        "ASSAULT",
        "Israel > Iran",
    ),
    "killed in a war that others fight": (
        "{Komandan Fatah} tewas dalam perang dengan {Israel}.",
        "ASSAULT",
        "Israel",
    ),
    "a list of partners before another verb": (
        "{Retno} melakukan pertemuan dengan {Lavrov} dan {Wang Yi} membahas Myanmar.",
        "CONSULT",
        "Lavrov, Retno, Wang Yi",
    ),
    "subject in the main clause": (
        "Setelah bertemu {UNHCR}, {Retno} pulang.",
        "CONSULT",
        "Retno, UNHCR",
    ),
    "clause after dengan": (
        "Perang berlanjut, dengan {Rusia} mendukung {Suriah}.",
        "SUPPORT",
        "Rusia > Suriah",
    ),
    "killed in an attack": (
        "{Warga sipil} tewas dalam serangan {Israel}.",
        "ASSAULT",
        "Israel > Warga sipil",
    ),
    "responsible for an attack": (
        "{Taliban} mengaku bertanggung jawab atas serangan itu.",
        "ASSAULT",
        "Taliban",
    ),
    "a list of ten": (
        "{A1}, {A2}, {A3}, {A4}, {A5}, {A6}, {A7}, {A8}, {A9}, dan {B1} mengecam {Israel}.",
        "ACCUSE",
        "A1, A2, A3, A4, A5, A6, A7, A8, A9, B1 > Israel",
    ),
    "the second clause has its own subject": (
        "{Rusia} menyerang {Ukraina} dan {Polandia} mengecam {Rusia}.",
        "ASSAULT",
        "Rusia > Ukraina",
    ),
    "headline style": ("{Trump} desak {Iran} menyerah.", "REQUEST", "Trump > Iran"),
    "both threaten and strike": (
        "{Korea Utara} mengancam akan menyerang {Jepang}.",
        "THREATEN",
        "Korea Utara > Jepang",
    ),
}


@pytest.mark.parametrize(("marked", "type_", "gives"), CASES.values(), ids=CASES)
def test_parties_of_a_construction(marked: str, type_: str, gives: str) -> None:
    """The event has just the parties, in the roles, that the construction gives it."""
    assert gives in told(draft(marked), type_)


def test_two_countries_by_one_mention() -> None:
    """``kedua negara`` is a mention of both, and both are parties."""
    made = draft("{Rusia} dan {Turki} tetap tenang. {Rusia+Turki} sepakat.")
    assert "Rusia, Turki" in told(made, "AGREE")


def test_a_place_is_no_party_but_where_it_is_struck() -> None:
    """Where something happens is its place; what is bombed is hit."""
    assert told(draft("{Rusia} melancarkan serangan di {Kharkiv}."), "ASSAULT") == ["Rusia"]
    assert told(draft("{Rusia} membombardir {Kharkiv}."), "ASSAULT") == ["Rusia > Kharkiv"]


@pytest.mark.parametrize(
    ("marked", "type_"),
    [
        ("{Kuwait} memerintahkan pengusiran {diplomat Iran}.", "REQUEST"),
        ("Ancaman {Houthi} membayangi pelayaran.", "THREATEN"),
        ("Ekonomi {India} didorong oleh kuat{nya} investasi.", "REQUEST"),
    ],
)
def test_words_that_tell_no_event_of_their_own(marked: str, type_: str) -> None:
    """An order of one's own measure is that measure; a threat to nobody is a danger, no act."""
    assert not told(draft(marked), type_)
    assert told(draft(f"{marked} {{Iran}} diserang {{Israel}}."), "ASSAULT") == ["Israel > Iran"]


def test_who_reports_a_count_of_dead_was_not_attacked() -> None:
    """``X melaporkan, sedikitnya 12 orang tewas dalam serangan itu``: X only reports."""
    for says in ("melaporkan, sedikitnya", "menyebut", "mengatakan bahwa sekitar"):
        text = "{Israel} menyerang {Suriah}. {Turki} %s 12 orang tewas dalam serangan itu."
        assert told(draft(text % says), "ASSAULT") == ["Israel > Suriah"]


def test_a_truce_that_is_talked_about_is_no_event() -> None:
    """What a meeting is about is its topic; what it is to bring about is an event."""
    for words in (
        "membahas beragam isu, termasuk gencatan senjata",
        "membicarakan soal gencatan senjata",
        "bertemu. Keduanya menyinggung isu gencatan senjata",
    ):
        made = draft("{Putin} dan {Erdogan} " + words + " di Suriah.")
        assert told(made, "CONSULT") == ["Erdogan, Putin"]
        assert told(made, "RETREAT") == []
    made = draft("{Putin} dan {Erdogan} bertemu untuk mencapai gencatan senjata.")
    assert len(told(made, "RETREAT")) == 1


def test_a_truce_that_is_not_carried_out_is_negated() -> None:
    """Verb and noun tell one event, which has not happened, of the one who did not do it."""
    for words in (
        "gagal mengimplementasikan kesepakatan gencatan senjata",
        "gagal mengimplementasikan kesepakatan (gencatan senjata) yang disepakati pada 2016",
        "tidak mematuhi gencatan senjata",
        "belum melaksanakan perjanjian gencatan senjata",
    ):
        made = draft("{Israel} " + words + ".")
        assert told(made, "RETREAT") == ["negated: Israel"]
        [truce] = (v for v in made.events if v.type == "RETREAT")
        assert len(truce.triggers) == 2
        assert truce.mode == "ceasefire"


def test_naming_something_is_no_request() -> None:
    """``menyerukan X sebagai ancaman`` asks nobody for anything."""
    assert told(draft("{Trump} menyerukan {ISIS} sebagai ancaman."), "REQUEST") == []
    assert told(draft("{Trump} menyerukan kepada {Iran} agar mundur."), "REQUEST") == [
        "Trump > Iran"
    ]
