"""Read the treebanks, the name corpora, the gazetteer and the news text that is trained from."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

BIO = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


@dataclass
class Sentence:
    """Words with what is known of them: a tree, or names, or both; ``None`` where it is not."""

    forms: list[str]
    tags: list[str] | None = None
    heads: list[int] | None = None
    """index of the head in the sentence, its own for the root"""
    labels: list[str] | None = None
    names: list[str] | None = None


def read_trees(path: Path) -> list[Sentence]:
    found: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and line[0] != "#"]
        rows = [r for r in rows if r[0].isdigit()]
        if not rows:
            continue
        heads = [int(r[6]) - 1 for r in rows]
        found.append(
            Sentence(
                forms=[r[1] for r in rows],
                tags=[r[3] for r in rows],
                heads=[i if h < 0 else h for i, h in enumerate(heads)],
                labels=[r[7] for r in rows],
            )
        )
    return found


def read_names(path: Path) -> list[Sentence]:
    found: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if "\t" in line]
        if rows:
            labels = [r[1] if r[1] in BIO else "O" for r in rows]
            found.append(Sentence(forms=[r[0] for r in rows], names=labels))
    return found


def without(sentences: list[Sentence], held: list[Sentence]) -> list[Sentence]:
    """Return the sentences that do not stand in ``held`` as well (case and marks aside)."""
    known = {_key(s) for s in held}
    return [s for s in sentences if _key(s) not in known]


def _key(sentence: Sentence) -> str:
    return "".join(c for c in "".join(sentence.forms).casefold() if c.isalnum())


_WORD = re.compile(r"\w+(?:[-'’.,]\w+)*|[^\w\s]")


def news_sentences(data: Path, corpus: Path) -> Iterator[list[str]]:
    """Yield the words of news lines, for word statistics alone."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for line in lines:
            for paragraph in json.loads(line)["text"].splitlines():
                if words := _WORD.findall(paragraph):
                    yield words
    with gzip.open(data / "raw/panl_int.txt.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            if words := _WORD.findall(line):
                yield words


def gazetteer(data: Path, kind: str) -> list[str]:
    """Return the names of one kind (``person``, ``organization``, ``place``)."""
    text = (data / f"gazetteer/dbpedia_id_{kind}.txt").read_text(encoding="utf-8")
    return [re.sub(r"\s*\(.*\)|%\d\d", "", name) for name in text.splitlines()]
