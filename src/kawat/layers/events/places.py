"""The places of a clause where parties stand: subject, object, genitive, after a preposition.

Each is found by patterns of units and looks only as far as the clause goes; the parse is asked
where the patterns find no subject.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property

from kawat.layers.events.grammar import HARD, QUOTES, ends_phrase, is_mark, is_verb, words
from kawat.layers.events.groups import Group, groups, parties
from kawat.layers.events.parse import Parse
from kawat.layers.events.units import Clauses, Party
from kawat.reading import Span

_TIED = frozenset({"setelah", "usai", "seusai", "sebelum", "sambil", "ketika", "saat", "selain"})
"""words that open a clause whose subject may follow in the main clause"""
NEAR = 5
"""units between a noun and what it hangs on, at most"""
_FAR = 80
"""units between a verb and its subject, at most; no clause of a report is longer"""


class Sentence:
    """A sentence's units and groups, with the questions that a frame asks of them."""

    def __init__(
        self,
        clauses: Clauses,
        speakers: Mapping[Span, Party] | None = None,
        states: Mapping[str, str] | None = None,
    ) -> None:
        self.clauses = clauses
        self.speakers = speakers or {}
        self.states = states or {}

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups of mentions, in text order."""
        return groups(self.clauses)

    @cached_property
    def places(self) -> frozenset[str]:
        """The ids of the mentions that are places."""
        return frozenset(e for u in self.clauses.units if u.kind == "place" for e in u.party)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The ids of the mentions that are countries."""
        return frozenset(e for u in self.clauses.units if u.kind == "country" for e in u.party)

    @cached_property
    def parse(self) -> Parse | None:
        """The parse of the sentence, where it has tokens."""
        clauses = self.clauses
        return Parse(clauses.tokens, clauses.first, clauses) if clauses.tokens else None

    def subject(self, i: int) -> Party:
        """Return the subject of the verb at ``i``: in its clause, by relative, or by control."""
        k = i - 1
        while self.clauses.form(k) in words("auxiliaries"):
            k -= 1
        if self.clauses.form(k) == "yang":
            return self._antecedent(k)
        if self.clauses.form(k) in words("first-person"):
            return self.speaker(k)
        if self._has_own_subject(k):
            return ()
        for group in self._groups_before(i):
            if self._cut(group.last, i):
                break
            beside = self._reported(group) or self._controls(group, i) or self._absolute(group, i)
            if group.role == "free" or beside:
                return parties(self.clauses, group)
        return self._following(i) or self._parsed(i)

    def host(self, k: int) -> Party:
        """Return who does what the word at ``k`` brings in: `disampaikan X dalam pertemuan`."""
        form = self.clauses.form
        for group in self._groups_before(k)[:1]:
            done = group.role == "verb" and form(group.governor).startswith("di")
            if done and all(not is_mark(form(n)) for n in range(group.last + 1, k)):
                return parties(self.clauses, group)
        return self.subject(k)

    def _has_own_subject(self, k: int) -> bool:
        """Tell whether a clause begins with a noun that is no mention: `saat bom menewaskan X`."""
        form = self.clauses.form
        for n in range(k, max(-1, k - NEAR), -1):
            word = form(n)
            if self.clauses.is_mention(n) or is_mark(word) or word in words("prepositions"):
                return False
            if word in words("saying") or (word in words("subordinators") and word != "yang"):
                return n < k and form(n + 1) not in words("self") and form(n + 2) != "nya"
            if word == "yang" or is_verb(word) or word in words("coordinators"):
                return False
        return False

    def _near(self, start: int, stop: int) -> Sequence[Group]:
        """Return the groups that begin from unit ``start`` to before ``stop``."""
        first = bisect_left(self.groups, start, key=lambda g: g.first)
        return self.groups[first : bisect_left(self.groups, stop, key=lambda g: g.first)]

    def groups_after(self, i: int) -> Sequence[Group]:
        """Return the groups that begin after unit ``i``, within a clause."""
        return self._near(i + 1, i + _FAR)

    def _groups_before(self, i: int) -> list[Group]:
        """Return the groups that end before unit ``i``, nearest first, within a clause."""
        return [g for g in reversed(self._near(i - _FAR, i)) if g.last < i]

    def _parsed(self, i: int) -> Party:
        """Return the subject that the parse gives the verb at ``i``."""
        unit = self.parse.subject(i) if self.parse else None
        return () if unit is None else self._at_unit(unit)

    def _at_unit(self, unit: int) -> Party:
        """Return the group at a unit, or of the first mention in the noun phrase there."""
        if self.clauses.is_mention(unit):
            return self._starting(unit)
        return self.genitive(unit)

    def says_we(self, i: int) -> bool:
        """Tell whether the subject of the verb at ``i`` is ``kami`` or ``kita``."""
        k = i - 1
        while self.clauses.form(k) in words("auxiliaries"):
            k -= 1
        return self.clauses.form(k) in ("kami", "kita")

    def speaker(self, k: int) -> Party:
        """Return who says ``saya`` or ``kami`` at unit ``k``."""
        start = self.clauses.units[k].start
        return next((p for span, p in self.speakers.items() if span.start <= start < span.end), ())

    def _reported(self, group: Group) -> bool:
        """Tell whether a verb of saying stands before: `mengatakan Iran menyerang`."""
        return group.role == "verb" and self.clauses.form(group.governor) in words("saying")

    def _absolute(self, group: Group, i: int) -> bool:
        """Tell whether the group is a subject after ``dengan``: `…, dengan Rusia mendukung X`."""
        form = self.clauses.form
        between = range(group.last + 1, i)
        return (
            group.role == "dengan"
            and form(group.governor - 1) == ","
            and all(form(k) in words("auxiliaries") for k in between)
        )

    def _following(self, i: int) -> Party:
        """Return the subject of the main clause after one without: `usai bertemu B, A pulang`."""
        form = self.clauses.form
        back = [form(k) for k in range(max(0, i - 3), i)]
        if not any(w in _TIED for w in back):
            return ()
        for group in self._near(i + 1, i + _FAR):
            if group.role == "free" and form(group.governor) == ",":
                return parties(self.clauses, group)
        return ()

    def _cut(self, start: int, stop: int) -> bool:
        """Tell whether a mark that no clause reaches across lies between."""
        between = [self.clauses.form(k) for k in range(start + 1, stop)]
        quotes = sum(form in QUOTES for form in between)
        return quotes % 2 == 1 or any(form in (";", ":") for form in between)

    def _controls(self, group: Group, i: int) -> bool:
        """Tell whether the group is asked to do what the verb at ``i`` says."""
        form = self.clauses.form
        if any(form(k) == "," for k in range(group.last + 1, i)):
            return False
        if group.role == "verb":
            return form(group.governor) in words("object-control")
        if group.role in ("kepada", "pada", "terhadap"):
            back = range(max(0, group.governor - 4), group.governor)
            return any(form(k) in words("object-control") for k in back)
        return False

    def _antecedent(self, k: int) -> Party:
        """Return whom a relative clause at ``yang`` (unit ``k``) hangs on."""
        form = self.clauses.form
        for group in self._groups_before(k):
            gap = range(group.last + 1, k)
            near = len(gap) <= 3 and not any(is_verb(form(n)) or form(n) in HARD for n in gap)
            if not near or (group.role in ("di", "ke") and form(k - 1) == ","):
                return ()
            if len(group.members) == 1 or group.role == "antara" or form(k + 2) == "saling":
                return parties(self.clauses, group)
            return self.clauses.units[group.members[-1]].party
        return ()

    def object(self, i: int) -> Party:
        """Return the first mention after a verb, also as the genitive of its object."""
        k, shared = i + 1, False
        if self.clauses.form(k) == "bahwa" or is_verb(self.clauses.form(k)):
            k += 1  # a second verb of the same subject: `siap membantu X`
        while k < min(i + _FAR, len(self.clauses.units)):
            if self.clauses.is_mention(k):
                return self._starting(k)
            form = self.clauses.form(k)
            if form in ("dan", ",") and not shared and (verb := self._verb_at(k + 1)):
                k, shared = verb + 1, True
                continue
            if ends_phrase(form) and form not in ("(", ")"):
                return ()
            k += 1
        return ()

    def _verb_at(self, k: int) -> int | None:
        """Return the verb that stands at unit ``k`` or after auxiliaries from there."""
        while self.clauses.form(k) in words("auxiliaries"):
            k += 1
        return k if is_verb(self.clauses.form(k)) else None

    def genitive(self, i: int) -> Party:
        """Return whose the noun at ``i`` is: ``serangan udara Rusia``."""
        bracket = False
        for k in range(i + 1, min(i + 1 + NEAR, len(self.clauses.units))):
            form = self.clauses.form(k)
            bracket = form == "(" or (bracket and form != ")")
            if bracket or form == ")":
                continue
            if self.clauses.is_mention(k):
                return self._starting(k)
            if form != "milik" and (ends_phrase(form) or form in words("auxiliaries")):
                return ()
        return ()

    def _starting(self, k: int) -> Party:
        """Return the group that begins at unit ``k``, or from there on."""
        for group in self._near(k - _FAR, k + 1):
            if group.first <= k <= group.last:
                members = tuple(m for m in group.members if m >= k)
                return parties(
                    self.clauses, Group(k, group.last, members, group.role, group.governor)
                )
        return ()

    def agent(self, i: int) -> Party:
        """Return who does what the passive verb at ``i`` says: ``oleh X``, or bare after it."""
        bare = self.genitive(i)
        return self.after("oleh", i) or bare

    def after(self, preposition: str, i: int) -> Party:
        """Return the first mentions that a preposition governs after unit ``i``."""
        stop = self._reach(i)
        for group in self._near(i, stop + _FAR):
            if i < group.governor < stop and group.role == preposition:
                return parties(self.clauses, group)
        return ()

    def _reach(self, i: int) -> int:
        """Return where the phrases that hang on the word at ``i`` end."""
        commas = 0
        start = i + 1
        if (done := self.passive_after(i)) is not None:
            start = done + 1
        end = min(i + _FAR, len(self.clauses.units))
        for k in range(start, end):
            form = self.clauses.form(k)
            if form in HARD or form in words("subordinators"):
                return k
            commas += form == ","
            joined = form.startswith("di") and self.clauses.form(k - 1) in words("coordinators")
            if joined and k <= i + 2:
                continue  # `didukung dan dilindungi oleh X`
            if is_verb(form) and (commas or k > i + 1) and form not in words("auxiliaries"):
                return k
        return end

    def light_verb(self, i: int) -> int | None:
        """Return the unit of the verb that the noun at ``i`` is the object of, if one is near."""
        for k in range(i - 1, max(-1, i - 1 - NEAR), -1):
            form = self.clauses.form(k)
            if is_verb(form):
                return k
            if self.clauses.is_mention(k) or is_mark(form) or form in words("prepositions"):
                return None
        return None

    def passive_after(self, i: int) -> int | None:
        """Return the unit of the passive light verb after a noun: `serangan yang dilancarkan`."""
        for k in range(i + 1, min(i + 7, len(self.clauses.units))):
            form = self.clauses.form(k)
            if form in words("light-passive"):
                return k
            if is_mark(form) or (is_verb(form) and form not in words("auxiliaries")):
                return None
        return None

    def before(self, i: int, governors: tuple[str, ...]) -> int | None:
        """Return the unit of one of these words where the noun at ``i`` hangs on it."""
        for k in range(i - 1, max(-1, i - NEAR), -1):
            form = self.clauses.form(k)
            if form in governors:
                return k
            if self.clauses.is_mention(k) or is_mark(form) or is_verb(form):
                return None
        return None
