"""Which small word, or which form of a word, edited prose has in a place."""
