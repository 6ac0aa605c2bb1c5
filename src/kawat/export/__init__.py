"""Exports of a record, one module a format; each event once, however many articles tell it."""
