"""Kinds of names and phrases that deceive: each test is one kind, with a text of its own."""

from __future__ import annotations

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.reading import Entity

READER = Reader()


def entities(text: str) -> tuple[Entity, ...]:
    return READER.read(Article(text, "a.txt")).entities


def mentioned(text: str) -> dict[str, str]:
    """Return what each of the mentions of the text belongs to, by its words."""
    return {m.of(text): e.name for e in entities(text) for m in e.mentions}


def people(text: str) -> dict[str, str | None]:
    """Return the people of the text with their roles."""
    return {e.name: e.role for e in entities(text) if e.kind == "person"}


def test_a_second_bearer_of_a_surname_is_another_person() -> None:
    text = "Presiden Donald Trump diwakili Lara Trump dalam acara itu. Trump tiba belakangan."
    found = mentioned(text)
    assert found["Lara Trump"] == "Lara Trump"
    assert found["Trump"] == "Donald Trump"


def test_the_name_of_a_state_is_a_given_name_before_a_surname() -> None:
    text = 'Menteri Keamanan AS Chad Wolfe menolak. "Tidak mungkin," kata Wolfe.'
    assert people(text) == {"Chad Wolfe": "Menteri Keamanan AS"}


def test_a_title_alone_and_a_later_name_of_its_office_are_one() -> None:
    text = "Duta Besar Norwegia untuk Mali ikut hadir. Duta Besar Kjetil Braaten lalu berpidato."
    assert people(text) == {"Kjetil Braaten": "Duta Besar"}
    assert mentioned(text)["Duta Besar Norwegia untuk Mali"] == "Kjetil Braaten"


def test_a_title_alone_is_the_role_of_who_bears_it() -> None:
    assert people("Menlu Peru menolak usul itu.") == {"Menlu Peru": "Menlu Peru"}


def test_the_states_abbreviation_stays_in_the_role_and_the_offices_does_not() -> None:
    assert people("Presiden Amerika Serikat (AS) Donald Trump tiba.") == {
        "Donald Trump": "Presiden Amerika Serikat (AS)"
    }
    assert people("Menteri Luar Negeri (Menlu) Sugiono tiba.") == {"Sugiono": "Menteri Luar Negeri"}


def test_a_title_in_brackets_ends_with_them() -> None:
    text = "Ia bertemu Kofi Annan (mantan Sekjen PBB) di Jenewa kemarin."
    assert people(text) == {"Kofi Annan": "mantan Sekjen PBB"}


def test_kin_are_a_role() -> None:
    text = "Prabowo didampingi putranya Didit Hediprasetyo di Istana Merdeka."
    assert people(text)["Didit Hediprasetyo"] == "putranya"


@pytest.mark.parametrize("body", ["kelompok itu", "organisasi tersebut", "kelompok teror itu"])
def test_a_noun_that_points_back_is_the_body_before(body: str) -> None:
    text = f"Hamas menolak usul Israel. Sasaran serangan adalah {body}."
    assert mentioned(text).get(body) == "Hamas"


def test_whose_chief_somebody_is_makes_no_mention() -> None:
    text = "Hamas kehilangan banyak orang. Pemimpin kelompok itu, Khaled Meshaal, selamat."
    assert "kelompok itu" not in mentioned(text)


@pytest.mark.parametrize("press", ["media resmi", "kantor berita", "surat kabar resmi"])
def test_the_state_that_owns_an_outlet_is_no_mention(press: str) -> None:
    assert "Korut" not in mentioned(f"Kabar itu dimuat {press} Korut, KCNA, pada Senin.")


def test_a_bare_body_that_acts_or_speaks_is_a_mention_and_told_again_is_the_one_before() -> None:
    text = "Militer Israel menyerang Beirut. Militer mengatakan sasarannya gudang, kata polisi."
    found = mentioned(text)
    assert found["Militer"] == "Militer Israel"
    assert "polisi" in found


def test_an_english_body_takes_the_names_before_it() -> None:
    text = "Prabowo berpidato dalam St Petersburg Economic Forum pada Jumat."
    assert mentioned(text)["St Petersburg Economic Forum"] == "St Petersburg Economic Forum"


def test_a_name_that_ran_into_a_word_of_grammar_is_cut_where_the_article_shows_it() -> None:
    text = "Dubes Rusia Yevgeny Boroskin hadir. Sikap Boroskindalam rapat itu tegas."
    found = mentioned(text)
    assert found["Boroskin"] == "Yevgeny Boroskin"


@pytest.mark.parametrize(
    "text",
    [
        "Putri itu pulang saat fajar ke kota.",
        "Hari fajar baru, gading gajah disita.",
        "X menulis surat. Y membalas.",
    ],
)
def test_words_and_letters_are_nobody(text: str) -> None:
    assert people(text) == {}


def test_names_that_are_words_are_people_behind_a_title() -> None:
    text = 'Bupati Fajar Gading menolak. "Tidak," kata Gading. Bupati Putri Larasati diam.'
    assert set(people(text)) == {"Fajar Gading", "Putri Larasati"}


def test_a_page_in_capitals_is_read_without_a_crowd_of_people() -> None:
    text = (
        "PRESIDEN RUSIA VLADIMIR PUTIN BERTEMU PRESIDEN PRABOWO SUBIANTO DI MOSKOW KEMARIN.\n\n"
        "RUSIA DAN INDONESIA SEPAKAT MEMPERLUAS PERDAGANGAN GANDUM SERTA MINYAK SAWIT.\n\n"
        "MENURUT JUBIR KREMLIN DMITRY PESKOV, SURAT ITU DITEKEN DI HADAPAN PARA MENTERI."
    )
    assert len(people(text)) <= 4
    assert {"RUS"} <= {e.country for e in entities(text)}


def test_an_outlets_name_is_a_persons_behind_a_title() -> None:
    text = "Bupati Tasnim Nugraha membuka pasar. Kantor berita Tasnim melaporkan acara itu."
    assert "Tasnim Nugraha" in people(text)


def test_the_spokesman_of_a_house_is_no_part_of_its_name() -> None:
    text = "Juru bicara Gedung Putih Maurine Tellen membantah kabar itu."
    assert people(text) == {"Maurine Tellen": "Juru bicara Gedung Putih"}


def test_whose_lawyer_somebody_is_does_not_bear_the_title() -> None:
    text = "Samir Nadvi ditahan. Pengacara Nadvi, Ruth Halder, mengajukan banding."
    assert people(text) == {"Samir Nadvi": None, "Ruth Halder": "Pengacara Nadvi"}


def test_a_title_that_is_somebodys_is_a_title() -> None:
    text = "Netanyahu memecat Menteri Pertahanannya Yoav Gallant pada Selasa."
    assert people(text)["Yoav Gallant"] == "Menteri Pertahanannya"


def test_the_number_of_a_committee_is_part_of_the_title() -> None:
    text = "Ketua Komisi 1 DPR RI Abdul Karnain menyatakan keberatan."
    assert people(text) == {"Abdul Karnain": "Ketua Komisi 1 DPR RI"}


def test_who_ever_held_the_office_is_meant_by_it() -> None:
    text = "Benjamin Netanyahu tiba pagi itu. Perdana menteri Israel itu lalu berpidato."
    assert mentioned(text)["Perdana menteri Israel itu"] == "Benjamin Netanyahu"


def test_the_words_behind_a_dateline_are_read_like_any() -> None:
    text = "TEMPO.CO, Jakarta - Militer Israel pada Sabtu mengeluarkan perintah evakuasi."
    assert "Militer Israel" in mentioned(text)


def test_the_abbreviation_of_a_known_body_tells_which_it_is() -> None:
    text = "Gugatan itu diajukan ke Pengadilan Dunia Internasional (ICJ) di Den Haag."
    assert {e.country for e in entities(text) if e.kind == "organization"} == {None}


def test_the_abbreviation_of_a_state_in_brackets_is_the_state_also_behind_a_body() -> None:
    text = "House of Representatives atau DPR Amerika Serikat (AS) menolak. AS lalu diam."
    assert mentioned(text)["AS"] == "Amerika Serikat"


def test_an_article_of_a_name_is_no_arabic_name_in_front() -> None:
    text = "Anggota Kongres AS Al Greenwood mengkritik Iran. Greenwood lalu pulang."
    assert [e.country for e in entities(text) if e.name == "Al Greenwood"] == ["USA"]


def test_nya_in_the_words_of_an_army_stands_for_the_army() -> None:
    """``militer Suriah membantah pesawatnya menyerang``: whose planes they are is its subject."""
    text = (
        "Vladimir Putin tiba di Moskow. Militer Suriah membantah pesawatnya menyerang konvoi PBB."
    )
    found = READER.draft(Article(text, "a.txt"))
    [attack] = (v for v in found.events if v.type == "ASSAULT")
    names = {e.id: e.name for e in found.entities}
    assert attack.status == "negated"
    assert "putin" not in " ".join(names[a] for a in attack.actors).lower()
    assert len(attack.actors) == 1


def test_nya_after_a_verb_is_not_its_subject() -> None:
    """``Menlu Iran meneleponnya``: the one called is not the caller."""
    text = "Retno Marsudi tiba di Yangon, Myanmar. Lalu Abbas Araghchi meneleponnya."
    found = READER.draft(Article(text, "a.txt"))
    names = {e.id: e.name for e in found.entities}
    [call] = (v for v in found.events if v.mode == "phone")
    assert {names[a] for a in call.actors} == {"Retno Marsudi", "Abbas Araghchi"}
