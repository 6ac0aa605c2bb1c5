"""Who does it and who has it done to them: the parties of one trigger, by its entry's frame.

A frame names places: ``subject``, ``object``, ``genitive``, ``light`` (the subject of the noun's
light verb), ``light-object`` (who has the noun done to them), ``pair`` (an object that names both
sides), ``target`` (whose the thing struck is: ``pengeboman pangkalan Iran``), or a preposition.
"""

from __future__ import annotations

from dataclasses import dataclass

from kawat.layers.events.entries import Form
from kawat.layers.events.governors import NEAR, before, light_verb, passive_after
from kawat.layers.events.grammar import words
from kawat.layers.events.places import Sentence
from kawat.layers.events.units import Party

_STRIKING = frozenset({"ASSAULT", "THREATEN"})
"""types whose verbs may have a place for an object: `membombardir Kharkiv`"""
_MATERIAL = frozenset(
    {"ASSAULT", "COOPERATE", "AID", "RETREAT", "MOBILIZE", "SANCTION", "COERCE", "AGREE"}
)
"""types that a state does, where its leader says `kami`"""
_PARTNER = frozenset({"dengan", "bersama", "ke", "di"})
"""places that tell with whom, not who: the other is the subject of the clause"""
_JUDGING = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""types whose recipient may be the doer of what the verb's object is"""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A form found in a sentence, from unit ``first`` to ``last``."""

    form: Form
    first: int
    last: int

    @property
    def passive(self) -> bool:
        """Tell whether the grammatical subject has it done to it."""
        return self.form.voice == "passive"


def arguments(sentence: Sentence, trigger: Trigger) -> tuple[Party, Party]:
    """Return the ids of actors and recipients."""
    actors, recipients = _by_frame(sentence, trigger)
    hit = trigger.form.entry.type in _STRIKING and not trigger.form.entry.noun
    struck = _at(sentence, "object", trigger) if hit else ()
    kept = tuple(p for p in recipients if p in struck)
    return _no_places(sentence, actors), (*kept, *_no_places(sentence, recipients, kept))


def reciprocal(sentence: Sentence, trigger: Trigger) -> bool:
    """Tell whether both sides do it to each other: ``saling serang``."""
    form = sentence.clauses.form
    return "saling" in (form(trigger.first - 1), form(trigger.first - 2))


def _by_frame(sentence: Sentence, trigger: Trigger) -> tuple[Party, Party]:
    frame = trigger.form.entry.frame
    if frame.mutual or reciprocal(sentence, trigger):
        places = frame.actors if frame.mutual else (*frame.actors, "object", "dengan")
        return _all(sentence, places, trigger), ()
    actors = _first(sentence, frame.actors, trigger)
    return actors, _first(sentence, frame.recipients, trigger, but=actors)


def _no_places(sentence: Sentence, party: Party, but: Party = ()) -> Party:
    """A place is where it happens, not a party to it."""
    return tuple(p for p in party if p not in sentence.places and p not in but)


def _all(sentence: Sentence, places: tuple[str, ...], trigger: Trigger) -> Party:
    """Return the parties of a mutual event; who ends or seeks one is not of it himself."""
    found: dict[str, None] = {}
    partner = True
    for place in places:
        told = len(found) > 1 and not partner and trigger.form.entry.mode != "third-party"
        if place == "subject" and told:
            continue
        if place == "light" and (told or (not found and _outside(sentence, trigger))):
            continue
        here = _at(sentence, place, trigger)
        partner = partner and (not here or place in _PARTNER)
        found.update(dict.fromkeys(here))
    if partner and trigger.form.entry.noun:
        found.update(dict.fromkeys(_missing(sentence, trigger, bool(found))))
    if found:
        found.update(dict.fromkeys(sentence.besides(trigger.first)))
    return tuple(found)


def _missing(sentence: Sentence, trigger: Trigger, told: bool) -> Party:
    """Return who is left unsaid; a journey needs no other party, but a person who makes it."""
    if told:
        return _host(sentence, trigger)
    if trigger.form.entry.frame.name != "trip" or sentence.definite(trigger.last):
        return ()
    return tuple(p for p in _host(sentence, trigger) if p in sentence.people)


def _host(sentence: Sentence, trigger: Trigger) -> Party:
    """Return whose meeting ``usai pertemuan dengan Macron`` is: the subject of its clause."""
    k = light_verb(sentence.clauses, trigger.first)
    if k is None:
        k = before(sentence.clauses, trigger.first, words("adjuncts"))
    elif sentence.clauses.form(k) not in words("light") | words("ending"):
        return ()
    if k is None or sentence.clauses.form(k - 1) in words("casualties"):
        return ()
    return sentence.host(k) or sentence.opening(trigger.first)


def _outside(sentence: Sentence, trigger: Trigger) -> bool:
    k = light_verb(sentence.clauses, trigger.first)
    return k is not None and sentence.clauses.form(k) in words("ending")


def _first(sentence: Sentence, places: tuple[str, ...], trigger: Trigger, but: Party = ()) -> Party:
    """Return who stands at the first place where somebody does."""
    for place in places:
        found = tuple(p for p in _at(sentence, place, trigger) if p not in but)
        if found:
            return found
    return ()


def _at(sentence: Sentence, place: str, trigger: Trigger) -> Party:
    """Return who stands at a place of the frame; a passive turns subject and object round."""
    first, last = trigger.first, trigger.last
    if place == "subject":
        return sentence.agent(last) if trigger.passive else _subject(sentence, trigger)
    if place == "object":
        if trigger.passive:
            return sentence.subject(first)
        return _object(sentence, trigger)
    if place == "pair":
        sides = sentence.object(last)
        return sides if len(sides) > 1 else ()
    if place == "genitive":
        struck = "target" in trigger.form.entry.frame.recipients and sentence.target(last)
        return () if struck else sentence.genitive(last)
    if place == "target":
        return sentence.genitive(last) if sentence.target(last) else ()
    if place == "light":
        return _light(sentence, trigger)
    if place == "light-object":
        return _received(sentence, trigger)
    return _after(sentence, place, trigger)


def _after(sentence: Sentence, preposition: str, trigger: Trigger) -> Party:
    """Return whom a preposition governs: of a journey the countries, of a war joined one side."""
    found = sentence.after(preposition, trigger.last)
    frame = trigger.form.entry.frame.name
    if frame == "join":
        opposed = _opposed(sentence, preposition, trigger.last)
        return found if len(found) == 1 and not opposed else ()
    if frame in ("visit", "trip") and preposition in ("ke", "di"):
        return tuple(p for p in found if p in sentence.countries)
    return found


def _opposed(sentence: Sentence, place: str, last: int) -> bool:
    """``terlibat dalam konflik dengan Iran``: after the war's `dengan` is a foe."""
    return place == "dengan" and sentence.clauses.form(last + 1) != "dengan"


def _object(sentence: Sentence, trigger: Trigger) -> Party:
    """Return the object, or who did what is condemned, refused or praised."""
    found = sentence.object(trigger.last)
    judged = trigger.form.entry.type in _JUDGING
    return found or (sentence.doer(trigger.last) if judged else ())


def _subject(sentence: Sentence, trigger: Trigger) -> Party:
    """Return the subject; where a speaker's ``kami`` does a deed, it is his state's."""
    found = sentence.subject(trigger.first)
    if trigger.form.entry.type in _MATERIAL and sentence.says_we(trigger.first):
        return tuple(sentence.states.get(p, p) for p in found)
    return found


def _light(sentence: Sentence, trigger: Trigger) -> Party:
    """Return who performs a noun: the subject of its light verb, or who answers for it."""
    form = sentence.clauses.form
    if (k := light_verb(sentence.clauses, trigger.first)) is not None:
        return sentence.subject(k) if form(k) in words("light") else ()
    if (k := passive_after(sentence.clauses, trigger.last)) is not None:
        return sentence.agent(k)
    if (k := passive_after(sentence.clauses, trigger.last, "involving")) is not None:
        return sentence.object(k)
    k = before(sentence.clauses, trigger.first, ("atas", "dalam", "di"))
    if k is not None and form(k - 1) in ("jawab", "terlibat", "balik"):
        return sentence.subject(k - 1 if form(k - 1) == "terlibat" else k - 2)
    return ()


def _received(sentence: Sentence, trigger: Trigger) -> Party:
    """Return who has the noun done to them: ``dijatuhi sanksi``, ``tewas dalam serangan``."""
    form = sentence.clauses.form
    if (k := light_verb(sentence.clauses, trigger.first)) is not None:
        return sentence.subject(k) if form(k) in words("receiving") else ()
    k = before(sentence.clauses, trigger.first, ("dalam", "akibat", "oleh", "karena"))
    for n in range(k - 1, max(-1, k - NEAR), -1) if k is not None else ():
        if form(n) in words("casualties"):
            return sentence.subject(n)
    return ()
