"""The passes of a run: over a page, a site, its links, the web."""
