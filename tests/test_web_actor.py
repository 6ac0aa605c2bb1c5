"""The desk's pages of actors: the same as the library's, every word escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from desk import EXAMPLES
from kawat import Record
from kawat.network import network
from kawat.record.database import Database
from kawat.web.app import create_app
from kawat.web.bars import bars
from kawat.who import actor_of, called, most_named, statements_page, who_is


@pytest.fixture(scope="module")
def where(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("desk") / "contoh.kawat"
    Record(where).add([EXAMPLES])
    return where


@pytest.fixture(scope="module")
def database(where: Path) -> Iterator[Database]:
    with Database(where, create=False) as database:
        yield database


@pytest.fixture(scope="module")
def desk(where: Path) -> Iterator[TestClient]:
    with TestClient(create_app(where), base_url="http://localhost") as client:
        yield client


def test_an_actor_is_shown_as_the_library_has_it(desk: TestClient, database: Database) -> None:
    page = desk.get("/actors", params={"name": "Vladimir Putin"})
    view = who_is(database, "Vladimir Putin")
    around = network(database, "Vladimir Putin")
    putin = actor_of(database, "Vladimir Putin")
    total, quotes = statements_page(database, *putin)
    assert page.status_code == 200
    assert view.offices
    assert around.ties
    assert quotes
    for term in view.offices:
        assert term.source in page.text
    for tie in around.ties:
        assert f'data-id="{tie.id}"' in page.text
    for quote in quotes:
        assert quote.words in unescape(page.text)
    assert total == view.statements


def test_a_network_counts_events_that_happened(database: Database) -> None:
    around = network(database, "Vladimir Putin")
    met = {tie.name: tie.contacts for tie in around.ties}
    assert met["Joko Widodo"] == met["Donald Trump"] == 1
    assert around.whole
    everyone = who_is(database, "Vladimir Putin").contacts
    assert around.contacts == everyone
    assert sum(month.cooperation + month.conflict for month in around.months) == around.events > 0
    assert {link.one for link in around.links} <= {tie.id for tie in around.ties}


def test_who_is_asked_for_by_a_part_of_a_name_is_chosen_from_a_list(
    desk: TestClient, database: Database
) -> None:
    page = desk.get("/actors", params={"name": "Negeri"})
    found = called(database, "Negeri")
    assert len(found) > 1
    assert all(f"id={one.id}" in page.text for one in found)
    one = desk.get("/actors", params={"name": "Negeri", "id": found[1].id})
    assert f"<h1>{found[1].name}</h1>" in unescape(one.text)


def test_without_a_name_those_named_most_are_listed(desk: TestClient, database: Database) -> None:
    found = most_named(database)
    page = desk.get("/actors")
    assert found == sorted(found, key=lambda one: -one.entities)
    assert len(found) > 10
    assert all(one.name in unescape(page.text) for one in found)


def test_statements_come_in_pages_that_leave_none_out(database: Database) -> None:
    putin = actor_of(database, "Vladimir Putin")
    total, every = statements_page(database, *putin, limit=100)
    some = [
        quote
        for start in range(0, total, 2)
        for quote in statements_page(database, *putin, start=start, limit=2)[1]
    ]
    assert total > 2
    assert tuple(some) == every


def test_nobody_and_no_name_are_told(desk: TestClient) -> None:
    assert desk.get("/actors", params={"name": "Siapa Pun Juga"}).status_code == 404
    assert desk.get("/actors", params={"name": "Rusia", "id": "salah"}).status_code == 404
    assert desk.get("/actors", params={"name": "!!"}).status_code == 422
    escaped = desk.get("/actors", params={"name": "<script>alert(1)</script>"})
    assert "<script>alert" not in escaped.text


def test_names_on_the_timeline_lead_to_the_actor(desk: TestClient) -> None:
    assert 'href="/actors?name=Vladimir+Putin"' in desk.get("/").text


def test_bars_stand_where_their_days_are() -> None:
    found = bars([("2000", "2001"), ("2001-07-02", ""), ("", "")], until="2003-12-31")
    assert found is not None
    first, second, none = found.bars
    assert first is not None
    assert second is not None
    assert none is None
    assert (found.first, found.last) == (2000, 2003)
    assert first.start == 0
    assert second.start + second.width == pytest.approx(100, abs=0.01)
    assert bars([("", "")]) is None
