"""Checks of naming."""
