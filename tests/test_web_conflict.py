"""The desk's pages of conflicts, pairs, agreements and expectations: the same as the library's."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from importlib.resources import files

import pytest
from fastapi.testclient import TestClient

from desk import EXAMPLES
from kawat import Record
from kawat.agreements import agreements_page
from kawat.errors import UsageError
from kawat.expectations import expectations, expectations_by_state, expectations_page
from kawat.lexicon import rows
from kawat.pair import pair
from kawat.places import places
from kawat.record.database import Database
from kawat.record.places.locate import Located
from kawat.toll import toll_newest
from kawat.web.app import create_app

CONFLICT = "suriah"


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    record = Record(tmp_path_factory.mktemp("desk") / "contoh.kawat")
    record.add([EXAMPLES])
    return record


@pytest.fixture(scope="module")
def database(record: Record) -> Iterator[Database]:
    with Database(record.where, create=False) as database:
        yield database


@pytest.fixture(scope="module")
def desk(record: Record) -> Iterator[TestClient]:
    with TestClient(create_app(record.where), base_url="http://localhost") as client:
        yield client


def test_all_conflicts_are_listed_with_what_is_of_none(desk: TestClient, record: Record) -> None:
    page = desk.get("/conflicts")
    keys = [line.key for line in record.conflicts() if line.key]
    assert CONFLICT in keys
    assert all(f"/conflicts/{key}" in page.text for key in keys)
    assert "yang dikenal" in page.text


def test_a_conflict_is_shown_as_the_library_has_it(desk: TestClient, record: Record) -> None:
    page = desk.get(f"/conflicts/{CONFLICT}")
    text = unescape(page.text)
    view = record.conflict(CONFLICT)
    agreements = record.agreements(about=CONFLICT)
    assert page.status_code == 200
    assert view.sides
    assert agreements
    for side in view.sides:
        assert all(member.name in text for member in side)
    for deed in view.deeds:
        assert deed.telling.words in text
    for stage in agreements[0].stages:
        assert stage.words in text
        assert stage.telling.words in text


def test_as_of_a_day_nothing_later_is_shown(desk: TestClient, record: Record) -> None:
    page = desk.get(f"/conflicts/{CONFLICT}", params={"as-of": "2016-09-15"})
    later = [
        telling
        for line in record.timeline(about="Suriah")
        for telling in line.tellings
        if telling.published and telling.published > "2016-09-15"
    ]
    assert page.status_code == 200
    assert later
    assert not any(f"/articles/{telling.article}" in page.text for telling in later)


def test_counts_of_the_chart_are_those_of_the_toll(desk: TestClient, database: Database) -> None:
    text = unescape(desk.get(f"/conflicts/{CONFLICT}").text)
    tolls = [t for t in toll_newest(database, about=CONFLICT) if t.measure in ("killed", "injured")]
    assert tolls
    for count in tolls[0].counts:
        assert f"<q>{count.words}</q>" in text


def test_places_of_a_conflict_are_on_the_map_or_say_why_not(
    desk: TestClient, database: Database
) -> None:
    text = unescape(desk.get(f"/conflicts/{CONFLICT}").text)
    found = places(database, about=CONFLICT)
    located = [one.where.place for one in found.places if isinstance(one.where, Located)]
    assert located
    for place in located:
        assert f'data-longitude="{place.longitude}" data-latitude="{place.latitude}"' in text
    for one in found.places:
        assert one.where.why in text


def test_shapes_of_the_map_are_named_by_codes_that_the_record_uses() -> None:
    world = json.loads(files("kawat.web").joinpath("static/world.json").read_text("utf-8"))
    names = [shape["properties"]["name"] for shape in world["features"]]
    codes = {row["code"] for row in rows("countries")}
    assert len(names) > 170
    assert {"IDN", "SYR", "PSE", "UKR", "XKX"} <= set(names)
    assert set(names) - codes <= {"ATA", "ATF", "FLK", "GRL", "NCL", "PRI"}


def test_expectations_come_by_state(desk: TestClient, record: Record, database: Database) -> None:
    every = expectations(database)
    counted = expectations_page(database, limit=3)
    assert len(every) > 3
    assert counted.whole
    assert sum(counted.states.values()) == len(every)
    assert list(counted.shown) == every[:3]
    for state, some in expectations_by_state(database, about="Suriah", limit=9, among=99).items():
        assert list(some.shown) == record.expectations(about="Suriah", state=state)[:9]
    text = unescape(desk.get("/expectations", params={"state": "open"}).text)
    waiting = record.expectations(state="open")
    assert waiting
    assert all(one.telling.words in text for one in waiting[:20])


def test_agreements_come_in_pages(desk: TestClient, record: Record, database: Database) -> None:
    every = record.agreements()
    total, rest = agreements_page(database, start=1)
    assert total == len(every) > 1
    assert rest == every[1:21]
    assert all(f'class="{tone}"' in desk.get("/agreements").text for tone in ("reached", "talk"))


def test_a_pair_is_shown_as_the_library_has_it(desk: TestClient, database: Database) -> None:
    page = desk.get("/pairs", params={"one": "Rusia", "other": "Amerika Serikat"})
    view = pair(database, "Rusia", "Amerika Serikat")
    assert page.status_code == 200
    assert view.total == len(view.events.items) > 1
    assert all(f"/events/{line.id}" in page.text for line in view.events.items)
    for line in view.events.items:
        countries = {party.country for party in (*line.actors, *line.recipients)}
        assert {"RUS", "USA"} <= countries
    for quote in view.statements:
        assert quote.words in unescape(page.text)


def test_statements_of_a_pair_name_the_other(database: Database) -> None:
    view = pair(database, "Vladimir Putin", "Ukraina")
    assert view.statements
    for quote in view.statements:
        assert "Vladimir Putin" in quote.speakers
        assert re.search("Ukraina|Kyiv", quote.words)


def test_a_pair_of_one_is_refused(database: Database) -> None:
    with pytest.raises(UsageError, match="are one"):
        pair(database, "Rusia", "RUS")
    with pytest.raises(UsageError, match="nobody is called"):
        pair(database, "Rusia", "Siapa Pun Juga")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/conflicts/perang-bintang", 404),
        (f"/conflicts/{CONFLICT}?as-of=besok", 422),
        ("/pairs?one=Rusia&other=%3Cscript%3Ealert(1)%3C/script%3E", 422),
        ("/pairs?one=Rusia&other=Rusia", 422),
        ("/pairs", 200),
        ("/expectations?state=entah", 422),
        ("/agreements?about=Siapa+Pun+Juga", 422),
    ],
)
def test_what_cannot_be_shown_is_told(desk: TestClient, path: str, status: int) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    assert "<script>alert" not in answer.text


def test_every_chart_has_its_table(desk: TestClient) -> None:
    """And each is named for who does not see it."""
    found = 0
    for path in (
        f"/conflicts/{CONFLICT}",
        "/actors?name=Vladimir+Putin",
        "/pairs?one=Rusia&other=USA",
    ):
        text = desk.get(path).text
        for chart in re.findall(r'<div class="chart[^>]*>', text):
            table = re.search(r'data-(?:table|map)="([^"]+)"', chart)
            assert table is not None
            assert f'<table id="{table[1]}"' in text
            assert re.search(r'aria-label="[^"]+"', chart)
            found += 1
    assert found > 3
