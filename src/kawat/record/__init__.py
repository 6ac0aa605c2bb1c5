"""The record: what all readings say together, in one database."""
