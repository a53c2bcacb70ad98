"""Series, and what stands in them."""
