"""Whether an event happened, is planned, is possible, or did not happen.

Tense in Indonesian is told by words before the verb (Sneddon et al. 2010, on aspect and modality);
a noun takes its status from what it depends on, or from the verb that it is the subject of
(``status_of_nouns.py``).
"""

from __future__ import annotations

from typing import Final

from kawat.layers.events.arguments import Trigger
from kawat.layers.events.cues import CLAUSE, DENIED, NOT, ONLY, cues, stronger
from kawat.layers.events.grammar import HARD, is_verb, words
from kawat.layers.events.places import Sentence
from kawat.layers.events.status_of_nouns import of_noun
from kawat.layers.events.units import Clauses
from kawat.reading import Status

_LEFT, _FAR, _DEEPEST = 8, 14, 2
_SENTENCE = 40
"""units from an act to its condition, at most"""
_PURPOSE = frozenset({"untuk", "guna", "agar", "supaya", "demi"})
_LATER = frozenset({"sebelum", "setelah", "usai", "seusai", "sambil", "seraya", "lalu", "kemudian"})
"""words that tie a clause to the main one, whose time is its own"""
_MEANS = frozenset({"dengan", "dalam", "lewat", "melalui"})
"""words before a verb that tells how the verb before it is done"""
_USING = frozenset({"menggunakan", "memakai", "memanfaatkan", "mengirimkan", "mengirim"})
"""verbs whose purpose is served: ``menggunakan wewenang untuk mengenakan tarif``"""
_SPEECH = frozenset({"CONSULT", "REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "PROTEST"})
"""acts of speech: where they are a purpose (`datang untuk membahas`), they are done with it"""
_SAYING = _SPEECH - {"CONSULT", "PROTEST"}
_WANTING = frozenset({"ingin", "mau", "hendak", "perlu", "harus"})
_GLAD = frozenset({"senang", "gembira", "bangga", "bersyukur", "berhasil", "lega"})
_IF = frozenset({"jika", "kalau", "bila", "apabila", "seandainya", "andai", "andaikan"})
_BINDING: Final[frozenset[Status]] = frozenset({"possible", "planned"})
"""statuses that a verb shares with the one joined to it by ``dan`` or ``dengan``"""


def status(sentence: Sentence, trigger: Trigger) -> tuple[Status, bool]:
    """Return the status of the event that a trigger tells, and whether a word says so."""
    fixed: Status | None = trigger.form.entry.status  # type: ignore[assignment]
    if trigger.form.entry.noun:
        found = of_noun(sentence, trigger, _of_purpose)
    else:
        found = _of_verb(sentence, trigger, trigger.first) or _of_condition(sentence, trigger)
    found = found or fixed
    return found or "happened", found is not None


def _of_verb(sentence: Sentence, trigger: Trigger, at: int, depth: int = 0) -> Status | None:
    """Read the words before the verb at a unit, nearest first, as far as its clause goes."""
    clauses = sentence.clauses
    found: Status | None = None
    crossed = False
    for k in range(at - 1, max(-1, at - 1 - _LEFT), -1):
        form = clauses.form(k)
        if clauses.is_mention(k):
            crossed = True
        elif form in DENIED:
            return "negated"
        elif form == "yang":
            return "negated" if _there_is_none(clauses, k) else found
        elif form in HARD:
            break
        elif form in cues("before") and (
            not crossed or form in CLAUSE or form in words("object-control")
        ):
            if not _is_idle(clauses, trigger, k):
                found = stronger(found, cues("before")[form])
        elif form in _PURPOSE and not crossed:
            purpose = _of_purpose(sentence, trigger, k)
            return found if found in ("negated", "possible") else purpose or found
        elif form in _MEANS and k == at - 1:
            return found or _of_joined(sentence, trigger, k, depth)
        elif form in _LATER or (form in words("coordinators") and not crossed):
            found = found or _of_main_clause(sentence, k)
            return found or _of_joined(sentence, trigger, k, depth)
        elif _stops(form):
            break
    return found


def _is_idle(clauses: Clauses, trigger: Trigger, k: int) -> bool:
    """Tell whether a word takes nothing from the act: ``tidak hanya``, ``saya ingin berterima``."""
    form, before = clauses.form(k), clauses.form(k - 1)
    if form in NOT:
        return clauses.form(k + 1) in ONLY
    if form in _WANTING and trigger.form.entry.type in _SAYING:
        return before in words("first-person")
    return form in ("dapat", "bisa") and before in _GLAD


def _there_is_none(clauses: Clauses, k: int) -> bool:
    """``tidak ada negara yang mendukung``: who ``yang`` goes with is not there."""
    near = range(max(1, k - 4), k)
    return any(clauses.form(n) == "ada" and clauses.form(n - 1) in NOT for n in near)


def _stops(form: str) -> bool:
    return (
        form == ","
        or form in words("subordinators")
        or (is_verb(form) and form not in words("auxiliaries"))
    )


def _of_purpose(sentence: Sentence, trigger: Trigger, k: int) -> Status | None:
    """What is done in order to ``untuk`` has not happened yet; words said to an end have."""
    before = cues("before")
    for n in range(k - 1, max(-1, k - _FAR), -1):
        form = sentence.clauses.form(n)
        if form in ("sepakat", "menyepakati", "setuju", "berkomitmen"):
            return "planned"
        if form in _USING:
            return None
        if form in before and before[form] != "happened":
            return before[form]
        if form in HARD or form in words("subordinators"):
            break
    return None if trigger.form.entry.type in _SPEECH else "possible"


def _of_main_clause(sentence: Sentence, k: int) -> Status | None:
    """A clause tied to one that is planned is planned with it."""
    for n in range(k - 1, max(-1, k - _FAR), -1):
        form = sentence.clauses.form(n)
        if cues("before").get(form) == "planned" and form in words("auxiliaries"):
            return "planned"
        if form in HARD or form in ("yang", "bahwa"):
            break
    return None


def _of_joined(sentence: Sentence, trigger: Trigger, k: int, depth: int) -> Status | None:
    """A verb joined to another shares what is said of that: ``dapat merespons dengan menyerang``.

    What is said in the same breath is said all the same: acts of speech share nothing.
    """
    clauses = sentence.clauses
    if depth >= _DEEPEST or trigger.form.entry.type in _SAYING:
        return None
    for n in range(k - 1, max(-1, k - _FAR), -1):
        form = clauses.form(n)
        if form in HARD or form in ("yang", "bahwa"):
            return None
        if is_verb(form) and form not in words("auxiliaries"):
            shared = _of_verb(sentence, trigger, n, depth + 1)
            return shared if shared in _BINDING else None
    return None


def _of_condition(sentence: Sentence, trigger: Trigger) -> Status | None:
    """What follows on a condition is possible: ``Kalau mereka menyerang, kami membalas``."""
    clauses = sentence.clauses
    near = range(trigger.first - 1, max(-1, trigger.first - _SENTENCE), -1)
    comma = next((k for k in near if clauses.form(k) == ","), 0)
    for k in range(comma - 1, max(-1, comma - _SENTENCE), -1):
        if clauses.form(k) in _IF:
            return "possible"
        if clauses.form(k) in HARD or clauses.form(k) == ",":
            break
    return None
