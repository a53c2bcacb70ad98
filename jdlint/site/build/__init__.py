"""What a site's own generator makes of its sources: pages, URLs, ids."""
