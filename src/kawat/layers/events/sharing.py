"""What an act of speech and its content know of each other's parties.

The one asked does what is asked of him (object control: ``mendesak Iran menghentikan serangan``),
the one who agrees or threatens does it himself (subject control: ``Belanda siap membantu``), and
who condemns or rejects a deed turns against its doer (Sneddon et al. 2010, on complement clauses).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from kawat.draft import Note

if TYPE_CHECKING:
    from kawat.layers.events.telling import Telling
    from kawat.layers.events.units import Party

_CLOSE = 60
"""code points from a verb to the truce that it carries out, at most"""
_HELPING = frozenset({"AID", "SUPPORT"})
_OTHERS = frozenset({"THREATEN", "ACCUSE"})
"""acts that nobody asks for or agrees to"""
_ORDERS = frozenset({"memerintahkan", "perintah"})
_MEASURES = frozenset({"SANCTION", "COERCE", "MOBILIZE", "RETREAT"})
_AIMED = frozenset({("MOBILIZE", "ASSAULT"), ("PROTEST", "REQUEST"), ("PROTEST", "ACCUSE")})
_JUDGED = frozenset({"ACCUSE", "REJECT", "SUPPORT"})
"""acts of speech about what another has done or said"""


def shared(speech: Telling, content: Telling) -> tuple[Telling, Telling]:
    """Return an act of speech and the act that it asks for, agrees to or threatens, completed."""
    if content.entry.type in _OTHERS:
        return speech, content
    if speech.entry.type == "REQUEST":
        return _asked(speech, content)
    if not content.actors and not content.mutual:
        content = replace(content, actors=speech.actors)
    towards = speech.entry.type == "THREATEN" or content.entry.type in _HELPING
    if towards and not speech.mutual and not speech.recipients:
        speech = replace(speech, recipients=_others(content.recipients, speech.actors))
    return speech, content


def _asked(speech: Telling, content: Telling) -> tuple[Telling, Telling]:
    """The one asked does it; where the speech names nobody, who is to do it is asked."""
    if not speech.recipients:
        return replace(speech, recipients=_others(content.actors, speech.actors)), content
    if not content.entry.noun and not content.mutual and not _others(content.actors, speech.actors):
        content = replace(content, actors=_others(speech.recipients, content.recipients))
    return speech, content


def pursued(deed: Telling, aim: Telling) -> tuple[Telling, Telling]:
    """What is done to an end is done to those whom the end is for.

    Who meets somebody to ask for something asks him; who readies troops to attack, or marches to
    demand something, turns against those attacked or asked.
    """
    kinds = (deed.entry.type, aim.entry.type)
    if kinds == ("CONSULT", "REQUEST") and not aim.recipients and len(aim.actors) == 1:
        if aim.actors[0] in deed.actors:
            aim = replace(aim, recipients=_others(deed.actors, aim.actors))
    elif kinds in _AIMED and not deed.recipients and not aim.entry.noun:
        deed = replace(deed, recipients=_others(aim.recipients, deed.actors))
    return deed, aim


def ordered(speech: Telling, content: Telling) -> Telling | None:
    """A state that orders its own measure takes it: ``memerintahkan pengusiran diplomat``."""
    order = speech.entry.lemma in _ORDERS and content.span.start - speech.span.end == 1
    if not order or not content.entry.noun or content.entry.type not in _MEASURES:
        return None
    note = Note(speech.span, "content", speech.entry.file, speech.entry.lemma, speech.status)
    return replace(
        content,
        actors=content.actors or speech.actors,
        status=speech.status,
        cued=speech.cued,
        notes=(*content.notes, note),
    )


def carried_out(told: Sequence[Telling], truce: Telling) -> Telling:
    """``gagal melaksanakan kesepakatan gencatan senjata``: the truce is what the verb makes it."""
    near = (t for t in told if 0 < truce.span.start - t.span.end < _CLOSE)
    verb = next((t for t in near if t.entry.mode == "ceasefire" and not t.entry.noun), None)
    if verb is None or not truce.entry.noun or truce.entry.mode != "ceasefire":
        return truce
    actors = tuple(dict.fromkeys((*verb.actors, *truce.actors)))
    return replace(truce, actors=actors, status=verb.status, cued=True, time=verb.time)


def resulting(deed: Telling, telling: Telling) -> tuple[Telling, Telling]:
    """``serangan AS menewaskan X``: the verb tells what the deed before it did, and to whom."""
    note = Note(deed.span, "result", deed.entry.file, deed.entry.lemma)
    actors = deed.actors
    if not deed.recipients:
        deed = replace(deed, recipients=_others(telling.recipients, actors))
    return deed, replace(telling, actors=actors, notes=(*telling.notes, note))


def judged(speech: Telling, deed: Telling) -> Telling:
    """Return an act of speech with the doer of the deed that it is about as its recipient."""
    about = speech.entry.type in _JUDGED and not speech.entry.noun and not speech.recipients
    if not about or not deed.entry.noun or deed.entry.type == speech.entry.type:
        return speech
    return replace(speech, recipients=_others(deed.actors, speech.actors))


def _others(party: Party, but: Party) -> Party:
    return tuple(p for p in party if p not in but)
