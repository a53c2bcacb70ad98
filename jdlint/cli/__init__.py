"""The command line: a face; nothing imports it."""
