"""The phrases that follow a word: its object, genitive, agent, and those with a preposition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from kawat.layers.events.governors import NEAR, passive_after
from kawat.layers.events.grammar import HARD, ends_phrase, is_verb, words
from kawat.layers.events.groups import Group, groups, parties
from kawat.layers.events.units import Clauses, Party

FAR = 80
"""units between a verb and its subject, at most; no clause of a report is longer"""

_AGAINST = frozenset({"menentang", "melawan"})


class Phrases:
    """A sentence's units and groups, with what stands after a word of it."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of mentions, in text order."""
        return groups(self.clauses)

    def object(self, i: int) -> Party:
        """Return the first mention after a verb, also as the genitive of its object."""
        k, shared = i + 1, False
        if self.clauses.form(k) == "bahwa" or is_verb(self.clauses.form(k)):
            k += 1  # a second verb of the same subject: `siap membantu X`
        while k < min(i + FAR, len(self.clauses.units)):
            if self.clauses.is_mention(k):
                return self.starting(k)
            form = self.clauses.form(k)
            if form in ("agar", "supaya") and k == i + 1:
                k += 1
                continue
            if form in ("dan", ",") and not shared and (verb := self._verb_at(k + 1)):
                k, shared = verb + 1, True
                continue
            if ends_phrase(form) and form not in ("(", ")"):
                return ()
            k += 1
        return ()

    def doer(self, i: int) -> Party:
        """Return who did the object of the verb at ``i``: `mengutuk serangan yang dilakukan X`."""
        for k in range(i + 1, min(i + 1 + NEAR, len(self.clauses.units))):
            form = self.clauses.form(k)
            if form == "yang":
                verb = self._verb_at(k + 1)
                done = verb is not None and self.clauses.form(verb).startswith("di")
                return self.agent(verb) if verb is not None and done else ()
            if self.clauses.is_mention(k) or ends_phrase(form):
                return ()
        return ()

    def genitive(self, i: int) -> Party:
        """Return whose the noun at ``i`` is: ``serangan udara Rusia``."""
        bracket = False
        for k in range(i + 1, min(i + 1 + NEAR, len(self.clauses.units))):
            form = self.clauses.form(k)
            bracket = form == "(" or (bracket and form != ")")
            if bracket or form == ")":
                continue
            if self.clauses.is_mention(k):
                return self.starting(k)
            if form != "milik" and (ends_phrase(form) or form in words("auxiliaries")):
                return ()
        return ()

    def target(self, i: int) -> bool:
        """Tell whether the noun at ``i`` is followed by the thing that it is done to."""
        return self.clauses.form(i + 1) in words("targets")

    def agent(self, i: int) -> Party:
        """Return who does what the passive verb at ``i`` says: ``oleh X``, or bare after it."""
        bare = self.genitive(i)
        if bare and self.clauses.is_mention(i + 1):
            return bare  # `dipimpin X dan dihadiri oleh Y`
        return self.after("oleh", i) or bare

    def after(self, preposition: str, i: int) -> Party:
        """Return the first mentions that a preposition governs after unit ``i``."""
        stop = self._reach(i)
        for group in self.near(i, stop + FAR):
            if i < group.governor < stop and group.role == preposition:
                return parties(self.clauses, group)
        return ()

    def groups_after(self, i: int) -> Sequence[Group]:
        """Return the groups that begin after unit ``i``, within a clause."""
        return self.near(i + 1, i + FAR)

    def near(self, start: int, stop: int) -> Sequence[Group]:
        """Return the groups that begin from unit ``start`` to before ``stop``."""
        first = bisect_left(self.groups, start, key=lambda g: g.first)
        return self.groups[first : bisect_left(self.groups, stop, key=lambda g: g.first)]

    def starting(self, k: int) -> Party:
        """Return the group that begins at unit ``k``, or from there on."""
        for group in self.near(k - FAR, k + 1):
            if group.first <= k <= group.last:
                members = tuple(m for m in group.members if m >= k)
                return parties(
                    self.clauses, Group(k, group.last, members, group.role, group.governor)
                )
        return ()

    def _reach(self, i: int) -> int:
        """Return where the phrases that hang on the word at ``i`` end."""
        commas = 0
        start = i + 1
        if (done := passive_after(self.clauses, i)) is not None:
            start = done + 1
        end = min(i + FAR, len(self.clauses.units))
        for k in range(start, end):
            form = self.clauses.form(k)
            if form == "yang" and self.clauses.form(k + 1) in words("lasting") | _AGAINST:
                continue  # `perang yang berkecamuk antara A dan B`
            if form in HARD or form in words("subordinators"):
                return k
            commas += form == ","
            joined = form.startswith(("di", "ter")) and self._joins(k)
            if joined or form in words("lasting"):
                continue  # `didukung dan dilindungi oleh X`
            if is_verb(form) and (commas or k > i + 1) and form not in words("auxiliaries"):
                return k
        return end

    def _joins(self, k: int) -> bool:
        """Tell whether the word at ``k`` goes on with the one before it: `dan`, `, juga`."""
        form = self.clauses.form
        return form(k - 1) in words("coordinators") or (
            form(k - 1) == "juga" and form(k - 2) == ","
        )

    def _verb_at(self, k: int) -> int | None:
        """Return the verb that stands at unit ``k`` or after auxiliaries from there."""
        while self.clauses.form(k) in words("auxiliaries"):
            k += 1
        return k if is_verb(self.clauses.form(k)) else None
