"""The review at the desk: what it shows, decides and judges, by form and by key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from desk import EXAMPLES, serving
from kawat import Record
from kawat.record.claims import claims_of
from kawat.web.app import create_app
from kawat.web.tokens import csrf

TOKEN = "rahasia"
FORMS = {
    "/review/name": {"author": "Sari"},
    "/review/decide": {"kind": "reject", "event": "x.v1"},
    "/review/actors": {"kind": "merge-actors", "one": "a", "other": "b"},
    "/review/judge": {"record": "x.v1", "verdict": "right"},
    "/review/undo": {"number": "1", "what": "decision"},
}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    record = Record(tmp_path / "contoh.kawat")
    record.add(sorted(EXAMPLES.iterdir())[:4])
    return record


@pytest.fixture
def desk(record: Record) -> Iterator[TestClient]:
    """A desk at which Sari may write."""
    app = create_app(record.where, write=True, token=TOKEN)
    with TestClient(app, base_url="http://localhost") as client:
        client.get("/enter", params={"token": TOKEN})
        assert send(client, "/review/name", author="Sari Dewi").status_code == 200
        yield client


def send(client: TestClient, path: str, **fields: object) -> object:
    return client.post(path, data={"csrf_token": csrf(TOKEN), **fields})  # type: ignore[dict-item]


@pytest.mark.parametrize("path", FORMS)
def test_a_form_is_refused_without_its_tokens(record: Record, path: str) -> None:
    """Where the desk is for reading, without the token, and from another site."""
    fields = FORMS[path]
    with TestClient(create_app(record.where), base_url="http://localhost") as reading:
        assert reading.post(path, data=fields).status_code == 403
    app = create_app(record.where, write=True, token=TOKEN)
    with TestClient(app, base_url="http://localhost") as client:
        given = {**fields, "csrf_token": csrf(TOKEN)}
        assert client.post(path, data=given).status_code == 401
        client.get("/enter", params={"token": TOKEN})
        assert client.post(path, data=fields).status_code == 403
        assert client.post(path, data={**fields, "csrf_token": "x" * 64}).status_code == 403
        answer = client.post(path, data=given, follow_redirects=False)
        assert answer.status_code == (303 if path == "/review/name" else 422), "nobody decides yet"
    assert record.decisions() == []


def test_every_queue_and_page_is_shown(desk: TestClient, record: Record) -> None:
    for queue in ("events", "actors", "thin", "disputes", "warnings", "problems"):
        page = desk.get("/review", params={"queue": queue})
        assert page.status_code == 200
        found = record.review(queue)
        assert page.text.count("data-item") == len(found.items)
    drawn = desk.get("/review/sample", params={"size": 3, "seed": "a"})
    ids = [one.reading.article.id for one in record.sample(3, seed="a")]
    assert re.findall(r"/review/articles/(\w+)", drawn.text) == ids
    assert desk.get("/review", params={"queue": "lain"}).status_code == 422
    assert desk.get("/review/articles/tidak").status_code == 404


def test_an_event_is_rejected_corrected_and_taken_back(desk: TestClient, record: Record) -> None:
    id = record.timeline()[0].id
    assert send(desk, "/review/decide", kind="reject", event=id).status_code == 200  # type: ignore[attr-defined]
    assert id not in {line.id for line in record.timeline()}
    page = send(desk, "/review/undo", number=1, what="decision", back="/review?queue=thin")
    assert str(page.url).endswith("/review?queue=thin")  # type: ignore[attr-defined]
    send(desk, "/review/decide", kind="correct", event=id, field="status", value="negated")
    (line,) = (line for line in record.timeline() if line.id == id)
    assert line.status == "negated"
    assert [d.author for d in record.decisions()] == ["Sari Dewi", "Sari Dewi"]
    refused = send(desk, "/review/decide", kind="correct", event=id, field="status", value="x")
    assert refused.status_code == 422  # type: ignore[attr-defined]


def test_an_article_is_judged_record_by_record(desk: TestClient, record: Record) -> None:
    reading = record.sample(1, seed="1")[0].reading
    path = f"/review/articles/{reading.article.id}"
    for claim in claims_of(reading):
        name = f"{reading.article.id}.{claim.id}"
        send(desk, "/review/judge", record=name, verdict="right", back=path)
    page = desk.get(path).text
    (drawn,) = record.sample(1, seed="1", reviewer="Sari Dewi")
    assert drawn.whole
    assert f"{drawn.claims} / {drawn.claims}" in page
    assert "Batalkan" in desk.get("/review").text


def test_a_form_leads_back_to_the_review_alone(desk: TestClient) -> None:
    for back in ("//jahat.example", "https://jahat.example", "/review\\jahat", "/../x"):
        answer = send(desk, "/review/name", author="Sari", back=back)
        assert str(answer.url) == "http://localhost/review"  # type: ignore[attr-defined]


def test_who_only_reads_sees_no_buttons(record: Record) -> None:
    with TestClient(create_app(record.where), base_url="http://localhost") as reading:
        page = reading.get("/review", params={"queue": "thin"}).text
    assert "<button data-key" not in page
    assert "--write" in page


@pytest.mark.slow
def test_one_key_decides_in_a_browser(record: Record) -> None:
    """In Chromium: a key presses the button of the item with the focus, and nothing is refused."""
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("Chromium is not installed: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    app = create_app(record.where, write=True, token=TOKEN)
    faults: list[str] = []
    with serving(app) as address, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: faults.append(message.text))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.goto(f"{address}/enter?token={TOKEN}")
        article = record.sample(1, seed="1")[0].reading.article.id
        page.goto(f"{address}/review/articles/{article}")
        page.fill("input[name=author]", "Sari")
        page.press("input[name=author]", "Enter")
        page.locator("[data-key]").first.wait_for()
        page.wait_for_load_state()
        for count, key in enumerate("12", 1):
            page.keyboard.press(key)
            page.locator("[data-done]").nth(count - 1).wait_for()
            page.wait_for_load_state()
        page.goto(f"{address}/review?queue=thin")
        page.wait_for_load_state()
        page.keyboard.press("r")
        page.locator(".last [data-key=u]").wait_for()
        page.wait_for_load_state()
        assert [d.kind for d in record.decisions()] == ["reject"]
        page.keyboard.press("u")
        page.get_by_text("ditolak").wait_for(state="detached")
        browser.close()
    assert [bool(d.undone) for d in record.decisions()] == [True]
    assert faults == []
