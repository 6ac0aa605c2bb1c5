"""Word vectors from a news corpus: positive pointwise mutual information, cut down by an SVD.

Levy and Goldberg (2014) show that this is what skip-gram with negative sampling factorises; on
a few million words it is as good and takes a minute. Contexts keep their place (one or two words
to the left or right), which is what tags and trees need, beside a window of five for meaning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import numpy as np
import torch

from kawat.language.features import HABITS, habit_row, norm

CONTEXTS = 3000
PLACES = (-2, -1, 1, 2)
WINDOW = 5
SMOOTHING = 0.75


def count_words(sentences: Iterable[list[str]]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for words in sentences:
        counts.update(norm(w) for w in words)
    return counts


def word_vectors(
    sentences: Iterable[list[str]], vocabulary: list[str], width: int, seed: int
) -> np.ndarray:
    """Return one row for each word of the vocabulary, length-normalised."""
    rows = {w: i for i, w in enumerate(vocabulary)}
    cells = _count(sentences, rows, len(vocabulary))
    total = cells.sum()
    by_word = cells.sum(1, keepdims=True)
    by_context = cells.sum(0, keepdims=True) ** SMOOTHING
    by_context *= total / by_context.sum()
    with np.errstate(divide="ignore", invalid="ignore"):
        information = np.log(cells * total / by_word / by_context)
    information[~np.isfinite(information) | (information < 0)] = 0
    torch.manual_seed(seed)
    u, s, _ = torch.svd_lowrank(torch.from_numpy(information), q=width + 16, niter=3)
    vectors = (u * s.sqrt())[:, :width].numpy()
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return (vectors / np.maximum(lengths, 1e-6)).astype(np.float32)


def _count(sentences: Iterable[list[str]], rows: dict[str, int], words: int) -> np.ndarray:
    blocks = len(PLACES) + 1
    cells = np.zeros((words, CONTEXTS * blocks), dtype=np.float32)
    batch: list[np.ndarray] = []
    gap = np.full(WINDOW, -1, dtype=np.int64)
    for n, sentence in enumerate(sentences):
        batch.append(np.array([rows.get(norm(w), -1) for w in sentence], dtype=np.int64))
        batch.append(gap)
        if n % 20000 == 19999:
            _add(cells, np.concatenate(batch))
            batch = []
    if batch:
        _add(cells, np.concatenate(batch))
    return cells


def _add(cells: np.ndarray, line: np.ndarray) -> None:
    offsets = [(d, p) for p, d in enumerate(PLACES)]
    offsets += [(d, len(PLACES)) for k in range(1, WINDOW + 1) for d in (-k, k)]
    for distance, block in offsets:
        here, there = (line[-distance:], line[:distance]) if distance < 0 else (
            line[:-distance], line[distance:]
        )  # fmt: skip
        kept = (here >= 0) & (there >= 0) & (there < CONTEXTS)
        flat = here[kept] * cells.shape[1] + block * CONTEXTS + there[kept]
        np.add.at(cells.reshape(-1), flat, np.float32(1))


def habits(
    sentences: Iterable[list[str]], names: dict[str, list[str]], least: int = 3
) -> np.ndarray:
    """Return the table of habits: how a word is written, and in how many names it stands.

    Bits 0-1: seldom seen, mostly lower case, either, mostly a capital (first words aside);
    bits 2-3 persons, 4-5 bodies, 6-7 places: none, one or two, up to nine, more.
    """
    lower: Counter[str] = Counter()
    upper: Counter[str] = Counter()
    for words in sentences:
        for word in words[1:]:
            (upper if word[:1].isupper() else lower)[norm(word)] += word[:1].isalpha()
    table = np.zeros(HABITS, dtype=np.uint8)
    for word in sorted(lower.keys() | upper.keys()):
        seen = lower[word] + upper[word]
        if seen >= least:
            share = upper[word] / seen
            table[habit_row(word)] |= 1 if share < 0.15 else 3 if share > 0.85 else 2
    for place, kind in enumerate(("person", "organization", "place"), start=1):
        counts = Counter(norm(w) for name in names[kind] for w in set(name.split()))
        for word, n in sorted(counts.items()):
            if n >= 2 or upper[word] >= least:
                grade = 1 if n <= 2 else 2 if n <= 9 else 3
                row = habit_row(word)
                old = (int(table[row]) >> (2 * place)) & 3
                table[row] |= max(old, grade) << (2 * place)
    return table
