"""English: word classes, forms, spelling, what goes with what."""
