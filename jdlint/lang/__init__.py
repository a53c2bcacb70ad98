"""Words and what they can be: tokens of a block of prose, a small lexicon, a tagger, and
patterns."""
