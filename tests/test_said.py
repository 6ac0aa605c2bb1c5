"""Who said what in a record: by speaker, words and day, with the way that the words took."""

from __future__ import annotations

from pathlib import Path

import pytest

from kawat import Record
from kawat.errors import UsageError
from kawat.said import Quote

LAVROV = """Moskow, 3 Maret 2021

Menteri Luar Negeri Rusia Sergei Lavrov tiba di Moskow pada Rabu, 3 Maret 2021.

"Gencatan senjata sudah dekat," kata Sergei Lavrov, seperti dikutip Reuters.

Sergei Lavrov menegaskan bahwa senjata berat akan ditarik lebih dulu.
"""
GUTERRES = """New York, 5 Maret 2022

Sekjen PBB Antonio Guterres menyerukan gencatan senjata di Tigray pada Sabtu, 5 Maret 2022.
"""


@pytest.fixture
def record(where: str, tmp_path: Path) -> Record:
    folder = tmp_path
    (folder / "lavrov.txt").write_text(LAVROV)
    (folder / "guterres.txt").write_text(GUTERRES)
    kept = Record(where)
    kept.add([folder / "lavrov.txt", folder / "guterres.txt"])
    return kept


def words(quotes: list[Quote]) -> list[str]:
    return [quote.words for quote in quotes]


def test_all_of_a_speaker_by_any_part_of_the_name(record: Record) -> None:
    """In text order, the exact words, and nobody else's."""
    assert words(record.said("lavrov")) == [
        "Gencatan senjata sudah dekat,",
        "senjata berat akan ditarik lebih dulu",
    ]
    assert record.said("lav") == []


def test_words_are_found_exactly_side_by_side_and_by_their_beginning(record: Record) -> None:
    assert len(record.said(about="senjata")) == 3
    assert len(record.said(about='"gencatan senjata"')) == 2
    assert words(record.said(about="DITARIK senjata")) == ["senjata berat akan ditarik lebih dulu"]
    assert len(record.said(about="gencat*")) == 2
    assert record.said(about="gencat") == []


def test_operators_of_the_search_are_plain_words(record: Record) -> None:
    """No input reaches the search as its own syntax."""
    assert record.said(about='senjata) OR "') == []
    assert record.said(about="senjata NOT berat") == []


def test_days_bound_the_list(record: Record) -> None:
    assert {q.speakers for q in record.said(since="2022")} == {("Antonio Guterres",)}
    assert {q.speakers for q in record.said(until="2021")} == {("Sergei Lavrov",)}


def test_chain_goes_from_the_speaker_to_the_page(record: Record) -> None:
    quote = record.said("Lavrov", about="dekat")[0]
    assert quote.via == ("Reuters",)
    assert quote.chain[:2] == ("Sergei Lavrov", "Reuters")
    assert quote.chain[-1].endswith("lavrov.txt")


@pytest.mark.parametrize("asked", [{"about": "***"}, {"about": ""}, {"since": "kemarin"}])
def test_what_cannot_be_asked_is_told(record: Record, asked: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        record.said(**asked)
    with pytest.raises(UsageError, match="no name"):
        record.said("!!")
