"""People and roles (family 3)."""
