"""The ids of a page, as the generator's own Markdown engine makes them."""
