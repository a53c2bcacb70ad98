"""Questions to the web, asked with care."""
