"""A page read as a job posting: what it is, its sections, items, roles, pay."""
