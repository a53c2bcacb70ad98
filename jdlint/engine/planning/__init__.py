"""What a run does, before it reads a page: rules, checks, files."""
