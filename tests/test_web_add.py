"""Adding at the desk: files, a text, an address; bounded, one at a time, with what became of it."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kawat import Record
from kawat.web import limits
from kawat.web.adding import Adder
from kawat.web.app import create_app
from kawat.web.errors import Busy
from kawat.web.tokens import csrf

TOKEN = "rahasia"
NEWS = (
    "Moskow - Presiden Rusia Vladimir Putin bertemu Presiden Turki Recep Tayyip Erdogan di Sochi, "
    "Rabu (22/11/2017). Mereka membahas gencatan senjata di Suriah."
)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    record = Record(tmp_path / "contoh.kawat")
    record.add([])
    return record


@pytest.fixture
def desk(record: Record) -> Iterator[TestClient]:
    app = create_app(record.where, write=True, token=TOKEN)
    with TestClient(app, base_url="http://localhost") as client:
        client.get("/enter", params={"token": TOKEN})
        yield client


def settled(desk: TestClient) -> str:
    """Return the jobs as they are shown once all are done."""
    for _ in range(600):
        page = desk.get("/add/jobs").text
        if "hx-trigger" not in page:
            return page
        time.sleep(0.1)
    raise AssertionError("the reading did not end")


def test_a_form_is_refused_without_its_tokens(record: Record) -> None:
    forms = {"/add/text": {"text": NEWS}, "/add/address": {"address": "http://x.example/"}}
    with TestClient(create_app(record.where), base_url="http://localhost") as reading:
        assert reading.get("/add").status_code == 403
        assert reading.post("/add/files", files={"files": ("a.txt", NEWS)}).status_code == 403
        for path, fields in forms.items():
            assert reading.post(path, data=fields).status_code == 403
    app = create_app(record.where, write=True, token=TOKEN)
    with TestClient(app, base_url="http://localhost") as client:
        given = {"csrf_token": csrf(TOKEN)}
        for path, fields in forms.items():
            assert client.post(path, data={**fields, **given}).status_code == 401
        files = {"files": ("a.txt", NEWS)}
        assert client.post("/add/files", files=files, data=given).status_code == 401
        client.get("/enter", params={"token": TOKEN})
        assert client.post("/add/files", files=files).status_code == 403
        for path, fields in forms.items():
            assert client.post(path, data=fields).status_code == 403
    assert record.timeline() == []


def test_files_are_added_under_their_own_names(desk: TestClient, record: Record) -> None:
    """Wherever they are said to stand, and with a problem told for what can't be read."""
    files = [
        ("files", ("../../berita satu.txt", NEWS.encode())),
        ("files", ("kosong.txt", b"  ")),
    ]
    assert desk.post("/add/files", files=files, data={"csrf_token": csrf(TOKEN)}).status_code == 200
    page = settled(desk)
    assert "kosong.txt" in page
    assert "there is no text in it" in page
    assert "1 baru" in page
    assert {t.uri for line in record.timeline() for t in line.tellings} == {"berita satu.txt"}
    assert [problem.where for problem in record.problems()] == ["kosong.txt"]


def test_a_text_is_added_as_it_was_pasted(desk: TestClient, record: Record) -> None:
    """A browser sends its line ends as CRLF."""
    given = {
        "text": NEWS.replace(". ", ".\r\n"), "published": "2017-11-23", "outlet": "Kabar",
        "csrf_token": csrf(TOKEN),
    }  # fmt: skip
    assert desk.post("/add/text", data=given).status_code == 200
    assert "1 baru" in settled(desk)
    (drawn,) = record.sample(1, seed="")
    assert drawn.reading.text == NEWS.replace(". ", ".\n")
    head = drawn.reading.article
    assert head.uri == f"pasted:{head.id[:12]}"
    assert head.published is not None
    assert (head.published.value, head.published.basis) == ("2017-11-23", "metadata")


@pytest.mark.parametrize(
    ("fields", "what"),
    [({"text": "  "}, "no text was given"), ({"text": NEWS, "published": "besok"}, "is no day")],
)
def test_a_text_that_cannot_be_added_is_told(
    desk: TestClient, fields: dict[str, str], what: str
) -> None:
    answer = desk.post("/add/text", data={**fields, "csrf_token": csrf(TOKEN)})
    assert answer.status_code == 422
    assert what in answer.text


def test_an_address_at_home_is_refused(desk: TestClient, record: Record) -> None:
    given = {"address": "http://127.0.0.1:1/", "csrf_token": csrf(TOKEN)}
    assert desk.post("/add/address", data=given).status_code == 200
    assert "is no public address" in settled(desk)
    assert [problem.code for problem in record.problems()] == ["refused-address"]


def test_uploads_are_bounded_in_number_and_size(desk: TestClient) -> None:
    files = [("files", (f"{n}.txt", b"x")) for n in range(limits.UPLOAD_FILES + 1)]
    answer = desk.post("/add/files", files=files, data={"csrf_token": csrf(TOKEN)})
    assert answer.status_code == 422
    assert f"over the limit of {limits.UPLOAD_FILES}" in answer.text
    too_much = limits.UPLOAD_BYTES + 1
    said = desk.post("/add/text", headers={"Content-Length": str(too_much)}, content=b"x")
    assert said.status_code == 413
    piece = b"x" * 2**20
    unsaid = desk.post(
        "/add/text",
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        content=(piece for _ in range(too_much // len(piece) + 1)),
    )
    assert unsaid.status_code == 413


def test_requests_are_read_one_at_a_time_and_wait_in_a_bounded_queue(record: Record) -> None:
    adder, go, closed = Adder(record), threading.Event(), []

    def slow() -> Iterator[tuple[str, list[object]]]:
        assert go.wait(60)
        yield "tidak-ada", []

    first = adder.add("satu", slow)  # type: ignore[arg-type]
    while first.state == "waiting":
        time.sleep(0.01)
    waiting = [adder.add(str(n), list) for n in range(limits.WAITING_INPUTS)]
    with pytest.raises(Busy, match="wait to be read already"):
        adder.add("terlalu", list, lambda: closed.append("terlalu"))
    assert closed == ["terlalu"]
    assert {job.state for job in waiting} == {"waiting"}
    go.set()
    for _ in range(600):
        if not any(job.open for job in (first, *waiting)):
            break
        time.sleep(0.1)
    assert {job.state for job in (first, *waiting)} == {"done"}
    adder.stop()


def test_the_worker_outlives_what_breaks(record: Record) -> None:
    def broken() -> Iterator[tuple[str, list[object]]]:
        raise RuntimeError("rusak")
        yield

    adder = Adder(record)
    job = adder.add("rusak", broken)  # type: ignore[arg-type]
    after = adder.add("sesudahnya", list)
    while after.open:
        time.sleep(0.05)
    assert (job.state, after.state) == ("failed", "done")
    assert "rusak" in job.problems[0].what
    adder.stop()
