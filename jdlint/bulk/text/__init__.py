"""Text of a cell as Markdown, with a map back to the cell."""
