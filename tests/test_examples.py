"""The examples are eight articles that are read without a problem, as `make demo` promises."""

from __future__ import annotations

from pathlib import Path

from kawat import Problem, Reading, readings
from kawat.digest import digest, to_text

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_the_eight_examples_are_read_and_have_a_digest() -> None:
    outcomes = list(readings([EXAMPLES]))
    notes = [o for o in outcomes if isinstance(o, Problem)]
    assert [(n.level, n.what) for n in notes] == [
        ("note", "files left out of the folder: 1 .md"),
    ]
    found = [o for o in outcomes if isinstance(o, Reading)]
    assert len(found) == len({r.article.id for r in found}) == 8
    for reading in found:
        assert reading.article.uri in to_text(digest(reading))
