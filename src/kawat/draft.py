"""The reading while it is being made, and the layers that make it.

A layer is a function of a :class:`Draft`: it reads what earlier layers gave and sets what it
declares to give. Asking for what nobody has given yet is a :class:`LayerOrderError`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field

from kawat.errors import LayerOrderError
from kawat.reading import (
    Dateline,
    Entity,
    Event,
    Figure,
    Furniture,
    Mod,
    Outlet,
    Published,
    ReadingWarning,
    Source,
    Span,
    Statement,
    Time,
    TimeType,
    Title,
)
from kawat.timex import Meaning


@dataclass(frozen=True, slots=True)
class Article:
    """One article as it came in: decoded, otherwise untouched.

    ``published`` (an ISO day), ``outlet`` and ``title`` are what a feed, a page's metadata or a
    table's columns say; they are not words of the text and get no span.
    """

    text: str
    uri: str
    published: str | None = None
    outlet: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Token:
    """A word, clitic or mark: offsets in code points, tag and head as UD has them.

    ``head`` is the index in :attr:`Draft.tokens` of the word this one hangs on, its own index
    where it is the root of its sentence. ``name`` is a BIO label (``B-PER``, ``I-ORG``, ``O``).
    """

    start: int
    end: int
    form: str
    tag: str
    head: int
    label: str
    name: str


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an article as names are read from them; parallel lists, one item a word.

    ``Al-Qaeda`` is two words joined by ``-``. ``marks[i]`` is what stands between word i-1 and
    word i, white space taken out; a line break is ``"\\n"`` whatever else stands there. A full stop
    that belongs to an abbreviation or an initial is no mark.
    """

    text: str
    forms: list[str]
    lows: list[str]
    starts: list[int]
    ends: list[int]
    marks: list[str]
    tokens: list[int]
    """index into :attr:`Draft.tokens`"""

    def __len__(self) -> int:
        return len(self.forms)

    def close(self, i: int) -> bool:
        """Tell whether word i follows word i-1 with nothing but space or a hyphen between."""
        return self.marks[i] in ("", "-")

    def capital(self, i: int) -> bool:
        """Tell whether word i begins with a capital letter."""
        return self.forms[i][0].isupper()

    def opens(self, i: int) -> bool:
        """Tell whether word i opens a sentence, a line or a quotation."""
        return i == 0 or any(c in '\n.!?:"“”‘' for c in self.marks[i])


@dataclass(frozen=True, slots=True)
class Name:
    """A name found in the text, before it is known which entity it belongs to."""

    span: Span
    kind: str
    """``person``, ``country``, ``organization`` or ``place``; ``capital`` or ``seat`` where the
    clause decides whether a government or a place is meant"""
    name: str = ""
    """the full form, where the gazetteer or the article has it; else the words themselves"""
    country: str | None = None
    sector: str | None = None
    role: Span | None = None
    """the title printed with a person's name"""
    open: bool = False
    """nothing is known of its country but what the context tells"""


@dataclass(frozen=True, slots=True)
class TitlePhrase:
    """An office or rank as printed, whether a name follows or not."""

    span: Span
    office: str
    """in lower case, without the country or body: ``presiden``, ``menteri luar negeri``"""
    sector: str
    country: str | None
    body: str | None
    """the country's code or the body's name that the office is of"""
    name: Span | None
    """the person's name that it belongs to"""


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as the words have it, before the publication day is known.

    ``value`` is a TIMEX3 value where the words alone fix it; otherwise it is ``None`` and
    ``meaning`` tells the dating layer what it hangs on. ``suffix`` is the part of the day or the
    clock time that the day gets (``TNI``, ``T09:30``).
    """

    span: Span
    type: TimeType
    value: str | None
    mod: Mod | None = None
    meaning: Meaning | None = None
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Anaphor:
    """Words that stand for entities named elsewhere: ``dia``, ``-nya``, ``kedua pemimpin``."""

    span: Span
    entities: tuple[str, ...]
    counts: bool = False
    """it is a mention whatever the clause does with it: ``negaranya``, ``kedua pemimpin``"""


@dataclass(frozen=True, slots=True)
class Citation:
    """A source named in a phrase of reporting (``dilansir Time``): its span and normalised name."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Note:
    """One step on the way to an event, statement or figure: the words, the rule and the entry.

    ``rule`` is a code; its words are in ``labels/``. ``file`` (within ``lexicon/id/``) and
    ``entry`` are empty where a rule needs no lexicon. ``detail`` is what else the rule knew.
    """

    span: Span
    rule: str
    file: str = ""
    entry: str = ""
    detail: str = ""


_SINGLE = frozenset(("title", "outlet", "dateline", "published"))
"""What a layer gives as one thing or ``None``; all else is a tuple."""


@dataclass
class Draft:
    """An article and what the layers have said of it so far."""

    article: Article
    warnings: list[ReadingWarning] = field(default_factory=list)
    notes: dict[str, list[Note]] = field(default_factory=dict)
    """record id (``v1``, ``s2``, ``f3``) → what made it, for ``kawat explain``"""
    _covered: dict[tuple[str, ...], tuple[object, tuple[Span, ...]]] = field(
        default_factory=dict, repr=False
    )
    """what furniture of some kinds covers, kept with the furniture it was made of"""

    # given by the layers; unset until then
    of_subject: bool = field(init=False)
    """whether the article is about diplomacy or conflict; if not, there are no events to find"""
    furniture: tuple[Furniture, ...] = field(init=False)
    title: Title | None = field(init=False)
    language: str = field(init=False)
    """``id``, or ``und`` for a text that is neither Indonesian nor Malay"""
    sentences: tuple[Span, ...] = field(init=False)
    tokens: tuple[Token, ...] = field(init=False)
    outlet: Outlet | None = field(init=False)
    dateline: Dateline | None = field(init=False)
    sources: tuple[Source, ...] = field(init=False)
    citations: tuple[Citation, ...] = field(init=False)
    expressions: tuple[Expression, ...] = field(init=False)
    words: Words = field(init=False)
    names: tuple[Name, ...] = field(init=False)
    titles: tuple[TitlePhrase, ...] = field(init=False)
    entities: tuple[Entity, ...] = field(init=False)
    anaphors: tuple[Anaphor, ...] = field(init=False)
    published: Published | None = field(init=False)
    times: tuple[Time, ...] = field(init=False)
    statements: tuple[Statement, ...] = field(init=False)
    figures: tuple[Figure, ...] = field(init=False)
    events: tuple[Event, ...] = field(init=False)

    @property
    def text(self) -> str:
        """The article's text as given."""
        return self.article.text

    def __getattr__(self, name: str) -> object:
        """Only reached for what no layer has set."""
        raise (
            LayerOrderError(
                f"nothing has given {name!r} yet",
                fix="put the layer that gives it earlier in the reader",
            )
            if name in type(self).__dataclass_fields__
            else AttributeError(name)
        )

    def warn(self, code: str, span: Span | None, message: str) -> None:
        """Add a warning to the reading."""
        self.warnings.append(
            ReadingWarning.model_validate({"code": code, "span": span, "message": message})
        )

    def leave_empty(self, layer: Layer) -> None:
        """Give what a layer would give, with nothing in it."""
        for name in layer.gives:
            setattr(self, name, None if name in _SINGLE else ())

    def in_furniture(self, span: tuple[int, int], *kinds: str) -> bool:
        """Tell whether the span touches furniture (of one of these kinds, if any are named)."""
        known, covered = self._covered.get(kinds, (None, ()))
        if known is not self.furniture:
            covered = _merged(self.furniture, kinds)
            self._covered[kinds] = self.furniture, covered
        at = bisect_left(covered, span[1], key=lambda c: c.start) - 1
        return at >= 0 and covered[at].end > span[0]

    def sentence_at(self, offset: int) -> int:
        """Return the index of the sentence that holds the offset, or the one before the gap."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)


def _merged(furniture: tuple[Furniture, ...], kinds: tuple[str, ...]) -> tuple[Span, ...]:
    """Return what the furniture covers, in order and without overlaps, ready to be searched."""
    covered: list[Span] = []
    for span in sorted(f.span for f in furniture if not kinds or f.kind in kinds):
        if covered and span.start < covered[-1].end:
            covered[-1] = Span(covered[-1].start, max(covered[-1].end, span.end))
        else:
            covered.append(span)
    return tuple(covered)


@dataclass(frozen=True, slots=True)
class Layer:
    """One step of a reading: what it needs, what it gives, and the function that does it."""

    name: str
    needs: frozenset[str]
    gives: frozenset[str]
    run: Callable[[Draft], None]


def layer(*, needs: str = "", gives: str) -> Callable[[Callable[[Draft], None]], Layer]:
    """Make a layer of a function; ``needs`` and ``gives`` are names of Draft, by spaces."""

    def make(run: Callable[[Draft], None]) -> Layer:
        name = getattr(run, "__name__", "layer")
        return Layer(name, frozenset(needs.split()), frozenset(gives.split()), run)

    return make


def check_order(layers: tuple[Layer, ...]) -> None:
    """Refuse an order in which a layer asks for what no earlier one gives."""
    given: dict[str, str] = {}
    later = {g: other.name for other in layers for g in other.gives}
    for step in layers:
        for need in sorted(step.needs):
            if need not in given:
                giver = later.get(need)
                fix = f"put {giver!r} before it" if giver else "add a layer that gives it"
                raise LayerOrderError(f"layer {step.name!r} needs {need!r}", fix=fix)
        given.update(dict.fromkeys(step.gives, step.name))
