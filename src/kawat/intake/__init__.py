"""From files and streams to articles."""
