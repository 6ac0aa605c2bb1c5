"""Training sentences with other names and other letters in them, and sentences written for it."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path

from measure import spans

from data import Sentence

HERE = Path(__file__).parent
SWAPPED = 0.35
"""share of the sentences with names that get other ones"""
SLOTS = {"{P}": "PER", "{L}": "LOC", "{B}": "ORG"}


def _list(text: str) -> list[str]:
    return [name.strip() for name in text.split(",") if name.strip()]


class Augmenter:
    """Gives a sentence back as it is or, now and then, changed."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        table = tomllib.loads((HERE / "names.toml").read_text(encoding="utf-8"))
        self.bodies = _list(table.pop("badan")["bodies"])
        self.regions = [{k: _list(v) for k, v in region.items()} for region in table.values()]
        text = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))["sentences"]
        self.patterns = [line.split() for line in text.strip().splitlines()]

    def tree(self, sentence: Sentence) -> Sentence:
        return self._case(sentence)

    def names(self, sentence: Sentence) -> Sentence:
        if self.rng.random() < SWAPPED:
            sentence = self._swap(sentence)
        return self._case(sentence)

    def written(self) -> list[Sentence]:
        """Return the sentences written for training, with names of one or two regions each."""
        return [self._fill(pattern) for pattern in self.patterns]

    def _fill(self, pattern: list[str]) -> Sentence:
        regions = self.rng.sample(self.regions, 2)
        forms: list[str] = []
        labels: list[str] = []
        for part in pattern:
            kind = SLOTS.get(part)
            words = self._name(kind, self.rng.choice(regions)) if kind else [part]
            forms += words
            labels += _labels(kind, len(words))
        return Sentence(forms, names=labels)

    def _swap(self, sentence: Sentence) -> Sentence:
        forms: list[str] = []
        labels: list[str] = []
        region = self.rng.choice(self.regions)
        last = 0
        for start, end, kind in sorted(spans(sentence.names or [])):
            forms += sentence.forms[last:start]
            labels += ["O"] * (start - last)
            words = self._name(kind, region, single=end - start == 1)
            forms += words
            labels += _labels(kind, len(words))
            last = end
        forms += sentence.forms[last:]
        labels += ["O"] * (len(sentence.forms) - last)
        return Sentence(forms, names=labels)

    def _name(
        self, kind: str | None, region: dict[str, list[str]], single: bool = False
    ) -> list[str]:
        choose, chance = self.rng.choice, self.rng.random()
        if kind == "LOC":
            return choose(region["places"]).split()
        if kind == "ORG":
            return choose(self.bodies).split()
        if single or chance < 0.25:
            whole = choose(region["persons"]).split()
            return whole[-1:] if chance < 0.7 else [choose(region["given"])]
        if chance < 0.65:
            return choose(region["persons"]).split()
        return f"{choose(region['given'])} {choose(region['family'])}".split()

    def _case(self, sentence: Sentence) -> Sentence:
        chance = self.rng.random()
        if chance < 0.02:
            forms = [f.upper() for f in sentence.forms]
        elif chance < 0.05:
            forms = [f[:1].upper() + f[1:] for f in sentence.forms]
        else:
            return sentence
        return Sentence(forms, sentence.tags, sentence.heads, sentence.labels, sentence.names)


def _labels(kind: str | None, length: int) -> list[str]:
    return [f"B-{kind}", *[f"I-{kind}"] * (length - 1)] if kind else ["O"] * length
