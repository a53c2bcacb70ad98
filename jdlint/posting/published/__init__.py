"""What is published of postings: built pages, feeds and exports, read with the place of each value
(extra ``jdlint[posting]`` for HTML)."""
