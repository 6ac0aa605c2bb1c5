"""What tests say of the database that a record is in."""

from __future__ import annotations

import pytest

on_sqlite = pytest.mark.parametrize("where", ["sqlite"], indirect=True)
"""Marks a test that breaks the file itself, or asks SQLite how it works."""
