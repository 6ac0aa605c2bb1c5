"""Every limit of the intake, with its unit, in one place.

What is over a limit is an :class:`~kawat.errors.OversizedInput` problem, never cut short.
"""

from __future__ import annotations

ARTICLE_CHARACTERS = 4_000_000
"""Code points in one article; the longest news reports have about 100,000."""

LINE_BYTES = 16 * 2**20
"""Bytes of one line of a table (JSON Lines, CSV, TSV): one row with all its columns."""

DOCUMENT_BYTES = 32 * 2**20
"""Bytes of one text, HTML page or ``.json`` file, which has to be held whole."""

HEAD_BYTES = 4096
"""Bytes looked at to tell what an input is."""

PAGE_BYTES = 8 * 2**20
"""Bytes of one page that is fetched; news pages have a few hundred thousand."""

PAGE_SECONDS = 30.0
"""Seconds for fetching one page, from the first connection to the last byte."""

PAGE_REDIRECTS = 5
"""Redirects that are followed for one page."""
