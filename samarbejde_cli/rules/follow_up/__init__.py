"""After the meeting (family 8)."""
