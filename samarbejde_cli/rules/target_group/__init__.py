"""Target group and intake (family 2)."""
