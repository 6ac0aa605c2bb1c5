"""Phrases of reporting, and whom they name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from kawat.draft import Citation
from kawat.layers.sources.names import name_after, words
from kawat.lexicon.outlets import DOMAIN, KnownOutlet, outlet_at, outlet_named, proper_name
from kawat.lexicon.patterns import any_of
from kawat.reading import Span

_PLATFORM_CUES = frozenset(
    {
        "dikutip",
        "dilansir",
        "mengutip",
        "melansir",
        "disiarkan",
        "ditayangkan",
        "diunggah",
        "dibagikan",
    }
)
_TRUSTED = frozenset({"mengutip", "diberitakan", "demikian", "dilaporkan", "harian"})
_MORE = re.compile(
    r"(?:,?\s(?:dan|serta|maupun|atau|juga)\s|,\s|/| & )(?:kantor berita |surat kabar |harian )?"
)
_DESK = re.compile(r"\s?[A-Z]\w*(?: [A-Z]\w*){0,2}(?=\sdari)")
_FROM = re.compile(
    r",?\s(?:yang )?(?:dari|mengutip|melansir|yang dikutip dari|dikutip dari)(?=\s|[A-Z])"
)
_DAY = r"(?:Senin|Selasa|Rabu|Kamis|Jum['’]?at|Sabtu|Minggu|Ahad)"
_ADVERBS = (
    "juga|sebelumnya|telah|sempat|pernah|hari ini|kemudian|awalnya|pun|yang|dalam laporannya|ikut|"
    "pertama kali|secara eksklusif|lebih dulu|terlebih dahulu|turut|sudah"
)
_GAP = re.compile(
    rf"(?:,? (?:pada )?(?:hari )?{_DAY})?(?: ?\([^()\n]{{3,20}}\))?,?(?: (?:{_ADVERBS}))*,? ?$"
)
_LOOK_BACK = 80
_CAPITAL = re.compile(r"(?<![\w.])[A-Za-z0-9][\w]*")
_TITLED = re.compile(
    r", (?:sebuah |salah satu )?"
    r"(?:kantor berita|surat kabar|harian|media|stasiun televisi|koran|situs berita)\b"
)


@cache
def _cues() -> re.Pattern[str]:
    cues = words("strong") | words("weak") | words("sure")
    both = any_of(cues | {c.capitalize() for c in cues} | {c.title() for c in cues if " " in c})
    return re.compile(rf"(?<![\w@]){both}(?=[\sA-Z\"“])")


@cache
def _verbs() -> re.Pattern[str]:
    """Return the pattern of verbs of reporting; a search for the letters they share is fast."""
    verbs = words("verbs")
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(min(verbs), max(verbs), strict=False))
    shared = "".join(letter for letter, _ in alike)
    rest = any_of(verb.removeprefix(shared) for verb in verbs)
    return re.compile(rf"{shared}(?<![\w-]{shared}){rest}(?:nya)?(?!\w)")


def citations(text: str) -> list[Citation]:
    """Return every source named in a phrase of reporting, in text order."""
    found: dict[int, Citation] = {}
    for start, end in (*_after_cues(text), *_before_verbs(text), *_before_titles(text)):
        name = proper_name(text[start:end])
        found.setdefault(start, Citation(Span(start, end), name))
        for more_start, more_end in _listed(text, end):
            found.setdefault(
                more_start,
                Citation(Span(more_start, more_end), proper_name(text[more_start:more_end])),
            )
    return [found[k] for k in sorted(found)]


def _after_cues(text: str) -> Iterator[tuple[int, int]]:
    for cue in _cues().finditer(text):
        word = cue.group().lower()
        trust = next(t for t in ("strong", "weak", "sure") if word in words(t))
        span = name_after(text, cue.end(), trust=trust)
        desk = None if span else _DESK.match(text, cue.end(), cue.end() + 60)
        end = span[1] if span else desk.end() if desk else cue.end()
        origin = _origin(text, end) if span or desk else None
        cited = span and _is_cited(text, span, word, trust)
        if span and cited and (origin is None or outlet_at(text, span[0])):
            yield span
        if origin and (cited or desk):
            yield origin


def _origin(text: str, end: int) -> tuple[int, int] | None:
    """Return whom a named desk took it from itself: ``dihimpun Kompas Tekno dari CNBC``."""
    link = _FROM.match(text, end)
    return name_after(text, link.end(), trust="sure") if link else None


def _is_cited(text: str, span: tuple[int, int], cue: str, trust: str) -> bool:
    """Tell whether the cue is enough for the name: platforms and common words ask for more."""
    outlet = outlet_named(text[span[0] : span[1]]) or _outlet_within(text, span)
    if outlet is None:
        return True
    if outlet.kind == "platform":
        return cue in _PLATFORM_CUES and (cue in words("strong") or " " in text[span[0] : span[1]])
    if cue == "kepada" and outlet.country == "IDN" and outlet.kind != "agency":
        return False  # so an outlet names itself
    common = outlet.common and text[span[0] : span[1]].isalnum()
    return trust == "strong" or not common or cue in _TRUSTED


def _outlet_within(text: str, span: tuple[int, int]) -> KnownOutlet | None:
    known = outlet_at(text, span[0])
    return known[1] if known and known[0] <= span[1] else None


def _listed(text: str, end: int) -> Iterator[tuple[int, int]]:
    """Yield the known outlets that follow in a list: ``AFP, Reuters dan BBC``."""
    while True:
        more = _MORE.match(text, end, end + 40)
        known = outlet_at(text, more.end()) if more else None
        if not more or not known or known[1].common or known[1].kind == "platform":
            return
        yield more.end(), known[0]
        end = known[0]


def _before_verbs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the known outlets that are subject of a verb of reporting."""
    for verb in _verbs().finditer(text):
        gap = _GAP.search(text[max(0, verb.start() - _LOOK_BACK) : verb.start()])
        if gap:
            begin = verb.start() - (gap.end() - gap.start())
            short = gap.group().find("(")
            named = outlet_at(text, begin + short + 1) if short >= 0 else None
            span = _outlet_ending(text, begin)
            if span is None and named and text.startswith(")", named[0]):
                span = begin + short + 1, named[0]
            if span:
                yield span


def _before_titles(text: str) -> Iterator[tuple[int, int]]:
    """Yield the names that an apposition calls an outlet: ``RIA, kantor berita Rusia``."""
    for title in _TITLED.finditer(text):
        span = _outlet_ending(text, title.start())
        if span:
            yield span


def _outlet_ending(text: str, end: int) -> tuple[int, int] | None:
    """Return the span of the known outlet that ends just at ``end``."""
    begin = max(0, end - 40)
    for word in _CAPITAL.finditer(text, begin, end):
        known = outlet_at(text, word.start())
        if known and known[0] == end and not known[1].common and known[1].kind != "platform":
            return word.start(), end
        domain = DOMAIN.match(text, word.start(), end)
        if domain and domain.end() == end:
            return word.start(), end
    return None
