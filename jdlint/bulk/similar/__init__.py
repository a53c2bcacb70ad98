"""Postings that say nearly the same: found by MinHash, joined where their words really agree."""
