"""Conflicts: which of them an article, event, statement or figure is about, and why."""
