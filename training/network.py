"""The network: one encoder of dilated convolutions, four small layers on top.

All sentences of a batch lie in one row of words, without padding; a convolution gathers its
neighbours by index, and what lies outside the sentence is a row of zeros. So a sentence's result
does not depend on what it is batched with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from kawat.language.features import COLUMNS, HASHED
from kawat.language.layout import DILATIONS, DISTANCES, distance_steps, neighbours

WIDTHS = {"prefix": 24, "suffix": 32, "ending": 24, "shape": 16, "affix": 16, "habit": 24}


@dataclass
class Shape:
    words: int
    vector: int = 64
    width: int = 128
    arc: int = 96
    label: int = 96
    tags: int = 17
    labels: int = 40
    names: int = 7


class Arcs(NamedTuple):
    """The parts of the scores of heads, one row for each word.

    A head's score is the product of dependent and head, the head's bias (its last column), and
    what the dependent says of heads at that distance and side.
    """

    dependent: Tensor
    head: Tensor
    distance: Tensor
    root: Tensor

    def scores(self, start: int, n: int) -> Tensor:
        """Return the scores of every head (column) for every word (row) of one sentence."""
        part = slice(start, start + n)
        scores = self.dependent[part] @ self.head[part, :-1].T + self.head[part, -1]
        scores = scores + self.distance[part].gather(1, torch.from_numpy(distance_steps(n)))
        own = torch.eye(n, dtype=torch.bool)
        return torch.where(own, self.root[part].unsqueeze(1), scores)


class Block(nn.Module):
    """A residual convolution over a word and its neighbours at one distance."""

    def __init__(self, width: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)
        self.mix = nn.Linear(3 * width, 2 * width)
        self.drop = nn.Dropout(dropout)

    def forward(self, x: Tensor, left: Tensor, right: Tensor) -> Tensor:
        y = self.norm(x)
        padded = torch.cat([y, y.new_zeros(1, y.shape[1])])
        a, b = self.mix(torch.cat([padded[left], y, padded[right]], 1)).chunk(2, 1)
        return x + self.drop(torch.maximum(a, b))


class Network(nn.Module):
    """From the features of words to tags, names and the parts of heads and labels."""

    def __init__(self, shape: Shape, vectors: np.ndarray | None = None, dropout: float = 0.3):
        super().__init__()
        self.shape = shape
        self.word = nn.Embedding(shape.words + 1, shape.vector)
        nn.init.normal_(self.word.weight, std=0.1)
        if vectors is not None:
            self.word.weight.data[1:] = torch.from_numpy(vectors)
        self.word.weight.data[0] = 0
        self.hashed = nn.ModuleList(nn.Embedding(HASHED[c], WIDTHS[c]) for c in COLUMNS[2:])
        for table in self.hashed:
            nn.init.normal_(table.weight, std=0.1)
        given = 2 * shape.vector + sum(WIDTHS.values())
        self.drop_in = nn.Dropout(dropout)
        self.enter = nn.Linear(given, 2 * shape.width)
        self.blocks = nn.ModuleList(Block(shape.width, dropout) for _ in DILATIONS)
        self.leave = nn.LayerNorm(shape.width)
        self.drop_out = nn.Dropout(dropout)
        self.tag = nn.Linear(shape.width, shape.tags)
        self.name_mix = nn.Linear(3 * shape.width, shape.width)
        self.name = nn.Linear(shape.width, shape.names)
        self.dependent = nn.Linear(shape.width, shape.arc)
        self.head = nn.Linear(shape.width, shape.arc)
        self.bilinear = nn.Parameter(torch.eye(shape.arc) / shape.arc**0.5)
        self.head_bias = nn.Linear(shape.arc, 1)
        self.distance = nn.Linear(shape.width, DISTANCES)
        self.root = nn.Linear(shape.width, 1)
        self.label_dependent = nn.Linear(shape.width, shape.label)
        self.label_head = nn.Linear(shape.width, shape.label)
        self.label = nn.Linear(shape.label, shape.labels)

    def encode(self, features: Tensor, starts: np.ndarray) -> Tensor:
        columns = [self.word(features[:, 0]), self.word(features[:, 1])]
        columns += [t(features[:, i]) for i, t in enumerate(self.hashed, start=2)]
        a, b = self.enter(self.drop_in(torch.cat(columns, 1))).chunk(2, 1)
        x = torch.maximum(a, b)
        for block, (left, right) in zip(self.blocks, self._sides(starts), strict=True):
            x = block(x, left, right)
        return self.drop_out(self.leave(x))

    def _sides(self, starts: np.ndarray) -> list[tuple[Tensor, Tensor]]:
        sides = torch.from_numpy(neighbours(starts))
        return [(sides[2 * i], sides[2 * i + 1]) for i in range(len(DILATIONS))]

    def names(self, x: Tensor, starts: np.ndarray) -> Tensor:
        left, right = self._sides(starts)[0]
        padded = torch.cat([x, x.new_zeros(1, x.shape[1])])
        mixed = self.name_mix(torch.cat([padded[left], x, padded[right]], 1))
        return self.name(torch.relu(mixed))

    def arcs(self, x: Tensor) -> Arcs:
        dependent = torch.relu(self.dependent(x)) @ self.bilinear
        head = torch.relu(self.head(x))
        return Arcs(
            dependent,
            torch.cat([head, self.head_bias(head)], 1),
            self.distance(x),
            self.root(x).squeeze(1),
        )

    def label_parts(self, x: Tensor) -> tuple[Tensor, Tensor]:
        return self.label_dependent(x), self.label_head(x)
