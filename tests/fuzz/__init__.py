"""What the fuzzer throws, how it judges, and what it found."""
