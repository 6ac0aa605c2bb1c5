"""Put the table of expressions in tests/data/times.tsv through Kawat and through dateparser.

dateparser (with Indonesian as its language and the publication day as its base) gives a point in
time, so it is asked only for what a point can say: its answer is right when it lies in the day,
week, month or year of the value. Durations, sets, and references without a day (``PAST_REF``) are
counted for Kawat alone. Kawat has the sentence around the words, dateparser the words alone.

Run it from the repository: ``PYTHONPATH=src python benchmarks/times_vs_dateparser.py``
"""

from __future__ import annotations

import csv
from collections import Counter
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import dateparser

from kawat.draft import Article, Draft
from kawat.layers.dating import dating
from kawat.layers.furniture import furniture
from kawat.layers.language import language
from kawat.layers.times import times

TABLE = Path(__file__).parent.parent / "tests" / "data" / "times.tsv"
OUTCOMES = ("right", "wrong", "none")


def of_kawat(before: str, words: str, after: str, published: str) -> str | None:
    """Return the value that Kawat gives the words in their sentence."""
    draft = Draft(Article(before + words + after, "a.txt", published=published))
    for step in (furniture, language, times, dating):
        step.run(draft)
    here = (len(before), len(before) + len(words))
    return next((t.value for t in draft.times if t.span.overlaps(here)), None)


def of_dateparser(words: str, published: str) -> datetime | None:
    """Return the point in time that dateparser gives the words by themselves."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(published), "PREFER_DATES_FROM": "past"}
    return dateparser.parse(words, languages=["id"], settings=settings)


def says(point: datetime, value: str) -> bool:
    """Tell whether a point in time lies within a TIMEX3 value, at the value's own precision."""
    if "-W" in value:
        year, week, _ = point.isocalendar()
        return value.startswith(f"{year}-W{week:02}")
    if "T" in value[10:11]:
        clock = value[11:]
        return point.date().isoformat() == value[:10] and (
            not clock[:1].isdigit() or f"{point:%H:%M}" == clock
        )
    return point.date().isoformat().startswith(value)


def main() -> None:
    counts = {"kawat": Counter[str](), "dateparser": Counter[str]()}
    with TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    asked = 0
    for row in rows:
        before, _, rest = row["sentence"].partition("[")
        words, _, after = rest.partition("]")
        value = of_kawat(before, words, after, row["published"])
        counts["kawat"][
            "none" if value is None else "right" if value == row["value"] else "wrong"
        ] += 1
        if row["type"] not in ("DATE", "TIME") or row["value"].endswith("_REF"):
            continue
        asked += 1
        point = of_dateparser(words, row["published"])
        right = point is not None and says(point, row["value"])
        counts["dateparser"]["none" if point is None else "right" if right else "wrong"] += 1
    print(f"{len(rows)} expressions; dateparser {version('dateparser')} is asked for the {asked} "
          "that a point in time can answer")  # fmt: skip
    for name, count in counts.items():
        line = "  ".join(f"{outcome} {count[outcome]:3}" for outcome in OUTCOMES)
        print(f"{name:11} {line}")


if __name__ == "__main__":
    main()
