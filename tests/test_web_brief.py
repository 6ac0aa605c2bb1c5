"""The desk's page of the brief: the same lines as the library's, with its footnotes."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape

import pytest
from fastapi.testclient import TestClient

from desk import EXAMPLES
from kawat import Record
from kawat.brief.page import quoted, to_markdown
from kawat.web.app import create_app
from kawat.web.words import desk_words


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    record = Record(tmp_path_factory.mktemp("desk") / "contoh.kawat")
    record.add([EXAMPLES])
    return record


@pytest.fixture(scope="module")
def desk(record: Record) -> Iterator[TestClient]:
    with TestClient(create_app(record.where), base_url="http://localhost") as client:
        yield client


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_brief_is_shown_as_the_library_has_it(
    desk: TestClient, record: Record, language: str
) -> None:
    page = desk.get("/brief", params={"about": "Suriah", "as-of": "2017", "lang": language})
    text = unescape(page.text)
    brief = record.brief("Suriah", as_of="2017", language=language)
    lines = [line for section in brief.sections for line in section.lines]
    assert page.status_code == 200
    assert len(lines) > 3
    for line in lines:
        assert line.text in text
        assert all(quoted(quote) in text for quote in line.quotes)
    for source in brief.sources:
        assert f'id="source-{source.number}"' in text
        assert source.article is None or f"/articles/{source.article}" in text
    assert to_markdown(brief) in text


def test_a_brief_is_kept_as_markdown(desk: TestClient, record: Record) -> None:
    kept = desk.get("/brief.md", params={"about": "Suriah", "lang": "id"})
    assert kept.text == to_markdown(record.brief("Suriah"))
    assert "[^1]: " in kept.text
    assert kept.headers["content-disposition"].startswith("attachment")


def test_what_cannot_be_briefed_is_told(desk: TestClient) -> None:
    assert desk.get("/brief").status_code == 200
    assert desk.get("/brief", params={"about": "Siapa Pun Juga"}).status_code == 422
    assert desk.get("/brief", params={"about": "Suriah", "as-of": "besok"}).status_code == 422
    assert "<script>x" not in desk.get("/brief", params={"about": "<script>x"}).text


def test_no_word_of_the_desk_hides_behind_a_method_of_tables() -> None:
    """Templates write ``say.copy``: a code that is also a method would show the method."""
    assert not set(dir(dict)) & set(desk_words("id"))
