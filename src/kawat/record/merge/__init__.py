"""Merging: which tellings of different articles are of one real event, and why."""
