"""The editor's face: a language server (``jdlint lsp``, extra ``jdlint[lsp]``)."""
