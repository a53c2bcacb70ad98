"""Front matter and configuration: YAML, TOML and JSON with their places."""
