"""The language model: tags, heads, labels and names of words, from one small network.

The files lie in ``kawat/model``; ``training/`` makes them. ONNX Runtime runs the network on one
thread, and is imported only when a model is loaded.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import accumulate
from typing import Any, NamedTuple

from kawat.errors import ModelError

FORMAT = 1
WORDS_IN_RUN = 2048
"""About as many words go through the network at once."""
_FIX = "install Kawat anew, or make the model with training/train.py"


class Analysis(NamedTuple):
    """What the model says of one sentence: one entry for each word.

    ``heads`` are indices in the sentence, a word's own index where it is the root. ``names``
    are BIO labels (``B-PER``, ``I-LOC``, ``O``).
    """

    tags: list[str]
    heads: list[int]
    labels: list[str]
    names: list[str]


class LanguageModel:
    """A model that was read from a folder of files."""

    def __init__(self, folder: Traversable) -> None:
        about = _about(folder)
        self.tags: list[str] = about["tags"]
        self.labels: list[str] = about["labels"]
        self._root, self._dep = self.labels.index("root"), self.labels.index("dep")
        self._open({name: _checked(folder, name, about["sha256"]) for name in about["sha256"]})

    def _open(self, held: dict[str, bytes]) -> None:
        import onnxruntime

        from kawat.language.features import Features

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._network, self._labels = (
                onnxruntime.InferenceSession(held[n], options, providers=["CPUExecutionProvider"])
                for n in ("network.onnx", "labels.onnx")
            )
            words = held["vocabulary.txt"].decode("utf-8").split("\n")[:-1]
            self.features = Features(words, held["habits.bin"])
        except (KeyError, ValueError, RuntimeError) as error:
            raise ModelError(f"the language model can't be used: {error}", fix=_FIX) from error

    def analyse(
        self, sentences: Sequence[Sequence[str]], *, words_in_run: int = WORDS_IN_RUN
    ) -> list[Analysis]:
        """Return the analysis of every sentence, each a list of words (clitics with their host).

        The result does not depend on what else is analysed, nor on ``words_in_run``.
        """
        parts = [p for s in sentences for p in _parts(s)]
        done = iter([a for run in _runs(parts, words_in_run) for a in self._run(run)])
        return [_joined([next(done) for _ in _parts(s)]) for s in sentences]

    def _run(self, sentences: list[Sequence[str]]) -> Iterator[Analysis]:
        import numpy as np

        from kawat.language.decoding import BIO, best_names, best_tree
        from kawat.language.layout import neighbours

        starts = np.array([0, *accumulate(len(s) for s in sentences)], dtype=np.int64)
        features = np.array([self.features.of(w) for s in sentences for w in s], dtype=np.int64)
        tags, names, dependents, heads, distances, roots, own, other = self._network.run(
            None, {"features": features, "sides": neighbours(starts)}
        )
        spans = [
            slice(a, b) for a, b in zip(starts[:-1].tolist(), starts[1:].tolist(), strict=True)
        ]
        trees = [best_tree(dependents[s], heads[s], distances[s], roots[s, 0]) for s in spans]
        at = np.concatenate([tree + span.start for tree, span in zip(trees, spans, strict=True)])
        arcs = {"label_dependents": own, "label_heads": other, "at": at}
        labels = self._labels.run(None, arcs)[0]
        is_root = at == np.arange(len(at))
        labels[~is_root & (labels == self._root)] = self._dep
        labels[is_root] = self._root
        bio = best_names(names, starts)
        for span, tree in zip(spans, trees, strict=True):
            yield Analysis(
                [self.tags[t] for t in tags[span].tolist()],
                tree.tolist(),
                [self.labels[n] for n in labels[span].tolist()],
                [BIO[n] for n in bio[span].tolist()],
            )


@cache
def language_model() -> LanguageModel:
    """Return the model that comes with Kawat; raises ModelError where it is missing or damaged."""
    return LanguageModel(files("kawat").joinpath("model"))


def _about(folder: Traversable) -> dict[str, Any]:
    path = folder.joinpath("model.json")
    try:
        about: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError("there is no language model", where=str(path), fix=_FIX) from error
    except ValueError as error:
        raise ModelError(f"no JSON: {error}", where=str(path), fix=_FIX) from error
    if not isinstance(about, dict) or about.get("format") != FORMAT:
        raise ModelError(f"not a model of format {FORMAT}", where=str(path), fix=_FIX)
    return about


def _checked(folder: Traversable, name: str, sums: dict[str, str]) -> bytes:
    path = folder.joinpath(name)
    try:
        held = path.read_bytes()
    except OSError as error:
        raise ModelError("a file of the model is missing", where=str(path), fix=_FIX) from error
    if hashlib.sha256(held).hexdigest() != sums[name]:
        raise ModelError("not the file that model.json names", where=str(path), fix=_FIX)
    return held


def _parts(sentence: Sequence[str]) -> list[Sequence[str]]:
    """Cut a sentence into parts that are not too long; an empty one has none."""
    from kawat.language.layout import LONGEST_SENTENCE

    cuts = range(0, len(sentence), LONGEST_SENTENCE)
    return [sentence[i : i + LONGEST_SENTENCE] for i in cuts]


def _joined(parts: list[Analysis]) -> Analysis:
    joined = Analysis([], [], [], [])
    for part in parts:
        before = len(joined.tags)
        joined.tags.extend(part.tags)
        joined.heads.extend(h + before for h in part.heads)
        joined.labels.extend(part.labels)
        joined.names.extend(part.names)
    return joined


def _runs(sentences: list[Sequence[str]], words: int) -> Iterator[list[Sequence[str]]]:
    """Yield the sentences in groups of about so many words."""
    run: list[Sequence[str]] = []
    held = 0
    for sentence in sentences:
        run.append(sentence)
        held += len(sentence)
        if held >= words:
            yield run
            run, held = [], 0
    if run:
        yield run
