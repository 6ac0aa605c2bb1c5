"""Print the figures of the language model: tags, trees, names, speed, loading, memory.

``python benchmarks/language.py DATA GOLD CORPUS [ARTICLES]`` with the folders of the treebanks and
name corpora, of the gold readings, and the file of news articles. Gold tokens are used for tags,
trees and names; the speed is that of the whole layer, text to tokens, on one core.
"""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from kawat.draft import Article, Draft
from kawat.language.model import language_model
from kawat.language.sentences import split_sentences
from kawat.language.tokens import tokenize
from kawat.layers.language import language
from kawat.layers.parse import parse
from kawat.lexicon import words

Figures = dict[str, float]
Names = set[tuple[int, int, str]]


def rows_of(path: Path) -> list[list[list[str]]]:
    """Return the rows of every sentence of a CoNLL-U or two-column file."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    rows = [[r.split("\t") for r in b.splitlines() if "\t" in r] for b in blocks]
    return [sentence for sentence in rows if sentence]


def f1(hits: int, gold: int, found: int) -> float:
    return 200 * hits / max(1, gold + found)


def tree_figures(path: Path) -> Figures:
    sentences = rows_of(path)
    analyses = language_model().analyse([[r[1] for r in s] for s in sentences])
    right = {"UPOS": 0, "UAS": 0, "LAS": 0}
    counts = {"nsubj": [0, 0, 0], "obj": [0, 0, 0]}
    for sentence, got in zip(sentences, analyses, strict=True):
        for i, row in enumerate(sentence):
            head = i if row[6] == "0" else int(row[6]) - 1
            hit = got.heads[i] == head
            right["UPOS"] += got.tags[i] == row[3]
            right["UAS"] += hit
            right["LAS"] += hit and got.labels[i] == row[7]
            for label, count in counts.items():
                count[0] += hit and got.labels[i] == row[7] == label
                count[1] += row[7] == label
                count[2] += got.labels[i] == label
    words = sum(map(len, sentences))
    figures = {k: 100 * v / words for k, v in right.items()}
    return figures | {f"{k} F1": f1(*c) for k, c in counts.items()}


def names_of(labels: list[str]) -> Names:
    found: Names = set()
    start = 0
    for i, label in enumerate([*labels, "O"]):
        before = labels[i - 1] if i else "O"
        inside = label[0] == "I" and before[2:] == label[2:]
        if before != "O" and not inside:
            found.add((start, i, before[2:]))
        if not inside:
            start = i
    return found


def name_figures(path: Path) -> Figures:
    sentences = rows_of(path)
    analyses = language_model().analyse([[r[0] for r in s] for s in sentences])
    counts = {"all": [0, 0, 0], "PER": [0, 0, 0], "ORG": [0, 0, 0], "LOC": [0, 0, 0]}
    for sentence, got in zip(sentences, analyses, strict=True):
        gold, found = names_of([r[1] for r in sentence]), names_of(got.names)
        for kind, count in counts.items():
            a = {s for s in gold if kind in ("all", s[2])}
            b = {s for s in found if kind in ("all", s[2])}
            for n, part in enumerate((a & b, a, b)):
                count[n] += len(part)
    return {f"{k} F1": f1(*c) for k, c in counts.items()}


def is_name(mention: str) -> bool:
    """Tell whether a mention is a name, not a pronoun, a title or a common noun.

    A word of it has a capital and is no word of the language; its first word has a capital too.
    """
    common = words("words")
    parts = mention.replace("-", " ").split()
    proper = [p for p in parts if p[0].isupper() and p.casefold() not in common]
    return bool(proper) and parts[0] in proper


def mention_figures(gold: Path) -> Figures:
    """Return the share of gold names of persons and countries inside a found name of their kind."""
    from kawat.engine import reader

    inside = {"person": [0, 0], "country": [0, 0]}
    for path in sorted([*gold.glob("seeds/*.gold.json"), *gold.glob("dev/*.gold.json")]):
        text = path.with_name(path.name.replace(".gold.json", ".txt")).read_bytes().decode("utf-8")
        draft = reader().draft(Article(text, str(path)))
        for entity in json.loads(path.read_text(encoding="utf-8"))["entities"]:
            count = inside.get(entity["kind"], [0, 0])
            names = [n.span for n in draft.names if n.kind == entity["kind"]]
            for start, end in entity["mentions"]:
                if is_name(text[start:end]):
                    count[0] += any(n.holds((start, end)) for n in names)
                    count[1] += 1
    shares = {f"{kind} mentions": 100 * h / max(1, n) for kind, (h, n) in inside.items()}
    hits, gold_names = (sum(c[k] for c in inside.values()) for k in (0, 1))
    return {**shares, "both": 100 * hits / max(1, gold_names), "names": gold_names}


def articles(corpus: Path, most: int) -> Iterator[str]:
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        for _, line in zip(range(most), lines, strict=False):
            yield json.loads(line)["text"]


def speed_figures(corpus: Path, most: int) -> Figures:
    language_model()
    tokens = 0
    begun = time.process_time()
    for text in articles(corpus, most):
        draft = Draft(Article(text, ""))
        draft.furniture = ()
        language.run(draft)
        parse.run(draft)
        tokens += len(draft.tokens)
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"tokens": tokens, "tokens/s of one core": tokens / spent, "peak memory, MB": peak}


def load_seconds() -> float:
    """Return the CPU time until the model can be used, in a process of its own."""
    code = (
        "import time; t = time.process_time();"
        "from kawat.language.model import language_model; language_model();"
        "print(time.process_time() - t)"
    )
    return float(subprocess.check_output([sys.executable, "-c", code], text=True))


def same_for_every_batch(corpus: Path) -> bool:
    sentences = [
        [word.form for word in tokenize(text, sentence)]
        for text in articles(corpus, 60)
        for sentence in split_sentences(text)
    ]
    model = language_model()
    whole = model.analyse(sentences)
    return all(model.analyse(sentences, words_in_run=n) == whole for n in (1, 7, 100, 500, 10**9))


def show(title: str, figures: Figures) -> None:
    print(f"{title}: " + ", ".join(f"{k} {v:,.1f}" for k, v in figures.items()), flush=True)


def main() -> None:
    data, gold, corpus = map(Path, sys.argv[1:4])
    most = int(sys.argv[4]) if len(sys.argv) > 4 else 1000
    print(f"load: {load_seconds():.2f} s of CPU time")
    for name in ("gsd_test", "csui_test"):
        show(name, tree_figures(data / f"ud/{name}.conllu"))
    for name in ("idner2k_test", "nerui_test"):
        show(name, name_figures(data / f"ner/{name}.countryfix.tsv"))
    print(f"equal for every batch size: {same_for_every_batch(corpus)}")
    show(f"first {most} articles", speed_figures(corpus, most))
    show("gold seeds and dev", mention_figures(gold))


if __name__ == "__main__":
    main()
