"""Tellings of one real event become one, with reasons; different events stay apart."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import aliased

from conftest import Add
from kawat.draft import Article
from kawat.reading import Reading, Span
from kawat.record.add import Run
from kawat.record.database import Database
from kawat.record.days import Days
from kawat.record.merge.features import SAME, UNSURE, WEIGHTS, compare, points
from kawat.record.merge.parties import party_likeness
from kawat.record.merge.settle import Standing, order_of, settle
from kawat.record.tables import ArticleRow, LinkRow, Row, TellingRow
from kawat.record.telling import Party, Place, Telling
from record_articles import Said, reading_of

GOLD = Path(__file__).parents[2] / "shared" / "gold"

PUTIN = Party("Vladimir Putin", "person", "RUS", "GOV")
RUSSIA = Party("Rusia", "country", "RUS")
TURKEY = Party("Turki", "country", "TUR")


def telling(article: str = "a", *, day: int | None = 4, said: str = "", **more: object) -> Telling:
    days = Days(date(2016, 9, day), date(2016, 9, day)) if day else None
    values: dict[str, object] = {
        "id": "v1",
        "type": "ACCUSE",
        "mode": None,
        "status": "happened",
        "dated": day is not None,
        "days": days,
        "published": Days(date(2016, 9, 5), date(2016, 9, 5)),
        "actors": (RUSSIA,),
        "recipients": (TURKEY,),
        "place": None,
        "value": None,
        "topics": (),
        "said_by": (),
        "span": Span(0, 1),
        "trigger": "menuduh",
        "said": said or "Rusia menuduh Turki membeli minyak",
        **more,
    }
    return Telling(article=article, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        (RUSSIA, RUSSIA, 1.0),
        (PUTIN, Party("Putin", "person", "RUS", "GOV"), 0.9),
        (Party("Mohammed Odeh", "person"), Party("Mohammed Awda", "person"), 0.9),
        (Party("Mohammed Odeh", "person"), Party("Mohammed Deif", "person"), 0.0),
        (PUTIN, Party("Sergei Lavrov", "person", "RUS", "GOV"), 0.0),
        (PUTIN, RUSSIA, 0.8),
        (Party("tentara Rusia", "organization", "RUS", "MIL"), RUSSIA, 0.9),
        (Party("pengunjuk rasa", "group", "RUS", "CVL"), RUSSIA, 0.3),
        (RUSSIA, TURKEY, 0.0),
    ],
)
def test_parties_are_alike_as_far_as_one_stands_for_the_other(
    one: Party, other: Party, likeness: float
) -> None:
    assert party_likeness(one, other) == party_likeness(other, one) == likeness


def test_the_same_act_on_the_same_day_is_one_event() -> None:
    assert points(telling("a"), telling("b")) >= SAME


@pytest.mark.parametrize(
    "other",
    [
        {"day": 14},
        {"actors": (TURKEY,), "recipients": (RUSSIA,)},
        {"actors": (Party("Iran", "country", "IRN"),), "said": "Iran menuduh Turki"},
        {"status": "negated", "day": 6},
    ],
)
def test_another_day_actor_or_side_is_another_event(other: dict[str, object]) -> None:
    assert points(telling("a"), telling("b", **other)) < SAME  # type: ignore[arg-type]


def test_the_reasons_add_up_to_the_points() -> None:
    """What a user is shown is what was decided on, and each reason says what it looked at."""
    one, other = telling("a"), telling("b", day=5, mode="allege")
    reasons = compare(one, other)
    assert sum(reason.points for reason in reasons) == pytest.approx(points(one, other))
    assert [reason.name for reason in reasons if not reason.means] == []
    assert len(reasons) >= 4
    assert len(WEIGHTS) == 8


NAMES = ("Vladimir Putin", "Putin", "Assad", "Bashar al-Assad", "Mohammed Odeh", "M. Awda")
PARTIES = st.builds(
    Party,
    st.sampled_from(NAMES),
    st.sampled_from(["person", "country", "group", "place"]),
    st.sampled_from([None, "RUS", "SYR"]),
    st.sampled_from([None, "GOV", "CVL"]),
)
TELLINGS = st.builds(
    telling,
    article=st.sampled_from("ab"),
    day=st.none() | st.integers(1, 9),
    type=st.sampled_from(["CONSULT", "ASSAULT"]),
    mode=st.sampled_from([None, "visit"]),
    status=st.sampled_from(["happened", "planned", "negated"]),
    dated=st.booleans(),
    actors=st.lists(PARTIES, max_size=3).map(tuple),
    recipients=st.lists(PARTIES, max_size=3).map(tuple),
    place=st.none() | PARTIES,
    trigger=st.sampled_from(["bertemu", "serangan"]),
    said=st.sampled_from(["Putin bertemu Assad di Sochi", "Rusia menyerang Aleppo, Suriah"]),
)


@settings(deadline=None)
@given(TELLINGS, TELLINGS)
def test_two_tellings_are_as_like_as_the_other_two_way_round(one: Telling, other: Telling) -> None:
    """Otherwise the order of adding would decide."""
    other = replace(other, type=one.type)  # others are never compared
    assert points(one, other) == points(other, one)


def settled(
    scores: dict[tuple[int, int], float], stands: Standing | None = None
) -> dict[Place, Place]:
    """Settle eight articles of two tellings each, in order; ``scores`` link first to second."""
    links: dict[Place, dict[Place, float]] = {(n, id): {} for n in range(8) for id in ("v1", "v2")}
    for (one, other), score in scores.items():
        if one != other:
            links[one, "v1"][other, "v2"] = links[other, "v2"][one, "v1"] = score
    order = {(n, id): order_of(None, f"{n}", id) for n, id in links}
    events: dict[Place, Place] = {}
    for number in range(8):
        mine = [(number, "v1"), (number, "v2")]
        events.update(settle(mine, links, events, order, stands or Standing()))
    return events


NUMBERS = st.integers(0, 7)


@settings(deadline=None, max_examples=50)
@given(st.dictionaries(st.tuples(NUMBERS, NUMBERS), st.floats(UNSURE, 14), max_size=20))
def test_an_event_is_its_first_telling_and_later_ones_like_it(
    scores: dict[tuple[int, int], float],
) -> None:
    """No event holds an article twice, and each telling but the first has a strong link in it."""
    events = settled(scores)
    assert len(events) == 16
    for event in set(events.values()):
        members = [place for place, of in events.items() if of == event]
        assert event in members
        assert min(members) == event
        assert len({number for number, _ in members}) == len(members)
        for number, id in set(members) - {event}:
            linked = [
                score
                for (one, other), score in scores.items()
                if (one != other and ((number, id) == (one, "v1") and (other, "v2") in members))
                or ((number, id) == (other, "v2") and (one, "v1") in members)
            ]
            assert max(linked) >= SAME


def test_a_telling_joins_no_event_whose_first_telling_it_is_unlike() -> None:
    """A chain of pairs is not one event: the last must fit the first too."""
    chain = {(0, 1): 14.0}
    links: dict[Place, dict[Place, float]] = {
        (1, "v1"): {(0, "v1"): 14.0},
        (2, "v1"): {(1, "v1"): 14.0},
    }
    order = {(n, "v1"): order_of(None, f"{n}", "v1") for n in range(3)}
    events = {(0, "v1"): (0, "v1")}
    for number in (1, 2):
        events |= settle([(number, "v1")], links, events, order, Standing())
    assert events == {(0, "v1"): (0, "v1"), (1, "v1"): (0, "v1"), (2, "v1"): (2, "v1")}
    assert settled(chain)[1, "v2"] == (0, "v1")


def test_decisions_stand_above_points() -> None:
    pair = {(0, "v1"): frozenset({(1, "v2")}), (1, "v2"): frozenset({(0, "v1")})}
    assert settled({(0, 1): 14.0})[1, "v2"] == (0, "v1")
    assert settled({(0, 1): 14.0}, Standing(apart=pair))[1, "v2"] == (1, "v2")
    assert settled({}, Standing(same=pair))[1, "v2"] == (0, "v1")


def events_of(database: Database) -> set[frozenset[str]]:
    """Return the events that several articles tell, as sets of ``uri id``."""
    first = aliased(ArticleRow)
    query = (
        select(ArticleRow.uri, TellingRow.id, first.id, TellingRow.event)
        .join(ArticleRow, ArticleRow.number == TellingRow.article)
        .join(first, first.number == TellingRow.event_article)
    )
    groups = defaultdict(set)
    with database.reading() as connection:
        for uri, id, *event in connection.execute(query):
            groups[tuple(event)].add(f"{uri} {id}")
    return {frozenset(group) for group in groups.values() if len(group) > 1}


def series() -> list[Reading]:
    """Return four articles: three tell one attack, the third a day off; one tells another."""
    attack = Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when="2016-09-04")
    later = Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when="2016-09-05")
    other = Said("ASSAULT", "menyerang", ["Turki"], ["Suriah"], when="2016-09-04")
    return [
        reading_of("Rusia menyerang Suriah, Minggu.", [attack], uri="a", published="2016-09-05"),
        reading_of("Jet Rusia menyerang Suriah.", [attack, other], uri="b", published="2016-09-06"),
        reading_of("Suriah: Rusia menyerang lagi.", [later], uri="c", published="2016-09-06"),
        reading_of("Turki menyerang Suriah.", [other], uri="d", published="2016-09-07"),
    ]


def test_events_do_not_depend_on_the_order_of_adding(database: Database, add: Add) -> None:
    seen = set()
    for order in itertools.permutations(series()):
        with database.writing() as connection:
            for table in reversed(Row.metadata.sorted_tables):
                connection.execute(table.delete())
        add(*order)
        seen.add(frozenset(events_of(database)))
    [events] = seen
    assert frozenset({"b v2", "d v1"}) in events
    assert frozenset({"a v1", "b v1"}) in events or frozenset({"a v1", "b v1", "c v1"}) in events


def test_a_blow_by_nobody_known_is_known_again_by_its_place(database: Database, add: Add) -> None:
    """And not one elsewhere on the same day in the same words."""
    told = [
        reading_of(
            f"Serangan udara menghantam konvoi bantuan di {place}, Senin malam ({n}).",
            [Said("ASSAULT", "Serangan udara", place=place, when="2016-09-19", mode="aerial")],
            uri=f"{place} {n}",
            published=f"2016-09-2{n}",
        )
        for n, place in enumerate(("Aleppo", "Aleppo", "Idlib"))
    ]
    add(*told)
    assert events_of(database) == {frozenset({"Aleppo 0 v1", "Aleppo 1 v1"})}


def test_the_length_of_days_does_not_make_the_order_matter(database: Database, add: Add) -> None:
    """A day, a month, a quarter and a year that hold it find each other, or not, both ways."""
    told = [
        reading_of(
            f"Rusia menyerang Suriah, {when}.",
            [Said("ASSAULT", "menyerang", ["Rusia"], ["Suriah"], when=when)],
            uri=when,
        )
        for when in ("2016-09-04", "2016-09", "2016-Q3", "2016")
    ]
    seen = set()
    for order in itertools.permutations(told):
        with database.writing() as connection:
            for table in reversed(Row.metadata.sorted_tables):
                connection.execute(table.delete())
        add(*order)
        with database.reading() as connection:
            links = aliased(ArticleRow)
            query = (
                select(ArticleRow.uri, links.uri)
                .join(LinkRow, LinkRow.article == ArticleRow.number)
                .join(links, links.number == LinkRow.other_article)
            )
            seen.add(frozenset(tuple(row) for row in connection.execute(query)))
    [pairs] = seen
    assert pairs == {("2016-09-04", "2016-09"), ("2016-09", "2016-09-04")}


def test_an_article_that_is_read_again_leaves_its_old_events(database: Database, add: Add) -> None:
    """The new reading finds nothing; those that hung on the article find each other anew."""
    first, second, *_ = series()
    add(first, second)
    assert len(events_of(database)) == 1
    empty = reading_of(first.text, uri="a", published="2016-09-05")
    add(empty, version="2.0")
    assert events_of(database) == set()
    add(first, version="3.0")
    assert len(events_of(database)) == 1


def gold(part: str) -> list[Reading]:
    readings = []
    for path in sorted((GOLD / part).glob("*.gold.json")):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        reading = Reading.from_json(path.read_bytes(), text)
        name = path.name.removesuffix(".gold.json")
        head = reading.article.model_copy(update={"uri": name})
        readings.append(reading.model_copy(update={"article": head}))
    return readings


TOLD_TOGETHER = (
    {"g0005", "g0079", "g0166"},
    {"g0056", "g0106", "g0222"},
    {"g0069", "g0156"},
    {"g0069", "g0118"},
)
"""The three events of gold, and the strike on Al-Maghazi that two of its articles tell."""


@pytest.mark.skipif(not GOLD.is_dir(), reason="../shared/gold is not here")
def test_the_events_of_gold_that_several_articles_tell_merge_and_no_others(
    database: Database,
) -> None:
    run = Run(database, "1.0")
    for reading in [*gold("seeds"), *gold("dev")]:
        run.keep(run.need(Article(reading.text, reading.article.uri)), reading)
    events = events_of(database)
    for main in ("g0079 v1", "g0056 v3", "g0069 v1"):
        assert any(main in event for event in events), main
    assert {"g0005 v5", "g0079 v2", "g0166 v2"} in events
    assert {"g0056 v3", "g0106 v1", "g0222 v3"} in events
    assert {"g0069 v1", "g0156 v1"} in events
    for event in events:
        articles = {telling.split()[0] for telling in event}
        assert any(articles <= together for together in TOLD_TOGETHER), event
