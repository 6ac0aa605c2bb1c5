"""What the network sees of a word: eight numbers that follow from its form alone.

A word is a token with its clitic, as the treebanks have it. Each column of the numbers has its
own table of vectors in the network; the first two (the word and its root) share one.
"""

from __future__ import annotations

from collections.abc import Iterable
from zlib import crc32

from kawat.language.morphology import analyse

COLUMNS = ("word", "root", "prefix", "suffix", "ending", "shape", "affix", "habit")
HASHED = {"prefix": 4096, "suffix": 4096, "ending": 8192, "shape": 256, "affix": 32, "habit": 256}
"""How many rows the hashed columns have."""
HABITS = 1 << 19
"""How many words the table of habits tells apart."""
UNKNOWN = 0
_SHAPE_RUN = 4
_LONGEST = 64
_REMEMBERED = 1 << 14

_KINDS = ("verb", "noun", "base", "number")
_VOICES = (None, "active", "passive")
_DIGITS = str.maketrans("123456789", "000000000")


def norm(form: str) -> str:
    """Return the form under which a word is looked up: lower case, every digit a zero."""
    return form[:_LONGEST].casefold().translate(_DIGITS)


def bucket(kind: str, value: str) -> int:
    """Return the row of a hashed value; stable over runs and machines."""
    return crc32(value.encode("utf-8", "surrogatepass")) % HASHED[kind]


def habit_row(form: str) -> int:
    """Return the row of a word in the table of habits."""
    return crc32(norm(form).encode("utf-8", "surrogatepass")) % HABITS


def shape(form: str) -> str:
    """Return the shape of a word: ``Xxxxx`` for Moskow, ``XX-dd`` for KC-46; runs are cut."""
    out: list[str] = []
    for c in form[:_LONGEST]:
        mark = "X" if c.isupper() else "x" if c.isalpha() else "d" if c.isdigit() else c
        if out[-_SHAPE_RUN:] != [mark] * _SHAPE_RUN:
            out.append(mark)
    return "".join(out)


class Features:
    """Turns words into numbers, and remembers those it has seen.

    ``vocabulary`` are the words with a vector of their own, from row 1; ``habits`` tells, for
    ``habit_row`` of a word, how it is used: whether it is mostly capitalised, and in how many
    names of persons, bodies and places it stands (one byte).
    """

    def __init__(self, vocabulary: Iterable[str], habits: bytes) -> None:
        self.rows = {word: row for row, word in enumerate(vocabulary, start=1)}
        self.habits = habits
        self._seen: dict[str, tuple[int, ...]] = {}

    def of(self, form: str) -> tuple[int, ...]:
        """Return the numbers of a word, one for each of :data:`COLUMNS`."""
        found = self._seen.get(form)
        if found is None:
            if len(self._seen) >= _REMEMBERED:
                self._seen.clear()
            found = self._seen[form] = self._make(form)
        return found

    def _make(self, form: str) -> tuple[int, ...]:
        lower = norm(form)
        morph = analyse(lower)
        root, affix = lower, 0
        if morph:
            root = morph.root
            affix = 1 + _KINDS.index(morph.kind) * len(_VOICES) + _VOICES.index(morph.voice)
        return (
            self.rows.get(lower, UNKNOWN),
            self.rows.get(root, UNKNOWN),
            bucket("prefix", lower[:3]),
            bucket("suffix", lower[-3:]),
            bucket("ending", lower[-5:]),
            bucket("shape", shape(form)),
            affix,
            self.habits[habit_row(form)],
        )
