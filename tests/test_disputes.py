"""Disputes: counts that exclude one another, by counter, and articles against themselves."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from command_line import kawat
from kawat.engine import Record

BERITA = {
    "2018-03-10 Uji Satu": """\
Sekitar 300 ribu orang tewas dalam perang di Suriah sejak 2011, menurut PBB.""",
    "2018-03-10 Uji Dua": """\
Sekitar 500 ribu orang tewas dalam perang di Suriah sejak 2011, menurut Observatorium HAM \
Suriah.""",
    "2018-03-10 Uji Tiga": """\
Sedikitnya 320 ribu orang tewas dalam perang di Suriah sejak 2011.""",
    "2018-03-12 Uji Empat": """\
Serangan udara Rusia di Idlib pada Minggu (11/3/2018) menewaskan 12 orang.""",
    "2018-03-13 Uji Lima": """\
Serangan udara Rusia di Idlib pada Minggu (11/3/2018) menewaskan 40 orang.""",
    "2019-01-02 Uji Enam": "Rusia dan Turki bertemu di Moskow, Rabu (2/1/2018).",
}


@pytest.fixture
def record(tmp_path: Path) -> Record:
    paths = []
    for name, text in BERITA.items():
        day, outlet = name.split(" ", 1)
        path = tmp_path / f"{outlet}.json"
        path.write_text(json.dumps({"text": text, "date": day, "outlet": outlet}), encoding="utf-8")
        paths.append(path)
    record = Record(tmp_path / "uji.kawat")
    record.add(paths)
    return record


def test_counts_from_a_start_on_are_disputed_by_their_counters(record: Record) -> None:
    [toll] = (one for one in record.toll_disputes(about="Suriah") if one.cumulative)
    assert (toll.measure, toll.day) == ("killed", "2018-03-10")
    told = [{count.outlet for count in side.counts} for side in toll.sides]
    assert told == [{"Uji Satu", "Uji Tiga"}, {"Uji Dua"}]
    for side in toll.sides:
        for count in side.counts:
            assert count.words in count.said
    assert [count.counted_by for count in toll.sides[1].counts] == ["Observatorium HAM Suriah"]


def test_counts_of_one_attack_are_disputed_and_carry_its_event(record: Record) -> None:
    [toll] = (one for one in record.toll_disputes() if one.event)
    assert [side.low for side in toll.sides] == [12, 40]
    assert len(record.event(str(toll.event)).line.tellings) == 2


def test_what_was_published_later_disputes_nothing_yet(record: Record) -> None:
    assert all(one.cumulative for one in record.toll_disputes(as_of="2018-03-12"))
    assert record.toll_disputes(as_of="2018-03-09") == []


def test_a_lower_bound_and_a_higher_count_agree(tmp_path: Path) -> None:
    for name, count in (("Satu", "Sedikitnya 300 ribu"), ("Dua", "Sekitar 500 ribu")):
        text = f"{count} orang tewas dalam perang di Suriah sejak 2011."
        row = {"text": text, "date": "2018-03-10", "outlet": name}
        (tmp_path / f"{name}.json").write_text(json.dumps(row), encoding="utf-8")
    record = Record(tmp_path / "uji.kawat")
    record.add([tmp_path / "Satu.json", tmp_path / "Dua.json"])
    assert record.toll_disputes() == []
    assert record.toll(measure="killed") != []


def test_an_article_that_contradicts_itself_is_told_with_its_words(record: Record) -> None:
    [article] = record.article_disputes()
    assert (article.code, article.outlet) == ("date-contradiction", "Uji Enam")
    assert article.words == "Rabu (2/1/2018)"
    assert article.words in article.said


def test_the_command_and_the_brief_have_them(record: Record) -> None:
    page = " ".join(kawat("disputes", record.where, "--lang", "en").stdout.split())
    assert "“Sekitar 500 ribu orang" in page
    assert "according to Observatorium HAM Suriah — Uji Dua" in page
    assert "contradicting dates · Uji Enam, Wednesday, 2 January 2019" in page
    lines = kawat("disputes", record.where, "--format", "jsonl").stdout.splitlines()
    kinds = [json.loads(line).get("kind", "event") for line in lines]
    assert {"toll", "article"} <= set(kinds)
    found = {s.name: s for s in record.brief("Suriah", as_of="2018-03-10").sections}
    [line] = found["disputes"].lines
    assert line.text.startswith("Tewas")
    assert "“Sekitar 500 ribu orang" in line.text
    assert "(menurut Observatorium HAM Suriah)" in line.text
    assert len(line.quotes) == len(line.sources) == 2
