"""Checks of pay."""
