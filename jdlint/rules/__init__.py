"""Rules: YAML files that name a check, and how they are found and built."""
