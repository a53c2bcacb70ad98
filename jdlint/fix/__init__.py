"""Edits made to pages."""
