"""The model gives whole trees and names, the same in every company, and says when it is broken."""

from __future__ import annotations

import itertools
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kawat
from kawat.errors import ModelError
from kawat.language.decoding import BIO, best_names, best_tree
from kawat.language.layout import DISTANCES, LONGEST_SENTENCE
from kawat.language.model import LanguageModel, language_model

MODEL = Path(kawat.__file__).parent / "model"
SENTENCES = [
    line.split()
    for line in (
        "Presiden Rusia Vladimir Putin bertemu dengan Perdana Menteri Turki di Sochi .",
        "Menurutnya , gencatan senjata itu akan diumumkan besok .",
        "Damai",
        "Kedua negara sepakat menarik pasukannya dari wilayah perbatasan .",
    )
]


def weight(scores: np.ndarray, heads: tuple[int, ...], top: int) -> float:
    """Return the weight of a tree, minus infinity for what is none."""
    for start in range(len(heads)):
        at = start
        for _ in heads:
            at = heads[at]
        if at != top:
            return float("-inf")
    return sum(scores[i, h] for i, h in enumerate(heads) if i != top)


@given(st.integers(2, 5), st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_the_tree_is_the_best_of_all_trees_with_its_root(words: int, seed: int) -> None:
    draw = np.random.default_rng(seed)
    dependent = draw.normal(size=(words, 4)).astype(np.float32)
    head = draw.normal(size=(words, 5)).astype(np.float32)
    distance = np.zeros((words, DISTANCES), dtype=np.float32)
    heads = best_tree(dependent, head, distance, np.zeros(words, dtype=np.float32))
    roots = [i for i, h in enumerate(heads) if i == h]
    assert len(roots) == 1
    scores = dependent @ head[:, :-1].T + head[:, -1]
    choices = [
        [roots[0]] if i == roots[0] else [j for j in range(words) if j != i] for i in range(words)
    ]
    best = max(weight(scores, tree, roots[0]) for tree in itertools.product(*choices))
    assert weight(scores, tuple(heads.tolist()), roots[0]) == pytest.approx(best, abs=1e-4)


@given(st.integers(0, 10_000), st.lists(st.integers(1, 6), min_size=1, max_size=5))
@settings(deadline=None)
def test_name_labels_hold_together(seed: int, lengths: list[int]) -> None:
    starts = np.cumsum([0, *lengths])
    scores = np.random.default_rng(seed).normal(size=(starts[-1], len(BIO))).astype(np.float32)
    labels = [BIO[n] for n in best_names(scores, starts)]
    for start, end in itertools.pairwise(starts.tolist()):
        before = "O"
        for label in labels[start:end]:
            assert label[0] != "I" or before[2:] == label[2:]
            before = label


def test_every_sentence_gets_one_tree() -> None:
    for words, analysis in zip(SENTENCES, language_model().analyse(SENTENCES), strict=True):
        assert len(analysis.heads) == len(analysis.tags) == len(analysis.names) == len(words)
        assert sum(i == h for i, h in enumerate(analysis.heads)) == 1
        assert weight(np.zeros((len(words),) * 2), tuple(analysis.heads),
                      next(i for i, h in enumerate(analysis.heads) if i == h)) == 0  # fmt: skip


def test_a_sentence_is_analysed_the_same_in_every_company() -> None:
    many = SENTENCES * 20
    whole = language_model().analyse(many)
    assert whole == [a for s in many for a in language_model().analyse([s])]
    assert all(language_model().analyse(many, words_in_run=n) == whole for n in (1, 5, 60, 10**6))


def test_what_the_event_layer_asks_is_there() -> None:
    words = SENTENCES[0]
    analysis = language_model().analyse([words])[0]
    verb = words.index("bertemu")
    assert analysis.tags[verb] == "VERB"
    assert analysis.heads[verb] == verb
    assert analysis.labels[words.index("Presiden")] == "nsubj"
    assert analysis.heads[words.index("Presiden")] == verb
    putin = words.index("Putin")
    assert analysis.names[putin - 1 : putin + 1] == ["B-PER", "I-PER"]


def test_an_endless_sentence_is_analysed_in_parts() -> None:
    words = ["damai"] * (3 * LONGEST_SENTENCE + 1)
    analysis = language_model().analyse([words, []])
    assert len(analysis[0].heads) == len(words)
    assert analysis[1].heads == []


def test_a_model_that_is_missing_or_damaged_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"no language model.*training/train\.py"):
        LanguageModel(tmp_path)
    whole = tmp_path / "model"
    shutil.copytree(MODEL, whole)
    (whole / "network.onnx").write_bytes(b"not a network")
    with pytest.raises(ModelError, match=r"network\.onnx: not the file"):
        LanguageModel(whole)
    (whole / "network.onnx").unlink()
    with pytest.raises(ModelError, match="missing"):
        LanguageModel(whole)
    about = json.loads((whole / "model.json").read_text())
    (whole / "model.json").write_text(json.dumps(about | {"format": 99}))
    with pytest.raises(ModelError, match="format"):
        LanguageModel(whole)
    (whole / "model.json").write_text("{")
    with pytest.raises(ModelError, match="no JSON"):
        LanguageModel(whole)
