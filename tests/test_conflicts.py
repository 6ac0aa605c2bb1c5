"""Conflicts: the lexicon's examples, and what a record tells of sides and deeds as of a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from command_line import kawat
from kawat.conflicts import all_conflicts, conflict
from kawat.draft import Article
from kawat.engine import Record, reader
from kawat.errors import UsageError
from kawat.lexicon import table
from kawat.lexicon.conflicts import conflicts
from kawat.reading import Span
from kawat.record.conflicts.about import about
from kawat.record.database import Database
from kawat.record.phrases import Phrases
from kawat.record.scope import conflict_named
from kawat.record.verify import verify

EXAMPLES = [(key, text) for key, known in conflicts().items() for text in known.examples]

BERITA = [
    (
        "Jet tempur Rusia membombardir Idlib pada Selasa (6/3/2018). Pasukan pemerintah Suriah "
        "menyerang Hayat Tahrir al-Sham di kota itu. Iran membantu pemerintah Suriah.",
        "2018-03-07",
    ),
    (
        "Rusia menyerang Kharkiv pada Senin (7/3/2022). Amerika Serikat mendukung Ukraina dalam "
        "perang itu.",
        "2022-03-08",
    ),
    ("Presiden Joko Widodo meresmikan jembatan di Kalimantan Timur.", "2018-03-07"),
]


def readings() -> list[Article]:
    return [Article(text, f"{n}.txt", day) for n, (text, day) in enumerate(BERITA)]


@pytest.fixture
def record(tmp_path: Path) -> Record:
    for article in readings():
        (tmp_path / article.uri).write_text(
            f"{article.published}\n\n{article.text}", encoding="utf-8"
        )
    record = Record(tmp_path / "uji.kawat")
    record.add([tmp_path / article.uri for article in readings()])
    return record


@pytest.mark.parametrize(("key", "text"), EXAMPLES)
def test_an_example_is_about_its_conflict(key: str, text: str) -> None:
    day = conflicts()[key].last or "2025-12-01"
    found = about(reader().read(Article(text, "a.txt", day)))
    assert key in {one.conflict for one in found}


@pytest.mark.parametrize("text", table("conflicts")["none"])
def test_an_example_of_none_is_about_none(text: str) -> None:
    assert about(reader().read(Article(text, "a.txt", "2025-12-01"))) == []


def test_every_conflict_has_two_sides_and_days_in_order() -> None:
    assert len(conflicts()) >= 40
    for known in conflicts().values():
        assert known.examples, known.key
        assert len({member.side for member in known.members}) >= 2, known.key
        for days in (known, *known.members):
            start = getattr(days, "first", None) or getattr(days, "start", "")
            end = getattr(days, "last", None) or getattr(days, "end", "")
            assert date.fromisoformat(start)
            assert not end or start < end, days
        assert all(member.source for member in known.members), known.key


def test_no_name_asks_for_two_conflicts() -> None:
    for known in conflicts().values():
        for name in (known.key, known.id, known.en, *known.also):
            assert conflict_named(name) == known, name


def test_a_conflict_that_is_over_is_not_what_later_news_is_about() -> None:
    text = "Arab Saudi dan Mesir memboikot Qatar dalam krisis Qatar."
    for day, known in (("2017-07-01", True), ("2024-07-01", False)):
        found = about(reader().read(Article(text, "a.txt", day)))
        assert ("qatar" in {one.conflict for one in found}) == known


def test_phrases_are_found_whole_and_with_their_capitals() -> None:
    phrases = Phrases([("Hama", "kota"), ("Laut China Selatan", "laut"), ("rudal", "senjata")])
    text = "hama padi; RUDAL di Hama, Laut-China Selatan, peluru"
    assert [(span.of(text), means) for span, means in phrases.find(text)] == [
        ("RUDAL", "senjata"), ("Hama", "kota"), ("Laut-China Selatan", "laut"),
    ]  # fmt: skip
    assert list(phrases.find("")) == []
    assert [span for span, _ in phrases.find("rudal")] == [Span(0, 5)]


def test_the_list_has_every_conflict_and_what_is_of_none(record: Record) -> None:
    lines = record.conflicts()
    assert [(line.key, line.articles) for line in lines] == [
        ("suriah", 1), ("ukraina", 1), (None, 1),
    ]  # fmt: skip
    assert lines[0].events == 3
    assert lines[0].last == date(2018, 3, 7)


def test_sides_are_those_of_the_day_and_deeds_have_their_words(record: Record) -> None:
    view = record.conflict("Syrian civil war", as_of="2018-03-31")
    assert [[member.name for member in side][:2] for side in view.sides][:2] == [
        ["Pemerintah Suriah", "Rusia"], ["Oposisi Suriah", "Hayat Tahrir al-Sham"],
    ]  # fmt: skip
    deeds = {(deed.type, deed.actor): deed for deed in view.deeds}
    assert {("ASSAULT", "Pasukan pemerintah Suriah"), ("AID", "Iran")} <= set(deeds)
    assert "menyerang" in deeds["ASSAULT", "Pasukan pemerintah Suriah"].telling.words
    later = record.conflict("suriah", as_of="2025-01-01")
    assert [member.name for member in later.sides[0]] == ["Pemerintah transisi Suriah", "Turki"]


def test_what_was_published_later_is_not_known(record: Record) -> None:
    early = record.conflict("Suriah", as_of="2018-03-06")
    assert (early.conflict.articles, early.conflict.events, early.deeds) == (0, 0, ())
    assert early.sides


def test_a_conflict_or_day_that_is_none_is_told(record: Record) -> None:
    with pytest.raises(UsageError, match="no conflict is called 'Atlantis'; take one of suriah"):
        record.conflict("Atlantis")
    with pytest.raises(UsageError, match="'kemarin' is no day"):
        record.conflict("Suriah", as_of="kemarin")


def test_rows_of_conflicts_are_proved(record: Record) -> None:
    assert record.verify().holds
    with Database(record.where, create=False) as database:
        with database.writing() as connection:
            connection.exec_driver_sql("DELETE FROM conflicts WHERE part = 'article'")
        proof = verify(database)
        assert [fault.what for fault in proof.faults] == [
            "conflicts article  suriah: the reading has it, the table has not",
            "conflicts article  ukraina: the reading has it, the table has not",
        ] or len(proof.faults) == 2
        assert conflict(database, "Suriah").conflict.articles == 0
        assert all_conflicts(database)[-1].articles == 3


def test_the_command_prints_the_list_and_one_conflict(record: Record) -> None:
    listed = kawat("conflicts", record.where).stdout
    assert "Suriah · 1 artikel, 3 peristiwa" in listed
    assert "Bukan tentang konflik yang dikenal · 1 artikel" in listed
    page = kawat("conflicts", record.where, "Suriah", "--as-of", "2018-03-31", "--lang", "en")
    assert page.returncode == 0
    assert "Russia · backer · 30 September 2015 – 8 December 2024" in page.stdout
    assert "Who attacks whom" in page.stdout
    wrong = kawat("conflicts", record.where, "Atlantis")
    assert wrong.returncode == 2


def test_the_timeline_is_asked_for_a_conflict(record: Record) -> None:
    page = kawat("timeline", record.where, "--conflict", "Syrian civil war", "--format", "jsonl")
    assert len(page.stdout.splitlines()) == 3
    assert "Kharkiv" not in page.stdout
    assert kawat("timeline", record.where, "--conflict", "Atlantis").returncode == 2
