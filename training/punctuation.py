"""Hang punctuation where the guidelines of Universal Dependencies have it.

The older release of the treebank that is trained from hangs it elsewhere than the present one
(they agree on six marks of ten). The rules are those of the guidelines (universaldependencies.org/
u/dep/punct.html), as the present release follows them: paired marks hang on the head of what they
enclose; any other mark on the lower of the two phrases that it parts, climbed up on either side
as far as the mark is not crossed.
"""

from __future__ import annotations

from data import Sentence

PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", '"': '"', "``": "''", "'": "'"}
FINAL = frozenset((".", "!", "?", "...", "…"))


def rehang(sentence: Sentence) -> Sentence:
    """Return the sentence with new heads for its punctuation."""
    heads = _Rehanger(sentence).run()
    return Sentence(sentence.forms, sentence.tags, heads, sentence.labels, sentence.names)


class _Rehanger:
    def __init__(self, sentence: Sentence) -> None:
        self.forms = sentence.forms
        self.heads = list(sentence.heads or ())
        self.mark = [tag == "PUNCT" for tag in sentence.tags or ()]

    def run(self) -> list[int]:
        root = next(i for i, h in enumerate(self.heads) if i == h)
        if self.mark[root]:
            return self.heads
        for i, head in enumerate(self.heads):
            while self.mark[head]:
                head = self.heads[head]
            if not self.mark[i]:
                self.heads[i] = head
        pairs = self._pairs()
        opening = {a for a, _ in pairs}
        closing = {b for _, b in pairs}
        hung = {end for pair in pairs if self._hang_pair(*pair) for end in pair}
        for i, is_mark in enumerate(self.mark):
            if is_mark and i not in hung:
                self.heads[i] = self._between(i, opening, closing, root)
        return self.heads

    def _pairs(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        waiting: list[int] = []
        for i, form in enumerate(self.forms):
            opened = [n for n, a in enumerate(waiting) if PAIRS[self.forms[a]] == form]
            if self.mark[i] and opened:
                found.append((waiting[opened[-1]], i))
                del waiting[opened[-1] :]
            elif self.mark[i] and form in PAIRS:
                waiting.append(i)
        return found

    def _hang_pair(self, start: int, end: int) -> bool:
        """Hang both marks on what they enclose, where that has one head."""
        tops = [
            i
            for i in range(start + 1, end)
            if not self.mark[i] and (self.heads[i] == i or not start < self.heads[i] < end)
        ]
        if len(tops) == 1:
            self.heads[start] = self.heads[end] = tops[0]
        return len(tops) == 1

    def _between(self, at: int, opening: set[int], closing: set[int], root: int) -> int:
        left = self._climb(at, self._next_word(at, -1, opening))
        right = None
        if self.forms[at] not in FINAL:
            right = self._climb(at, self._next_word(at, 1, closing))
        if left is None or right is None:
            return next((side for side in (left, right) if side is not None), root)
        return left if self._is_under(left, right) else right

    def _next_word(self, at: int, step: int, wall: set[int]) -> int | None:
        at += step
        while 0 <= at < len(self.forms) and self.mark[at]:
            if at in wall:
                return None
            at += step
        return at if 0 <= at < len(self.forms) else None

    def _climb(self, at: int, word: int | None) -> int | None:
        """Climb from a word as long as its head stands on the same side of the mark."""
        while word is not None and (head := self.heads[word]) != word:
            if (head < at) != (word < at):
                break
            word = head
        return word

    def _is_under(self, word: int, ancestor: int) -> bool:
        while word != ancestor and self.heads[word] != word:
            word = self.heads[word]
        return word == ancestor
