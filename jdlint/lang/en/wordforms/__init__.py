"""Which form of a verb stands where: forms of a word, and a model of what stands around them."""
