"""Who somebody is in a record: the page of an actor, the names in doubt, and decisions on them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import kawat
from kawat.draft import Article
from kawat.engine import Record
from kawat.errors import UsageError
from kawat.reading import Reading
from kawat.record.add import Run
from kawat.record.database import Database
from kawat.record.places.locate import Located
from record_articles import Said, reading_of


def talks(text: str, trigger: str, *people: str, day: str, uri: str) -> Reading:
    return reading_of(
        text, [Said("CONSULT", trigger, people, when=day)], uri=uri, published=day, outlet="Uji"
    )


READINGS = [
    talks("Sergei Lavrov bertemu Oleg Barlianov.", "bertemu", "Sergei Lavrov", "Oleg Barlianov",
          day="2017-03-01", uri="a"),
    talks("Sergey Lavrov kembali bertemu Retno Marsudi.", "bertemu", "Sergey Lavrov",
          "Retno Marsudi", day="2018-05-02", uri="b"),
    talks("Ivan Barlianov menelepon Sergei Lavrov.", "menelepon", "Ivan Barlianov",
          "Sergei Lavrov", day="2018-06-03", uri="c"),
    talks("Oleg Barlianof menelepon Retno LP Marsudi.", "menelepon", "Oleg Barlianof",
          "Retno LP Marsudi", day="2019-06-03", uri="d"),
]  # fmt: skip


def made(file: Path | str, readings: list[Reading]) -> Record:
    with Database(file, create=True) as database:
        run = Run(database, "1.0")
        for reading in readings:
            head = reading.article
            article = Article(reading.text, head.uri, head.published and head.published.value)
            run.keep(run.need(article), reading)
    return Record(file)


@pytest.fixture
def record(where: str) -> Record:
    return made(where, READINGS)


def test_one_page_has_all_names_offices_contacts_and_sources(record: Record) -> None:
    [view] = record.who("Lavrov")
    assert (view.name, view.kind) == ("Sergei Lavrov", "person")
    assert [(name.name, name.articles) for name in view.names] == [
        ("Sergei Lavrov", 2), ("Sergey Lavrov", 1),
    ]  # fmt: skip
    assert [reason.name for reason in view.names[1].reasons] == ["same_entry", "same_name"]
    assert view.offices[0].office == "Menteri Luar Negeri"
    assert [(c.year, c.name, c.events) for c in view.contacts] == [
        (2017, "Oleg Barlianov", 1), (2018, "Ivan Barlianov", 1), (2018, "Retno Marsudi", 1),
    ]  # fmt: skip
    assert [source.uri for source in view.sources] == ["a", "b", "c"]


def test_a_place_is_located_by_the_countries_beside_it(tmp_path: Path) -> None:
    text = "Lebanon berunding dengan Suriah di Tripoli."
    said = Said("CONSULT", "berunding", ["Lebanon", "Suriah"], place="Tripoli", when="2012-05-05")
    reading = reading_of(text, [said], uri="t", published="2012-05-05", outlet="Uji")
    codes = {"Lebanon": "LBN", "Suriah": "SYR", "Tripoli": "LBY"}
    entities = tuple(
        entity.model_copy(
            update={
                "country": codes[entity.name],
                "kind": "place" if entity.name == "Tripoli" else "country",
            }
        )
        for entity in reading.entities
    )
    record = made(tmp_path / "t.kawat", [reading.model_copy(update={"entities": entities})])
    [view] = record.who("Tripoli")
    assert isinstance(view.where, Located)
    assert (view.where.place.country, view.where.place.geonames) == ("LBN", 266826)
    printed = kawat("who", tmp_path / "t.kawat", "Tripoli").stdout
    assert "34.43, 35.84 · Lebanon Utara · LBN · GeoNames 266826" in printed


def test_a_name_of_several_gives_each_and_of_nobody_none(record: Record) -> None:
    assert {view.name for view in record.who("barlianov")} == {"Oleg Barlianov", "Ivan Barlianov"}
    assert record.who("Lav") == []
    with pytest.raises(UsageError, match="no name"):
        record.who("…")


def test_pages_are_the_same_in_whatever_order_articles_were_added(
    record: Record, tmp_path: Path
) -> None:
    other = made(tmp_path / "lain.kawat", READINGS[::-1])
    for name in ("Lavrov", "Barlianov", "Marsudi"):
        assert record.who(name) == other.who(name) != []
    assert record.unsure_actors() == other.unsure_actors()


def test_a_decision_joins_names_and_is_taken_back(record: Record) -> None:
    names = ["Oleg Barlianov", "Oleg Barlianof"]
    assert [pair.points for pair in record.unsure_actors()] == [pytest.approx(3.6, abs=0.2)]
    number = record.decide_actors("merge-actors", names, author="Sari")
    [view] = record.who("Oleg Barlianof")
    assert {name.name for name in view.names} == set(names)
    assert record.unsure_actors() == []
    record.undo(number, author="Budi")
    assert len(record.who("Oleg Barlianov")[0].names) == 1


def test_a_decision_parts_names_and_leaves_events_alone(record: Record) -> None:
    days = [line.day for line in record.timeline()]
    record.decide_actors("split-actors", ["Retno Marsudi", "Retno LP Marsudi"], author="Sari")
    assert len(record.who("Retno Marsudi")) == 2
    assert [line.day for line in record.timeline()] == days
    assert record.verify().holds
    assert [decision.kind for decision in record.decisions()] == ["split-actors"]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Sergei Lavrov", "Tidak Ada"], "nobody is called 'Tidak Ada'"),
        (["Sergei Lavrov", "SERGEI LAVROV"], "are one name"),
    ],
)
def test_what_cannot_be_decided_is_told(record: Record, names: list[str], words: str) -> None:
    with pytest.raises(UsageError, match=words):
        record.decide_actors("merge-actors", names, author="Sari")
    with pytest.raises(UsageError, match="needs its author"):
        record.decide_actors("merge-actors", names, author=" ")


def test_the_commands_print_pages_doubts_and_decisions(record: Record) -> None:
    page = kawat("who", record.where, "Lavrov", "--lang", "en")
    assert (page.returncode, page.stdout.splitlines()[0]) == (0, "Sergei Lavrov · person")
    assert "+10 The entry of the curated lists" in page.stdout
    assert "2018: Ivan Barlianov (1), Retno Marsudi (1)" in page.stdout
    assert "Oleg Barlianof ↔ Oleg Barlianov" in kawat("who", record.where).stdout
    [line] = kawat("who", record.where, "Lavrov", "--format", "jsonl").stdout.splitlines()
    assert json.loads(line)["name"] == "Sergei Lavrov"
    assert kawat("who", record.where, "Siapa").stdout == "Tidak ada yang bernama itu.\n"
    done = kawat("merge-actors", record.where, "Oleg Barlianov", "Oleg Barlianof", "--by", "Sari")
    assert done.stdout.startswith(f"{record.where}: decision 1 (merge-actors); take it back with")
    assert "merge-actors Oleg Barlianov = Oleg Barlianof" in kawat("decisions", record.where).stdout
    assert kawat("who", record.where).stdout == "Tidak ada nama yang meragukan.\n"
    parted = kawat("split-actors", record.where, "Retno Marsudi", "Retno LP Marsudi", "--by", "S")
    assert parted.returncode == 0
