"""The people of ``people.tsv``, and which of their names tell them from everyone else."""

from __future__ import annotations

from functools import cache

from kawat.lexicon import rows, table


@cache
def shared_names() -> frozenset[str]:
    """Return the names that many bear, in lower case (``shared`` in names.toml)."""
    return frozenset(table("names")["words"]["shared"])


@cache
def telling_names() -> tuple[tuple[str, dict[str, str]], ...]:
    """Return every spelling that tells one person, with the person's row.

    Names that many bear (``Sutanto``, ``Muhammad Ali``) tell nobody unless a title stands beside
    them, and a spelling that opens with a title (``Mullah Omar``) is no mention; the people are
    in the table for the offices that they held.
    """
    heads: dict[str, list[str]] = table("titles")["heads"]
    titles = frozenset(title for some in heads.values() for title in some)
    return tuple(
        (spelling, row)
        for row in rows("people")
        for spelling in (row["name"], *filter(None, row["variants"].split("|")))
        if spelling.casefold() not in shared_names()
        and spelling.split()[0].casefold() not in titles
    )
