"""Who speaks: the subject of a cue, and what pronouns and clitics stand for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from kawat.draft import Draft
from kawat.layers.statements.cues import Cue
from kawat.layers.statements.newcomers import Mention, Newcomers
from kawat.layers.statements.patterns import one_of
from kawat.layers.statements.units import Unit
from kawat.reading import Entity, Span

_PREPOSITION = re.compile(
    rf"\b(?!di mana\b)(?:{one_of('prepositions')}|yang (?:di|ter)\w+)(?:\s+[a-z][\w-]*){{0,2}}\s*$"
    rf"|\b{one_of('met')}(?:\s+[\w-]+){{0,4}}\s*$"
)
_ADVERBS = re.compile(rf"(?:[\s,]|\b{one_of('adverbs')}\b|\([^)]*\)|\d)*$", re.IGNORECASE)
_STOP = re.compile(rf"\b{one_of('stops')}\b|[:;]")
_LAST_SPEAKER = rf"(?:{one_of('pronouns')}|{one_of('last_speaker')})\b"
_PRONOUN = re.compile(rf"\s*{_LAST_SPEAKER}", re.IGNORECASE)
_SUBJECT_PRONOUN = re.compile(rf"\b{_LAST_SPEAKER}", re.IGNORECASE)
_STATEMENT_OF = re.compile(rf"\s+(?:sebuah\s+)?{one_of('said')}(?:\s+(?:dari|oleh))?(?=\s)")
_OWNED = re.compile(rf"\b(?i:{one_of('doings')})\s+(?:[A-Z][\w.]*\s+){{0,3}}$")
_FAR = re.compile(rf"\s*(?:bersama|yang|dari|{one_of('people')}|[A-Z])")
_WITH = re.compile(rf"\b{one_of('with')}(?:\s+[a-z][\w-]*){{0,2}}\s*$")
_THROUGH = re.compile(rf"\b(?:melalui|lewat)\s+{one_of('through')}(?:nya)?(?:\s+[\w-]+){{0,5}}\s*$")
_JOINS = re.compile(r"(?:,\s*(?:dan|serta|dengan|seraya|sambil|lalu|kemudian)|\b(?:dan|serta))\b")
_AND = re.compile(r"\b(?:dan|serta|beserta|maupun)\b")
_APPOSED = re.compile(r",\s*(?:[A-Z][\w.]*\s+){0,4}$")
_TO = re.compile(r"\b(?:kepada|dalam|saat|ketika|usai|seperti|dikutip|dilansir|seraya|sambil)\b")
_ENDS_IN_PRONOUN = re.compile(
    rf"(?<!\w){_LAST_SPEAKER}(?:[\s,]|\b{one_of('adverbs')}\b)*$", re.IGNORECASE
)
_COMES_FROM = re.compile(
    r"\b(?:datang dari|di(?:sampai|ungkap|kata|tegas|kemuka|utara|lontar|jelas|papar)kan)"
    r"(?:\s+oleh)?(?:\s+[\w-]+){0,6}\s*$"
)
_ROLE = re.compile(rf"{one_of('roles')}\b[^,.;]{{0,60}}\b{one_of('definite')}\b", re.IGNORECASE)
_CONNECTORS = re.compile(rf"\s*(?:{one_of('connectors')}\b,?\s*)*", re.IGNORECASE)
_PRONOUN_ALONE = re.compile(
    rf"[\s,]*{_LAST_SPEAKER}(?:[\s,]|\b{one_of('adverbs')}\b)*", re.IGNORECASE
)
_PRESS_OF = re.compile(r"\b(?:kantor berita|surat kabar|harian|televisi|media)(?: \w+)?\s*$")
_JOINT = re.compile(r"\s*(?:,|,?\s*(?:dan|serta|bersama|beserta|maupun))\s*(?:[\w.]+\s+){0,5}$")
_PLURAL = re.compile(r"mereka|ke\w+", re.IGNORECASE)
_WEIGHT = {
    "person": 2.0,
    "organization": 1.5,
    "country": 1.5,
    "group": 1.5,
    "place": -1.0,
    "outlet": 1.0,
}


class Cast:
    """The mentions of an article by place, and who has the floor as it is read."""

    def __init__(self, draft: Draft) -> None:
        kinds = {e.id: e.kind for e in draft.entities}
        found: dict[Span, Mention] = {}
        for entity in draft.entities:
            for span in entity.mentions:
                known = found[span].entities if span in found else ()
                found[span] = Mention(span, (*known, entity.id), entity.kind)
        for anaphor in draft.anaphors:
            known_kinds = [kinds[e] for e in anaphor.entities if e in kinds]
            plural = _PLURAL.match(draft.text, anaphor.span.start, anaphor.span.end)
            if known_kinds and plural and anaphor.span not in found:
                found[anaphor.span] = Mention(anaphor.span, anaphor.entities, known_kinds[0])
        self._newcomers = Newcomers(draft)
        self._titled = {t.span.start: t.name for t in draft.titles if t.name}
        self._at = found
        self._times = {e.id: len(e.mentions) for e in draft.entities}
        self._outlets = {
            e.id for e in draft.entities if e.sector == "JRN" and e.kind == "organization"
        }
        self._mentions = sorted(found.values(), key=lambda m: m.span)
        self._starts = [m.span.start for m in self._mentions]
        self.floor: tuple[str, ...] = ()
        """whose words or doings the text is at: what ``ia`` and ``-nya`` stand for next"""

    def entities(self, parties: set[str]) -> tuple[Entity, ...]:
        """Return the entities of the draft, and those that are only parties to statements."""
        return self._newcomers.entities(parties)

    def press(self, span: Span, text: str) -> str:
        """Return the entity of the reporters who are spoken to here."""
        return self._newcomers.group(span, text)

    def within(self, start: int, end: int) -> Sequence[Mention]:
        """Return the mentions that begin within ``[start, end)``."""
        return self._mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def passes_on(self, speakers: tuple[str, ...]) -> bool:
        """Tell whether nobody is named but outlets, which pass on what others say."""
        return all(e in self._outlets for e in speakers)

    def before(
        self, unit: Unit, cue: Cue, start: int, floor: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """Return the subject of a cue that stands behind its speaker, between start and cue.

        A pronoun there stands for who has the floor in this unit, or else in the text.
        """
        floor = floor or self.floor
        region = unit.between(start, cue.span.start)
        if start > unit.start and floor and _PRONOUN_ALONE.fullmatch(region):
            return floor
        ranked = [
            (*self._rank(unit, m, cue, start), m)
            for m in self.within(start, cue.span.start)
            if not unit_quotes(unit, m.span)
        ]
        if _ENDS_IN_PRONOUN.search(region[-120:]) and not any(r[0] > 4 for r in ranked):
            return floor
        best = max(ranked, default=None, key=lambda r: r[:2])
        if best is None or best[0] < 3 or self._of_a_person(unit, best[2], start):
            unnamed = self._newcomers.before(unit, start, cue, floor)
            if unnamed:
                return unnamed
        if best is None or best[0] < 0:
            alone = not _CONNECTORS.sub("", region).strip()
            return floor if alone or _SUBJECT_PRONOUN.search(region) else ()
        if floor and self._is_role(unit, best[2]):
            return floor
        return self._joint(unit, best[2], start)

    def behind(self, unit: Unit, start: int, limit: int | None = None) -> tuple[str, ...]:
        """Return the speaker that follows a cue: ``kata X``, ``menurut X``.

        A mention behind the first preposition only counts where nobody is named before it.
        """
        rest = unit.between(start, min(start + 200, limit or unit.span.end)).split("\x00")[0]
        if _PRONOUN.match(rest):
            return self.floor
        told = _STATEMENT_OF.match(rest)
        if told:
            start, rest = start + told.end(), rest[told.end() :]
        bearer = self._titled.get(start + len(rest) - len(rest.lstrip()))
        if bearer and bearer in self._at:
            named = self.within(bearer.start, start + len(rest))
            if named:  # none where the name runs on behind what is looked at
                return self._together(unit, named)
        near = self._near(unit, start, rest)
        first = near[0].span.start if near else start + len(rest)
        if not near or self._newcomers.names_first(rest[: first - start + 1]):
            return self._newcomers.behind(unit, start, rest, self.floor)
        return self._together(unit, near)

    def _near(self, unit: Unit, start: int, rest: str) -> Sequence[Mention]:
        """Return the mentions that may be the speaker behind a cue, the likeliest first."""
        reach = self.within(start, start + len(rest))
        for mention in reach:
            before = rest[: mention.span.start - start]
            if mention.kind == "person" and _APPOSED.search(before) and not _TO.search(before):
                return [mention]
        stop = _STOP.search(rest)
        near = self.within(start, start + (stop.start() if stop else len(rest)))
        near = [
            m
            for m in near
            if m.kind != "place"
            and not (m.kind == "country" and _PRESS_OF.search(rest[: m.span.start - start]))
        ]
        phrase = self._newcomers.phrase_end(rest)
        inside = [m for m in near if m.span.start < start + phrase]
        person = any(m.kind == "person" for m in inside)
        if near and not person:
            named = min([m.span.start - start for m in inside], default=phrase)
            if (
                _PRESS_OF.search(rest[:named]) is None
                and self._newcomers.is_speaker(rest[:named])
                and _APPOSED.search(rest[:phrase]) is None
            ):
                return []
        if not near and _FAR.match(rest):
            before_to = _TO.search(rest)
            end = start + (before_to.start() if before_to else len(rest))
            near = [
                m
                for m in reach
                if m.span.start < end and m.kind != "place" and not set(m.entities) <= self._outlets
            ]
        persons = [m for m in near if m.kind == "person"]
        first = (persons or near)[:1]
        return [m for m in near if first and m.span >= first[0].span and m.kind == first[0].kind]

    def _together(self, unit: Unit, near: Sequence[Mention]) -> tuple[str, ...]:
        """Return the first speaker and those joined to it by ``dan``."""
        joint = [near[0]]
        for other in near[1:]:
            if not _JOINT.fullmatch(unit.between(joint[-1].span.end, other.span.start)):
                break
            joint.append(other)
        return _unique(e for m in _joined(unit, joint, joint[:1]) for e in m.entities)

    def _of_a_person(self, unit: Unit, mention: Mention, start: int) -> bool:
        """Tell whether a body is only named to say whose person speaks: ``pejabat Pentagon``."""
        lead = re.split(r"[,;:\x00]", unit.between(start, mention.span.start))[-1]
        if _PRESS_OF.search(lead):
            return False
        return mention.kind in ("organization", "country") and self._newcomers.is_speaker(
            _CONNECTORS.sub("", lead, count=1)
        )

    def _is_role(self, unit: Unit, mention: Mention) -> bool:
        """Tell whether a mention only says what the last speaker is: ``politikus PKS itu``."""
        behind = unit.text[mention.span.end : mention.span.end + 10]
        words = mention.span.of(unit.text) + (behind if behind[:1] == " " else "")
        once = all(self._times[e] == 1 for e in mention.entities)
        return mention.kind == "person" and once and bool(_ROLE.match(words))

    def listen(self, unit: Unit) -> None:
        """Give the floor to the subject of a sentence in which nobody speaks."""
        for mention in self.within(unit.start, unit.span.end):
            if mention.kind == "person" and not unit_quotes(unit, mention.span):
                before = unit.between(unit.start, mention.span.start)
                if _COMES_FROM.search(before[-80:]):
                    self.floor = mention.entities
                    return
                governed = _PREPOSITION.search(before[-80:]) or _OWNED.search(before[-40:])
                if not governed and not _SUBJECT_PRONOUN.search(before):
                    self.floor = mention.entities
                return

    def _rank(self, unit: Unit, mention: Mention, cue: Cue, start: int) -> tuple[float, int]:
        """Weigh a mention as the subject: right before the cue, or else first in the clause."""
        score = _WEIGHT[mention.kind]
        before = unit.between(start, mention.span.start)[-80:]
        gap = unit.between(mention.span.end, cue.span.start)
        near = _ADVERBS.fullmatch(gap[:120]) is not None and not _JOINS.search(gap)
        of_press = mention.kind == "country" and _PRESS_OF.search(before)
        governed = _PREPOSITION.search(before) and not (near and _WITH.search(before))
        if _THROUGH.search(before):
            score += 4
        elif of_press or governed:
            score -= 4
        return score + 3 * near, mention.span.start if near else -mention.span.start

    def _joint(self, unit: Unit, last: Mention, start: int) -> tuple[str, ...]:
        """Add those who are named before the speaker and joined to it (``A, B, dan C``)."""
        joint = [last]
        for other in reversed(self.within(start, last.span.start)):
            gap = unit.between(other.span.end, joint[0].span.start)
            before = unit.between(start, other.span.start)[-80:]
            if (
                other.kind == "place"
                or (_PREPOSITION.search(before) and not _WITH.search(before))
                or not _JOINT.fullmatch(gap)
            ):
                break
            joint.insert(0, other)
        return _unique(e for m in _joined(unit, joint, [last]) for e in m.entities)


def _joined(unit: Unit, joint: list[Mention], alone: list[Mention]) -> list[Mention]:
    """Return the joint speakers if a word joins them, the one alone if there are only commas."""
    words = (unit.between(a.span.end, b.span.start) for a, b in pairwise(joint))
    return joint if any(_AND.search(w) for w in words) else alone


def unit_quotes(unit: Unit, span: Span) -> bool:
    """Tell whether a span stands inside a quotation of the unit."""
    return any(q.whole.holds(span) for q in unit.quotations)


def _unique(ids: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(ids))
