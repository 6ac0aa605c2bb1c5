"""Agreements and expectations: stages by their words, life-cycles, and what became of hopes."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from command_line import kawat
from conftest import Add
from kawat.agreements import agreements
from kawat.draft import Article
from kawat.engine import Record, reader
from kawat.errors import UsageError
from kawat.expectations import Expectation, expectations
from kawat.lexicon import table
from kawat.reading import Reading
from kawat.record.agreements.horizons import horizons
from kawat.record.agreements.stages import STAGES, stages
from kawat.record.database import Database
from kawat.record.verify import verify
from record_articles import Said, reading_of

SEEDS = Path("../shared/gold/seeds")

STAGE_EXAMPLES = [
    (key, text, stage)
    for key, entry in table("matters").items()
    for text, stage in entry["examples"]
]
HORIZON_EXAMPLES = [
    (key, text) for key, entry in table("horizons").items() for text in entry["examples"]
]


def read(text: str, published: str = "2025-12-01") -> Reading:
    return reader().read(Article(text, "a.txt", published))


@pytest.mark.parametrize(("matter", "text", "stage"), STAGE_EXAMPLES)
def test_an_example_tells_its_stage(matter: str, text: str, stage: str) -> None:
    reading = read(text)
    found = list(stages(reading))
    assert (matter, stage) in {(one.matter, one.stage) for one in found}
    assert all(one.span.of(text) and one.matter_span.of(text) for one in found)


@pytest.mark.parametrize(("rule", "text"), HORIZON_EXAMPLES)
def test_an_example_has_its_horizon(rule: str, text: str) -> None:
    found = [one for one in horizons(read(text)) if one.rule == rule]
    assert found
    assert found[0].due == date(2025, 12, 1) + (
        date.fromordinal(1 + table("horizons")[rule]["days"]) - date.fromordinal(1)
    )


def test_a_day_in_the_text_is_the_horizon() -> None:
    [one] = horizons(read("Putin dan Erdogan akan bertemu di Sochi pada Senin (8/12/2025)."))
    assert (one.rule, one.due) == ("dated", date(2025, 12, 8))


@pytest.mark.parametrize(
    "text",
    [
        "Israel tidak melanggar gencatan senjata, kata Netanyahu.",
        "PBB meminta Israel dan Hamas agar tidak melanggar gencatan senjata.",
        "Rusia menyerang Kharkiv setelah gencatan senjata di Gaza.",
    ],
)
def test_words_that_undo_or_another_act_violate_nothing(text: str) -> None:
    assert "violated" not in {one.stage for one in stages(read(text))}


def test_every_stage_has_its_words_in_both_languages() -> None:
    from kawat.labels import labels

    for language in ("id", "en"):
        named = labels(language).tables["stage"]
        assert set(STAGES) <= set(named)
        assert set(table("horizons")) | {"dated"} == set(labels(language).tables["horizon"])


HOPE = (
    "Presiden Rusia Vladimir Putin yakin bakal ada kesepakatan gencatan senjata di Suriah dengan "
    "Turki dalam beberapa hari ke depan.",
    "2018-09-10",
)
DONE = (
    "Rusia dan Turki menyepakati gencatan senjata di Suriah pada Senin (17/9/2018).",
    "2018-09-18",
)
BROKEN = (
    "Pasukan pemerintah Suriah melanggar gencatan senjata di Idlib dengan menyerang kota itu.",
    "2018-11-02",
)
LATER = (
    "Rusia dan Turki menyepakati gencatan senjata di Suriah pada Kamis (5/3/2020).",
    "2020-03-06",
)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    return written(tmp_path, HOPE, DONE, BROKEN, LATER)


def written(folder: Path, *texts: tuple[str, str]) -> Record:
    paths = []
    for n, (text, day) in enumerate(texts):
        path = folder / f"{n}-{day}.txt"
        path.write_text(f"{day}\n\n{text}", encoding="utf-8")
        paths.append(path)
    record = Record(folder / "uji.kawat")
    record.add(paths)
    return record


def test_stages_on_one_matter_are_one_agreement_and_a_later_one_another(record: Record) -> None:
    newer, older = record.agreements(about="Suriah")
    assert [stage.stage for stage in older.stages] == ["expected", "announced", "violated"]
    assert older.state == "violated"
    assert [stage.day for stage in newer.stages] == ["2020-03-05"]
    assert {"Rusia", "Turki"} <= set(older.parties)
    for stage in older.stages:
        assert stage.words in stage.telling.words


def test_agreements_stand_as_of_a_day(record: Record) -> None:
    [agreement] = record.agreements(about="Suriah", as_of="2018-09-30")
    assert agreement.state == "announced"
    assert record.agreements(about="Suriah", as_of="2018-09-01") == []


def test_an_expectation_is_met_by_the_later_report(record: Record) -> None:
    hope = record.expectations(about="Suriah")[-1]
    assert (hope.state, hope.rule, hope.due) == ("met", "days", date(2018, 9, 24))
    assert [outcome.what for outcome in hope.outcomes][:1] == ["announced"]
    assert "menyepakati" in hope.outcomes[0].telling.words


def test_before_the_later_report_it_is_open_and_then_past_due(record: Record) -> None:
    for day, overdue in (("2018-09-12", False), ("2018-09-17", False)):
        [hope] = record.expectations(about="Suriah", as_of=day)
        assert (hope.state, hope.overdue, hope.outcomes) == ("open", overdue, ())


def test_without_any_later_report_it_is_open_and_past_due(tmp_path: Path) -> None:
    record = written(tmp_path, HOPE)
    [hope] = record.expectations(about="Suriah", as_of="2019-01-01")
    assert (hope.state, hope.overdue) == ("open", True)


def test_a_truce_agreed_and_not_carried_out_is_missed_with_both_sources(
    database: Database, add: Add
) -> None:
    """The case that agreements were built for, in words of our own."""
    add(
        reading_of(
            "Vladimir Putin yakin kesepakatan gencatan senjata di Suriah dengan Turki tercapai "
            "dalam beberapa hari.",
            [
                Said("AGREE", "kesepakatan", ["Rusia", "Turki"], status="possible",
                     said_by=["Vladimir Putin"]),
                Said("RETREAT", "gencatan senjata", status="possible", mode="ceasefire",
                     place="Suriah"),
            ],
            uri="a", outlet="Uji A", published="2016-09",
        ),
        reading_of(
            "Turki gagal melaksanakan gencatan senjata di Suriah yang disepakati dengan Rusia pada "
            "September lalu.",
            [
                Said("AGREE", "disepakati", ["Turki", "Rusia"], when="2016-09"),
                Said("RETREAT", "gencatan senjata", ["Turki"], status="negated", mode="ceasefire",
                     place="Suriah"),
            ],
            uri="b", outlet="Uji B", published="2017-02-07",
        ),
    )  # fmt: skip
    [hope] = expectations(database, about="Suriah", as_of="2017-02-07")
    _is_agreed_and_not_carried_out(hope)
    assert hope.telling.words.startswith("Vladimir Putin yakin")
    [agreement] = agreements(database, about="Suriah")
    assert [stage.stage for stage in agreement.stages] == ["expected", "announced", "unfulfilled"]
    assert verify(database).holds


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/gold/seeds is not here")
def test_the_truce_that_putin_expects_in_2016_is_agreed_and_not_carried_out(
    database: Database, add: Add
) -> None:
    for file in sorted(SEEDS.glob("*.gold.json")):
        text = Path(str(file).replace(".gold.json", ".txt")).read_bytes().decode()
        add(Reading.from_json(file.read_text(encoding="utf-8"), text))
    found = expectations(database, about="Suriah", as_of="2017-02-07")
    [hope] = (one for one in found if one.matter == "gencatan-senjata")
    _is_agreed_and_not_carried_out(hope)
    assert hope.said_by == ("Vladimir Putin",)
    assert "dalam beberapa hari ke depan" in hope.telling.words
    assert hope.words == "beberapa hari"
    assert "September lalu" in hope.outcomes[0].telling.words
    assert "gagal mengimplementasikan" in hope.outcomes[1].telling.words
    assert (hope.telling.outlet, hope.outcomes[1].telling.outlet) == ("Telegraf", "Russia Beyond")


@pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/gold/seeds is not here")
def test_kawats_own_readings_say_the_same_of_that_truce(tmp_path: Path) -> None:
    record = Record(tmp_path / "seeds.kawat")
    record.add(sorted(SEEDS.glob("*.txt")))
    found = record.expectations(about="Suriah", as_of="2017-02-07")
    [hope] = (one for one in found if one.matter == "gencatan-senjata" and one.type == "AGREE")
    _is_agreed_and_not_carried_out(hope)
    assert hope.said_by == ("Vladimir Putin",)
    assert "gagal mengimplementasikan" in hope.outcomes[1].telling.words


def _is_agreed_and_not_carried_out(hope: Expectation) -> None:
    assert (hope.state, hope.due) == ("missed", date(2016, 10, 14))
    assert [(o.what, o.day, o.dated) for o in hope.outcomes] == [
        ("announced", "2016-09", True), ("unfulfilled", "2017-02-07", False),
    ]  # fmt: skip


def test_a_meeting_that_was_planned_is_met_by_the_one_that_took_place(tmp_path: Path) -> None:
    record = written(
        tmp_path,
        ("Putin dan Erdogan akan bertemu di Sochi pada Senin (17/9/2018).", "2018-09-14"),
        ("Putin dan Erdogan bertemu di Sochi pada Senin (17/9/2018).", "2018-09-18"),
        ("Macron dan Erdogan bertemu di Paris pada Senin (17/9/2018).", "2018-09-18"),
    )
    [plan] = record.expectations(state="met")
    assert plan.telling.published == "2018-09-14"
    assert [outcome.telling.published for outcome in plan.outcomes] == ["2018-09-18"]
    assert record.expectations(state="missed") == []


def test_the_order_of_adding_changes_nothing(tmp_path: Path) -> None:
    for name in ("maju", "mundur"):
        (tmp_path / name).mkdir()
    forth = written(tmp_path / "maju", HOPE, DONE, BROKEN, LATER)
    back = written(tmp_path / "mundur", LATER, BROKEN, DONE, HOPE)

    def told(record: Record) -> list[object]:
        return [
            [(a.matter, a.state, [(s.stage, s.telling.words) for s in a.stages])
             for a in record.agreements()],
            [(e.state, [(o.what, o.telling.words) for o in e.outcomes])
             for e in record.expectations()],
        ]  # fmt: skip

    assert told(forth) == told(back)
    assert told(forth)[0]


def test_the_commands_print_stages_and_outcomes(record: Record) -> None:
    page = kawat("agreements", record.where, "--about", "Suriah", "--lang", "en").stdout
    assert "ceasefire" in page
    assert "reported violated" in page
    lines = kawat("agreements", record.where, "--format", "jsonl").stdout.splitlines()
    assert len(lines) == 2
    assert json.loads(lines[0])["matter"] == "gencatan-senjata"
    hopes = kawat("expectations", record.where, "--about", "Suriah").stdout
    assert "Ditunggu sampai 24 September 2018 (beberapa hari: 14 hari: “beberapa hari”)" in hopes
    assert "disepakati" in hopes
    assert json.loads(
        kawat("expectations", record.where, "--state", "met", "--format", "jsonl").stdout
    )["state"] == "met"  # fmt: skip


def test_what_cannot_be_asked_is_told(record: Record) -> None:
    with pytest.raises(UsageError, match="no state 'lupa'; take one of met, missed, open"):
        record.expectations(state="lupa")
    with pytest.raises(UsageError, match="no conflict, country or actor 'Atlantis'"):
        record.agreements(about="Atlantis")
