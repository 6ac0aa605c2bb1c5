"""The reading while it is being made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kawat.draft.parts import (
    Anaphor,
    Article,
    Citation,
    Expression,
    Name,
    Note,
    TitlePhrase,
    Token,
    Words,
)
from kawat.errors import LayerOrderError
from kawat.reading import (
    Dateline,
    Entity,
    Event,
    Figure,
    Furniture,
    Outlet,
    Published,
    ReadingWarning,
    Source,
    Span,
    Statement,
    Time,
    Title,
)

if TYPE_CHECKING:
    from kawat.draft.layer import Layer

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
    """whether the article is about diplomacy or conflict; if not, it is not parsed, and what hangs
    on the parse (names, statements, figures, events) is not looked for"""
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

    def knows(self, name: str) -> bool:
        """Tell whether a layer has given this already."""
        return name in self.__dict__

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
