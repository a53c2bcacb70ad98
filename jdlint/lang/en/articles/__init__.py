"""Where an article stands, and which one."""
