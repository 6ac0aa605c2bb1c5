"""What the page adds around the report."""

from __future__ import annotations

from kawat.draft import Draft, layer
from kawat.layers.furniture.foot import mark_crossheads, mark_foot
from kawat.layers.furniture.head import mark_head
from kawat.layers.furniture.inline import mark_inline
from kawat.layers.furniture.page import page_of
from kawat.layers.furniture.whole_lines import mark_whole_lines


@layer(needs="", gives="furniture title")
def furniture(draft: Draft) -> None:
    """Find the furniture by its wording, its shape and its place on the page.

    The rules are made to leave a caption standing rather than to eat a sentence.
    """
    page = page_of(draft.text)
    mark_whole_lines(page)
    draft.title = mark_head(page, draft.article.title)
    mark_inline(page)
    mark_foot(page)
    mark_crossheads(page)
    draft.furniture = page.furniture()
