"""Write docs/accuracy.md: what `kawat evaluate` measures on ../shared/gold, where that is there.

``make docs`` runs it. The text is here, the figures are Kawat's.
"""

from __future__ import annotations

from pathlib import Path

from kawat.evaluate import evaluate_folders, table

HERE = Path(__file__).parent
GOLD = HERE.parent.parent / "shared" / "gold"

HEAD = """\
# How well Kawat reads

These are **development figures**: the articles were at hand while Kawat was written, so they say
what to expect at best. On articles by other outlets expect less. `make docs` measures them anew;
`tests/floors.toml` keeps each layer of the first table from falling, and only
`kawat evaluate --lower-floors` lowers a floor.

A score is F1, save for `published`, `entity_kind`, `speakers`, `event_time` and `event_status`,
which are the share of gold that is right. What counts as right is told in `src/kawat/evaluate/`.
"""

SETS = (
    ("Development set: the seeds and dev", ("seeds", "dev")),
    ("The seeds alone", ("seeds",)),
    ("Articles to learn from: train", ("train",)),
)


def page() -> str:
    """Return docs/accuracy.md."""
    parts = [HEAD]
    for title, names in SETS:
        measured = evaluate_folders(GOLD / name for name in names)
        parts.append(f"## {title}\n\n{len(measured.gold.readings)} articles.\n")
        parts.append(table(measured.scores, markdown=True) + "\n")
        if title == SETS[0][0]:
            parts.append("Events by PLOVER type:\n")
            parts.append(table(measured.event_types, markdown=True) + "\n")
    return "\n".join(parts)


if __name__ == "__main__":
    if GOLD.is_dir():
        (HERE / "accuracy.md").write_text(page(), encoding="utf-8")
    else:
        print("../shared/gold is not here: docs/accuracy.md stays as it is")
