"""One telling of an event: a trigger in its sentence with all that the sentence says of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from kawat.draft import Draft, Note
from kawat.layers.events.arguments import Trigger, arguments, reciprocal
from kawat.layers.events.circumstances import (
    TOPIC,
    duration,
    place,
    said_by,
    topics,
)
from kawat.layers.events.entries import Entry
from kawat.layers.events.grammar import HARD, is_verb, words
from kawat.layers.events.places import Sentence
from kawat.layers.events.sharing import carried_out, judged, ordered, pursued, resulting, shared
from kawat.layers.events.status import status
from kawat.layers.events.triggers import triggers
from kawat.layers.events.units import Clauses, Party
from kawat.layers.events.when import statements_near, time
from kawat.reading import Span, Status, TimeRef

_AT = frozenset(
    {"dalam", "pada", "di", "saat", "ketika", "sela-sela", "usai", "seusai", "setelah", "selama"}
)
_BY = frozenset({"dalam", "melalui", "lewat", "dengan"})
_ALSO = frozenset({"juga", "turut", "pula"})
_TOPIC_FAR = 8
"""units between a verb of talking and its topic, at most"""
_NEXT = frozenset({"selanjutnya", "kemudian", "lalu", "juga", "kedua", "setelah", "usai"})
_YIELDING = frozenset({"menghasilkan", "membuahkan", "melahirkan", "menyepakati"})
_LONG = frozenset(
    {
        "sebelumnya", "pernah", "kerap", "sering", "selalu", "berulang", "berkali-kali", "lama",
        "selama", "sejak", "terus", "sempat", "semula", "dulu", "dahulu", "biasanya",
        "setelah", "usai",
    }
)  # fmt: skip
_BESIDE = 6
"""units before a verb that may set it in the past, at most"""


@dataclass(frozen=True, slots=True)
class Telling:
    """What one trigger tells; entity ids stand for parties."""

    entry: Entry
    span: Span
    sentence: int
    actors: Party
    recipients: Party
    status: Status
    cued: bool
    """the sentence says the status; otherwise it is only taken to have happened"""
    definite: bool
    """``serangan itu``: it has been told before"""
    mutual: bool
    setting: bool = False
    """a meeting at which the sentence has something happen: ``dalam pertemuan itu``"""
    means: bool = False
    """by or in which the act before it was done: ``membunuh X dalam serangan``"""
    topic: bool = False
    """talked about: ``membahas gencatan senjata``"""
    another: bool = False
    """told as another of its kind: ``juga mengecam``"""
    occasion: bool = False
    """told of the meeting before: ``Pada kesempatan itu``"""
    next: bool = False
    """told as the next of several: ``Selanjutnya``, ``juga akan``"""
    background: bool = False
    """told of another day than that of the report: ``telah lama menuduh``"""
    time: TimeRef | None = None
    duration: TimeRef | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()
    said_by: tuple[str, ...] = ()
    notes: tuple[Note, ...] = field(default=())

    @property
    def parties(self) -> Party:
        """All parties, actors first."""
        return (*self.actors, *self.recipients)


def tellings(draft: Draft, clauses: Clauses, states: Mapping[str, str]) -> tuple[Telling, ...]:
    """Return what the triggers of a sentence tell, in text order.

    ``states`` gives the country entity of a person's.
    """
    said = {s.span: s.speakers for s in statements_near(draft, clauses.span) if s.speakers}
    sentence = Sentence(clauses, said, states)
    found = tuple(triggers(sentence))
    told = [_tell(draft, sentence, trigger, found) for trigger in found]
    return tuple(_govern(told))


def _tell(
    draft: Draft, sentence: Sentence, trigger: Trigger, found: tuple[Trigger, ...]
) -> Telling:
    units, entry = sentence.clauses.units, trigger.form.entry
    actors, recipients = arguments(sentence, trigger)
    value, cued = status(sentence, trigger)
    span = Span(units[_head(trigger)].start, units[trigger.last].end)
    return Telling(
        entry=entry,
        span=_without_clitic(draft.text, span),
        sentence=sentence.clauses.index,
        actors=actors,
        recipients=recipients,
        status=value,
        cued=cued,
        definite=sentence.definite(trigger.last),
        mutual=entry.frame.mutual or reciprocal(sentence, trigger),
        setting=_is_setting(sentence.clauses, trigger),
        means=_is_means(sentence.clauses, trigger),
        topic=_is_topic(sentence.clauses, trigger, found),
        another=_is_another(sentence.clauses, trigger),
        occasion=_is_on_the_occasion(sentence.clauses),
        next=any(sentence.clauses.form(k) in _NEXT for k in range(3)),
        background=_is_background(sentence.clauses, trigger),
        time=time(draft, sentence, trigger, found, value),
        duration=duration(draft, sentence, trigger),
        place=place(sentence, trigger),
        topics=topics(draft, sentence, trigger),
        said_by=said_by(draft, span),
        notes=(
            Note(span, trigger.form.voice, entry.file, entry.lemma, f"frame {entry.frame.name}"),
        ),
    )


def _is_setting(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell whether something happens at a meeting: ``di sela-sela KTT itu``, or comes of it."""
    entry = trigger.form.entry
    if entry.type not in ("CONSULT", "PROTEST") or not entry.noun or entry.mode == "visit":
        return False
    before = {clauses.form(k) for k in range(trigger.first - 2, trigger.first)}
    behind = {clauses.form(k) for k in range(trigger.last + 1, trigger.last + 1 + _BESIDE)}
    return not (before.isdisjoint(_AT) and behind.isdisjoint(_YIELDING))


def _is_means(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell whether a noun says how or in what something was done: ``dalam sebuah serangan``."""
    before = (clauses.form(k) for k in range(trigger.first - 2, trigger.first))
    return trigger.form.entry.noun and not _BY.isdisjoint(before)


def _is_topic(clauses: Clauses, trigger: Trigger, found: Sequence[Trigger]) -> bool:
    """Tell whether a truce is what is talked about: ``membahas isu, termasuk gencatan senjata``."""
    if not trigger.form.entry.noun or trigger.form.entry.mode != "ceasefire":
        return False
    form, k = clauses.form, trigger.first - 1
    if form(k) in words("issues"):
        return True
    if form(k) in TOPIC:
        return any(t.form.entry.type == "CONSULT" and t.last < k for t in found)
    for n in range(k, max(-1, k - _TOPIC_FAR), -1):
        if is_verb(form(n)) and form(n) not in words("issues"):
            return form(n) in words("discussing")
        if form(n) in HARD or form(n) == "yang":
            return False
    return False


def _is_another(clauses: Clauses, trigger: Trigger) -> bool:
    """``Cina juga mengecam``: what is done as well is another act of its kind."""
    return not trigger.form.entry.noun and clauses.form(trigger.first - 1) in _ALSO


def _is_on_the_occasion(clauses: Clauses) -> bool:
    """Tell whether a sentence begins with ``Pada kesempatan itu`` or the like."""
    return any(clauses.form(k) in ("kesempatan", "sela-sela") for k in range(3))


def _is_background(clauses: Clauses, trigger: Trigger) -> bool:
    """Tell whether words before a verb take it out of the report's day."""
    before = {clauses.form(k) for k in range(max(0, trigger.first - _BESIDE), trigger.first)}
    done = trigger.form.entry.type != "AGREE" and not before.isdisjoint(("telah", "sudah"))
    return done or not _LONG.isdisjoint(before)


def _head(trigger: Trigger) -> int:
    """Return the first unit of the trigger itself: a light verb is not part of it."""
    first, *rest = trigger.form.words
    light = first in words("light") and bool(rest) and rest[0] not in words("particles")
    return trigger.first + light


def _without_clitic(text: str, span: Span) -> Span:
    """Leave ``-nya`` out of the span: the trigger is the verb or noun alone."""
    told = span.of(text).lower()
    return Span(span.start, span.end - 3) if told.endswith("nya") and len(told) > 7 else span


_CONTENT: dict[str, Status] = {"REQUEST": "possible", "THREATEN": "possible", "AGREE": "planned"}
_SAID = frozenset({"REJECT", "ACCUSE", "SUPPORT"})
_STANDING = frozenset({"ASSAULT", "SANCTION", "COERCE"})
"""types whose nouns tell what is there already: talks about a war don't make it possible"""
_RESULTS = frozenset(
    {"menewaskan", "melukai", "menghancurkan", "merusak", "terbunuh", "menargetkan", "menyasar"}
)
_CLOSE = 60
"""code points between an act of speech and its content, at most"""


def _govern(told: list[Telling]) -> list[Telling]:
    """What is asked, threatened or agreed comes after: it has not happened when it is said."""
    out: list[Telling] = []
    for given in told:
        speech = out[-1] if out else None
        if given.topic:
            continue
        telling = carried_out(out, given)
        if speech is not None and _is_result(speech, given):
            out[-1], telling = resulting(speech, given)
        speech = out[-1] if out else None
        if speech is not None and (measure := ordered(speech, telling)) is not None:
            out[-1] = measure
            continue
        if speech is not None and _is_content(speech, telling):
            out[-1], telling = shared(speech, _as_content(speech, telling))
        elif speech is not None and telling.span.start - speech.span.end < _CLOSE:
            out[-1], telling = pursued(judged(speech, telling), telling)
        out.append(telling)
    return out


def _is_result(deed: Telling, telling: Telling) -> bool:
    told = telling.entry.lemma in _RESULTS and deed.entry.noun and not deed.mutual
    return told and deed.entry.type == telling.entry.type


def _is_content(speech: Telling, telling: Telling) -> bool:
    near = telling.span.start - speech.span.end < _CLOSE
    standing = telling.entry.noun and telling.entry.type in _STANDING
    if standing and speech.entry.type != "THREATEN":
        return False
    return near and speech.entry.type in _CONTENT and telling.entry.type != speech.entry.type


def _as_content(speech: Telling, telling: Telling) -> Telling:
    """Give the content its status, where its own words say none.

    Who agrees to condemn has condemned: ``sepakat menolak``.
    """
    if telling.cued or (speech.entry.type == "AGREE" and telling.entry.type in _SAID):
        return telling
    status = _CONTENT[speech.entry.type] if speech.status == "happened" else "possible"
    note = Note(speech.span, "content", speech.entry.file, speech.entry.lemma, status)
    return replace(telling, status=status, cued=True, notes=(*telling.notes, note))
