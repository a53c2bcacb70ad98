"""Forms of verbs, and what agrees with them."""
