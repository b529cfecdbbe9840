"""The plan (family 7)."""
