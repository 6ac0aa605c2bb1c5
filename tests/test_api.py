"""The API: its filters, pages, lines, errors and decisions."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from conftest import Add
from kawat import Record
from kawat.web.app import create_app
from kawat.web.tokens import csrf
from record_articles import Said, reading_of

LISTS = (
    "events", "articles", "statements", "actors", "conflicts", "agreements", "expectations",
    "toll", "disputes", "problems", "decisions",
)  # fmt: skip
MAY_BE_EMPTY = {"disputes", "problems", "decisions"}
TOKEN = {"Authorization": "Bearer rahasia"}


@pytest.fixture(scope="module")
def api(example_record: Record) -> Iterator[TestClient]:
    base = "http://localhost/api/v1/"
    with TestClient(create_app(example_record.where), base_url=base) as client:
        yield client


@pytest.fixture
def told(add: Add, where: str) -> Iterator[TestClient]:
    """Three events told by two outlets, at a desk for writing."""
    add(
        reading_of(
            "Rusia menyerang Aleppo. Turki mengecam Rusia soal gencatan senjata.",
            [
                Said("ASSAULT", "menyerang", ["Rusia"], place="Aleppo", when="2016-09-10"),
                Said("ACCUSE", "mengecam", ["Turki"], ["Rusia"], when="2016-09-11"),
            ],
            uri="a.txt",
            outlet="Antara",
            published="2016-09-12",
        ),
        reading_of(
            "Turki membantu Suriah dengan tenda.",
            [Said("AID", "membantu", ["Turki"], ["Suriah"], when="2016-10-01")],
            uri="b.txt",
            outlet="Kompas",
            published="2016-10-02",
        ),
    )
    app = create_app(where, write=True, token="rahasia")
    with TestClient(app, base_url="http://localhost/api/v1/") as client:
        yield client


def types(client: TestClient, **asked: str) -> list[str]:
    answer = client.get("events", params=asked)
    assert answer.status_code == 200, answer.text
    return [line["type"] for line in answer.json()["items"]]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["ASSAULT", "ACCUSE", "AID"]),
        ({"about": "Turki"}, ["ACCUSE", "AID"]),
        ({"pair": "Rusia, Turki"}, ["ACCUSE"]),
        ({"pair": "Suriah, Turki"}, ["AID"]),
        ({"type": "AID"}, ["AID"]),
        ({"status": "planned"}, []),
        ({"place": "Aleppo"}, ["ASSAULT"]),
        ({"place": "Turki"}, []),
        ({"outlet": "Kompas"}, ["AID"]),
        ({"words": "gencatan"}, ["ASSAULT", "ACCUSE"]),
        ({"words": '"senjata gencatan"'}, []),
        ({"words": "tend*", "outlet": "Antara"}, []),
        ({"since": "2016-10"}, ["AID"]),
        ({"until": "2016-09-10"}, ["ASSAULT"]),
        ({"about": "", "type": ""}, ["ASSAULT", "ACCUSE", "AID"]),
    ],
)
def test_events_are_filtered(told: TestClient, asked: dict[str, str], found: list[str]) -> None:
    assert types(told, **asked) == found


@pytest.mark.parametrize("name", LISTS)
def test_pages_hold_everything_once_and_lines_are_the_same(api: TestClient, name: str) -> None:
    whole = api.get(name, params={"limit": 500}).json()
    assert whole["more"] == 0
    assert whole["after"] is None
    assert whole["items"] or name in MAY_BE_EMPTY
    size = max(1, len(whole["items"]) // 4)
    items: list[Any] = []
    after = None
    while True:
        asked = {"limit": size, "after": after} if after else {"limit": size}
        page = api.get(name, params=asked).json()
        items += page["items"]
        assert len(items) + page["more"] == len(whole["items"])
        if page["after"] is None:
            break
        after = page["after"]
    assert items == whole["items"]
    for asked, headers in (({"format": "jsonl"}, {}), ({}, {"Accept": "application/x-ndjson"})):
        lines = api.get(name, params=asked, headers=headers)
        assert lines.headers["content-type"] == "application/x-ndjson"
        assert [json.loads(line) for line in lines.text.splitlines()] == items


def test_lines_come_in_batches(monkeypatch: pytest.MonkeyPatch, api: TestClient) -> None:
    """So that no answer is in memory as a whole."""
    whole = api.get("events", params={"format": "jsonl"}).text
    monkeypatch.setattr("kawat.web.api.paging.BATCH", 3)
    assert len(whole.splitlines()) > 6
    assert api.get("events", params={"format": "jsonl"}).text == whole


def test_one_of_each_is_given(api: TestClient, example_record: Record) -> None:
    line = example_record.timeline()[0]
    assert api.get(f"events/{line.id}").json()["line"]["id"] == line.id
    article = line.tellings[0].article
    assert api.get(f"articles/{article}").json()["article"]["id"] == article
    assert api.get("actors/Putin").json()["name"] == "Vladimir Putin"
    assert api.get("conflicts/Perang saudara Suriah").status_code == 200
    brief = api.get("brief", params={"about": "Suriah", "as_of": "2018", "language": "en"}).json()
    assert brief["as_of"] == "2018-12-31"


@pytest.mark.parametrize(
    ("path", "status", "what"),
    [
        ("events?since=besok", 422, "is no day"),
        ("events?type=DANCE", 422, "there is no type"),
        ("events?pair=Rusia", 422, "are not two"),
        ("events?conflict=Atlantis", 422, "no conflict"),
        ("events?words=...", 422, "no word"),
        ("events?after=x.v1", 422, "names no event"),
        ("events?limit=0", 422, "greater than or equal to 1"),
        ("events?limit=501", 422, "less than or equal to 500"),
        ("events?format=xml", 422, "'json' or 'jsonl'"),
        ("events?format=jsonl&since=besok", 422, "is no day"),
        ("events/x.v1", 404, "names no event"),
        ("articles?after=x", 422, "no article"),
        ("articles/x", 404, "no such article"),
        ("statements?after=x.s1", 422, "names no statement"),
        ("actors/Siapa", 404, "nobody is called"),
        ("actors?after=x", 422, "nothing here"),
        ("conflicts/Atlantis", 404, "no conflict"),
        ("conflicts/Suriah?as_of=besok", 422, "is no day"),
        ("agreements?about=Atlantis", 422, "has no conflict"),
        ("expectations?state=soon", 422, "there is no state"),
        ("toll?measure=cats", 422, "there is no measure"),
        ("brief?about=Atlantis", 422, "has no conflict"),
        ("brief", 422, "Field required"),
        ("tidak-ada", 404, "Not Found"),
    ],
)
def test_every_error_has_one_shape(api: TestClient, path: str, status: int, what: str) -> None:
    answer = api.get(path)
    assert answer.status_code == status
    assert what in answer.json()["what"]
    assert set(answer.json()) == {"error", "what", "where", "fix"}


def test_a_desk_for_reading_decides_nothing(api: TestClient) -> None:
    wanted = {"kind": "reject", "events": ["x.v1"], "author": "Sari"}
    answer = api.post("decisions", json=wanted, headers=TOKEN)
    assert (answer.status_code, answer.json()["error"]) == (403, "Forbidden")


def test_writing_needs_the_token_and_no_other_site(told: TestClient) -> None:
    """A cookie alone is sent by any site's form; the header is not."""
    id = told.get("events").json()["items"][0]["id"]
    wanted = {"kind": "reject", "events": [id], "author": "Sari"}
    assert told.post("decisions", json=wanted).status_code == 401
    wrong = {"Authorization": "Bearer salah"}
    assert told.post("decisions", json=wanted, headers=wrong).status_code == 401
    told.cookies.set("kawat-token", "rahasia")
    assert told.post("decisions", json=wanted).status_code == 403
    headers = {"X-CSRF-Token": csrf("rahasia")}
    assert told.post("decisions", json=wanted, headers=headers).status_code == 201


def test_a_decision_is_made_and_undone(told: TestClient) -> None:
    id = told.get("events").json()["items"][0]["id"]
    wanted = {"kind": "reject", "events": [id], "author": "Sari", "note": "uji"}
    made = told.post("decisions", json=wanted, headers=TOKEN).json()
    assert (made["kind"], made["author"], made["tellings"]) == ("reject", "Sari", [id])
    assert types(told) == ["ACCUSE", "AID"]
    undo = f"decisions/{made['number']}/undo"
    assert told.post(undo, json={"author": "Budi"}, headers=TOKEN).json()["undone_by"] == "Budi"
    assert types(told) == ["ASSAULT", "ACCUSE", "AID"]
    assert told.post(undo, json={"author": "Budi"}, headers=TOKEN).status_code == 422
    missing = told.post("decisions/99/undo", json={"author": "Budi"}, headers=TOKEN)
    assert missing.status_code == 404
    assert [one["number"] for one in told.get("decisions").json()["items"]] == [made["number"]]


def test_names_are_decided_too(example_record: Record, tmp_path: Path) -> None:
    copy = tmp_path / "salinan.kawat"
    shutil.copy(str(example_record.where), copy)
    app = create_app(copy, write=True, token="rahasia")
    wanted = {"kind": "merge-actors", "names": ["Rusia", "Turki"], "author": "Sari"}
    with TestClient(app, base_url="http://localhost/api/v1/") as client:
        made = client.post("decisions", json=wanted, headers=TOKEN)
        assert (made.status_code, made.json()["value"]) == (201, "Turki")


def test_the_description_tells_of_every_list(api: TestClient) -> None:
    described = api.get("openapi.json").json()
    assert {f"/api/v1/{name}" for name in LISTS} <= set(described["paths"])
    for path, methods in described["paths"].items():
        for method in methods.values():
            assert method["description"], path
            refused = method["responses"]["422"]["content"]["application/json"]["schema"]
            assert refused["$ref"].endswith("/Fault"), path
