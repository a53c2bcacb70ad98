"""Which words stand side by side on the web, and how often."""
