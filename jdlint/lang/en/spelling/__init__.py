"""How words, compounds and names are written."""
