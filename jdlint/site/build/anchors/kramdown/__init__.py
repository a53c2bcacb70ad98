"""kramdown's block structure, as far as ids depend on it: its own dialect and its GFM parser.

Written after kramdown's syntax page and checked against kramdown 2.4 on thousands of real pages.
"""
