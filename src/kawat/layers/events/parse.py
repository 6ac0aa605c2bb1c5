"""What the dependency parse says of a verb's parties (UD labels), for where patterns end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from kawat.draft import Token
from kawat.layers.events.grammar import words
from kawat.layers.events.units import Clauses

_SUBJECT = ("nsubj", "nsubj:pass")
_OBJECT = ("obj", "iobj")
_AGENT = ("obl:agent", "obl")
_SHARED = ("xcomp", "advcl", "conj", "ccomp", "acl")
_DEEPEST = 4


class Parse:
    """The tokens of one sentence with their children, addressed by unit."""

    def __init__(self, tokens: Sequence[Token], first: int, clauses: Clauses) -> None:
        self._tokens = tokens
        self._first = first
        self._starts = [t.start for t in tokens]
        self._clauses = clauses
        self._children: dict[int, list[int]] = {}
        for n, token in enumerate(tokens):
            head = token.head - first
            if head != n:
                self._children.setdefault(head, []).append(n)

    def tag(self, unit: int) -> str:
        """Return the tag of the word at a unit."""
        return self._tokens[self._token(unit)].tag

    def subject(self, unit: int) -> int | None:
        """Return the unit of the subject of the verb at ``unit``, also one that it shares."""
        return self._subject(self._token(unit), 0)

    def object(self, unit: int) -> int | None:
        """Return the unit of the object of the verb at ``unit``."""
        return self._child(self._token(unit), _OBJECT)

    def _subject(self, n: int, depth: int) -> int | None:
        token = self._tokens[n]
        found = self._child(n, _SUBJECT)
        if found is not None and self._clauses.form(found) != "yang":
            return found
        head = token.head - self._first
        if not 0 <= head < len(self._tokens) or head == n or depth > _DEEPEST:
            return None
        if token.label == "acl:relcl":
            return self._unit(head)
        if token.label not in _SHARED:
            return None
        if token.label == "xcomp" and self._tokens[head].form.lower() in words("object-control"):
            return self._child(head, _OBJECT)
        return self._subject(head, depth + 1)

    def _child(self, n: int, labels: tuple[str, ...]) -> int | None:
        for label in labels:
            for child in self._children.get(n, ()):
                if self._tokens[child].label == label:
                    return self._unit(child)
        return None

    def _token(self, unit: int) -> int:
        return max(0, bisect_right(self._starts, self._clauses.units[unit].start) - 1)

    def _unit(self, n: int) -> int:
        return self._clauses.at(self._tokens[n].start)
