"""The desk: its pages, its API, and what it refuses."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kawat import Record
from kawat.reading import Span
from kawat.web.app import create_app
from kawat.web.safety import host_of, is_loopback
from kawat.web.spans import pieces
from record_articles import Said, reading_of


@pytest.fixture(scope="module")
def record(example_record: Record) -> Record:
    return example_record


@pytest.fixture(scope="module")
def desk(record: Record) -> Iterator[TestClient]:
    with TestClient(create_app(record.where), base_url="http://localhost") as client:
        yield client


def test_the_timeline_shows_what_the_library_does(desk: TestClient, record: Record) -> None:
    page = desk.get("/", params={"about": "Turki", "type": "CONSULT"})
    lines = record.timeline(about="Turki", type="CONSULT")
    assert page.status_code == 200
    assert len(lines) > 1
    assert all(f"/events/{line.id}" in page.text for line in lines)
    assert f"{len(lines)} peristiwa</p>" in page.text


def test_a_page_speaks_the_language_that_was_chosen(desk: TestClient) -> None:
    assert '<html lang="en">' in desk.get("/", params={"lang": "en"}).text
    assert '<html lang="en">' in desk.get("/").text, "the choice is remembered"
    assert '<html lang="id">' in desk.get("/", params={"lang": "id"}).text


def test_both_languages_have_the_same_words() -> None:
    words = [
        tomllib.loads(files("kawat.web.words").joinpath(f"{code}.toml").read_text("utf-8"))
        for code in ("id", "en")
    ]
    assert list(words[0]) == list(words[1]) != []


def test_an_article_is_shown_whole_with_its_records(desk: TestClient, record: Record) -> None:
    telling = record.timeline()[0].tellings[0]
    page = desk.get(f"/articles/{telling.article}")
    kept = desk.get(f"/api/v1/articles/{telling.article}").json()
    assert page.status_code == 200
    assert f"ids={telling.event}" in page.text or f"%20{telling.event}" in page.text
    assert kept["article"]["id"] == telling.article
    assert telling.words in kept["text"]


def test_a_span_is_explained_by_its_rule_and_entry(desk: TestClient, record: Record) -> None:
    telling = record.timeline(type="CONSULT", status="happened")[0].tellings[0]
    shown = desk.get(f"/articles/{telling.article}/records", params={"ids": telling.event})
    assert shown.status_code == 200
    assert "lexicon/id/events/" in shown.text


def test_an_event_is_shown_with_every_telling(desk: TestClient, record: Record) -> None:
    line = max(record.timeline(), key=lambda line: len(line.tellings))
    page = desk.get(f"/events/{line.id}")
    assert len(line.tellings) > 1
    assert all(f"/articles/{telling.article}" in page.text for telling in line.tellings)
    assert desk.get(f"/api/v1/events/{line.id}").json()["line"]["id"] == line.id


def test_pieces_are_the_whole_text_cut_where_records_end() -> None:
    reading = reading_of(
        "Rusia menyerang Suriah. Turki diam.",
        [Said("ASSAULT", "Rusia menyerang", ["Rusia"], ["Suriah"])],
    )
    found = pieces(reading)
    assert "".join(piece.words for piece in found) == reading.text
    assert (found[0].words, found[0].layers, found[0].records) == (
        "Rusia", ("entity", "event"), ("e1", "v1"),
    )  # fmt: skip
    assert found[1].records == ("v1",)
    assert Span(0, 5).of(reading.text) == found[0].words


@pytest.mark.parametrize(
    ("path", "status", "what"),
    [
        ("/tidak-ada", 404, "Not Found"),
        ("/articles/tidak", 404, "there is no such article"),
        ("/events/tidak.v1", 404, "names no event"),
        ("/?since=besok", 422, "is no day"),
        ("/api/v1/events?type=DANCE", 422, "there is no type"),
        ("/api/v1/tidak-ada", 404, "Not Found"),
    ],
)
def test_what_cannot_be_shown_is_told(desk: TestClient, path: str, status: int, what: str) -> None:
    answer = desk.get(path)
    assert answer.status_code == status
    assert what in (answer.json()["what"] if "/api/" in path else answer.text)


def test_every_answer_forbids_foreign_scripts(desk: TestClient) -> None:
    for path in ("/", "/tidak-ada", "/api/v1/events", "/static/kawat.js"):
        headers = desk.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"


def test_words_of_an_article_are_no_markup(tmp_path: Path) -> None:
    """Nor are those of who asks."""
    text = (
        "Moskow - Presiden Rusia Vladimir Putin <script>alert(1)</script> bertemu Presiden Turki "
        "Recep Tayyip Erdogan di Sochi, Rabu (22/11/2017). Mereka membahas perang di Suriah."
    )
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    record = Record(tmp_path / "a.kawat")
    record.add([tmp_path / "a.txt"])
    with TestClient(create_app(record.where), base_url="http://localhost") as desk:
        id = record.timeline()[0].tellings[0].article
        for path in ("/", f"/articles/{id}", "/?about=<script>alert(1)</script>"):
            page = desk.get(path)
            assert "<script>alert" not in page.text
            assert page.status_code == 200


def test_a_foreign_host_is_refused(desk: TestClient) -> None:
    """As a page of another site would ask that had its name rebound to this machine."""
    assert desk.get("/", headers={"Host": "jahat.example"}).status_code == 421


def test_a_private_desk_asks_for_its_token(record: Record) -> None:
    app = create_app(record.where, token="rahasia", private=True)
    with TestClient(app, base_url="http://localhost") as desk:
        assert desk.get("/").status_code == 401
        assert desk.get("/api/v1/events").status_code == 401
        assert desk.get("/enter", params={"token": "salah"}).status_code == 401
        bearer = {"Authorization": "Bearer rahasia"}
        assert desk.get("/api/v1/events", headers=bearer).status_code == 200
        assert desk.get("/enter", params={"token": "rahasia"}).status_code == 200
        assert desk.get("/").status_code == 200


@pytest.mark.parametrize(
    ("header", "host", "loopback"),
    [
        ("localhost:8017", "localhost", True),
        ("127.0.0.1", "127.0.0.1", True),
        ("[::1]:8017", "::1", True),
        ("192.168.1.5:80", "192.168.1.5", False),
        ("desk.example", "desk.example", False),
    ],
)
def test_hosts_are_told_apart(header: str, host: str, loopback: bool) -> None:
    assert host_of(header) == host
    assert is_loopback(host) is loopback
