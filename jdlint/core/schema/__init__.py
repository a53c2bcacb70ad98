"""JSON Schema without its library where that is enough."""
