"""Consent (family 4)."""
