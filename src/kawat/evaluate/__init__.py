"""How well Kawat reads: scores against gold readings, and floors that keep them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kawat.evaluate.floors import Floors, load_floors, save_floors
from kawat.evaluate.gold import GoldSet, load_gold
from kawat.evaluate.scores import Score, evaluate

__all__ = [
    "Floors",
    "GoldSet",
    "Score",
    "evaluate",
    "load_floors",
    "load_gold",
    "save_floors",
    "score_folders",
    "table",
]


def score_folders(folders: Iterable[Path]) -> tuple[GoldSet, list[Score]]:
    """Read every article of the gold folders with Kawat and score the readings."""
    from kawat.draft import Article
    from kawat.engine import Reader

    gold, reader = load_gold(list(folders)), Reader()
    readings = (reader.read(Article(g.text, g.article.uri)) for g in gold.readings)
    return gold, evaluate(gold.readings, {r.article.id: r for r in readings})


def table(scores: list[Score]) -> str:
    """Return the scores as a table of plain text."""
    lines = [
        f"{'layer':13} {'score':>6} {'prec.':>6} {'recall':>6} {'hits':>5} {'gold':>5} {'found':>5}"
    ]
    lines += [
        f"{s.layer:13} {s.value:6.3f} {s.precision:6.3f} {s.recall:6.3f}"
        f" {s.hits:5} {s.gold:5} {s.found:5}"
        for s in scores
    ]
    return "\n".join(lines)
