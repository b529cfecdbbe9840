"""The pre-meeting (family 5)."""
