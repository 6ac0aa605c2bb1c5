"""From the network's scores to a tree and to names."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from kawat.language.layout import LONGEST_SENTENCE, distance_steps

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

BIO = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG", "B-LOC", "I-LOC")


def best_tree(dependent: Floats, head: Floats, distance: Floats, root: Floats) -> Ints:
    """Return the head of every word of one sentence: a tree with one root, its own head.

    ``dependent`` is [words, arc], ``head`` [words, arc + 1] with a bias in its last column,
    ``distance`` [words, steps] (it scores a head by how far it is), ``root`` [words]. Mostly the
    best head of each word makes a tree already; where it does not, the maximum spanning tree is
    taken (Chu and Liu 1965, Edmonds 1967).
    """
    n = len(root)
    if n == 1:
        return np.zeros(1, dtype=np.int64)
    scores = dependent @ head[:, :-1].T + head[:, -1]
    scores += np.take_along_axis(distance, _steps()[:n, :n], 1)
    own = np.arange(n)
    scores[own, own] = root
    scores -= scores.max(1, keepdims=True)
    scores -= np.log(np.exp(scores).sum(1, keepdims=True))
    top = int(scores[own, own].argmax())
    scores[own, own] = -np.inf
    heads: Ints = scores.argmax(1)
    heads[top] = top
    if not _has_cycle(heads):
        return heads
    return _spanning_tree(scores.astype(np.float64), top)


@cache
def _steps() -> Ints:
    return distance_steps(LONGEST_SENTENCE)


def _has_cycle(heads: Ints) -> bool:
    """Tell whether some word never reaches the root: double the step until all have."""
    reach = heads
    for _ in range(len(heads).bit_length()):
        reach = reach[reach]
    return bool((reach != heads[reach]).any())


def _spanning_tree(scores: npt.NDArray[np.float64], top: int) -> Ints:
    """Return the maximum spanning tree by contracting cycles, one after the other."""
    n = len(scores)
    heads: Ints = scores.argmax(1)
    heads[top] = top
    cycle = _cycle(heads, top)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    kept = scores[cycle, heads[cycle]]
    # enter the cycle at the word where that loses least
    entering = scores[np.ix_(cycle, outside)] - kept[:, None]
    enter_at = entering.argmax(0)
    leaving = scores[np.ix_(outside, cycle)]
    leave_at = leaving.argmax(1)
    m = len(outside)
    smaller = np.full((m + 1, m + 1), -np.inf)
    smaller[:m, :m] = scores[np.ix_(outside, outside)]
    smaller[m, :m] = entering.max(0)
    smaller[:m, m] = leaving.max(1)
    new_top = int(np.flatnonzero(outside == top)[0])
    solved = _spanning_tree(smaller, new_top)
    for i, word in enumerate(outside):
        heads[word] = outside[solved[i]] if solved[i] < m else cycle[leave_at[i]]
    heads[top] = top
    entry = cycle[enter_at[solved[m]]]
    heads[entry] = outside[solved[m]]
    return heads


def _cycle(heads: Ints, top: int) -> Ints | None:
    """Return the words of one cycle, ``None`` where there is none."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[top] = 2
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return np.array(path[path.index(at) :], dtype=np.int64)
        state[path] = 2
    return None


_FOLLOWS = np.array([[b[0] != "I" or a[2:] == b[2:] for b in BIO] for a in BIO])
"""Whether the second label may stand after the first."""
_STEP = np.where(_FOLLOWS, 0.0, -1e9)
_FIRST = _STEP[0]


def best_names(scores: Floats, starts: Ints) -> Ints:
    """Return the likeliest BIO label of every word (indices in :data:`BIO`).

    ``scores`` is [words, labels] over all sentences, ``starts`` where each starts and the number
    of words. Mostly the best label of each word holds together with its neighbours; the sentences
    where it does not are worked out as a whole (Viterbi 1967).
    """
    best: Ints = scores.argmax(1)
    before = np.concatenate([[0], best[:-1]])
    before[starts[:-1]] = 0
    broken = np.flatnonzero(~_FOLLOWS[before, best])
    for n in sorted(set((np.searchsorted(starts, broken, side="right") - 1).tolist())):
        part = slice(starts[n], starts[n + 1])
        best[part] = _best_path(scores[part])
    return best


def _best_path(scores: Floats) -> Ints:
    total = scores[0] + _FIRST
    back = np.zeros(scores.shape, dtype=np.int64)
    for i in range(1, len(scores)):
        paths = total[:, None] + _STEP
        back[i] = paths.argmax(0)
        total = paths.max(0) + scores[i]
    path = np.empty(len(scores), dtype=np.int64)
    path[-1] = total.argmax()
    for i in range(len(scores) - 1, 0, -1):
        path[i - 1] = back[i, path[i]]
    return path
