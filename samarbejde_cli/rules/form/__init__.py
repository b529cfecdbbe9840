"""The form of values (family 1)."""
