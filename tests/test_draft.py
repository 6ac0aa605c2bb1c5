"""A draft tells what furniture covers, quickly and as its spans say."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kawat.draft import Article, Draft
from kawat.reading import Furniture, Span

SPANS = st.tuples(st.integers(0, 40), st.integers(1, 10)).map(lambda s: Span(s[0], s[0] + s[1]))
KINDS = st.sampled_from(["tags", "byline"])


@given(st.lists(st.tuples(KINDS, SPANS), max_size=6), SPANS)
def test_a_span_is_in_furniture_if_it_shares_a_character_with_it(
    parts: list[tuple[str, Span]], span: Span
) -> None:
    draft = Draft(Article("x" * 60, "a.txt"))
    draft.furniture = tuple(Furniture.model_validate({"kind": k, "span": s}) for k, s in parts)
    for kinds in ((), ("tags",), ("tags", "byline")):
        expected = any(s.overlaps(span) for k, s in parts if not kinds or k in kinds)
        assert draft.in_furniture(span, *kinds) == expected
    draft.furniture = ()
    assert not draft.in_furniture(span), "other furniture, another answer"
