"""Patterns: regular expressions in linear time, globs, literals."""
