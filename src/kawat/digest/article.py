"""The digest of one reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from kawat.digest.rows import STATUS_STYLE, Row, flat, row
from kawat.labels import Labels, labels
from kawat.reading import Entity, Event, Figure, Published, Reading, Span, Statement

VAGUE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF", "")
"""Times that no day can be told of, in the order in which they follow the days."""

LONGEST_QUOTE = 320
"""Characters of a sentence that are quoted around an event's trigger."""


def digest(reading: Reading, language: str = "id") -> list[Row]:
    """Return the rows of a reading's digest, labelled in Indonesian (``id``) or English."""
    return list(_Digest(reading, labels(language)).rows())


class _Digest:
    """The rows of one reading in one language."""

    def __init__(self, reading: Reading, words: Labels) -> None:
        self.reading, self.words, self.text = reading, words, reading.text
        self.entities = {e.id: e for e in reading.entities}
        self.times = {t.id: t for t in reading.times}

    def rows(self) -> Iterator[Row]:
        yield from self.head()
        sections = (
            ("who", self.who()),
            ("events", self.events()),
            ("statements", self.statements()),
            ("figures", self.figures()),
        )
        empty = True
        for name, made in sections:
            rows = list(made)
            if rows:
                empty = empty and name == "who"
                yield from (row(0), row(0, (self.words[name].upper(), "bold")), *rows)
        if empty:
            yield from (row(0), row(0, (self.words["nothing"], "dim")))
        yield from self.foot()

    def head(self) -> Iterator[Row]:
        article = self.reading.article
        if article.title:
            yield row(0, (flat(article.title.text), "bold"))
        parts = [
            article.outlet.name if article.outlet else None,
            article.dateline.place if article.dateline else None,
            self.published(article.published),
        ]
        yield row(0, (" · ".join(p for p in parts if p), "cyan"))
        yield row(0, (article.uri, "dim"))
        if article.published and article.published.basis == "inferred":
            yield from (
                row(2, (f"{self.words['because']}: {why}", "dim")) for why in article.published.why
            )

    def published(self, published: Published | None) -> str:
        if published is None:
            return self.words["undated"]
        day = self.words.time(published.value)
        if published.basis == "stated":
            return day
        others = [c for c in published.candidates if c != published.value]
        doubt = f" {self.words['or']} ".join(map(self.words.time, others))
        basis = self.words[published.basis]
        return f"{day} ({basis}; {self.words['or']} {doubt})" if doubt else f"{day} ({basis})"

    def who(self) -> Iterator[Row]:
        for kind in ("person", "organization", "country", "group"):
            named = [self.name(e) for e in self.reading.entities if e.kind == kind]
            if named:
                yield row(2, ("; ".join(named), ""))

    def name(self, entity: Entity) -> str:
        return f"{entity.name} ({entity.role})" if entity.role else entity.name

    def names(self, ids: Iterable[str]) -> str:
        return ", ".join(self.entities[i].name if i in self.entities else i for i in ids)

    def events(self) -> Iterator[Row]:
        ordered = sorted(self.reading.events, key=_when)
        for day, of_day in groupby(ordered, key=lambda v: v.time.value if v.time else None):
            yield row(2, (self.words.time(day) if day else self.words["no_day"], "bold cyan"))
            for sentence, told in groupby(of_day, key=self.sentence):
                events = list(told)
                yield from (self.event(v) for v in events)
                yield self.quoted(sentence, [v.triggers[0] for v in events])

    def sentence(self, event: Event) -> Span:
        trigger = event.triggers[0]
        holding = (s for s in self.reading.sentences if s.holds(trigger))
        return next(holding, Span(*trigger))

    def event(self, event: Event) -> Row:
        words = self.words
        parties = self.names(event.actors) or words["nobody"]
        if event.recipients:
            parties += f" → {self.names(event.recipients)}"
        details = [
            f"{words['at']} {self.names([event.place])}" if event.place else "",
            f"{words['for_time']} {words.time(event.duration.value)}" if event.duration else "",
            f"{words['about']} {self.names(event.topics)}" if event.topics else "",
            f"{words['on_word_of']} {self.names(event.said_by)}" if event.said_by else "",
        ]
        said = "; ".join(d for d in details if d)
        return row(
            4,
            (parties, "bold"),
            (f" · {words.event(event.type, event.mode)}", "yellow"),
            (f" · {words.of('status', event.status)}", STATUS_STYLE[event.status]),
            (f" · {said}" if said else "", ""),
        )

    def quoted(self, sentence: Span, triggers: list[Span]) -> Row:
        """Return the sentence's exact words, or those around the first trigger if it is long."""
        start, end = _window(self.text, sentence, triggers[0])
        pieces = [("“" if start == sentence.start else "“…", "dim")]
        at = start
        for trigger in sorted(triggers):
            if at <= trigger.start and trigger.end <= end:
                pieces += [(self.text[at : trigger.start], "italic")]
                pieces += [(trigger.of(self.text), "italic underline")]
                at = trigger.end
        pieces += [(self.text[at:end], "italic")]
        pieces += [("”" if end == sentence.end else "…”", "dim")]
        return row(6, *((flat(words, ends=False), style) for words, style in pieces))

    def statements(self) -> Iterator[Row]:
        def source(s: Statement) -> tuple[tuple[str, ...], tuple[str, ...], str | None]:
            return s.speakers, s.via, s.addressee

        for (speakers, via, addressee), said in groupby(self.reading.statements, key=source):
            named = [self.name(self.entities[e]) for e in speakers]
            yield row(
                2,
                (", ".join(named) or self.words["hearsay"], "bold"),
                (f" {self.words['to']} {self.names([addressee])}" if addressee else "", ""),
                (f" {self.words['via']} {', '.join(via)}" if via else "", "dim"),
            )
            yield from (self.statement(s) for s in said)

    def statement(self, statement: Statement) -> Row:
        words = flat(statement.span.of(self.text))
        said = f"“{words}”" if statement.kind == "direct" else words
        tail = [flat(statement.cue.of(self.text))] if statement.cue else []
        if statement.time in self.times:
            tail.append(self.words.time(self.times[statement.time].value))
        return row(4, (said, "italic"), (f" — {', '.join(tail)}" if tail else "", "dim"))

    def figures(self) -> Iterator[Row]:
        for figure in self.reading.figures:
            yield row(
                2,
                (self.words.of("measure", figure.measure), "bold"),
                (f": {self.count(figure)}", "yellow"),
                (self.circumstances(figure), ""),
                (f" — “{flat(figure.span.of(self.text))}”", "italic"),
            )

    def count(self, figure: Figure) -> str:
        numbers = [figure.value] if figure.value is not None else [figure.low, figure.high]
        count = "–".join(self.words.number(n) for n in numbers if n is not None) or "?"
        unit = self.words.of("unit", figure.unit) if figure.unit else ""
        qualifier = self.words.of("qualifier", figure.qualifier)
        return " ".join(p for p in (qualifier, count, unit) if p)

    def circumstances(self, figure: Figure) -> str:
        words = self.words
        parts = [
            figure.group or "",
            f"{words['at']} {self.names([figure.place])}" if figure.place else "",
            f"{words['since']} {words.time(figure.since)}" if figure.since else "",
            f"{words['as_of']} {words.time(figure.as_of)}" if figure.as_of else "",
            f"{words['according_to']} {self.names([figure.counted_by])}"
            if figure.counted_by
            else "",
            f"{words['blamed']} {self.names([figure.blamed])}" if figure.blamed else "",
        ]
        return "".join(f", {p}" for p in parts if p)

    def foot(self) -> Iterator[Row]:
        article = self.reading.article
        if article.sources:
            named = ", ".join(s.name for s in article.sources)
            yield from (row(0), row(0, (f"{self.words['sources'].upper()}: ", "bold"), (named, "")))
        if self.reading.warnings:
            yield from (row(0), row(0, (self.words["warnings"].upper(), "bold red")))
        for warning in self.reading.warnings:
            where = f" — “{flat(warning.span.of(self.text))}”" if warning.span else ""
            what = self.words.of("warning", warning.code)
            yield row(2, (f"{what}: {warning.message}", "red"), (where, "italic"))


def _when(event: Event) -> tuple[int, str, Span]:
    value = event.time.value if event.time else ""
    return VAGUE.index(value) + 1 if value in VAGUE else 0, value, event.triggers[0]


def _window(text: str, sentence: Span, trigger: Span) -> tuple[int, int]:
    if sentence.end - sentence.start <= LONGEST_QUOTE:
        return sentence.start, sentence.end
    room = max(0, LONGEST_QUOTE - (trigger.end - trigger.start)) // 2
    start, end = max(sentence.start, trigger.start - room), min(sentence.end, trigger.end + room)
    if start > sentence.start:
        start = text.find(" ", start, trigger.start) + 1 or start
    if end < sentence.end:
        end = max(trigger.end, text.rfind(" ", trigger.end, end))
    return start, end
