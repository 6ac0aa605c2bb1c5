"""The brief: as known on the day, each line on exact words, nothing dropped in silence."""

from __future__ import annotations

import json
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from sqlalchemy import select

from command_line import kawat
from kawat.brief import Brief
from kawat.brief.model import BriefLine, Quote
from kawat.brief.page import json_schema, quoted, to_html, to_json, to_markdown
from kawat.brief.sources import LONGEST, window
from kawat.engine import Record
from kawat.errors import UsageError
from kawat.record.database import Database
from kawat.record.tables import ArticleRow

BERITA = {
    "2018-09-10 Uji Satu": """\
Presiden Rusia Vladimir Putin yakin bakal ada kesepakatan gencatan senjata di Suriah dengan Turki \
dalam beberapa hari ke depan. Sedikitnya 300 ribu orang tewas dalam perang di Suriah sejak 2011.""",
    "2018-09-18 Uji Dua": """\
Rusia dan Turki menyepakati gencatan senjata di Idlib, Suriah, pada Senin (17/9/2018). Putin \
bertemu Recep Tayyip Erdogan di Sochi pada Senin (17/9/2018). "Kami <b>sepakat</b> membentuk zona \
demiliterisasi di Suriah," kata Putin.""",
    "2018-09-19 Uji Tiga": """\
Putin bertemu Recep Tayyip Erdogan di Sochi pada Senin (17/9/2018) untuk membahas Suriah. Pasukan \
pemerintah Suriah menyerang Idlib pada Selasa (18/9/2018).""",
    "2018-11-02 Uji Empat": """\
Pasukan pemerintah Suriah melanggar gencatan senjata di Idlib dengan menyerang kota itu. \
Sedikitnya 360 ribu orang tewas dalam perang di Suriah sejak 2011.""",
    "2018-11-03 Uji Lima": "Harga cabai di Jakarta naik tajam.",
}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    paths = []
    for name, text in BERITA.items():
        day, outlet = name.split(" ", 1)
        path = tmp_path / f"{day}.json"
        row = {"text": text, "date": day, "outlet": outlet, "title": f"Judul <{day}>"}
        path.write_text(json.dumps(row), encoding="utf-8")
        paths.append(path)
    record = Record(tmp_path / "uji.kawat")
    record.add(paths)
    return record


def every_line(brief: Brief) -> list[BriefLine]:
    return [*brief.summary, *(line for section in brief.sections for line in section.lines)]


def texts(record: Record) -> dict[str, tuple[str, date]]:
    with Database(record.where, create=False) as database, database.reading() as connection:
        rows = connection.execute(select(ArticleRow.id, ArticleRow.text, ArticleRow.last_day))
        return {id: (text, day) for id, text, day in rows if day}


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("name", ["Suriah", "Turki", "Vladimir Putin"])
@pytest.mark.parametrize("as_of", ["2018-09-10", "2018-09-18", "2018-10", None])
def test_quoted_words_stand_in_their_source_and_nothing_is_later_than_the_day(
    record: Record, name: str, as_of: str | None, language: str
) -> None:
    brief = record.brief(name, as_of=as_of, language=language)
    known = texts(record)
    sources = {source.number: source for source in brief.sources}
    quotes = [(line, quote) for line in every_line(brief) for quote in line.quotes]
    assert quotes
    for line, quote in quotes:
        text, day = known[sources[quote.source].article or ""]
        assert quote.words in text
        assert quote.source in line.sources
        assert brief.as_of is None or day <= brief.as_of
    assert [source.number for source in brief.sources] == list(range(1, len(sources) + 1))
    assert {number for line in every_line(brief) for number in line.sources} == set(sources)
    for source in brief.sources:
        assert not (source.published and as_of and source.published > as_of + "-31")


@pytest.mark.parametrize("render", [to_html, to_markdown, to_json])
def test_no_later_day_is_on_the_page(record: Record, render: object) -> None:
    page = render(record.brief("Suriah", as_of="2018-09-18"))  # type: ignore[operator]
    assert "18 September 2018" in page or "2018-09-18" in page
    later = [f"{year}" for year in range(2019, 2030)] + ["November 2018", "2018-11", "360"]
    assert [words for words in later if words in page] == []


def test_every_line_but_the_first_of_the_summary_has_a_source(record: Record) -> None:
    brief = record.brief("Suriah")
    first, *others = every_line(brief)
    assert first.text.startswith("Rekaman memuat 4 artikel dari 4 media tentang Suriah")
    assert len(others) > 10
    assert [line for line in others if not line.sources] == []


def test_sections_come_in_the_order_that_an_analyst_reads(record: Record) -> None:
    brief = record.brief("Suriah", as_of="2018-11-02")
    assert [section.name for section in brief.sections] == [
        "standing", "agreements", "expectations", "talks", "sides", "toll", "statements",
        "disputes",
    ]  # fmt: skip
    found = {section.name: section for section in brief.sections}
    [truce] = (line for line in found["agreements"].lines if "Gencatan" in line.text)
    assert (truce.tag, truce.state) == ("dilaporkan dilanggar", "missed")
    assert "disepakati (17 September 2018)" in str(truce.detail)
    [met] = (line for line in found["expectations"].lines if line.state == "met")
    assert "Vladimir Putin" in met.text or "Rusia" in met.text
    [talk] = found["talks"].lines
    assert (talk.independent, len(talk.sources)) == (2, 2)
    assert "sedikitnya 360.000" in found["toll"].lines[0].text
    assert found["statements"].groups[0].heading == "Vladimir Putin"


def test_what_was_known_before_the_truce_does_not_know_of_it(record: Record) -> None:
    brief = record.brief("Suriah", as_of="2018-09-10")
    found = {section.name: section for section in brief.sections}
    assert [line.tag for line in found["agreements"].lines] == ["diharapkan atau direncanakan"]
    assert [line.tag for line in found["expectations"].lines] == ["masih ditunggu"]
    assert found["talks"].note == "Tidak ada pembicaraan yang diketahui."


def test_events_are_merged_among_what_was_known_alone(record: Record) -> None:
    for day, sources in (("2018-09-18", 1), ("2018-09-19", 2)):
        found = {s.name: s for s in record.brief("Suriah", as_of=day).sections}
        assert [line.independent for line in found["talks"].lines] == [sources]


def test_the_same_record_gives_the_same_page_in_whatever_order_it_was_made(
    record: Record, tmp_path: Path
) -> None:
    other = Record(tmp_path / "lain" / "uji.kawat")
    (tmp_path / "lain").mkdir()
    other.add(sorted(tmp_path.glob("*.json"), reverse=True))
    for language in ("id", "en"):
        pages = [
            to_html(one.brief("Suriah", language=language)).replace(str(one.where), "uji.kawat")
            for one in (record, other)
        ]
        assert pages[0] == pages[1]
        assert len(pages[0]) > 10_000


def test_what_is_left_out_is_counted_with_the_command_that_shows_it(record: Record) -> None:
    for section in record.brief("Suriah", as_of="2018-11-02").sections:
        if section.rest:
            command, *args = str(section.see).removeprefix("kawat ").split()
            assert kawat(command, *(a.strip('"') for a in args)).returncode == 0


def test_a_page_of_json_keeps_its_schema(record: Record) -> None:
    schema = json.loads(json_schema())
    for name in ("Suriah", "Turki"):
        page = json.loads(to_json(record.brief(name, language="en")))
        jsonschema.validate(page, schema)
        assert page["schema"] == "kawat/brief/1"


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)
        if re.fullmatch(r"h\d", tag):
            self.headings.append(int(tag[1]))
        given = dict(attrs)
        self.ids += [given["id"]] if given.get("id") else []  # type: ignore[list-item]
        self.links += [given["href"]] if given.get("href") else []  # type: ignore[list-item]

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_whole_and_loads_nothing_and_its_headings_are_in_order(record: Record) -> None:
    page = to_html(record.brief("Suriah", language="en"))
    tags = Tags()
    tags.feed(page)
    assert tags.open == []
    assert tags.headings[0] == 1
    assert all(b - a <= 1 for a, b in zip(tags.headings, tags.headings[1:], strict=False))
    assert len(tags.ids) == len(set(tags.ids))
    assert {link[1:] for link in tags.links} <= set(tags.ids)
    assert '<html lang="en">' in page
    assert "<script" not in page
    assert "http" not in page
    assert "prefers-color-scheme: dark" in page
    assert "@media print" in page


def test_words_of_articles_are_never_markup(record: Record) -> None:
    page = to_html(record.brief("Suriah"))
    assert "&lt;b&gt;sepakat&lt;/b&gt;" in page
    assert "<b>sepakat" not in page
    assert "\\<b\\>sepakat" in to_markdown(record.brief("Suriah"))


def test_markdown_has_a_footnote_for_every_source(record: Record) -> None:
    brief = record.brief("Suriah", language="en")
    page = to_markdown(brief)
    used = set(re.findall(r"\[\^(\d+)\]", page))
    noted = set(re.findall(r"^\[\^(\d+)\]: ", page, re.MULTILINE))
    assert used == noted == {str(source.number) for source in brief.sources}


def test_long_sentences_are_cut_around_their_words_and_say_so() -> None:
    words = "awal " * 100 + "gencatan senjata" + " akhir" * 100
    quote = window(words, "gencatan senjata", 1)
    assert quote.words in words
    assert "gencatan senjata" in quote.words
    assert len(quote.words) <= LONGEST
    assert (quote.cut_before, quote.cut_after) == (True, True)
    assert quoted(quote).startswith("“…")
    assert quoted(Quote('"Ya," kata dia.', 1)) == '"Ya," kata dia.'


def test_the_command_writes_by_suffix_and_tells_what_it_cannot(
    record: Record, tmp_path: Path
) -> None:
    for suffix, start in ((".html", "<!doctype html>"), (".md", "# Ringkasan"), (".json", "{")):
        file = tmp_path / f"brief{suffix}"
        done = kawat("brief", record.where, "Suriah", "--as-of", "2018-10-01", "-o", file)
        assert done.returncode == 0
        assert file.read_text(encoding="utf-8").startswith(start)
    assert kawat("brief", record.where, "SYR").stdout.startswith("# Ringkasan situasi: ")
    assert "no page" in kawat("brief", record.where, "Suriah", "-o", tmp_path / "b.doc").stderr
    missing = kawat("brief", record.where, "Suriah", "-o", tmp_path / "tiada" / "b.md")
    assert "can't be written" in missing.stderr


def test_who_is_not_in_the_record_has_no_brief(record: Record) -> None:
    with pytest.raises(UsageError, match="no conflict, country or actor 'Atlantis'"):
        record.brief("Atlantis")
    empty = record.brief("Ukraina")
    assert [line.text for line in empty.summary] == [
        "Sampai hari itu rekaman tidak memuat apa pun tentang Ukraina."
    ]
    assert all(not s.lines for s in empty.sections if s.name != "sides")
