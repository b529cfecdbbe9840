"""The meeting (family 6)."""
