"""The analyst has the last word: it stands above merging, outlives re-reading, can be undone."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from conftest import Add
from kawat.errors import UsageError
from kawat.event import event
from kawat.reading import Reading
from kawat.record.analyst import all_decisions, decide_on, take_back
from kawat.record.database import Database
from kawat.record.tables import AnchorRow
from kawat.timeline import Line, timeline
from record_articles import Said, reading_of

ATTACK = Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when="2016-09-04")
FIRST = reading_of("Rusia menyerang Suriah.", [ATTACK], uri="a", published="2016-09-05")
SECOND = reading_of("Jet Rusia menyerang Suriah.", [ATTACK], uri="b", published="2016-09-06")
OTHER = reading_of(
    "Turki mengecam Rusia.",
    [Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"], when="2016-09-04")],
    uri="c",
    published="2016-09-07",
)


def name(reading: Reading, id: str = "v1") -> str:
    return f"{reading.article.id[:12]}.{id}"


def told(lines: list[Line]) -> list[set[str]]:
    return [{telling.uri for telling in line.tellings} for line in lines]


@pytest.fixture(autouse=True)
def _kept(add: Add) -> None:
    add(FIRST, SECOND, OTHER)


def test_without_a_decision_points_decide(database: Database) -> None:
    assert sorted(told(timeline(database)), key=len) == [{"c"}, {"a", "b"}]


def test_a_split_parts_what_points_join(database: Database) -> None:
    decide_on(database, "split", [name(SECOND)], author="Sari")
    assert sorted(map(sorted, told(timeline(database)))) == [["a"], ["b"], ["c"]]


def test_a_merge_joins_what_points_part(database: Database) -> None:
    decide_on(database, "merge", [name(FIRST), name(OTHER)], author="Sari")
    assert told(timeline(database)) == [{"a", "b", "c"}]


def test_the_later_decision_stands(database: Database) -> None:
    decide_on(database, "split", [name(SECOND)], author="Sari")
    decide_on(database, "merge", [name(FIRST), name(SECOND)], author="Budi")
    assert {"a", "b"} in told(timeline(database))


def test_a_rejected_event_is_not_shown_any_more(database: Database) -> None:
    decide_on(database, "reject", [name(FIRST)], author="Sari", note="latihan, bukan serangan")
    assert told(timeline(database)) == [{"c"}]


def test_a_correction_stands_in_the_event(database: Database) -> None:
    for field, value in (("status", "negated"), ("day", "2016-09-03"), ("actors", "Suriah; Iran")):
        decide_on(database, "correct", [name(SECOND)], author="Sari", field=field, value=value)
    [line] = timeline(database, type="ASSAULT")
    assert (line.status, line.day, line.dated) == ("negated", "2016-09-03", True)
    assert [(p.name, p.country) for p in line.actors] == [("Suriah", "SYR"), ("Iran", "IRN")]
    assert line.tellings[0].words == "Rusia menyerang Suriah."


@pytest.mark.parametrize("kind", ["split", "reject"])
def test_a_decision_taken_back_leaves_no_trace_but_itself(database: Database, kind: str) -> None:
    before = timeline(database)
    number = decide_on(database, kind, [name(SECOND)], author="Sari")  # type: ignore[arg-type]
    assert timeline(database) != before
    take_back(database, number, author="Budi")
    assert timeline(database) == before
    [decision] = all_decisions(database)
    assert (decision.author, decision.undone_by) == ("Sari", "Budi")
    assert decision.made <= (decision.undone or "")
    with pytest.raises(UsageError, match=f"decision {number} has been undone already"):
        take_back(database, number, author="Budi")


def test_decisions_outlive_re_reading(database: Database, add: Add) -> None:
    """The newer reading numbers its events otherwise; the decision holds on to the words."""
    decide_on(database, "split", [name(SECOND)], author="Sari")
    decide_on(database, "correct", [name(SECOND)], author="Sari", field="mode", value="aerial")
    more = Said("MOBILIZE", "Jet", ["Rusia"])
    again = reading_of(SECOND.text, [more, ATTACK], uri="b", published="2016-09-06")
    add(again, version="2.0")
    assert ["a"] in map(sorted, told(timeline(database, type="ASSAULT")))
    assert event(database, name(SECOND, "v2")).line.mode == "aerial"
    assert [d.tellings[0] for d in all_decisions(database)] == [name(SECOND, "v2")] * 2


def test_a_decision_whose_words_no_reading_holds_any_more_is_told(
    database: Database, add: Add
) -> None:
    decide_on(database, "merge", [name(FIRST), name(OTHER)], author="Sari")
    add(reading_of(OTHER.text, [], uri="c", published="2016-09-07"), version="2.0")
    [decision] = all_decisions(database)
    assert decision.lost == 1
    assert told(timeline(database)) == [{"a", "b"}]
    add(OTHER, version="3.0")
    assert told(timeline(database)) == [{"a", "b", "c"}]


def test_a_later_article_joins_what_was_decided(database: Database, add: Add) -> None:
    decide_on(database, "merge", [name(FIRST), name(OTHER)], author="Sari")
    fourth = reading_of("Rusia menyerang Suriah lagi.", [ATTACK], uri="d", published="2016-09-08")
    add(fourth)
    assert told(timeline(database)) == [{"a", "b", "c", "d"}]


@pytest.mark.parametrize(
    ("kind", "names", "more", "message"),
    [
        ("merge", ["tidak.v1"], {}, "'tidak.v1' names no event; take an id as kawat timeline"),
        ("merge", [".v1"], {}, "names several events"),
        ("merge", [name(FIRST), name(SECOND)], {}, "these are one event already"),
        ("split", [name(OTHER)], {}, "only one article tells this event"),
        ("reject", [], {}, "no event is named"),
        ("correct", [name(FIRST)], {"field": "warna", "value": "x"}, "no field 'warna'"),
        ("correct", [name(FIRST)], {"field": "status", "value": "x"}, "there is no status 'x'"),
        ("correct", [name(FIRST)], {"field": "day", "value": "kemarin"}, "is no day"),
        ("reject", [name(FIRST)], {"author": " "}, "a decision needs its author"),
    ],
)
def test_what_can_not_be_meant_is_refused(
    database: Database, kind: str, names: list[str], more: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        decide_on(database, kind, names, **{"author": "Sari", **more})  # type: ignore[arg-type]
    assert all_decisions(database) == []
    with database.reading() as connection:
        assert connection.execute(select(AnchorRow)).all() == []
