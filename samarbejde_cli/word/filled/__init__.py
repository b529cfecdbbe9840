"""Forms that people filled in: what is in a Word file after any program saved it."""
