"""Kawat reads Indonesian news of diplomacy and conflict and keeps the record of it."""

from __future__ import annotations

__version__ = "0.1.0"
