"""Scores: the project's own judge agrees, and floors hold."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kawat.draft import Article
from kawat.engine import Reader
from kawat.errors import BrokenInput, EmptyInput, MissingInput, UsageError
from kawat.evaluate import (
    Score,
    evaluate,
    evaluate_event_types,
    load_floors,
    load_gold,
    save_floors,
    table,
)
from kawat.reading import ArticleHead, Entity, Reading, Span, Statement, Time, article_id

SHARED = Path(__file__).resolve().parents[2] / "shared"
needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(), reason="../shared/gold is not here: nothing to score against"
)


@needs_shared
@pytest.mark.parametrize("name", ["seeds", "dev"])
def test_the_scores_equal_the_judge(name: str, tmp_path: Path) -> None:
    """Kawat's evaluation and ../shared/score.py count the same hits, gold and found."""
    gold = load_gold([SHARED / "gold" / name])
    reader = Reader()
    readings = [reader.read(Article(g.text, g.article.uri)) for g in gold.readings]
    lines = tmp_path / "readings.jsonl"
    lines.write_text("".join(r.to_json() + "\n" for r in readings), encoding="utf-8")
    command = [sys.executable, SHARED / "score.py", SHARED / "gold" / name, lines, "--json"]
    judge = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    ours = {s.layer: s for s in evaluate(gold.readings, {r.article.id: r for r in readings})}
    assert len(judge) > 8
    for layer, row in judge.items():
        if row["gold"] or row["got"]:
            s = ours[layer]
            assert (layer, s.hits, s.gold, s.found) == (layer, row["hits"], row["gold"], row["got"])
            assert round(s.value, 4) == row["score"]


@needs_shared
def test_gold_against_itself_is_perfect() -> None:
    gold = load_gold([SHARED / "gold" / "seeds"]).readings
    scores = evaluate(gold, {g.article.id: g for g in gold})
    assert {s.layer for s in scores} >= {"times", "entities", "statements", "events", "figures"}
    for s in scores:
        assert (s.layer, s.value) == (s.layer, 1.0)


@needs_shared
def test_event_types_sum_to_all_events() -> None:
    gold = load_gold([SHARED / "gold" / "seeds"]).readings
    rows = evaluate_event_types(gold, {g.article.id: g for g in gold})
    assert sum(row.gold for row in rows) == sum(len(g.events) for g in gold) > 50
    assert {row.value for row in rows} == {1.0}


def test_a_table_has_a_row_for_each_layer() -> None:
    rows = table([Score("times", 8, 10, 9)], markdown=True).splitlines()
    assert rows[0].startswith("| layer | score |")
    assert rows[2] == "| times | 0.842 | 0.889 | 0.800 | 8 | 10 | 9 |"


def _reading(**parts: object) -> Reading:
    text = "Putin bertemu Erdogan pada Selasa, kata Kremlin."
    return Reading.model_validate(
        {"article": ArticleHead(id=article_id(text), uri="a"), "text": text, **parts}
    )


def test_a_missing_reading_counts_as_nothing_found() -> None:
    gold = _reading(times=(Time(id="t1", span=Span(27, 33), type="DATE", value="2016-08-09"),))
    times = next(s for s in evaluate((gold,), {}) if s.layer == "times")
    assert (times.hits, times.gold, times.found, times.value) == (0, 1, 0, 0.0)


def test_a_speaker_too_many_is_wrong() -> None:
    people = tuple(
        Entity(id=i, kind="person", name=n, mentions=(Span(*m),))
        for i, n, m in (("e1", "Putin", (0, 5)), ("e2", "Erdogan", (14, 21)))
    )
    said = Statement(id="s1", kind="indirect", span=Span(0, 33), speakers=("e1",))
    gold = _reading(entities=people, statements=(said,))
    both = said.model_copy(update={"speakers": ("e1", "e2")})
    found = _reading(entities=people, statements=(both,))
    scores = {s.layer: s for s in evaluate((gold,), {gold.article.id: found})}
    assert scores["statements"].value == 1.0
    assert scores["speakers"].value == 0.0


def test_a_floor_only_goes_down_by_the_flag(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    save_floors(path, "abc", [Score("times", 9, 10, 10)], lower=False)
    save_floors(path, "abc", [Score("times", 5, 10, 10)], lower=False)
    floors = load_floors(path, "abc")
    assert floors.least == {"times": 0.9}
    assert floors.broken([Score("times", 5, 10, 10)]) == [
        "times: 0.500 is below the floor of 0.900"
    ]
    save_floors(path, "abc", [Score("times", 5, 10, 10)], lower=True)
    assert load_floors(path, "abc").least == {"times": 0.5}


def test_floors_belong_to_their_gold(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    save_floors(path, "abc", [Score("times", 9, 10, 10)], lower=False)
    with pytest.raises(UsageError, match="other gold"):
        load_floors(path, "def")
    path.write_text("gold = ", encoding="utf-8")
    with pytest.raises(BrokenInput, match=r"floors\.toml"):
        load_floors(path, "abc")


def test_gold_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(MissingInput, match="no such folder"):
        load_gold([tmp_path / "nowhere"])
    with pytest.raises(EmptyInput, match="give a folder of gold"):
        load_gold([tmp_path])
    (tmp_path / "a.gold.json").write_text("{}", encoding="utf-8")
    with pytest.raises(MissingInput, match="text is missing"):
        load_gold([tmp_path])
