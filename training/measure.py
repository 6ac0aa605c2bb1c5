"""Scores of a network in training: attachment, tags, subjects and objects, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from data import BIO, Sentence
from kawat.language.decoding import best_names, best_tree

if TYPE_CHECKING:
    from train import Trainer


def _chunks(sentences: list[Sentence], size: int = 64) -> list[list[Sentence]]:
    return [sentences[i : i + size] for i in range(0, len(sentences), size)]


def tree_scores(trainer: Trainer, sentences: list[Sentence]) -> dict[str, float]:
    """Return UPOS, UAS, LAS and F1 of nsubj and obj, in percent (marks count, as in CoNLL)."""
    right = {"upos": 0, "uas": 0, "las": 0}
    words = 0
    counts = {"nsubj": [0, 0, 0], "obj": [0, 0, 0]}
    for batch in _chunks(sentences):
        features, starts = trainer.inputs(batch, False)
        x = trainer.mean.encode(features, starts)
        tags = trainer.mean.tag(x).argmax(1).tolist()
        arcs = [t.numpy() for t in trainer.mean.arcs(x)]
        own, other = trainer.mean.label_parts(x)
        for s, start in zip(batch, starts.tolist(), strict=False):
            n = len(s.forms)
            part = slice(start, start + n)
            heads = best_tree(*(a[part] for a in arcs))
            mixed = torch.relu(own[part] + other[part][torch.from_numpy(heads)])
            labels = trainer.mean.label(mixed).argmax(1).tolist()
            words += n
            for i in range(n):
                label = trainer.inventory.labels[labels[i]]
                gold = (s.labels or [])[i]
                hit = heads[i] == (s.heads or [])[i]
                right["upos"] += trainer.inventory.tags[tags[start + i]] == (s.tags or [])[i]
                right["uas"] += hit
                right["las"] += hit and label == gold
                for kind, count in counts.items():
                    count[0] += hit and label == gold == kind
                    count[1] += gold == kind
                    count[2] += label == kind
    scores = {k: 100 * v / words for k, v in right.items()}
    return scores | {k: 200 * h / max(1, g + p) for k, (h, g, p) in counts.items()}


def spans(labels: list[str]) -> set[tuple[int, int, str]]:
    """Return the names of a sentence as (first word, word after the last, kind)."""
    found: set[tuple[int, int, str]] = set()
    start = 0
    for i, label in enumerate([*labels, "O"]):
        before = labels[i - 1] if i else "O"
        inside = label[0] == "I" and before != "O" and before[2:] == label[2:]
        if before != "O" and not inside:
            found.add((start, i, before[2:]))
        if label != "O" and not inside:
            start = i
    return found


def name_f1(trainer: Trainer, sentences: list[Sentence]) -> dict[str, float]:
    """Return F1 of whole names, in percent, over all and for each kind."""
    counts: dict[str, np.ndarray] = {k: np.zeros(3) for k in ("f1", "PER", "ORG", "LOC")}
    for batch in _chunks(sentences):
        features, starts = trainer.inputs(batch, False)
        x = trainer.mean.encode(features, starts)
        best = best_names(trainer.mean.names(x, starts).numpy(), starts)
        for s, start in zip(batch, starts.tolist(), strict=False):
            got = best[start : start + len(s.forms)].tolist()
            found, gold = spans([BIO[g] for g in got]), spans(s.names or [])
            for kind, count in counts.items():
                a = {x for x in gold if kind in ("f1", x[2])}
                b = {x for x in found if kind in ("f1", x[2])}
                count += (len(a & b), len(a), len(b))
    return {k: 200 * h / max(1, g + p) for k, (h, g, p) in counts.items()}
