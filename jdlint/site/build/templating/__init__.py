"""Templating in pages: what is brought in from the tree, and what nobody can know before the site
is built."""
