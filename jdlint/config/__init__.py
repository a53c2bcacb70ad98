"""What a project sets, and where it is found."""
