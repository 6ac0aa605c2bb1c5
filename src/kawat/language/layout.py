"""How sentences lie in the one row of words that the network reads."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

DILATIONS = (1, 1, 2, 4, 8, 1)
"""At what distance each layer of the encoder looks to both sides."""

LONGEST_SENTENCE = 200
"""In words. Longer ones are analysed in parts: the cost of heads grows with the square."""

Ints = npt.NDArray[np.int64]


def neighbours(starts: Ints) -> Ints:
    """Return, for each layer, the rows to the left and to the right of every word.

    ``starts`` holds where each sentence starts, and the number of words at its end. The result
    has two rows for each layer; a neighbour outside the sentence is the row after the last.
    """
    total = int(starts[-1])
    lengths = np.diff(starts)
    first = np.repeat(starts[:-1], lengths)
    last = np.repeat(starts[1:], lengths)
    here = np.arange(total, dtype=np.int64)
    sides = np.empty((2 * len(DILATIONS), total), dtype=np.int64)
    for layer, distance in enumerate(DILATIONS):
        left, right = here - distance, here + distance
        sides[2 * layer] = np.where(left >= first, left, total)
        sides[2 * layer + 1] = np.where(right < last, right, total)
    return sides


_REACH = (1, 2, 3, 4, 5, 7, 10, 15, 21, 31)
"""How far the head of a word may be, in steps; the last one holds all that is farther."""
DISTANCES = 2 * len(_REACH)


def distance_steps(words: int) -> Ints:
    """Return the step of the distance from every word (row) to every other (column).

    Steps below ``len(_REACH)`` are to the left, the others to the right.
    """
    here = np.arange(words, dtype=np.int64)
    ahead = here[None, :] - here[:, None]
    step = np.searchsorted(_REACH, np.maximum(abs(ahead), 1), side="right") - 1
    steps: Ints = np.where(ahead < 0, step, step + len(_REACH))
    return steps
