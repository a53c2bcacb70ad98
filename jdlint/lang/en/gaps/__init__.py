"""Which function word belongs into the gap between two words, if any."""
