"""Reports: a report and how to show it in, text out."""
