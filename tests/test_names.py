"""Names: what is known, what titles point at, and what capitals show."""

from __future__ import annotations

import pytest

from kawat.draft import Article, Draft
from kawat.engine import Reader


def drafted(text: str) -> Draft:
    return Reader().draft(Article(text, "a.txt"))


def kinds(text: str) -> dict[str, str]:
    return {n.span.of(text): n.kind for n in drafted(text).names}


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Perundingan digelar di Swiss pekan lalu.", "Swiss", "country"),
        ("Rudal itu milik Korut.", "Korut", "country"),
        ("Kecaman datang dari Liga Arab.", "Liga Arab", "organization"),
        ("Serangan menghantam Khan Younis.", "Khan Younis", "place"),
        ("Menteri Pertahanan Norwegia Tore Sandvik hadir.", "Tore Sandvik", "person"),
        ("Sikap Kremlin belum berubah.", "Kremlin", "seat"),
    ],
)
def test_a_name_has_its_kind(text: str, words: str, kind: str) -> None:
    assert kinds(text)[words] == kind


def test_a_title_is_the_role_and_stays_outside_the_name() -> None:
    text = "Menteri Luar Negeri Swedia, Maria Stenergard, tiba di Oslo."
    (name,) = [n for n in drafted(text).names if n.kind == "person"]
    assert name.span.of(text) == "Maria Stenergard"
    assert name.role is not None
    assert name.role.of(text) == "Menteri Luar Negeri Swedia"
    assert name.country == "SWE"


def test_a_person_who_shares_a_countrys_name_is_a_person() -> None:
    text = "Menteri Pertahanan Israel Israel Katz menolak usul itu."
    assert kinds(text) == {"Israel": "country", "Israel Katz": "person"}


def test_part_of_a_name_is_found_again() -> None:
    text = "Presiden Finlandia Alexander Stubb datang. Kunjungan Stubb singkat."
    assert kinds(text)["Stubb"] == "person"


def test_an_abbreviation_in_brackets_names_what_stands_before_it() -> None:
    text = "Badan Bantuan Pangan Norwegia (BBPN) mengirim beras. Truk BBPN tiba."
    assert kinds(text)["BBPN"] == "organization"
