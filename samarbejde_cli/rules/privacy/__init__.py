"""Privacy, and what must agree across files (family 9)."""
