"""Which of two words that are mistaken for one another stands in a place."""
