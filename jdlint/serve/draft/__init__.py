"""What is done with a draft: its form, its outline, how it looks, what comes in from elsewhere."""
