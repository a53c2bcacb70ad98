"""Words and what they can be: tokens of a block of prose, a small lexicon, and a tagger. Nothing loads until it is asked."""
