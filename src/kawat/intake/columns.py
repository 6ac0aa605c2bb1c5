"""Which column of a table holds what: named by the user, or known by its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields

from kawat.lexicon import table


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table that an article is made of; None is looked for by its name."""

    text: str | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None

    def among(self, names: Iterable[str]) -> Columns:
        """Return the columns that a table with these names has; what it lacks stays None."""
        known = list(names)
        by_key = {_key(name): name for name in reversed(known)}
        return Columns(**{f.name: self._one(f.name, known, by_key) for f in fields(self)})

    def _one(self, part: str, known: list[str], by_key: dict[str, str]) -> str | None:
        named: str | None = getattr(self, part)
        if named is not None:
            return named if named in known else None
        keys = (_key(name) for name in table("columns")[part])
        return next((by_key[key] for key in keys if key in by_key), None)


def _key(name: str) -> str:
    return re.sub(r"[\W_]+", "", name).casefold()
