"""Word classes: which a word can have, and which it has in its sentence."""
