"""The rules: one file each, found by walking this package; see ``catalogue`` for the protocol."""
