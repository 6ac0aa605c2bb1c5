"""Find the words that tell an event, and say which entry they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from kawat.layers.events.arguments import Trigger
from kawat.layers.events.entries import Form, forms
from kawat.layers.events.grammar import is_mark, words
from kawat.layers.events.places import Sentence
from kawat.layers.events.units import Clauses

_CLITICS = ("nya", "lah", "kah", "pun")
_BESIDE = 6


def triggers(sentence: Sentence) -> Iterator[Trigger]:
    """Yield the triggers of a sentence in text order; none overlap."""
    clauses = sentence.clauses
    index = forms()
    k = 0
    while k < len(clauses.units):
        found = None
        word = clauses.form(k)
        for stem in _stems(word):
            if stem in index:
                found = _match(clauses, k, index[stem])
                break
        if found is None:
            k += 1
            continue
        yield found
        k = found.last + 1


def may_tell(word: str) -> bool:
    """Tell whether some entry begins with this lower-case word, clitics left off."""
    index = forms()
    return any(stem in index for stem in _stems(word))


def _stems(word: str) -> Iterator[str]:
    """Yield a word as it stands, without a clitic, and the half of a doubled word."""
    if not word:
        return
    yield word
    for clitic in _CLITICS:
        if word.endswith(clitic) and len(word) > len(clitic) + 3:
            yield word[: -len(clitic)]
    half, dash, other = word.partition("-")
    if dash and half.strip() == other.strip():
        yield half.strip()


def _match(clauses: Clauses, k: int, candidates: tuple[Form, ...]) -> Trigger | None:
    for form in candidates:
        size = len(form.words)
        if any(clauses.form(k + n) != form.words[n] for n in range(1, size)):
            continue
        trigger = Trigger(form, k, k + size - 1)
        if _holds(clauses, trigger):
            return trigger
    return None


def _holds(clauses: Clauses, trigger: Trigger) -> bool:
    """Ask the entry's conditions: the words it needs beside it, those that bar it, its voice."""
    entry = trigger.form.entry
    if trigger.form.voice == "bare" and not _bare_verb(clauses, trigger.first):
        return False
    if _is_preposition(clauses, trigger) or _in_a_name(clauses, trigger):
        return False
    if not entry.objects and not entry.excluded:
        return True
    beside = set(_beside(clauses, trigger))
    if entry.excluded & beside:
        return False
    return not entry.objects or bool(entry.objects & beside)


def _in_a_name(clauses: Clauses, trigger: Trigger) -> bool:
    """``Biro Kerja Sama``: a capital after a capital is part of a name; summits have names."""
    k = trigger.first
    if trigger.form.entry.type in ("CONSULT", "AGREE") or not clauses.units[k].capital or k < 1:
        return False
    before = clauses.units[k - 1]
    return before.capital and not before.party


def _is_preposition(clauses: Clauses, trigger: Trigger) -> bool:
    """``aksi menentang X``: a verb that serves as preposition where no subject is before it."""
    if clauses.form(trigger.first) not in words("prepositions"):
        return False
    k = trigger.first - 1
    before = clauses.form(k)
    return not (
        clauses.is_mention(k)
        or before in words("auxiliaries")
        or before in ("yang", "untuk", "dan")
    )


def _bare_verb(clauses: Clauses, k: int) -> bool:
    """A stem is a verb after its subject, an auxiliary or ``saling``, and not as a noun."""
    before = clauses.form(k - 1)
    if clauses.form(k) in words("prepositions"):
        return False
    return (
        clauses.is_mention(k - 1)
        or before in ("saling", "kami", "kita", "akan", "bakal", "telah", "kembali", "tak", "siap")
    ) and not clauses.units[k].capital


def _beside(clauses: Clauses, trigger: Trigger) -> Iterator[str]:
    """Yield the words on the object's side: after it, and before it where it is passive."""
    for k in range(trigger.last + 1, trigger.last + 1 + _BESIDE):
        form = clauses.form(k)
        if is_mark(form):
            break
        if form in words("subordinators"):
            yield form
            break
        if clauses.is_mention(k):
            yield from clauses.units[k].inner
        else:
            yield form
    if trigger.passive:
        for k in range(trigger.first - 1, trigger.first - 1 - _BESIDE, -1):
            form = clauses.form(k)
            if is_mark(form) and form not in ("(", ")"):
                break
            if clauses.is_mention(k):
                yield from clauses.units[k].inner
            else:
                yield form
