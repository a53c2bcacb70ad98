"""Text that is no Markdown (HTML, plain) as Markdown, with a map back to it."""
