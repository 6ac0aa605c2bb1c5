"""What layers find and hand on to one another, beside the records of a reading."""

from __future__ import annotations

from dataclasses import dataclass

from kawat.reading import Mod, Span, TimeType
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
