project = "Harbour"
extensions = ["myst_parser"]
html_theme = "alabaster"
myst_heading_anchors = 3
exclude_patterns = ["drafts"]
