"""The desk: a record as web pages and as an API."""
