"""The article on an HTML page: trafilatura finds its text and its metadata."""

from __future__ import annotations

import logging
from datetime import date

from kawat.draft import Article
from kawat.errors import EmptyInput
from kawat.intake.dates import day_of

DATES = {"original_date": True, "extensive_search": False}
"""The day the page states for itself; never one guessed from its running text or its footer."""

logging.getLogger("trafilatura").addHandler(logging.NullHandler())
logging.getLogger("htmldate").addHandler(logging.NullHandler())
# what they can't do is told here as an error; their own lines would go to standard error as well


def page(markup: str, uri: str) -> Article:
    """Return the article of a page; raises EmptyInput if the page holds none.

    The text is what trafilatura takes to be the article, and spans are offsets into that.
    """
    from trafilatura import bare_extraction

    found = bare_extraction(
        markup,
        include_comments=False,
        with_metadata=True,
        max_tree_size=None,
        date_extraction_params={**DATES, "max_date": date.max.isoformat()},
    )
    text = getattr(found, "text", None)
    if not text:
        fix = "give the article's own page, or its text as .txt"
        raise EmptyInput("no article was found on the page", where=uri, fix=fix)
    day = getattr(found, "date", None)
    return Article(
        text,
        uri=uri,
        published=day_of(day) if day else None,
        outlet=getattr(found, "sitename", None),
        title=getattr(found, "title", None),
    )
