"""Grammar engines and what they answered before."""
