"""Broken files (family 0)."""
