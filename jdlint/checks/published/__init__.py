"""Checks of what is published of postings: they have ``check_published``, and see no Markdown."""
