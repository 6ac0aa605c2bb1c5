"""How well Kawat reads: scores against gold readings, and floors that keep them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kawat.draft import Article
from kawat.evaluate.floors import Floors, load_floors, save_floors
from kawat.evaluate.gold import GoldSet, load_gold
from kawat.evaluate.scores import Score, evaluate, evaluate_event_types
from kawat.reading import Reading

__all__ = [
    "Evaluation",
    "Floors",
    "GoldSet",
    "Score",
    "evaluate",
    "evaluate_event_types",
    "evaluate_folders",
    "load_floors",
    "load_gold",
    "save_floors",
    "table",
]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The gold, the scores of each layer on it, and those of each event type."""

    gold: GoldSet
    scores: list[Score]
    event_types: list[Score]


def evaluate_folders(folders: Iterable[Path]) -> Evaluation:
    """Read every article of the gold folders with Kawat and score the readings."""
    from kawat.engine import Reader

    gold, reader = load_gold(list(folders)), Reader()
    made = (reader.read(_article(g)) for g in gold.readings)
    found = {r.article.id: r for r in made}
    scores = evaluate(gold.readings, found)
    return Evaluation(gold, scores, evaluate_event_types(gold.readings, found))


def _article(gold: Reading) -> Article:
    """Return the gold's article with what its page said beside the text, as it was first read."""
    head = gold.article
    from_page = head.published and head.published.basis == "metadata"
    return Article(
        gold.text,
        head.uri,
        published=head.published.value if head.published and from_page else None,
        outlet=head.outlet.name if head.outlet and not head.outlet.span else None,
    )


HEAD = ("layer", "score", "precision", "recall", "right", "gold", "found")


def table(scores: list[Score], *, markdown: bool = False) -> str:
    """Return the scores as a table of plain text or Markdown."""
    rows = [
        (
            s.layer,
            *(f"{x:.3f}" for x in (s.value, s.precision, s.recall)),
            *map(str, (s.hits, s.gold, s.found)),
        )
        for s in scores
    ]
    if markdown:
        lines = [HEAD, ("---", *("---:",) * 6), *rows]
        return "\n".join(f"| {' | '.join(row)} |" for row in lines)
    return "\n".join(
        f"{row[0]:13}" + "".join(f"{cell:>10}" for cell in row[1:]) for row in (HEAD, *rows)
    )
