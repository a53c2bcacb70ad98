"""The face for people who have no terminal: a page in the browser and its HTTP API (``jdlint
serve``, extra ``jdlint[serve]``)."""
