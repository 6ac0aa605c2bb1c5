"""The shapes of time expressions, as patterns over word classes (see lexer.CLASSES).

A rule is tried where a word of one of its first classes stands; of all rules that match there, the
longest match that its builder accepts wins. Every repetition is bounded, so that the search is
linear in the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from kawat.draft import Expression
from kawat.layers.times.lexer import Words

Builder = Callable[[Words, re.Match[str]], list[Expression] | None]
"""Makes the expressions of a match; ``None`` if the words are not of this shape after all, an empty
list if they are but are no time (an age, a birthday)."""

TAIL = "(?:r?[lf]|i|K|w[lfiK]|or?[lfiK]|Yr?[lfiK])"
ZONE = r"(?:z|\(z\)|as(?:\(A\))?|\(as\)|aA{1,2}|\(aA{1,2}\))"
MARKED_CLOCK = r"[kj](?:d[.:]d(?:[.:]d)?|d)"
CLOCK = rf",?q?(?:{MARKED_CLOCK}|d:d(?::d)?|d\.d(?=z|as))"
DAY_IN_NUMBERS = rf"\([dD]/[dD](?:/[dyD])?P?(?:{ZONE})?\)"
DAY_IN_WORDS = r"g?d-?(?:M|m(?:\.(?=y))?)(?:,?Y?y)?"
FULL_NUMBERS = r"d/d/[dy](?!/)|d-d-y|d\.d\.y|y-d-d(?![-/])"
AFTER = rf"(?P<tail2>{TAIL})?(?P<part>,?P)?(?P<clock>{CLOCK})?(?P<zone>{ZONE})?"
NUM = r"N{1,8}|[dDy](?:[,.][dDy])?N{0,3}|V"
COUNT = r"[hwoYjUP]"


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape and what makes expressions of it."""

    name: str
    match: Callable[[str, int], re.Match[str] | None]
    build: Builder


def rule(name: str, shape: str, build: Builder) -> Rule:
    """Make a rule; the shape is a regular expression over classes."""
    return Rule(name, re.compile(shape).match, build)


def parse(words: Words, rules: dict[str, tuple[Rule, ...]]) -> list[Expression]:
    """Return the expressions of a text in order; none overlaps another."""
    codes = words.codes
    found: list[Expression] = []
    after = 0
    for at, code in enumerate(codes):
        if at >= after and code in rules:
            after, expressions = _longest(words, at, rules[code])
            found += expressions
    return found


def _longest(words: Words, at: int, rules: tuple[Rule, ...]) -> tuple[int, list[Expression]]:
    """Return where the longest shape here ends, and its expressions."""
    codes = words.codes
    matches = [(m.end(), r, m) for r in rules if (m := r.match(codes, at))]
    if len(matches) > 1:
        matches.sort(key=lambda x: -x[0])
    for end, chosen, match in matches:
        expressions = chosen.build(words, match)
        if expressions is not None:
            return end, expressions
    return at + 1, []
