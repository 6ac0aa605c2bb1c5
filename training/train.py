"""Train the language model: ``python training/train.py DATA CORPUS src/kawat/model``.

One run gives tags, trees and names together: each step takes a batch of trees and a batch of
sentences with names. It runs on one thread, so that the same seed gives the same file.
"""

from __future__ import annotations

import argparse
import copy
import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import export
import numpy as np
import torch
from augment import Augmenter
from measure import name_f1, tree_scores
from network import Network, Shape
from punctuation import rehang
from torch import Tensor
from torch.nn import functional
from vectors import count_words, habits, word_vectors

from data import BIO, Sentence, gazetteer, news_sentences, read_names, read_trees, without
from kawat.language.features import Features

VOCABULARY_LEAST = 6


@dataclass
class Options:
    data: Path
    corpus: Path
    seed: int
    epochs: int
    words_in_batch: int = 600
    rate: float = 2e-3
    keep: float = 0.9995


@dataclass
class Inventory:
    tags: list[str]
    labels: list[str]


def prepare(options: Options, cache: Path | None) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return vocabulary, vectors and habits (kept in ``cache`` between trials)."""
    if cache and cache.exists():
        held = np.load(cache, allow_pickle=False)
        return held["words"].tolist(), held["vectors"], held["habits"]
    sentences = list(news_sentences(options.data, options.corpus))
    counts = count_words(sentences)
    words = [
        w for w, n in sorted(counts.items(), key=lambda x: (-x[1], x[0])) if n >= VOCABULARY_LEAST
    ]
    vectors = word_vectors(sentences, words, Shape(0).vector, options.seed)
    names = {k: gazetteer(options.data, k) for k in ("person", "organization", "place")}
    table = habits(sentences, names)
    if cache:
        np.savez(cache, words=np.array(words), vectors=vectors, habits=table)
    return words, vectors, table


def batches(sentences: list[Sentence], size: int, rng: random.Random) -> list[list[Sentence]]:
    """Shuffle and cut into batches of about ``size`` words, of sentences of any length."""
    order = list(sentences)
    rng.shuffle(order)
    out: list[list[Sentence]] = [[]]
    held = 0
    for sentence in order:
        if held + len(sentence.forms) > size and out[-1]:
            out.append([])
            held = 0
        out[-1].append(sentence)
        held += len(sentence.forms)
    return out


class Trainer:
    """Holds the network, its running mean, and what turns sentences into numbers."""

    def __init__(self, options: Options, inventory: Inventory, cache: Path | None) -> None:
        self.options, self.inventory = options, inventory
        torch.manual_seed(options.seed)
        torch.use_deterministic_algorithms(True)
        words, vectors, table = prepare(options, cache)
        self.vocabulary, self.habits = words, table
        self.features = Features(words, table.tobytes())
        self.shape = Shape(len(words), tags=len(inventory.tags), labels=len(inventory.labels))
        self.network = Network(self.shape, vectors)
        self.mean = copy.deepcopy(self.network).eval()
        self.rng = random.Random(options.seed)
        self.augment = Augmenter(self.rng)

    def inputs(self, batch: list[Sentence], drop: bool) -> tuple[Tensor, np.ndarray]:
        rows = [self.features.of(form) for s in batch for form in s.forms]
        features = torch.tensor(rows)
        if drop:  # so that unknown words are met in training
            hidden = torch.rand(len(rows)) < 0.06
            features[hidden, 0] = 0
            features[hidden & (torch.rand(len(rows)) < 0.7), 1] = 0
            features[torch.rand(len(rows)) < 0.05, 7] = 0
        return features, np.cumsum([0, *(len(s.forms) for s in batch)])

    def tree_loss(self, batch: list[Sentence]) -> Tensor:
        features, starts = self.inputs(batch, True)
        x = self.network.encode(features, starts)
        tags = torch.tensor([self.inventory.tags.index(t) for s in batch for t in s.tags or ()])
        loss = functional.cross_entropy(self.network.tag(x), tags, label_smoothing=0.03)
        arcs = self.network.arcs(x)
        scores, gold = [], []
        longest = max(len(s.forms) for s in batch)
        for s, start in zip(batch, starts, strict=False):
            n = len(s.forms)
            scores.append(pad(arcs.scores(int(start), n), longest))
            gold.extend(s.heads or ())
        loss = loss + functional.cross_entropy(torch.cat(scores), torch.tensor(gold))
        own, other = self.network.label_parts(x)
        at = torch.tensor(
            [h + int(o) for s, o in zip(batch, starts, strict=False) for h in s.heads or ()]
        )
        labels = torch.tensor(
            [self.inventory.labels.index(w) for s in batch for w in s.labels or ()]
        )
        return loss + functional.cross_entropy(
            self.network.label(torch.relu(own + other[at])), labels, label_smoothing=0.03
        )

    def name_loss(self, batch: list[Sentence]) -> Tensor:
        features, starts = self.inputs(batch, True)
        x = self.network.encode(features, starts)
        gold = torch.tensor([BIO.index(n) for s in batch for n in s.names or ()])
        return functional.cross_entropy(self.network.names(x, starts), gold, label_smoothing=0.03)

    def train(self, material: Material) -> None:
        options = self.options
        steps = options.epochs * len(
            batches(material.trees, options.words_in_batch, random.Random(0))
        )
        optimizer = torch.optim.AdamW(
            self.network.parameters(),
            lr=options.rate,
            betas=(0.9, 0.98),
            weight_decay=0.02,
            fused=True,
        )
        schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda n: _rate(n, steps))
        name_batches: list[list[Sentence]] = []
        step, begun = 0, time.time()
        for epoch in range(options.epochs):
            self.network.train()
            total = 0.0
            for batch in batches(material.trees, options.words_in_batch, self.rng):
                if not name_batches:
                    name_batches = batches(
                        material.names + self.augment.written(), options.words_in_batch, self.rng
                    )
                loss = self.tree_loss([self.augment.tree(s) for s in batch])
                loss = loss + 2.0 * self.name_loss(
                    [self.augment.names(s) for s in name_batches.pop()]
                )
                optimizer.zero_grad()
                loss.backward()
                torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
                optimizer.step()
                schedule.step()
                step += 1
                total += float(loss.detach())
                self._average(min(options.keep, (1 + step) / (10 + step)))
            print(f"epoch {epoch + 1} loss {total:.1f} {time.time() - begun:.0f} s", flush=True)
            if (epoch + 1) % 5 == 0 or epoch + 1 == options.epochs:
                self.report(material.dev)

    def _average(self, keep: float) -> None:
        with torch.no_grad():
            for kept, new in zip(self.mean.parameters(), self.network.parameters(), strict=True):
                kept.lerp_(new, 1 - keep)

    @torch.no_grad()
    def report(self, watch: dict[str, list[Sentence]]) -> dict[str, dict[str, float]]:
        figures: dict[str, dict[str, float]] = {}
        for title, sentences in watch.items():
            scores = (
                tree_scores(self, sentences) if sentences[0].heads else name_f1(self, sentences)
            )
            figures[title] = {k: round(v, 1) for k, v in scores.items()}
            print(f"  {title}: " + " ".join(f"{k} {v:.1f}" for k, v in scores.items()), flush=True)
        return figures


def pad(scores: Tensor, width: int) -> Tensor:
    return functional.pad(scores, (0, width - scores.shape[1]), value=-1e9)


def _rate(step: int, steps: int) -> float:
    warm = min(1.0, (step + 1) / 300)
    return warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))))


@dataclass
class Material:
    """What is trained on, what is watched while training, and what is reported at the end."""

    trees: list[Sentence]
    names: list[Sentence]
    dev: dict[str, list[Sentence]]
    test: dict[str, list[Sentence]]


def load(data: Path) -> Material:
    """Read all sentences; none that is in a dev or test file is trained on."""

    def trees(name: str) -> list[Sentence]:
        return read_trees(data / f"ud/{name}.conllu")

    def names(name: str) -> list[Sentence]:
        return read_names(data / f"ner/{name}.countryfix.tsv")

    dev = {
        "gsd dev": trees("gsd_dev"),
        "idner2k dev": names("idner2k_dev"),
        "nerui dev": names("nerui_dev"),
    }
    test = {
        "gsd test": trees("gsd_test"),
        "csui test": trees("csui_test"),
        "idner2k test": names("idner2k_test"),
        "nerui test": names("nerui_test"),
    }
    held = [s for part in (*dev.values(), *test.values()) for s in part]
    gsd = [rehang(s) for s in trees("gsd_train_converted")]
    csui = trees("csui_train")  # economic news, nearer to what is read: twice
    return Material(
        without([*gsd, *trees("pud"), *csui, *csui], held),
        without([*names("idner2k_train"), *names("nerui_train")], held),
        dev,
        test,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=9)
    parser.add_argument("--cache", type=Path, help="keep word statistics here between trials")
    given = parser.parse_args()
    torch.set_num_threads(1)  # and nothing in parallel: the same seed gives the same file
    torch.utils.deterministic.fill_uninitialized_memory = False
    options = Options(given.data, given.corpus, given.seed, given.epochs)
    material = load(given.data)
    inventory = Inventory(
        sorted({t for s in material.trees for t in s.tags or ()}),
        sorted({w for s in material.trees for w in s.labels or ()}),
    )
    trainer = Trainer(options, inventory, given.cache)
    trainer.train(material)
    export.write(
        given.out,
        trainer.mean,
        vocabulary=trainer.vocabulary,
        habits=trainer.habits,
        tags=inventory.tags,
        labels=inventory.labels,
        about={
            "seed": given.seed,
            "epochs": given.epochs,
            "figures": trainer.report(material.dev | material.test),
        },
    )


if __name__ == "__main__":
    main()
