"""Reading Indonesian words: tokens, sentences, forms, tags, heads and name labels."""
