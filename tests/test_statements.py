"""Statements of whole articles: kinds, edges, cues, speakers, and how the words came."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kawat import read as read_article
from kawat.draft import Article, Draft
from kawat.layers import ORDER
from kawat.layers.statements.cues import entries


def read(text: str) -> Draft:
    """Run the layers over a text, up to the statements."""
    draft = Draft(Article(text, "test"))
    for step in ORDER:
        step.run(draft)
        if step.name == "statements":
            return draft
    raise AssertionError("no layer gives statements")


def told(text: str) -> list[tuple[str, str, str, tuple[str, ...]]]:
    """Return kind, words, cue and speakers' names of every statement."""
    draft = read(text)
    names = {e.id: e.name for e in draft.entities}
    return [
        (
            s.kind,
            s.span.of(text),
            s.cue.of(text) if s.cue else "",
            tuple(names[e] for e in s.speakers),
        )
        for s in draft.statements
    ]


def test_quotation_and_its_speaker_behind_it() -> None:
    text = '"Perundingan berjalan baik," kata Menteri Luar Negeri Rusia Sergei Lavrov di Wina.'
    assert told(text) == [("direct", "Perundingan berjalan baik,", "kata", ("Sergei Lavrov",))]


def test_split_quotation_goes_on_without_a_cue() -> None:
    text = '"Kami sudah sepakat," kata Vladimir Putin. "Sisanya urusan para ahli kami."'
    assert told(text) == [
        ("direct", "Kami sudah sepakat,", "kata", ("Vladimir Putin",)),
        ("direct", "Sisanya urusan para ahli kami.", "", ("Vladimir Putin",)),
    ]


def test_clitic_is_whoever_has_the_floor() -> None:
    text = (
        "Presiden Prabowo Subianto tiba di Moskow pada Kamis.\n"
        '"Kunjungan ini penting bagi kedua bangsa," ujarnya.'
    )
    assert told(text) == [
        ("direct", "Kunjungan ini penting bagi kedua bangsa,", "ujar", ("Prabowo Subianto",))
    ]


def test_indirect_clause_ends_where_the_report_goes_on() -> None:
    """The second cue shares the subject of the first; the contrast is the reporter's own."""
    text = (
        "Donald Trump mengatakan Iran ingin berunding, dan menambahkan bahwa waktu sudah sempit, "
        "meski Teheran membantahnya."
    )
    assert told(text) == [
        ("indirect", "Iran ingin berunding", "mengatakan", ("Donald Trump",)),
        ("indirect", "waktu sudah sempit", "menambahkan", ("Donald Trump",)),
    ]


def test_a_comma_before_the_last_of_a_list_of_names_cuts_nothing() -> None:
    text = (
        "Sergei Lavrov mengatakan, Inggris, Kanada, Selandia Baru, dan Australia harus mencabut "
        "sanksi itu."
    )
    ((_, words, _, _),) = told(text)
    assert words.startswith("Inggris, Kanada, Selandia Baru, dan Australia harus mencabut")


def test_quoted_phrase_in_an_indirect_clause_makes_both() -> None:
    text = 'Emmanuel Macron menyebut serangan itu "pelanggaran yang sangat berat" atas hukum.'
    assert [t[:2] for t in told(text)] == [
        ("indirect", 'serangan itu "pelanggaran yang sangat berat" atas hukum'),
        ("direct", "pelanggaran yang sangat berat"),
    ]


def test_content_wholly_in_marks_is_direct_only() -> None:
    text = 'Emmanuel Macron menegaskan bahwa "perang ini harus segera berakhir".'
    assert told(text) == [
        ("direct", "perang ini harus segera berakhir", "menegaskan", ("Emmanuel Macron",))
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump belum mengatakan apakah Amerika akan ikut perang.",
        "Kedua menteri membahas Suriah dan Ukraina.",
        "Emmanuel Macron menyampaikan hal itu di Paris.",
        'Film "Malam di Kabul" diputar di Jakarta pekan ini.',
        'Warga menyebutnya "singa".',
    ],
)
def test_bare_topics_titles_and_words_unsaid_are_none(text: str) -> None:
    assert told(text) == []


def test_speakers_joined_by_and() -> None:
    text = "Amerika Serikat dan Inggris menyatakan bahwa sanksi akan diperluas."
    ((_, words, _, speakers),) = told(text)
    assert words == "sanksi akan diperluas"
    assert len(speakers) == 2


def test_hearsay_has_no_speaker() -> None:
    text = "Tiga prajurit dilaporkan tewas dalam ledakan di Kabul."
    assert told(text) == [("indirect", text[:-1], "dilaporkan", ())]


def test_speaker_without_a_name_becomes_an_entity() -> None:
    text = "Seorang saksi mata mengatakan bahwa dua ledakan terdengar di pasar."
    assert told(text)[0][3] == ("saksi mata",)


def test_outlet_that_passes_words_on_is_no_speaker() -> None:
    text = (
        '"Gencatan senjata sudah dekat," kata Sergei Lavrov kepada wartawan pada 3 Maret 2021, '
        "seperti dikutip Reuters."
    )
    draft = read(text)
    (said,) = draft.statements
    names = {e.id: e.name for e in draft.entities}
    assert [names[e] for e in said.speakers] == ["Sergei Lavrov"]
    assert said.via == ("Reuters",)
    assert said.addressee
    assert names[said.addressee] == "wartawan"
    times = {t.id: t.span.of(text) for t in draft.times}
    assert said.time
    assert times[said.time] == "3 Maret 2021"


def test_outlet_speaks_where_nobody_else_does() -> None:
    text = "Kabul, Afganistan.\nReuters melaporkan bahwa pasukan pemerintah mundur dari Kunduz."
    assert told(text)[-1][3] == ("Reuters",)


def test_unclosed_quotation_warns_and_the_rest_is_read() -> None:
    text = (
        "Perang kota memasuki pekan kedua.\n\n"
        '"Kami tidak akan mundur dari kota ini\n\n'
        "Vladimir Putin mengatakan bahwa perundingan dimulai besok."
    )
    draft = read(text)
    assert [w.code for w in draft.warnings] == ["unclosed-quotation"]
    assert draft.statements[-1].span.of(text) == "perundingan dimulai besok"


@pytest.mark.slow
def test_five_thousand_quotations_are_all_read() -> None:
    text = '"Kami siap berunding," kata Sergei Lavrov.\n' * 5000
    assert len(read(text).statements) == 5000


_PIECES = st.sampled_from(
    ['"', "“", "”", "''", ", ", ". ", "\n", " kata Retno", " mengatakan bahwa ", "Menurut ",
     " dan ", "Iran ", "ujarnya", "dilaporkan ", "(", ") ", "—", " yang disebut ", "Putin ",
     "Reuters"]
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(_PIECES, max_size=40).map("".join))
def test_statements_never_lie(text: str) -> None:
    """Whatever the text: spans within it, known speakers, in text order, no doubles."""
    draft = read(text)
    known = {e.id for e in draft.entities}
    spans = [s.span for s in draft.statements]
    assert spans == sorted(spans, key=lambda s: (s.start, -s.end))
    assert len({(s.kind, s.span) for s in draft.statements}) == len(spans)
    for said in draft.statements:
        assert 0 <= said.span.start < said.span.end <= len(text)
        assert set(said.speakers) <= known


def test_every_stance_is_known_of_its_cue() -> None:
    """The stance of a cue is that of its entry: denying is not asserting."""
    stances = {e.active: e.stance for e in entries() if e.active}
    assert stances["membantah"] == "denying"
    assert stances["menegaskan"] == "asserting"
    assert stances["berjanji"] == "promising"


def test_the_bearer_of_the_title_behind_a_cue_speaks() -> None:
    """A bracket or a state inside the title does not take the floor."""
    text = '"Kami kecewa," kata Duta Besar (Dubes) Mali untuk Indonesia Amadou Keita, Senin.'
    reading = read_article(text)
    names = {e.id: e.name for e in reading.entities}
    assert [[names[s] for s in one.speakers] for one in reading.statements] == [["Amadou Keita"]]


def test_whose_decision_it_is_does_not_get_the_floor() -> None:
    """A person who only owns a noun is not who ``-nya`` speaks for next."""
    text = (
        '"Kami menolak," kata Menlu Sugiono di Jakarta.\n\n'
        "Keputusan Donald Trump membuat gaduh banyak ibu kota.\n\n"
        '"Kami akan menyurati Dewan Keamanan," tegasnya.'
    )
    reading = read_article(text)
    names = {e.id: e.name for e in reading.entities}
    assert [[names[s] for s in one.speakers] for one in reading.statements] == [["Sugiono"]] * 2


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Roket itu dicegat, kata pernyataan militer Israel, Selasa (1/7).", ["militer Israel"]),
        ("Israel menyerang lagi, dan sebuah sumber mengatakan korban bertambah.", ["sumber"]),
        ("Disebutkan juga bahwa penangkapan agen Mossad itu terjadi di Lorestan.", []),
    ],
)
def test_a_statement_stands_for_its_speaker_and_a_bare_passive_for_none(
    text: str, speakers: list[str]
) -> None:
    reading = read_article(text)
    names = {e.id: e.name for e in reading.entities}
    assert reading.statements
    assert [names[s] for s in reading.statements[0].speakers] == speakers


def test_an_agency_that_is_described_passes_on_what_another_says() -> None:
    text = "RIA, kantor berita Rusia, melaporkan bahwa Putin menyampaikan kesiapan untuk berunding."
    reading = read_article(text)
    names = {e.id: e.name for e in reading.entities}
    assert [[names[s] for s in one.speakers] for one in reading.statements] == [["Vladimir Putin"]]


def test_what_a_side_claims_of_its_own_deed_is_its_word() -> None:
    text = "Israel melancarkan serangan yang diklaim menargetkan gudang senjata di Beirut."
    reading = read_article(text)
    names = {e.id: e.name for e in reading.entities}
    assert [[names[s] for s in one.speakers] for one in reading.statements] == [["Israel"]]
