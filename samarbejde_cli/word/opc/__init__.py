"""Packages of parts, as Word files are."""
