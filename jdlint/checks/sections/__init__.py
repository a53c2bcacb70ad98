"""Checks of sections."""
