"""Articles, determiners and the number of nouns."""
