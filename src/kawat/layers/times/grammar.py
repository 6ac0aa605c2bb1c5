"""The shapes of time expressions, as patterns over word classes (see lexer.CLASSES).

A rule is tried where a word of one of its first classes stands; of all rules that match there, the
longest match that its builder accepts wins. Every repetition is bounded, so that the search is
linear in the number of words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

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


_REACH = 24
"""words of a run by which the rules that fit are remembered; in a longer one all rules are tried"""


@dataclass(frozen=True, slots=True)
class Rule:
    """A shape and what makes expressions of it."""

    name: str
    shape: str
    match: Callable[[str, int], re.Match[str] | None]
    build: Builder


def rule(name: str, shape: str, build: Builder) -> Rule:
    """Make a rule; the shape is a regular expression over classes."""
    return Rule(name, shape, re.compile(shape).match, build)


class Grammar:
    """Rules by the classes that they begin with.

    Whether a shape fits hangs on no more than the run of classes up to the next one that is in no
    shape. Most runs are one word long and recur, so that the rules that fit each are remembered.
    """

    def __init__(self, rules: Iterable[tuple[str, Rule]]) -> None:
        self._rules: dict[str, tuple[Rule, ...]] = {}
        shapes: set[str] = set()
        for firsts, made in rules:
            shapes.update(made.shape)
            for first in firsts:
                self._rules[first] = (*self._rules.get(first, ()), made)
        run = rf"{_one_of(self._rules)}{_one_of(shapes)}{{,{_REACH - 1}}}"
        self._runs = re.compile(rf"(?=({run}))").finditer
        self._fitting = lru_cache(maxsize=1 << 12)(self._fitting_in)

    def parse(self, words: Words) -> list[Expression]:
        """Return the expressions of a text in order; none overlaps another."""
        found: list[Expression] = []
        after = 0
        for run in self._runs(words.codes):
            at = run.start()
            if at >= after and (fitting := self._fitting(run[1])):
                after, expressions = _longest(words, at, fitting)
                found += expressions
        return found

    def _fitting_in(self, run: str) -> tuple[Rule, ...]:
        """Return the rules whose shape fits, or may fit, at the beginning of a run."""
        rules = self._rules[run[0]]
        return rules if len(run) == _REACH else tuple(r for r in rules if r.match(run, 0))


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


def _one_of(classes: Iterable[str]) -> str:
    return f"[{re.escape(''.join(sorted(classes)))}]"
