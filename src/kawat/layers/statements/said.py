"""What was said, before it becomes a statement with an id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from kawat.layers.statements.cues import Cue
from kawat.layers.statements.units import Unit
from kawat.reading import Span


@dataclass(frozen=True, slots=True)
class Said:
    """Words that were said, the cue that reports them and the entities that said them."""

    kind: Literal["direct", "indirect"]
    span: Span
    cue: Cue | None
    speakers: tuple[str, ...]
    unit: Unit
    rule: str = ""
    """the code of the rule that read them, for ``kawat explain``"""


def spread(unit: Unit, span: Span | None, cue: Cue | None, speakers: tuple[str, ...]) -> list[Said]:
    """Make the statements of one content: indirect, and direct for what is quoted in it.

    Content that stands wholly in quotation marks is direct only; a quoted word alone is none.
    """
    if span is None:
        return []
    quoted = [q for q in unit.quotations if span.start <= q.whole.start < span.end]
    inner = [
        Said("direct", q.words, cue, speakers, unit) for q in quoted if " " in q.words.of(unit.text)
    ]
    if quoted and not re.search(r"\w", unit.between(span.start, span.end)):
        return inner
    return [Said("indirect", span, cue, speakers, unit), *inner]
