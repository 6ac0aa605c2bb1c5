"""Every event, statement and figure tells by which words, rule and lexicon entry it was read."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

import kawat
from command_line import kawat as run
from kawat.engine import explain
from kawat.labels import LANGUAGES, labels

TEXT = """\
JAKARTA - Israel melancarkan serangan udara ke Gaza, Senin (3/3/2025), menewaskan 14 warga sipil.
"Kami akan membalas," kata Menlu Iran Abbas Araghchi. Ia menegaskan bahwa Teheran siap berunding.
Rusia menyerukan gencatan senjata. Menurut PBB, sedikitnya 30 orang terluka, termasuk tiga anak.
Kota itu dikabarkan telah dikepung. Amerika Serikat memberi bantuan senilai 5 juta dolar AS.
"""
EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "serangan.txt"
    path.write_text(TEXT)
    return path


def test_every_record_is_explained_in_the_order_of_the_reading() -> None:
    reading = kawat.read(TEXT)
    assert all((reading.events, reading.statements, reading.figures))
    records = [*reading.events, *reading.statements, *reading.figures]
    explained = explain(TEXT)
    assert [e.record for e in explained] == records
    assert all(e.reasons for e in explained)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("Kami akan membalas,", ("kata", "cue-behind", "cues", "kata")),
        ("Kami akan membalas,", ("Kami akan membalas,", "quotation", "", "")),
        ("Teheran siap berunding", ("menegaskan", "cue-in-front", "cues", "menegaskan")),
        ("Teheran siap berunding", ("bahwa", "marker", "clauses", "markers: bahwa")),
        (
            "sedikitnya 30 orang terluka, termasuk tiga anak",
            ("Menurut", "source", "cues", "menurut"),
        ),
        (
            "14 warga sipil",
            ("menewaskan", "object-of", "measures", "cue killed, object: menewaskan"),
        ),
        (
            "sedikitnya 30 orang",
            ("terluka", "subject-of", "measures", "cue injured, subject: terluka"),
        ),
        ("tiga anak", ("terluka", "part", "measures", "cue injured, subject: terluka")),
        ("menyerukan", ("menyerukan", "active", "events/request", "menyerukan")),
        (
            "gencatan senjata",
            ("gencatan senjata", "noun", "events/retreat", "gencatan senjata"),
        ),
    ],
)
def test_words_rule_and_entry_are_named(words: str, reason: tuple[str, str, str, str]) -> None:
    told = [
        (r.words, r.rule, r.file, r.entry)
        for one in explain(TEXT)
        if one.words == words
        for r in one.reasons
    ]
    read, rule, name, entry = reason
    file = f"lexicon/id/{name}.toml" if name else ""
    assert (read, rule, file, entry) in told


def test_spans_are_the_words_and_entries_are_in_their_files() -> None:
    """On Kawat's examples too: an analyst finds what is named where it is said to be."""
    texts = [TEXT, *(path.read_text() for path in sorted(EXAMPLES.glob("*.txt")))]
    named = 0
    for text in texts:
        for reason in (r for one in explain(text) for r in one.reasons):
            assert reason.span.of(text) == reason.words != ""
            if reason.file:
                folder, *rest = reason.file.split("/")
                lexicon = files(f"kawat.{folder}").joinpath(*rest).read_text(encoding="utf-8")
                assert reason.entry.rpartition(": ")[2] in lexicon, reason
                named += 1
    assert named > 20


def test_every_rule_has_words_in_both_languages() -> None:
    texts = [TEXT, *(path.read_text() for path in sorted(EXAMPLES.glob("*.txt")))]
    rules = {r.rule for text in texts for one in explain(text) for r in one.reasons}
    assert len(rules) > 10
    for language in LANGUAGES:
        assert rules <= set(labels(language).tables["rule"])


def test_the_command_prints_text_in_either_language(article: Path) -> None:
    id, en = run("explain", article), run("explain", article, "--lang", "en")
    assert (id.returncode, id.stderr, en.returncode) == (0, "", 0)
    assert "· kutipan langsung\n  “Kami akan membalas,”\n" in id.stdout
    assert "lexicon/id/cues.toml: kata" in id.stdout
    assert "· direct statement\n" in en.stdout


def test_the_command_prints_json_lines(article: Path) -> None:
    done = run("explain", article, "--format", "jsonl")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["id"] for line in lines] == [e.id for e in explain(TEXT)]
    start, end = lines[0]["reasons"][0]["span"]
    assert TEXT[start:end] == lines[0]["reasons"][0]["words"]


def test_an_article_without_records_says_so(tmp_path: Path) -> None:
    path = tmp_path / "masak.txt"
    path.write_text("Resep ini mudah dan murah.")
    assert run("explain", path).stdout == labels()["nothing"] + "\n"


def test_a_missing_article_is_an_error_in_three_parts() -> None:
    done = run("explain", "tidak-ada.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "error: tidak-ada.txt: nothing is there\n  → check the path\n"
