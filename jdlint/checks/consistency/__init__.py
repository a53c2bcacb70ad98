"""Checks of consistency."""
