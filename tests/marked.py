"""Drafts made from marked sentences: ``{Israel} menyerang {Iran} pada Jumat.``

Braces mark mentions, and ``<Menlu Turki>`` a title that belongs to the mention after it; one
entity is made for each different name, and ``{Rusia+Turki}`` is a mention of both (the words stand
as they are). Days, months and years are times. Layers that read entities and times can so be
tested without the layers before them.
"""

from __future__ import annotations

import re

from kawat.draft import Article, Draft, TitlePhrase, Token
from kawat.layers.events import events
from kawat.reading import Entity, Event, Span, Time

_MARKED = re.compile(r"\{(?P<mention>[^{}]+)\}|<(?P<title>[^<>]+)>")
_TIME = re.compile(
    r"\b(Senin|Selasa|Rabu|Kamis|Jumat|Sabtu|Minggu|Ahad|Januari|Februari|Maret|April|Mei|Juni|Juli"
    r"|Agustus|September|Oktober|November|Desember|\d{4})\b"
)
_WORD = re.compile(r"\w+(?:-\w+)*|[^\w\s]")
_PLACES = {"Kharkiv", "Mariupol", "Gaza"}
_PEOPLE = {
    *("Kim Jong-un", "Menlu Retno", "Menlu Iran", "Tsai Ing-wen", "Raja Salman"),
    *("Modi", "Pelosi", "Prabowo", "Macron", "Putin", "Assad"),
}


def draft(marked: str) -> Draft:
    """Return a draft as the entity, time and language layers would leave it."""
    text, mentions, titles = "", [], []
    done = 0
    for match in _MARKED.finditer(marked):
        text += marked[done : match.start()]
        words = match["mention"] or match["title"]
        (mentions if match["mention"] else titles).append(Span(len(text), len(text) + len(words)))
        text += words
        done = match.end()
    text += marked[done:]
    made = Draft(Article(text=text, uri="marked"))
    made.of_subject = True
    made.furniture = ()
    made.published = None
    made.sentences = tuple(_sentences(text))
    made.tokens = tuple(
        Token(m.start(), m.end(), m[0], "", n, "", "O") for n, m in enumerate(_WORD.finditer(text))
    )
    names = list(dict.fromkeys(n for m in mentions for n in m.of(text).split("+")))
    made.entities = tuple(
        Entity(
            id=f"e{n}",
            kind="place" if name in _PLACES else "person" if name in _PEOPLE else "country",
            name=name,
            mentions=tuple(m for m in mentions if name in m.of(text).split("+")),
        )
        for n, name in enumerate(names, 1)
    )
    made.times = tuple(
        Time(
            id=f"t{n}", span=Span(*m.span()), type="DATE", value=m[0] if m[0].isdigit() else "XXXX"
        )
        for n, m in enumerate(_TIME.finditer(text), 1)
    )
    made.expressions = ()
    made.anaphors = ()
    made.titles = tuple(_title(span, mentions) for span in titles)
    made.statements = ()
    made.figures = ()
    return made


def told(made: Draft, type_: str) -> list[str]:
    """Run the events layer; write its events of one type as ``status: actors > recipients``."""
    events.run(made)
    names = {e.id: e.name for e in made.entities}
    return [_written(event, names) for event in made.events if event.type == type_]


def _title(span: Span, mentions: list[Span]) -> TitlePhrase:
    name = next(m for m in mentions if m.start > span.start)
    return TitlePhrase(span, "", "GOV", None, None, name)


def _written(event: Event, names: dict[str, str]) -> str:
    actors = ", ".join(sorted(names[p] for p in event.actors))
    recipients = ", ".join(sorted(names[p] for p in event.recipients))
    parties = f"{actors} > {recipients}".strip() if recipients else actors
    return parties if event.status == "happened" else f"{event.status}: {parties}".strip()


def _sentences(text: str) -> list[Span]:
    found, start = [], 0
    for match in re.finditer(r"[.!?](?=\s|$)", text):
        found.append(Span(start, match.end()))
        start = match.end() + 1
    return found or [Span(0, len(text))]
