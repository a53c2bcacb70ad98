"""A sentence taken apart: phrases, clauses, subjects and verbs."""
