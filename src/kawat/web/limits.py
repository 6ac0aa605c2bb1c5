"""Every limit of the desk, with its unit, in one place."""

from __future__ import annotations

UPLOAD_BYTES = 64 * 2**20
"""Bytes of one request to the desk, with all its files."""

UPLOAD_FILES = 50
"""Files in one request."""

WAITING_INPUTS = 8
"""Requests to add that wait while one is being read; more are refused."""

JOBS_SHOWN = 20
"""Requests to add that are shown, finished ones too."""

REVIEW_ITEMS = 10
"""Items on one page of a queue of the review."""

SAMPLE_ARTICLES = 200
"""Articles in one sample to judge."""

NAME_CHARACTERS = 80
"""Code points of a reviewer's name."""
