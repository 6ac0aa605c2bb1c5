"""Patterns made from lists of words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

_Node: TypeAlias = "dict[str, _Node]"


def any_of(words: Iterable[str]) -> str:
    """Return a pattern that matches any of the words, the longest first.

    Words that begin alike share their beginning in the pattern, so that a search over a text
    costs about the same for ten words and for a thousand. The pattern is one group; it can't
    backtrack further than its longest word.
    """
    trie: _Node = {}
    for word in words:
        node = trie
        for char in word:
            node = node.setdefault(char, {})
        node[""] = {}
    return _pattern(trie) if trie else r"(?!)"


def _pattern(node: _Node) -> str:
    branches = []
    for char in sorted(c for c in node if c):
        shared = re.escape(char)
        below = node[char]
        while len(below) == 1 and "" not in below:
            (next_char,) = below
            shared += re.escape(next_char)
            below = below[next_char]
        branches.append(shared if set(below) == {""} else shared + _pattern(below))
    body = f"(?:{'|'.join(branches)})"
    return f"{body}?" if "" in node else body
