"""From pages to a report."""
