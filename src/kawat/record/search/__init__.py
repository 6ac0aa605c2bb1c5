"""Full-text search of what was said and of whole articles, the same on every database."""
