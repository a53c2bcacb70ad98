"""A page as schema.org's JobPosting: read from front matter and text, and written."""
