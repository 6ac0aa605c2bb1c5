"""Print what each layer of a reading costs, and how many articles a second are read.

``PYTHONPATH=src python benchmarks/layers.py CORPUS [ARTICLES]`` with a file of articles, gzipped
JSON with a ``text`` on each line; articles are taken from all over it. Processor time of one core,
so that what else runs disturbs little; the shares compare within the run, whatever the machine.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from itertools import islice
from pathlib import Path
from time import process_time

from kawat.draft import Article, Draft
from kawat.engine import finish, is_left_out, reader

FRAME = ("furniture", "sources", "times", "dating")
"""The layers of when, from where, and what is not the report: 400 articles a second together."""
WARM = 20
"""Articles read before the clock starts, which load the lexicon and the model."""


def articles(corpus: Path, most: int) -> list[Article]:
    """Return so many articles at equal distances from each other."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        apart = max(1, sum(1 for _ in lines) // most)
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        kept = islice(lines, 0, apart * most, apart)
        return [Article(json.loads(line)["text"], str(n)) for n, line in enumerate(kept)]


def read(article: Article, spent: Counter[str]) -> Draft:
    """Read as :class:`kawat.engine.Reader` does, and add each layer's seconds to ``spent``."""
    draft = Draft(article)
    for step in reader().layers:
        begun = process_time()
        if is_left_out(step, draft):
            draft.leave_empty(step)
        else:
            step.run(draft)
        spent[step.name] += process_time() - begun
    begun = process_time()
    finish(draft)
    spent["proof of the reading"] += process_time() - begun
    return draft


def main() -> None:
    """Print a line for each layer, for the four of the frame together, and for the whole."""
    corpus, most = Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    texts = articles(corpus, most)
    for article in texts[:WARM]:
        read(article, Counter())
    spent: Counter[str] = Counter()
    of_subject = sum(read(article, spent).of_subject for article in texts)
    whole = spent.total()
    letters = sum(len(article.text) for article in texts) / len(texts)
    print(f"{len(texts)} articles of {letters:.0f} characters, {of_subject} of them of the subject")
    for name, seconds in spent.most_common():
        print(f"{seconds / whole:6.1%}  {1000 * seconds / len(texts):7.3f} ms  {name}")
    frame = sum(spent[name] for name in FRAME)
    for name, seconds in ((", ".join(FRAME), frame), ("whole reading", whole)):
        print(f"{seconds / whole:6.1%}  {len(texts) / seconds:5.0f} articles/s  {name}")


if __name__ == "__main__":
    main()
