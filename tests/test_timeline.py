"""The timeline holds every event once, by day, with its words; filters take what they name."""

from __future__ import annotations

import pytest

from conftest import Add
from kawat.errors import UsageError
from kawat.record.database import Database
from kawat.timeline import Line, Party, timeline
from record_articles import Said, reading_of

MEETING = Said(
    "CONSULT", "bertemu", ["Vladimir Putin", "Recep Tayyip Erdoğan"],
    when="2016-09-04", mode="visit", topics=["gencatan senjata"],
)  # fmt: skip
READINGS = (
    reading_of(
        "Vladimir Putin bertemu Erdoğan. Turki mengecam pengepungan\n Aleppo.",
        [
            MEETING,
            Said("ACCUSE", "mengecam", ["Turki"]),
            Said("COERCE", "pengepungan", place="Aleppo", when="2016-09"),
        ],
        published="2016-09-05",
        outlet="Kabar",
        uri="a.txt",
    ),
    reading_of(
        "Putin bertemu Presiden Turki.",
        [Said("CONSULT", "bertemu", ["Recep Tayyip Erdoğan", "Vladimir Putin"], when="2016-09-04")],
        published="2016-09-06",
        outlet="Warta",
        uri="b.txt",
    ),
    reading_of(
        "Rusia menyerang Suriah pekan ini, dan akan menyerang lagi.",
        [
            Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when="2016-W35"),
            Said("ASSAULT", "menyerang lagi", ["Rusia"], ["Suriah"], status="planned"),
        ],
        uri="c.txt",
    ),
)


@pytest.fixture(autouse=True)
def _kept(add: Add) -> None:
    add(*READINGS)


def days(lines: list[Line]) -> list[tuple[str | None, str]]:
    return [(line.day, line.type) for line in lines]


def test_events_stand_by_day_and_keep_their_precision(database: Database) -> None:
    """A week and a month stand at their first day; undated ones last under theirs."""
    assert [(line.day, line.dated, line.type) for line in timeline(database)] == [
        ("2016-W35", True, "ASSAULT"),
        ("2016-09", True, "COERCE"),
        ("2016-09-04", True, "CONSULT"),
        ("2016-09-05", False, "ACCUSE"),
        (None, False, "ASSAULT"),
    ]


def test_the_same_happening_is_one_line_with_its_tellings(database: Database) -> None:
    [line] = timeline(database, type="CONSULT")
    assert [telling.outlet for telling in line.tellings] == ["Kabar", "Warta"]
    assert line.actors == (Party("Vladimir Putin", "RUS"), Party("Recep Tayyip Erdoğan", "TUR"))
    assert (line.mode, line.topics) == ("visit", ("gencatan senjata",))


def test_a_line_carries_the_exact_words(database: Database) -> None:
    [line] = timeline(database, type="COERCE")
    [telling] = line.tellings
    assert telling.words == "Turki mengecam pengepungan\n Aleppo."
    assert telling.trigger == "pengepungan"
    assert (telling.article, telling.event, telling.uri) == (
        READINGS[0].article.id, "v3", "a.txt",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("about", "types"),
    [
        ("Suriah", ["ASSAULT", "COERCE", "ASSAULT"]),
        ("SYR", ["ASSAULT", "COERCE", "ASSAULT"]),
        ("syria", ["ASSAULT", "COERCE", "ASSAULT"]),
        ("aleppo", ["COERCE"]),
        ("ERDOGAN", ["CONSULT"]),
        ("recep tayyip", ["CONSULT"]),
        ("Gencatan", ["CONSULT"]),
        ("gencat", []),
        ("AS", []),
        ("%", []),
        ("_usia", []),
    ],
)
def test_about_names_a_country_actor_place_or_topic(
    database: Database, about: str, types: list[str]
) -> None:
    assert [line.type for line in timeline(database, about=about)] == types


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2016-09-05", None, ["COERCE", "ACCUSE"]),
        (None, "2016-08", ["ASSAULT"]),
        ("2016-09-04", "2016-09-04", ["ASSAULT", "COERCE", "CONSULT"]),
        ("2016", "2016", ["ASSAULT", "COERCE", "CONSULT", "ACCUSE"]),
        ("2017", None, []),
    ],
)
def test_since_and_until_take_what_may_lie_between(
    database: Database, since: str | None, until: str | None, expected: list[str]
) -> None:
    assert [line.type for line in timeline(database, since=since, until=until)] == expected


def test_status_is_asked_for_by_name(database: Database) -> None:
    assert days(timeline(database, status="planned")) == [(None, "ASSAULT")]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"since": "kemarin"}, "since: 'kemarin' is no day; give an ISO day, month or year"),
        ({"until": "2016-13"}, "until: '2016-13' is no day"),
        ({"type": "FIGHT"}, "there is no type 'FIGHT'; take one of .*ASSAULT"),
        ({"status": "done"}, "there is no status 'done'; take one of .*happened"),
    ],
)
def test_a_wrong_question_names_the_right_ones(
    database: Database, asked: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        timeline(database, **asked)  # type: ignore[arg-type]
